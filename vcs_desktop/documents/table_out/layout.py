"""How a list stands on paper: how wide its columns are, where lines break, what is on a page.

ReportLab's own tables measure every cell as a paragraph, which takes half a minute for 5,000
people. Here a word is measured once, and a row may run over any number of pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth

from vcs_desktop.documents import fonts
from vcs_desktop.documents.printable import clean
from vcs_desktop.domain.table_out import COUNTED, CellKind, TableOut, text_of

Run = tuple[str, str]
Line = tuple[Run, ...]
"""Pieces of one line: the font of each, and its words."""

SIZE, LEADING = 9.0, 11.5
GAP = 8.0
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 40.0, 42.0, 46.0
_MOST_WISHED = 190.0
"""Points. A column of long texts asks for no more: they break into lines."""
_LONGEST_WORD = 110.0
_PIECE = 200


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one row on one page: those from ``first`` up to ``end``."""

    row: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A list, laid out: the size of its pages, its columns, and every line of every cell."""

    size: tuple[float, float]
    widths: tuple[float, ...]
    head: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    @property
    def room(self) -> float:
        """How wide all columns may be."""
        return self.size[0] - 2 * MARGIN_X


@lru_cache(maxsize=50_000)
def width_of(words: str, font: str) -> float:
    """Return how wide words are in a font of ours, in points."""
    return float(stringWidth(words, font, SIZE))


def laid(table: TableOut, type_: fonts.Typesetter) -> Laid:
    """Return a list laid out on upright pages, or on wide ones where it needs the room."""
    rows = [*table.rows, table.totals] if table.totals else list(table.rows)
    kinds = [each.kind for each in table.columns]
    texts = [
        [clean(text_of(cell, kind)) for cell, kind in zip(row, kinds, strict=True)] for row in rows
    ]
    heads = [clean(each.title) for each in table.columns]
    wished, least = _wishes(heads, texts, kinds)
    upright, wide = A4, landscape(A4)
    is_upright = sum(wished) <= upright[0] - 2 * MARGIN_X
    size = upright if is_upright else wide
    widths = _shared(wished, least, size[0] - 2 * MARGIN_X)
    last = len(texts) - 1 if table.totals else -1
    return Laid(
        size=size,
        widths=tuple(widths),
        head=_broken(heads, widths, [fonts.SEMIBOLD] * len(heads), type_),
        rows=tuple(
            _broken(row, widths, _fonts(kinds, is_total=at == last), type_)
            for at, row in enumerate(texts)
        ),
    )


def height_of(cells: Sequence[Sequence[Line]]) -> int:
    """Return how many lines a row has: those of its longest cell, and one at least."""
    return max((len(lines) for lines in cells), default=0) or 1


def pages(
    rows: Sequence[Sequence[Sequence[Line]]], first_lines: float, lines: float
) -> list[list[Part]]:
    """Return what stands on each page.

    ``first_lines`` and ``lines`` are the height of the first page and of the others, in
    points. A row goes on the next page whole, unless no page is high enough for it.
    """
    found: list[list[Part]] = [[]]
    left = first_lines
    for number, cells in enumerate(rows):
        tall, first = height_of(cells), 0
        while first < tall:
            room = int((left - ROW_GAP) // LEADING)
            whole = tall - first
            fits = min(whole, room)
            if fits < whole and found[-1] and whole * LEADING + ROW_GAP <= lines:
                fits = 0
            if fits <= 0 and left >= lines and not found[-1]:
                fits = 1  # a page without room for a line would never be full
            if fits > 0:
                found[-1].append(Part(number, first, first + fits))
                first += fits
                left -= fits * LEADING + ROW_GAP
            if first < tall:
                found.append([])
                left = lines
    return found


ROW_GAP = 5.0
"""Points between two rows; a thin line stands in the middle."""


def _fonts(kinds: Sequence[CellKind], *, is_total: bool) -> list[str]:
    words, figures = (
        (fonts.SEMIBOLD, fonts.FIGURES_SEMIBOLD) if is_total else (fonts.REGULAR, fonts.FIGURES)
    )
    return [figures if kind in COUNTED else words for kind in kinds]


def _wishes(
    heads: Sequence[str], texts: Sequence[Sequence[str]], kinds: Sequence[CellKind]
) -> tuple[list[float], list[float]]:
    """Return of each column how wide it would like to be, and how wide its longest word is."""
    wished, least = [], []
    for at, head in enumerate(heads):
        font = fonts.FIGURES if kinds[at] in COUNTED else fonts.REGULAR
        wish = width_of(head, fonts.SEMIBOLD)
        need = max((width_of(word, fonts.SEMIBOLD) for word in head.split()), default=0.0)
        for text in {row[at] for row in texts}:
            short = text[:_PIECE]
            words = short.split()
            sizes = [width_of(word, font) for word in words]
            need = max(need, *sizes) if sizes else need
            line = sum(sizes) + width_of(" ", font) * len(words)
            wish = max(wish, min(line, _MOST_WISHED))
        if kinds[at] in COUNTED or kinds[at] == CellKind.DIGITS:
            need = wish  # a number is not broken
        need = min(need, _LONGEST_WORD)
        least.append(need + GAP)
        wished.append(max(wish, need) + GAP)
    return wished, least


def _shared(wished: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return widths that fill no more than the room there is."""
    if sum(wished) <= room:
        return list(wished)
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    more = [wish - need for wish, need in zip(wished, least, strict=True)]
    left = room - sum(least)
    return [need + left * each / sum(more) for need, each in zip(least, more, strict=True)]


def _broken(
    texts: Sequence[str], widths: Sequence[float], used: Sequence[str], type_: fonts.Typesetter
) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        tuple(_lines(text, width - GAP, font, type_)) if text else ()
        for text, width, font in zip(texts, widths, used, strict=True)
    )


def _lines(text: str, room: float, font: str, type_: fonts.Typesetter) -> Iterator[Line]:
    """Yield the lines of a cell; a word wider than the column is broken where it ends."""
    space = width_of(" ", font)
    for written in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in _fitting(written.split(), room, font):
            wide = width_of(word, font)
            if line and used + space + wide > room:
                yield tuple(type_.runs(" ".join(line), font))
                line, used = [], 0.0
            used += wide + (space if line else 0.0)
            line.append(word)
        yield tuple(type_.runs(" ".join(line), font))


def _fitting(words: Sequence[str], room: float, font: str) -> Iterator[str]:
    for word in words:
        if width_of(word, font) <= room or len(word) == 1:
            yield word
            continue
        piece, used = "", 0.0
        for letter in word:
            wide = width_of(letter, font)
            if piece and used + wide > room:
                yield piece
                piece, used = "", 0.0
            piece += letter
            used += wide
        if piece:
            yield piece
