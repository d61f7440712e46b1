"""What a row of a table came to, and the sentences that more than one sort of table says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row came to.

    ``title`` and ``line`` name it. ``problems`` are sentences with its number. ``is_in``
    says that something of it is kept, ``is_new`` that there was nothing it goes into, and
    ``adds_nothing`` that all of it was there already. ``into`` is a sentence, or empty.
    """

    title: str
    line: str = ""
    problems: tuple[str, ...] = ()
    is_in: bool = True
    is_new: bool = True
    adds_nothing: bool = False
    into: str = ""


class Maker(Protocol):
    """Takes one row after the other into what a group would keep."""

    def take(self, row: RowIn) -> Taken:
        """Take a row that lacks nothing, and return what it came to."""


def text_said(row: RowIn, name: str) -> str:
    """Return a text of a row, or nothing."""
    return str(row.said.get(name, ""))


def said(row: RowIn, name: str) -> Any:
    """Return what a row says under a name; None when it says nothing."""
    return row.said.get(name)


def times_said(row: RowIn, starts: str, ends: str) -> tuple[str, str]:
    """Return when something starts and ends, by the names of their columns; empty is unsaid.

    The first may hold both, as in "10am to 1pm"; the second alone says when it ends.
    """
    first, last = said(row, starts) or ("", "")
    return first, text_said(row, ends) or last


def stays_out(title: str, why: str) -> Taken:
    """Return that nothing of a row comes in, and why."""
    return Taken(title, problems=(why,), is_in=False)


def several_words(row: RowIn, name: str) -> str:
    """Say that more than one person has a name."""
    return tr(
        "Row {row} stays out: more than one person is called {name}. Write this one by hand.",
        row=row.number,
        name=name,
    )


def total_words(row: RowIn, name: str) -> str:
    """Say that a row is a sum."""
    return tr(
        "Row {row}: “{name}” is a total and no person, so it stays out.", row=row.number, name=name
    )


def filled(
    row: RowIn, there: Mapping[str, Any], name: str, words: Mapping[str, str]
) -> tuple[dict[str, Any], list[str]]:
    """Return what a row says beyond what is there, and sentences on what says otherwise.

    ``there`` is what the record says by the names of columns, ``words`` those of the
    columns that may be filled; ``name`` is what the record is called.
    """
    new: dict[str, Any] = {}
    problems = []
    for each, column in words.items():
        value, before = row.said.get(each), there.get(each)
        if value in (None, "") or _same(value, before):
            continue
        if before in (None, ""):
            new[each] = value
        else:
            problems.append(
                tr(
                    "Row {row}: {name} has something else under “{column}” already, "
                    "so this stays out.",
                    row=row.number,
                    name=name,
                    column=column,
                )
            )
    return new, problems


def _same(one: Any, other: Any) -> bool:
    """Say whether two values are the same; where the lines of a text end does not matter."""
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return bool(one == other)
