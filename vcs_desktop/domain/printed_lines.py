"""The lines of printed pages put together again: a paragraph was broken at the edge of the paper.

It is a guess from how long lines are: one that stops early ends its paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.form_lines import FormLine, is_bullet, mark_of, plain_lists

_FULL = 0.8
"""A line of so much of the page's width goes on in the next one."""

_LEAST_WIDTH = 40
_EDGE = 2
"""Lines at the top and at the foot of a page among which its running title is looked for."""

_OFTEN = 3
_LONGEST_TITLE = 100
_PAGE = re.compile(
    r"(?:page\s)?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?|[-\u2013]\s?\d{1,3}\s?[-\u2013]", re.IGNORECASE
)
_PARTED = re.compile(r"(?<=\w-)\n(?=[a-z])")
_ENDS = (".", "?", "!", ":")


def printed_lines(pages: Iterable[str]) -> list[FormLine]:
    """Return the paragraphs of printed pages, without page numbers and running titles."""
    split = [
        [plain_lists(line.strip()) for line in without_hidden(page).split("\n")] for page in pages
    ]
    running = _running(split)
    lines = [line for page in split for line in _without_running(page, running)]
    return [FormLine(each) for each in _paragraphs(lines)]


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return what stands at the edge of three pages or more, whatever number is in it."""
    if len(pages) < _OFTEN:
        return frozenset()
    often = Counter(
        plain
        for page in pages
        for plain in {_without_digits(page[place]) for place in _edges(page)}
        if plain
    )
    most = max(_OFTEN, len(pages) // 2)
    return frozenset(each for each, count in often.items() if count >= most)


def _without_running(page: Sequence[str], running: frozenset[str]) -> Iterable[str]:
    edges = _edges(page)
    for place, line in enumerate(page):
        if place not in edges or not _is_running(line, running):
            yield line


def _is_running(line: str, running: frozenset[str]) -> bool:
    if _PAGE.fullmatch(line):
        return True
    may_be = len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS) and mark_of(line) is None
    return may_be and _without_digits(line) in running


def _edges(page: Sequence[str]) -> set[int]:
    told = [place for place, line in enumerate(page) if line]
    return {*told[:_EDGE], *told[-_EDGE:]}


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "", line).strip().casefold()


def _paragraphs(lines: Sequence[str]) -> Iterable[str]:
    width = max(_LEAST_WIDTH, _usual_width(lines))
    said = ""
    for line in lines:
        if said and line and _goes_on(said.rsplit("\n", 1)[-1], line, width):
            # Lines are kept apart until the end, for the length of the last one tells.
            said += "\n" + line
            continue
        if said:
            yield _joined(said)
        if not line:
            yield ""
        said = line
    if said:
        yield _joined(said)


def _usual_width(lines: Sequence[str]) -> int:
    """Return how long nearly the longest lines are; a few may stick out."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _goes_on(last: str, line: str, width: int) -> bool:
    if is_bullet(line) or mark_of(line) is not None or last.endswith("?"):
        return False
    if line[:1].islower():
        return not last.endswith(_ENDS)
    return len(last) >= _FULL * width


def _joined(said: str) -> str:
    """Return lines as one. A word that was parted at a line's end keeps its hyphen."""
    return _PARTED.sub("", said).replace("\n", " ")
