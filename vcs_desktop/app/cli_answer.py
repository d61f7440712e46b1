"""What a command answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

GOOD, CANNOT_USE, USED_IN_PART = 0, 2, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """``content`` is for a program, as JSON; ``words`` say the same to a person."""

    content: dict[str, Any]
    words: str
    code: int = GOOD


def paragraphs(*some: str | Iterable[str]) -> str:
    """Return lines as one text; what is empty is left out."""
    lines = [[each] if isinstance(each, str) else list(each) for each in some]
    return "\n".join(line for each in lines for line in each if line)


def how_many(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as "1 grant" or "1,200 grants"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines in which the columns stand under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
