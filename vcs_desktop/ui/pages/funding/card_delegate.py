"""Draws the cards of the list: title, who and how much, the verdict, how long is left."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.domain.opportunities import OpportunityLine
from vcs_desktop.ui import opportunity_words
from vcs_desktop.ui.pages.funding.list_model import Index, OpportunityListModel, Row, RowRole
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.row_ground import draw_ground

TITLE_LINES = 2
_SIDE, _TOP, _GAP = 14, 11, 4
_ICON = 17


def _title_font() -> QFont:
    return look.font(16, 700)


def _body_font() -> QFont:
    return look.font(14)


def _strong_font() -> QFont:
    return look.font(14, 600)


class CardDelegate(QStyledItemDelegate):
    """Paints rows of an OpportunityListModel; their height follows the width and the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints: dict[tuple[object, ...], QSize] = {}
        look.changed.connect(self._hints.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the card's size at the width that the list gives it."""
        row: Row = index.data(RowRole)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        if row.line is None:
            return QSize(width, look.px(44))
        on = _model_of(index).on
        line = row.line
        verdict = line.fit and line.fit.verdict
        key = (line.record.id, verdict, line.kept, line.on_sheet, width, look.px(100), on)
        if key not in self._hints:
            self._hints[key] = QSize(width, _height(row.line, width, on))
        return self._hints[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, _frame(option.rect), option.state, is_card=row.line is not None)
        if row.line is None:
            _draw_fold(painter, option, row)
        else:
            _draw_card(painter, option.rect, row.line, _model_of(index).on)
        painter.restore()


# Where reading begins and where it ends: the painter turns them round with the language.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _model_of(index: Index) -> OpportunityListModel:
    model = index.model()
    assert isinstance(model, OpportunityListModel)  # noqa: S101  the only model this draws
    return model


def _height(line: OpportunityLine, width: int, on: date) -> int:
    inner = _inner(QRect(0, 0, width, 0)).width()
    titles = len(_lines_of(line.record.title, _title_font(), inner - _marks_width(line)))
    rows = 2 if _fits_one_line(line, inner, on) else 3
    return (
        titles * QFontMetrics(_title_font()).height()
        + rows * (QFontMetrics(_strong_font()).height() + look.px(_GAP))
        + look.px(2 * _TOP + 12)
    )


def _draw_card(painter: QPainter, rect: QRect, line: OpportunityLine, on: date) -> None:
    area, title = _inner(rect), _title_font()
    _draw_marks(painter, area, line)
    painter.setFont(title)
    painter.setPen(look.colour("ink"))
    height = QFontMetrics(title).height()
    area.setHeight(height)
    for text in _lines_of(line.record.title, title, area.width() - _marks_width(line)):
        painter.drawText(area, _LEFT, text)
        area.translate(0, height)
    area.translate(0, look.px(_GAP))
    area.setHeight(QFontMetrics(_strong_font()).height())
    _draw_who(painter, area, line)
    area.translate(0, area.height() + look.px(_GAP + 3))
    _draw_verdict(painter, area, line, on)


def _inner(rect: QRect) -> QRect:
    side, top = look.px(_SIDE), look.px(_TOP)
    return _frame(rect).toRect().adjusted(side, top, -side, -top)


def _frame(rect: QRect) -> QRectF:
    """Return the card's edge: room is left for the focus ring, and for the scroll bar."""
    return QRectF(rect).adjusted(look.px(4), look.px(4), -look.px(6), -look.px(4))


def _draw_fold(painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
    font, area = _strong_font(), _frame(option.rect).toRect()
    size = look.px(_ICON)
    area.adjust(look.px(_SIDE), 0, -look.px(_SIDE), 0)
    name = "chevron-down" if row.is_open else "chevron-right"
    place = QRect(area.left(), area.center().y() - size // 2, size, size)
    painter.drawPixmap(_turned(place, area).topLeft(), look.pixmap(name, "brand", _ICON))
    painter.setFont(font)
    painter.setPen(look.colour("brand"))
    text = _turned(area.adjusted(size + look.px(8), 0, 0, 0), area)
    painter.drawText(
        text,
        _LEFT,
        QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, text.width()),
    )


def _marks(line: OpportunityLine) -> Sequence[str]:
    kept = ("bookmark",) if line.kept else ()
    return (*kept, "clipboard-check") if line.on_sheet else kept


def _marks_width(line: OpportunityLine) -> int:
    return len(_marks(line)) * look.px(_ICON + 6)


def _draw_marks(painter: QPainter, area: QRect, line: OpportunityLine) -> None:
    right, size = area.right(), look.px(_ICON)
    for name in _marks(line):
        right -= size
        place = _turned(QRect(right, area.top() + look.px(1), size, size), area)
        painter.drawPixmap(place.topLeft(), look.pixmap(name, "brand", _ICON))
        right -= look.px(6)


def _draw_who(painter: QPainter, area: QRect, line: OpportunityLine) -> None:
    """Draw who and how much; a long name gives way, the amount stays whole."""
    font, record = _body_font(), line.record
    metrics = QFontMetrics(font)
    tail = f" · {opportunity_words.amount_of(record)}"
    head = opportunity_words.who_says(record)
    room = area.width() - metrics.horizontalAdvance(tail)
    head = metrics.elidedText(head, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(look.colour("muted"))
    painter.drawText(area, _LEFT, f"{head}{tail}" if head else tail.removeprefix(" · "))


def _fits_one_line(line: OpportunityLine, width: int, on: date) -> bool:
    metrics = QFontMetrics(_strong_font())
    phrase = opportunity_words.closing_phrase(line.record, on)
    verdict = opportunity_words.verdict_mark(line.fit).words
    needed = metrics.horizontalAdvance(verdict) + metrics.horizontalAdvance(phrase)
    return needed + look.px(_ICON + 6 + 16) <= width


def _draw_verdict(painter: QPainter, area: QRect, line: OpportunityLine, on: date) -> None:
    mark = opportunity_words.verdict_mark(line.fit)
    one_line = _fits_one_line(line, area.width(), on)
    size = look.px(_ICON)
    icon = QRect(area.left(), area.top() + (area.height() - size) // 2, size, size)
    painter.drawPixmap(_turned(icon, area).topLeft(), look.pixmap(mark.icon, mark.colour, _ICON))
    painter.setFont(_strong_font())
    painter.setPen(look.colour(mark.colour))
    words = _turned(area.adjusted(look.px(_ICON + 6), 0, 0, 0), area)
    painter.drawText(words, _LEFT, mark.words)
    if not one_line:
        area = area.translated(0, area.height() + look.px(_GAP))
    soon = opportunity_words.is_soon(line.record, on)
    painter.setFont(_strong_font() if soon else _body_font())
    painter.setPen(look.colour("warn" if soon else "muted"))
    phrase = opportunity_words.closing_phrase(line.record, on)
    painter.drawText(area, _RIGHT if one_line else _LEFT, phrase)


def _turned(place: QRect, area: QRect) -> QRect:
    """Return a place in an area as it is where the language reads the other way."""
    return QStyle.visualRect(look.direction(), area, place)


def _lines_of(text: str, font: QFont, width: int) -> list[str]:
    """Return the text broken over at most two lines, the last one shortened if it must be."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if len(lines) == TITLE_LINES - 1:
            rest = text[start:].strip()
            lines.append(
                QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(1, width))
            )
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines or [""]
