"""Draws a row of the search: its icon and title, what kind it is, and why it was found."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.core.text import beginning
from vcs_desktop.domain.words_typed import places
from vcs_desktop.ui.search_panel.model import Index, RowRole
from vcs_desktop.ui.search_panel.row import Row
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.row_ground import draw_ground

_SIDE, _TOP, _GAP, _EDGE = 12, 7, 1, 4
_ICON, _ICON_GAP = 20, 12
# More than this never fits into a line, and measuring a long text takes long.
_MOST_LETTERS = 300


class RowDelegate(QStyledItemDelegate):
    """Paints rows of a RowModel in two lines, or in three where it says why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of one row."""
        row: Row = index.data(RowRole)
        heights = [QFontMetrics(font).height() for font, _colour, _text in _lines(row)]
        gaps = look.px(_GAP) * (len(heights) - 1)
        return QSize(look.px(200), sum(heights) + gaps + 2 * look.px(_TOP + _EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row: chosen, under the mouse, or plain; with the ring if it has the focus."""
        row: Row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.px(_EDGE)
        frame = QRect(option.rect).adjusted(edge, edge // 2, -edge, -edge // 2)
        draw_ground(painter, QRectF(frame), option.state)
        side, top = look.px(_SIDE), look.px(_TOP)
        _draw_row(painter, frame.adjusted(side, top, -side, -top), row)
        painter.restore()


def _lines(row: Row) -> list[tuple[QFont, str, str]]:
    """Return the letters, the colour and the words of each line."""
    body = look.font(14)
    said = f"{row.kind} · {row.note}" if row.note else row.kind
    lines = [(look.font(15, 600), "ink", row.title), (body, "muted", said)]
    return [*lines, (body, "ink", row.why)] if row.why else lines


def _draw_row(painter: QPainter, inside: QRect, row: Row) -> None:
    direction, size = look.direction(), look.px(_ICON)
    icon = QRect(inside.x(), inside.y() + look.px(1), size, size)
    painter.drawPixmap(
        QStyle.visualRect(direction, inside, icon).topLeft(),
        look.pixmap(row.icon, "brand", _ICON),
    )
    area = inside.adjusted(size + look.px(_ICON_GAP), 0, 0, 0)
    for font, colour, text in _lines(row):
        height = QFontMetrics(font).height()
        line = QRect(area.x(), area.y(), area.width(), height)
        _draw_line(
            painter, QStyle.visualRect(direction, inside, line), font, colour, text, row.words
        )
        area.translate(0, height + look.px(_GAP))


def _draw_line(
    painter: QPainter, area: QRect, font: QFont, colour: str, text: str, words: str
) -> None:
    """Draw one line, cut to its room; the words that were typed stand out in it."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    short, _ = beginning(" ".join(text[:_MOST_LETTERS].split()), _MOST_LETTERS)
    shown = QFontMetrics(bold).elidedText(short, Qt.TextElideMode.ElideRight, area.width())
    layout = QTextLayout(shown, font)
    direction = look.direction()
    option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_standing_out(start, length) for start, length in places(shown, words)])
    layout.beginLayout()
    layout.createLine().setLineWidth(area.width())
    layout.endLayout()
    painter.setPen(look.colour(colour))
    layout.draw(painter, QPoint(area.topLeft()).toPointF())


def _standing_out(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format = QTextCharFormat()
    made.format.setFontWeight(QFont.Weight.Bold)
    made.format.setFontUnderline(True)
    return made
