"""One kind sentence about what a group did in a month."""

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.attendance_sums import Sum
from vcs_desktop.domain.milestones import hours_words


def month_in_words(this: Sum, last: Sum) -> str:
    """Return what was done this month, or last month where this one has nothing yet.

    It is empty where nothing was written down in either.
    """
    if _says_something(this):
        return tr("This month {did} Thank you all.", did=_did(this))
    if _says_something(last):
        return tr("Last month {did} Thank you all.", did=_did(last))
    return ""


def _says_something(month: Sum) -> bool:
    return bool(month.visits or month.helpers)


def _did(month: Sum) -> str:
    visits = tr_count(
        "you welcomed {count} visit on {days}.",
        "you welcomed {count} visits on {days}.",
        month.visits,
        days=tr_count("{count} day", "{count} days", month.sessions),
    )
    helped = _helped(month)
    if not month.visits:
        return helped
    if not helped:
        return visits
    return tr("{visits} And {helped}", visits=visits, helped=helped)


def _helped(month: Sum) -> str:
    if not month.helpers:
        return ""
    if not month.minutes:
        return tr_count("{count} person helped.", "{count} people helped.", month.helpers)
    return tr_count(
        "{count} person helped for {hours}.",
        "{count} people helped for {hours}.",
        month.helpers,
        hours=hours_words(month.minutes),
    )
