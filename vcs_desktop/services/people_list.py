"""Some people of the group as a table: how to reach them and what they do, nothing private."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.things import things

_TIES: Mapping[Tie, Marked] = MappingProxyType(
    {
        Tie.COMMITTEE: marked("Committee"),
        Tie.VOLUNTEER: marked("Volunteer"),
        Tie.MEMBER: marked("Member"),
        Tie.CONTACT: marked("Contact"),
    }
)


def people_table(inside: InGroup, ids: Sequence[str], about: Sequence[str]) -> TableOut:
    """Return people in the order of their ids; who is not there any more is left out.

    ``about`` says whom they were chosen from. Notes, needs, checks and whom to call in an
    emergency stay in the app: a list lies about.
    """
    everybody = {each.id: each for each in things(inside.records, Person, PERSON)}
    today = inside.records.clock.today()
    return TableOut(
        title=tr("People"),
        about=(
            tr("From the records of {group}.", group=inside.group.name),
            *about,
            tr("As of {day}.", day=in_words(today)),
        ),
        columns=(
            Column(tr("Name")),
            Column(tr("Roles")),
            Column(tr("Phone"), CellKind.DIGITS),
            Column(tr("Email")),
            Column(tr("Address")),
        ),
        rows=tuple(
            (each.name, "; ".join(map(_said, each.roles)), each.phone, each.email, each.address)
            for each in (everybody[id_] for id_ in ids if id_ in everybody)
        ),
    )


def _said(role: Role) -> str:
    return role.title or tr_marked(_TIES[role.tie])
