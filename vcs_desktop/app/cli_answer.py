"""What a command answers."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

GOOD, CANNOT_USE, USED_IN_PART, OFFLINE, NOT_TRUSTED = 0, 2, 3, 4, 5
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C has ended."""

_FAILED = (CANNOT_USE, OFFLINE, NOT_TRUSTED, INTERRUPTED)


@dataclass(frozen=True, slots=True)
class Answer:
    """``content`` is for a program, as JSON; ``words`` say the same to a person."""

    content: dict[str, Any]
    words: str
    code: int = GOOD


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print for a program or for a person; what went wrong for a person goes to the errors."""
    if as_json:
        import json

        text, stream = json.dumps(answer.content, ensure_ascii=False), sys.stdout
    else:
        text, stream = answer.words, sys.stderr if answer.code in _FAILED else sys.stdout
    # Whatever a console was set up for: a name it has no letters for must not end in a crash.
    # Nor must a file's name that is no text: JSON takes it as it is escaped here.
    stream.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    stream.flush()


def paragraphs(*some: str | Iterable[str]) -> str:
    """Return lines as one text; what is empty is left out."""
    lines = [[each] if isinstance(each, str) else list(each) for each in some]
    return "\n".join(line for each in lines for line in each if line)


def how_many(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as "1 grant" or "1,200 grants"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def as_words(name: str) -> str:
    """Return a name that files and answers as JSON have, such as "add_people", as words."""
    return name.replace("_", " ")


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines in which the columns stand under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
