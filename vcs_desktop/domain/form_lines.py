"""Lines of somebody's form, and the numbers that its questions begin with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.limits_typed import without_limit

MOST_LINES = 100_000
"""A form of two hundred pages has some twelve thousand."""

_LONGEST_MARK = 40
"""Characters at the beginning of a line in which a number can stand."""

_NUMBER = re.compile(
    r"\s*(?:(?:question|quest|q|qn)\s?\.?\s?(?:no\.?\s?)?(?P<asked>\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)"
    r"(?![\w])\s?[.):\-\u2013]{0,2}"
    r"|\(?(?P<plain>\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)\s?[.):](?!\d)\)?"
    r"|(?P<apart>\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?|\d{1,2}[a-z])(?=\s))\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s*\(?(?P<letter>[a-z])[.):]\)?(?=\s|$)\s*", re.IGNORECASE)
_BARE = re.compile(r"\s*(?P<bare>\d{1,2})[\t ]{1,4}(?=[A-Z])")
_DRAWN_BULLET = re.compile(
    r"^[ \t]*[\u2022\u00b7\u25aa\u25ab\u25cf\u25e6\u2023\u2219\uf0b7\uf0a7\uf0d8\uf076]\s*(?=\S)"
)
"""Also those that Word takes out of its picture fonts."""

_TABBED = re.compile(r"^(?P<mark>[ \t]*(?:[-*\u2013]|\(?\w{1,3}[.)]))\t\s*")
_ASKED = re.compile(r"\s*(?:question|q)\s?[:.]\s+(?=\S)", re.IGNORECASE)
_PART = re.compile(r"\d+|[a-z]")
_BULLET = re.compile(r"\s*[-*\u2022\u00b7\u25aa\u25cf\u25e6\u2013]\s+")


@dataclass(frozen=True, slots=True)
class FormLine:
    """One paragraph of a form.

    ``is_strong`` is of one that is a heading, or bold from end to end. ``cell`` is where it
    stands in a table (which table, row and column); None is outside of any.
    """

    text: str
    is_strong: bool = False
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a question. ``ref`` is as the form writes it, ``value`` puts it in order.

    ``rest`` is the line without it. ``is_asked`` is of "Question 1", which says that it is one;
    ``is_letter`` of one that is numbered by a letter alone.
    """

    ref: str
    value: tuple[int, ...]
    rest: str
    is_asked: bool = False
    is_letter: bool = False

    def next_value(self) -> tuple[int, ...]:
        """Return the value of what comes after it in the same list."""
        return (*self.value[:-1], self.value[-1] + 1) if self.value else ()


def plain_lists(text: str) -> str:
    """Return a line of a list as people type it: "- tea", "1. tea", whatever drew the bullet."""
    text = _DRAWN_BULLET.sub("- ", text, count=1)
    return _TABBED.sub(r"\g<mark> ", text, count=1)


class TooManyLines(AppError):
    """A text has more lines than any form."""

    message = marked("This text is far longer than any form.")
    advice = marked("Bring in only the part with the questions.")


def lines_of(text: str) -> list[FormLine]:
    """Return a text that was pasted, line by line.

    Raises:
        TooManyLines: there are more than any form has.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise TooManyLines(str(len(lines)))
    return [FormLine(plain_lists(each.rstrip())) for each in lines]


def mark_of(text: str) -> Mark | None:
    """Return the number that a line begins with; None where it begins with none.

    One without a sign after it counts only where the line asks something: "3 Why?" is
    numbered, "3 Church Lane" is not.
    """
    start = text[:_LONGEST_MARK]
    if (found := _NUMBER.match(start)) is not None:
        ref = found.group("asked") or found.group("plain") or found.group("apart")
        rest = text[found.end() :].strip()
        return Mark(ref, _value(ref), rest, is_asked=bool(found.group("asked")))
    if (found := _LETTER.match(start)) is not None and not _ASKED.match(start):
        ref = found.group("letter")
        return Mark(ref, _value(ref), text[found.end() :].strip(), is_letter=True)
    if (found := _ASKED.match(start)) is not None:
        return Mark("", (), text[found.end() :].strip(), is_asked=True)
    if (found := _BARE.match(start)) is not None:
        ref = found.group("bare")
        rest = text[found.end() :].strip()
        return Mark(ref, _value(ref), rest) if looks_asked(rest) else None
    return None


def looks_asked(text: str) -> bool:
    """Say whether a line asks something: it ends with a question mark, or names its limit."""
    plain = without_limit(text)
    return plain.endswith("?") or plain != text.strip()


def follows(mark: Mark, last: Mark | None) -> bool:
    """Say whether a number can come after another on the same form.

    After 3 come 4, 5 and 6 (some forms leave one out), 3.1 and 3a, and never 1: that begins a
    list inside an answer.
    """
    if last is None:
        return True
    if mark.is_letter != last.is_letter and not mark.is_asked:
        return mark.value[0] == _value("a")[0] if mark.is_letter else True
    most = 3
    return last.value < mark.value and mark.value[0] - last.value[0] <= most


def in_parent(mark: Mark, parent: Mark | None) -> str:
    """Return the number of a part of a question: "a" below "3" is "3a"."""
    if mark.is_letter and parent is not None and not parent.is_letter:
        return f"{parent.ref}{mark.ref.lower()}"
    return mark.ref


def is_bullet(text: str) -> bool:
    """Say whether a line is one of a list without numbers."""
    return _BULLET.match(text[:_LONGEST_MARK]) is not None


def goes_on(line: str, following: str) -> bool:
    """Say whether a line was broken off and goes on in the next one."""
    ends = line.rstrip()[-1:]
    return bool(ends) and ends not in ".?!:;)" and following[:1].islower()


def text_of(lines: Iterable[str]) -> str:
    """Return lines as one text, with at most one empty line between two paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n ")


def _value(ref: str) -> tuple[int, ...]:
    return tuple(
        int(each) if each.isdigit() else ord(each) - ord("a") + 1
        for each in _PART.findall(ref.lower())
    )
