"""The lists of the page as tables that leave the app, as they are shown."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.table_out import CellKind, Column, TableOut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vcs_desktop.domain.volunteering import VolunteerRole
    from vcs_desktop.services.expenses import ClaimLine, ClaimState
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.thanks import ThanksSeen


def hours_table(inside: "InGroup", seen: "ThanksSeen") -> TableOut:
    """Return every volunteer with their hours."""
    return TableOut(
        title=tr("Volunteers"),
        about=_about(inside, tr("Hours are those of “Who came”.")),
        columns=(
            Column(tr("Name")),
            Column(tr("Hours"), CellKind.HOURS),
            Column(tr("Since"), CellKind.DAY),
        ),
        rows=tuple((each.name, each.minutes, each.since) for each in seen.volunteers),
        totals=(tr("In all"), sum(each.minutes for each in seen.volunteers), None),
    )


def claims_table(
    inside: "InGroup", claims: "Sequence[ClaimLine]", states: "Mapping[ClaimState, str]"
) -> TableOut:
    """Return every claim; ``states`` are the words for how far each has come."""
    return TableOut(
        title=tr("Expenses"),
        about=_about(inside, tr("Miles have the rate of their day.")),
        columns=(
            Column(tr("Name")),
            Column(tr("Claim")),
            Column(tr("From"), CellKind.DAY),
            Column(tr("Amount"), CellKind.MONEY),
            Column(tr("How far it is")),
        ),
        rows=tuple(
            (each.name, each.title, each.on, each.total.pence, states[each.state])
            for each in claims
        ),
        totals=(tr("In all"), "", None, sum(each.total.pence for each in claims), ""),
    )


def roles_table(inside: "InGroup", roles: "Sequence[VolunteerRole]") -> TableOut:
    """Return every role as it stands on its card."""
    return TableOut(
        title=tr("Volunteer roles"),
        about=_about(inside),
        columns=(
            Column(tr("Role")),
            Column(tr("What they do")),
            Column(tr("When")),
            Column(tr("Where")),
            Column(tr("Who to ask")),
        ),
        rows=tuple((each.name, each.what, each.when, each.where, each.contact) for each in roles),
    )


def _about(inside: "InGroup", *more: str) -> tuple[str, ...]:
    today = inside.records.clock.today()
    return (
        tr("From the records of {group}.", group=inside.group.name),
        *more,
        tr("As of {day}.", day=in_words(today)),
    )
