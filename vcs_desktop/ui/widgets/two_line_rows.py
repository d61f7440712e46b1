"""Rows of two lines: what it is called, and under it what is to be said of it.

Every row has the same height, whatever is on it: so a list of thousands is there at
once. What does not fit ends in "…"; the card beside the list says all of it.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.row_ground import draw_ground
from vcs_desktop.ui.widgets.title_list import Index, RowRole, TitleList, TitleRow

_SIDE, _TOP, _ICON, _GAP = 12, 8, 15, 6


class TwoLineDelegate(QStyledItemDelegate):
    """Draws rows of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size that every row has."""
        lines = QFontMetrics(_name_font()).height() + QFontMetrics(_line_font()).height()
        return QSize(option.rect.width(), lines + look.px(2 * _TOP + 3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: TitleRow = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if not row.is_heading:  # it cannot be pressed
            draw_ground(painter, _frame(rect), option.state)
        room = rect.adjusted(look.px(_SIDE), look.px(_TOP), -look.px(_SIDE), 0)
        room.setHeight(QFontMetrics(_name_font()).height())
        if row.is_heading:
            room.moveBottom(rect.bottom() - look.px(_TOP // 2))  # near to what it names
        _draw_words(painter, rect, room, row.title, (_name_font(), "ink"))
        room.translate(0, room.height() + look.px(3))
        room.setHeight(QFontMetrics(_line_font()).height())
        if row.mark:
            room.setLeft(room.left() + _draw_mark(painter, rect, room, row))
        _draw_words(painter, rect, room, row.line, (_line_font(), "muted"))
        painter.restore()


def draw_in_two_lines(titles: TitleList) -> None:
    """Have a list draw its rows in two lines, all of one height."""
    titles.setItemDelegate(TwoLineDelegate(titles))
    titles.setUniformItemSizes(True)


def _name_font() -> QFont:
    return look.font(15, 600)


def _line_font() -> QFont:
    return look.font(13)


def _mark_font() -> QFont:
    return look.font(13, 600)


def _frame(rect: QRect) -> QRectF:
    """Return the edge of a row: room is left for the focus ring, and for the scroll bar."""
    return QRectF(rect).adjusted(look.px(3), look.px(2), -look.px(5), -look.px(2))


def _draw_mark(painter: QPainter, whole: QRect, room: QRect, row: TitleRow) -> int:
    """Draw what is the matter, first in its line, and return how much room it took."""
    size, gap = look.px(_ICON), look.px(_GAP)
    place = QRect(room.left(), room.center().y() - size // 2, size, size)
    painter.drawPixmap(
        QStyle.visualRect(look.direction(), whole, place),
        look.pixmap(row.mark_icon, row.mark_colour, _ICON),
    )
    words = room.adjusted(size + gap, 0, 0, 0)
    _draw_words(painter, whole, words, row.mark, (_mark_font(), row.mark_colour))
    return size + 3 * gap + QFontMetrics(_mark_font()).horizontalAdvance(row.mark)


def _draw_words(
    painter: QPainter, whole: QRect, room: QRect, text: str, style: tuple[QFont, str]
) -> None:
    if room.width() <= 0:
        return
    direction = look.direction()
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    side = QStyle.visualAlignment(direction, middle)
    painter.setFont(style[0])
    painter.setPen(look.colour(style[1]))
    shown = QFontMetrics(style[0]).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    line = int(side.value) | int(Qt.TextFlag.TextSingleLine.value)
    painter.drawText(QStyle.visualRect(direction, whole, room), line, shown)
