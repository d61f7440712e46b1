"""What falls due of a group's year of accounts: its last day, and what must be filed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.kinds import OUR_GROUP, PROFILE
from vcs_desktop.domain.obligations import ForPeriod, Need, Obligation
from vcs_desktop.domain.our_group import YearEnd
from vcs_desktop.domain.year_ends import next_end

_IN_CALENDAR = frozenset({Need.MUST, Need.CHECK})


def filing_dues(periods: Iterable[ForPeriod]) -> Iterator[Due]:
    """Yield what must be filed, or looked at, and has a day."""
    for each in periods:
        for obligation in each.obligations:
            if (due := filing_due(obligation)) is not None:
                yield due


def filing_due(obligation: Obligation) -> Due | None:
    """Return the date of one thing to file; None where it has none, or nothing is to do."""
    if obligation.due_on is None or obligation.need not in _IN_CALENDAR:
        return None
    return Due(
        id=f"filing/{obligation.id}",
        on=obligation.due_on,
        kind=DueKind.FILING,
        what=obligation.title,
        why=sentences(*filter(None, (obligation.why, obligation.todo))),
    )


def year_end_dues(end: YearEnd | None, start: date, end_on: date) -> Iterator[Due]:
    """Yield each last day of a year of accounts between two days."""
    try:
        day = next_end(end, start - timedelta(1))
        while day is not None and day <= end_on:
            yield Due(
                id=f"year-end/{day.year}",
                on=day,
                kind=DueKind.YEAR_END,
                what=tr("Your year of accounts ends"),
                why=tr("From tomorrow on you can put the accounts of the year together."),
                record_kind=PROFILE,
                record_id=OUR_GROUP,
            )
            day = next_end(end, day)
    except (OverflowError, ValueError):  # at the ends of the calendar
        return
