"""Writes a text into a text widget: headings, paragraphs, lists and tables, never as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from vcs_desktop.domain.reading import Block, Heading, Item, Items, Line, Paragraph, Table, Text
from vcs_desktop.ui.theme import look

# Pixels at 100 % text.
_BODY = 16
_HEADING_SIZES = {1: 24, 2: 20, 3: 17}
_ROOM_ABOVE = {1: 4, 2: 22, 3: 16}
_GAP = 10
_ITEM_GAP = 4
_STEP = 30
_LINE_HEIGHT = 145
_HEADING_LINE_HEIGHT = 120


def write_blocks(document: QTextDocument, text: Text) -> tuple[int, ...]:
    """Replace what a document holds, and return where its headings begin.

    The places are positions of a text cursor, in the order of the headings.
    """
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDefaultFont(look.font(_BODY))
    document.setDocumentMargin(look.px(12))
    # The words of an item begin at the first stop after its mark, from either side.
    stops = document.defaultTextOption()
    stops.setTabStopDistance(look.px(_STEP))
    document.setDefaultTextOption(stops)
    return _Writer(document).write(text)


class _Writer:
    """Holds the cursor, and the formats in the present size and colours."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._body = _letters(look.font(_BODY))
        self._strong = _letters(look.font(_BODY, 700))
        self._headings: list[int] = []

    def write(self, text: Text) -> tuple[int, ...]:
        self._cursor.beginEditBlock()
        for block in text:
            self._write_block(block)
        self._cursor.endEditBlock()
        return tuple(self._headings)

    def _write_block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._write_heading(block)
        elif isinstance(block, Paragraph):
            self._write_paragraph(block)
        elif isinstance(block, Items):
            for place, item in enumerate(block.items):
                self._write_item(item, last=place == len(block.items) - 1)
        else:
            self._write_table(block)

    def _write_heading(self, heading: Heading) -> None:
        level = min(heading.level, 3)
        letters = _letters(look.font(_HEADING_SIZES[level], 700))
        shape = _shape(above=0 if self._fresh else _ROOM_ABOVE[level], below=_GAP * 0.6)
        shape.setLineHeight(_HEADING_LINE_HEIGHT, _proportional())
        shape.setHeadingLevel(heading.level)
        self._begin(shape)
        self._headings.append(self._cursor.block().position())
        self._put(heading.line, letters, letters)

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        shape = _shape(below=_GAP)
        if paragraph.quoted:
            shape.setBackground(look.colour("sunken"))
        self._begin(shape)
        self._put(paragraph.line, self._body, self._strong)
        if paragraph.quoted:
            self._indent(look.px(_STEP), shape)

    def _write_item(self, item: Item, *, last: bool) -> None:
        """Write one item: its mark stands before the line, as words that can be read aloud."""
        shape = _shape(below=_GAP if last else _ITEM_GAP)
        room = look.px(_STEP)
        if item.mark:
            shape.setTextIndent(-room)
        self._begin(shape)
        if item.mark:
            self._cursor.insertText(f"{item.mark}\t", self._body)
        self._put(item.line, self._body, self._strong)
        self._indent(room * (item.depth + 1), shape)

    def _write_table(self, table: Table) -> None:
        shape = QTextTableFormat()
        shape.setHeaderRowCount(1)
        shape.setCellPadding(look.px(6))
        shape.setCellSpacing(0)
        shape.setBorder(look.border_width())
        shape.setBorderCollapse(True)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(look.colour("edge"))
        shape.setTopMargin(look.px(4))
        shape.setBottomMargin(look.px(_GAP))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        rows: list[tuple[Line, ...]] = [table.head, *table.rows]
        made = self._cursor.insertTable(len(rows), max(1, len(table.head)), shape)
        for row, cells in enumerate(rows):
            for column, line in enumerate(cells):
                cell = made.cellAt(row, column)
                if row == 0:
                    ground = cell.format()
                    ground.setBackground(look.colour("sunken"))
                    cell.setFormat(ground)
                self._cursor = cell.firstCursorPosition()
                self._put(line, self._strong if row == 0 else self._body, self._strong)
        self._cursor = made.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        # The table leaves an empty block behind it, in which the next one begins.
        self._fresh = True

    def _begin(self, shape: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(shape)
            self._fresh = False
        else:
            self._cursor.insertBlock(shape, self._body)

    def _put(self, line: Line, plain: QTextCharFormat, strong: QTextCharFormat) -> None:
        for span in line:
            letters = strong if span.strong else plain
            if span.link:
                letters = QTextCharFormat(letters)
                letters.setAnchor(True)
                letters.setAnchorHref(span.link)
                letters.setFontUnderline(True)
                letters.setForeground(look.colour("brand"))
            # Qt's sign for a new line inside a paragraph.
            self._cursor.insertText(span.text.replace("\n", "\u2028"), letters)

    def _indent(self, room: int, shape: QTextBlockFormat) -> None:
        """Leave room before the words just written: on the right where they are read from there."""
        if self._cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            shape.setRightMargin(room)
        else:
            shape.setLeftMargin(room)
        self._cursor.setBlockFormat(shape)


def _letters(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(look.colour("ink"))
    return made


def _shape(*, above: float = 0, below: float = 0) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(look.px(above))
    made.setBottomMargin(look.px(below))
    made.setLineHeight(_LINE_HEIGHT, _proportional())
    return made


def _proportional() -> int:
    return QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
