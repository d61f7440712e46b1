"""A text as it is set on paper: the same blocks as in the window and on a web page."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Indenter, Paragraph, Spacer, Table, TableStyle

from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BODY, INK, LINE, PLAIN, SHADE, WIDTH, Beside, Draw, label
from vcs_desktop.documents.printable import one_line
from vcs_desktop.documents.web_text import TICKED, TO_TICK
from vcs_desktop.domain import reading
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Line, Text, plain

_BLANK = re.compile(r"_{4,}")
_BOX = 9.0
_LEAST_BLANK = 24.0
_SMALL_HEADING = 3
_PADDING = 12.0
_LONGEST_WHOLE = 24
"""Letters of a word that a column does not break."""


class Setter:
    """Sets the blocks of a text in letters of one size (points)."""

    def __init__(self, type_: fonts.Typesetter, size: float) -> None:
        self._type = type_
        self._size = size
        self._body = ParagraphStyle("body", BODY, fontSize=size, leading=size * 1.38)
        self._body.spaceAfter = size * 0.35
        self._body.splitLongWords = 1
        self._cell = ParagraphStyle("cell", self._body, spaceAfter=0)
        self._figure = ParagraphStyle("figure", self._cell, alignment=TA_RIGHT)
        # Room to write by hand above a line with blanks in it.
        self._to_fill = ParagraphStyle("to fill", self._body, leading=size * 1.9)
        self._to_fill.spaceBefore, self._to_fill.spaceAfter = size * 0.7, -size * 0.2
        self._quote = ParagraphStyle("quote", self._body, leftIndent=size, backColor=SHADE)
        self._title = ParagraphStyle("title", self._body, fontName=fonts.BOLD)
        self._title.fontSize, self._title.leading = size * 1.75, size * 2.1
        self._heading = ParagraphStyle("heading", self._body, fontName=fonts.BOLD)
        self._heading.fontSize, self._heading.leading = size * 1.15, size * 1.5
        self._heading.spaceBefore, self._heading.keepWithNext = size * 0.7, 1
        self._small_heading = ParagraphStyle("small heading", self._heading)
        self._small_heading.spaceBefore = size * 0.5
        self._small_heading.fontSize, self._small_heading.leading = size, size * 1.38

    def story(self, title: str, text: Text) -> Iterator[Flowable]:
        """Yield the title and the blocks of a text, as ReportLab lays them out."""
        yield Paragraph(self._type.markup(title, fonts.BOLD), self._title)
        yield from self.blocks(text)

    def blocks(self, text: Text) -> Iterator[Flowable]:
        """Yield the blocks of a text, which may be a part of more."""
        for block in text:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Flowable]:
        if isinstance(block, Heading):
            style = self._heading if block.level < _SMALL_HEADING else self._small_heading
            made = Paragraph(self._type.markup(plain(block.line), fonts.BOLD), style)
            # For whoever makes an outline; the first parts of a text have level 2.
            made.outline_level = 0 if block.level < _SMALL_HEADING else 1
            yield made
        elif isinstance(block, Items):
            for item in block.items:
                yield from self._item(item)
        elif isinstance(block, reading.Table):
            yield self._table(block)
        else:
            style = self._quote if block.quoted else self._body
            yield self._paragraph(block.line, style, WIDTH)

    def _item(self, item: Item) -> Iterator[Flowable]:
        room = self._size * 1.8
        inner = WIDTH - room * (item.depth + 1)
        line = self._paragraph(item.line, self._body, inner)
        made = Beside(self._mark(item.mark), line, room)
        if not item.depth:
            yield made  # at once: a heading above it is kept with what comes next
            return
        yield Indenter(left=room * item.depth)
        yield made
        yield Indenter(left=-room * item.depth)

    def _mark(self, mark: str) -> Draw | None:
        if mark in (TO_TICK, TICKED):
            return _ticked_box if mark == TICKED else _box
        return label(mark, size=self._size) if mark else None

    def _table(self, table: reading.Table) -> Table:
        widths = _column_widths([table.head, *table.rows], self._size)
        styles = [
            self._figure if at in table.figures else self._cell for at in range(len(table.head))
        ]
        rows = [self._row(table.head, widths, styles, fonts.SEMIBOLD)]
        rows += [self._row(row, widths, styles, fonts.REGULAR) for row in table.rows]
        style = TableStyle(
            [
                *PLAIN,
                ("LEFTPADDING", (0, 0), (-1, -1), 5),
                ("RIGHTPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("GRID", (0, 0), (-1, -1), 0.6, LINE),
                ("BACKGROUND", (0, 0), (-1, 0), SHADE),
            ]
        )
        return Table(
            rows,
            widths,
            style=style,
            repeatRows=1,
            splitInRow=1,  # a row may be higher than a page
            hAlign="LEFT",
            spaceBefore=2,
            spaceAfter=self._size * 0.6,
        )

    def _row(
        self,
        row: Sequence[Line],
        widths: Sequence[float],
        styles: Sequence[ParagraphStyle],
        font: str,
    ) -> list[Any]:
        """Return the cells of a row; one to write in is as high as handwriting."""
        return [
            self._paragraph(line, style, width - 10, font)
            if plain(line).strip()
            else Spacer(0, self._size * 1.5)
            for line, width, style in zip(row, widths, styles, strict=True)
        ]

    def _paragraph(
        self, line: Line, style: ParagraphStyle, width: float, font: str = fonts.REGULAR
    ) -> Paragraph:
        runs = [(span.text, fonts.SEMIBOLD if span.strong else font) for span in line]
        blanks = sum(len(_BLANK.findall(text)) for text, _font in runs)
        if blanks:
            runs = _filled(runs, blanks, width - style.leftIndent, self._size)
            if style is self._body:
                style = self._to_fill
        return Paragraph("".join(self._markup(text, font) for text, font in runs), style)

    def _markup(self, text: str, font: str) -> str:
        """Return one run of words as markup, with the spaces that part it from its neighbours."""
        before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
        lines = (self._type.styled(line, font) for line in text.split("\n"))
        return f"{before}{'<br/>'.join(lines)}{after}"


def _filled(
    runs: list[tuple[str, str]], blanks: int, width: float, size: float
) -> list[tuple[str, str]]:
    """Return words whose blanks end where the line ends, if all of it fits on one line."""
    words = sum(stringWidth(_BLANK.sub("", text), font, size) for text, font in runs)
    asked = sum(len(blank) for text, _font in runs for blank in _BLANK.findall(text))
    stroke = stringWidth("_", fonts.REGULAR, size)
    ends_blank = runs[-1][0].rstrip().endswith("_")
    left = width - words - size * 0.5
    if left < blanks * _LEAST_BLANK:
        return runs
    share = left / (asked * stroke) if ends_blank or asked * stroke > left else 1.0

    def blank(found: re.Match[str]) -> str:
        return "_" * max(4, int(len(found[0]) * share))

    return [(_BLANK.sub(blank, text), font) for text, font in runs]


def _column_widths(rows: Sequence[Sequence[Line]], size: float) -> list[float]:
    """Return widths that follow how much there is in a column, and break no word or amount.

    A column to write in gets its share.
    """
    columns = [[one_line(plain(row[at])) for row in rows] for at in range(len(rows[0]))]
    weights = [min(max(*map(len, cells), 9), 44) for cells in columns]
    ideal = [WIDTH * weight / sum(weights) for weight in weights]
    least = [min(_widest_word(cells, size) + _PADDING, WIDTH / 3) for cells in columns]
    room = WIDTH - sum(least)
    if room <= 0:
        return [WIDTH * each / sum(least) for each in least]
    wishes = [max(wish - need, 0.0) for wish, need in zip(ideal, least, strict=True)]
    more = [room * wish / (sum(wishes) or 1) for wish in wishes]
    return [need + extra for need, extra in zip(least, more, strict=True)]


def _widest_word(cells: Sequence[str], size: float) -> float:
    """Return the width of the longest word of a column, were it written strong."""
    longest = {max(cell.split(), key=len, default="")[:_LONGEST_WHOLE] for cell in cells}
    return max(float(stringWidth(word, fonts.SEMIBOLD, size)) for word in longest)


def _box(canvas: Any, x: float, y: float) -> None:
    """Draw a box to tick, from its lower left corner."""
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    canvas.roundRect(x + 0.5, y, _BOX, _BOX, 1.2)
    canvas.restoreState()


def _ticked_box(canvas: Any, x: float, y: float) -> None:
    _box(canvas, x, y)
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.4)
    canvas.lines([(x + 2.4, y + 4.4, x + 4.2, y + 2.3), (x + 4.2, y + 2.3, x + 7.8, y + 7)])
    canvas.restoreState()
