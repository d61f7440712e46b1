"""What falls due about people: DBS certificates to look at again, and terms that end."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person, Tie


def dues_of(person: Person) -> Iterator[Due]:
    """Yield when to look at somebody's certificate again, and when terms of theirs end.

    A term is that of a role with a title, or in the committee; whoever helps just stops.
    Source: the Disclosure and Barring Service sets no end for a certificate, so the day is
    the group's own.
    """
    if person.dbs is not None and person.dbs.recheck_on is not None:
        yield Due(
            id=f"recheck/{person.id}",
            on=person.dbs.recheck_on,
            kind=DueKind.RECHECK,
            what=tr("Look at the DBS check of {name} again", name=person.name),
            why=tr("Your group chose this day. The law sets no end to a check."),
            record_kind=PERSON,
            record_id=person.id,
        )
    for role in person.roles:
        if role.until is None or not (role.title or role.tie is Tie.COMMITTEE):
            continue
        title = role.title or tr("Committee")
        yield Due(
            id=f"term/{person.id}/{role.id}",
            on=role.until,
            kind=DueKind.TERM_ENDS,
            what=tr("The term of {name} ends: {role}", name=person.name, role=title),
            why=tr("Your rules say whether they may be chosen again."),
            record_kind=PERSON,
            record_id=person.id,
        )
