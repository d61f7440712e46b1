"""The day on which a group's year of accounts ends, without a year: "31 March"."""

from calendar import monthrange
from datetime import date

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.day_words import read_day_words
from vcs_desktop.domain.days import MONTHS, MONTHS_IN_YEAR
from vcs_desktop.domain.our_group import YearEnd


def read_year_end(text: str, today: date) -> YearEnd | None:
    """Return the day that was typed, such as "31 March" or "5/4"; None when nothing was.

    Raises:
        NotADay: it is no day; the message says what is wrong.
    """
    day = read_day_words(text, today)
    return None if day is None else YearEnd(day.day, day.month)


def year_end_in_words(end: YearEnd) -> str:
    """Return "31 March"; nothing where it is no day of the year."""
    if not 1 <= end.month <= MONTHS_IN_YEAR:
        return ""
    return tr("{day} {month}", day=end.day, month=tr_marked(MONTHS[end.month - 1]))


def last_end(end: YearEnd | None, on: date) -> date | None:
    """Return the last day on or before ``on`` at which a year ended; None where it is not known.

    A year that ends on 29 February ends on the 28th in other years.
    """
    if end is None or not 1 <= end.month <= MONTHS_IN_YEAR or end.day < 1:
        return None
    ends = [_in_year(end, year) for year in (on.year - 1, on.year)]
    return max(each for each in ends if each <= on)


def next_end(end: YearEnd | None, on: date) -> date | None:
    """Return the first day after ``on`` at which a year ends; None where it is not known."""
    if end is None or not 1 <= end.month <= MONTHS_IN_YEAR or end.day < 1:
        return None
    ends = [_in_year(end, year) for year in (on.year, on.year + 1)]
    return min(each for each in ends if each > on)


def _in_year(end: YearEnd, year: int) -> date:
    return date(year, end.month, min(end.day, monthrange(year, end.month)[1]))
