"""An answer as people type it, read as paragraphs and lists."""

import re
from collections.abc import Iterator

from vcs_desktop.documents.printable import clean, pieces
from vcs_desktop.documents.text_sheet.data import line
from vcs_desktop.domain.reading import Block, Item, Items, Paragraph, Span

_POINT = re.compile(r"\s*(?:(?P<dot>[-*•\u2013])|(?P<number>\d{1,3}[.)]))\s+(?P<words>\S.*)")
_DOT = "•"


def blocks_of(text: str) -> Iterator[Block]:
    """Yield a typed text as paragraphs, and lines that begin with "-" or "1." as lists.

    Lines that follow one another stand under one another, as they were typed; none of it is
    lost.
    """
    points: list[Item] = []
    for typed in clean(text).split("\n"):
        found = _POINT.fullmatch(typed)
        if found:
            points.append(Item(found["number"] or _DOT, (Span(_whole(found["words"])),)))
            continue
        if points:
            yield Items(tuple(points), ordered=points[0].mark != _DOT)
            points = []
        for piece in pieces(typed):
            if piece:
                yield Paragraph(line(piece))
    if points:
        yield Items(tuple(points), ordered=points[0].mark != _DOT)


def _whole(words: str) -> str:
    """Return an item on lines that can be set quickly, however long it is."""
    return "\n".join(pieces(words))
