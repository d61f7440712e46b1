"""The people that are listed, as a table that leaves the app."""

from collections.abc import Iterator, Mapping

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.people import Tie
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.pages.people.listing import Everybody, PeopleFilter

_TIES: Mapping[Tie, Marked] = {
    Tie.COMMITTEE: marked("the committee"),
    Tie.VOLUNTEER: marked("volunteers"),
    Tie.MEMBER: marked("members"),
    Tie.CONTACT: marked("contacts"),
}


def listed_out(services: Services, wanted: PeopleFilter) -> TableOut:
    """Return whoever is wanted, in the order of the list. Runs on the data lane."""
    from vcs_desktop.services.people_list import people_table

    inside = services.space.inside()
    people = Everybody(inside.people.people()).some(wanted)
    return people_table(inside, [each.id for each in people], list(_chosen(wanted)))


def _chosen(wanted: PeopleFilter) -> Iterator[str]:
    """Yield how the list is filtered."""
    if wanted.words:
        yield tr("Only people with “{words}”.", words=wanted.words)
    if wanted.ties:
        ties = ", ".join(tr_marked(_TIES[tie]) for tie in _TIES if tie in wanted.ties)
        yield tr("Only {ties}.", ties=ties)
    if wanted.due_only:
        yield tr("Only people whose DBS check is due.")
    if not (wanted.words or wanted.ties or wanted.due_only):
        yield tr("Everybody.")
