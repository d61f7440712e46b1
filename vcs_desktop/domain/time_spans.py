"""From when to when, as people type it in one cell: 10am to 1pm, 10:00-13:00, 7-9pm, from 10."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.domain import day_times
from vcs_desktop.domain.day_times import NotATime

_BETWEEN = (" to ", " until ", " till ", "-", "\u2013", "\u2014")
_HALVES = ("am", "pm")
_NOON = "12:00"


def read_span(text: str) -> tuple[str, str]:
    """Return when something starts and ends, each as it is kept ("10:30") or empty for unsaid.

    Where only the end says whether it is before noon or after, it is said of both, unless
    the start would be the later then: "7-9pm" is in the evening, "10-1pm" begins in the morning.

    Raises:
        NotATime: it is neither a time of day nor two.
    """
    words = " ".join(text.casefold().split())
    for first in ("from ", "between "):
        words = words.removeprefix(first)
    for first in ("until ", "till "):
        if words.startswith(first):
            return "", day_times.parse(words.removeprefix(first))
    for start, end in _halves(words):
        try:
            return _read(start, end)
        except NotATime:
            continue
    return day_times.parse(words), ""


def span_words(starts: str, ends: str) -> str:
    """Return "10am to 1pm", "from 10am", "until 1pm", or nothing; ``read_span`` reads it."""
    start, end = day_times.in_words(starts), day_times.in_words(ends)
    if start and end:
        return tr("{start} to {end}", start=start, end=end)
    if end:
        return tr("until {end}", end=end)
    return tr("from {start}", start=start) if start else ""


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """Yield every way to take the words apart into a start and an end."""
    for mark in (*_BETWEEN, " and "):
        at = words.find(mark)
        while at >= 0:
            yield words[:at].strip(), words[at + len(mark) :].strip()
            at = words.find(mark, at + 1)


def _read(start: str, end: str) -> tuple[str, str]:
    if not start or not end:
        raise NotATime
    last = day_times.parse(end)
    half = next((each for each in _HALVES if end.replace(".", "").endswith(each)), "")
    if half and _is_bare(start):
        alike = day_times.parse(f"{start}{half}")
        return (alike if alike < last else day_times.parse(f"{start}am")), last
    first = day_times.parse(start)
    if not half and first > last and last < _NOON and _is_bare(end):
        return first, day_times.parse(f"{end}pm")  # "5-8" ends in the evening
    return first, last


def _is_bare(words: str) -> bool:
    """Say whether a time does not say whether it is before noon or after."""
    digits = words.replace(":", "").replace(".", "")
    return digits.isascii() and digits.isdigit() and not words.startswith("0")
