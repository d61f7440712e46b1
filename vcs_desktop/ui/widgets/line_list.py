"""A list to choose from: each line a title, a figure or note under it, and perhaps a mark.

A line may begin a group, and then has the name of the group above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vcs_desktop.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
_LEAST_WIDTH, _LEAST_HEIGHT = 200, 180
_SIDE, _TOP, _GAP, _EDGE, _ROUND = 12, 9, 2, 3, 8
_ICON, _TALL = 16, 1 << 16
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Line:
    """What one row shows: ``title`` and, strong, ``figure``; ``note`` is small.

    ``group`` is the name of the group that the line belongs to, and stands above its
    first line. ``mark`` is the name of an icon with ``mark_words`` beside it, in the
    colour of a token.
    """

    id: str
    title: str
    figure: str = ""
    note: str = ""
    group: str = ""
    mark: str = ""
    mark_words: str = ""
    mark_colour: str = "muted"


class LineModel(QAbstractListModel):
    """Shows the lines it was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def begins_group(self, row: int) -> bool:
        """Say whether the name of its group stands above a row."""
        group = self.lines[row].group
        return bool(group) and (row == 0 or self.lines[row - 1].group != group)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line's title, its whole for a screen reader, or the line itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (line.title, line.figure, line.note, line.mark_words, line.group)
            return ". ".join(filter(None, told))
        return None


class LineDelegate(QStyledItemDelegate):
    """Draws lines; their height follows the width and the text size."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size at the width that the list gives."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        pieces = _pieces(index.data(LineRole), begins=_begins(index))
        inner = max(1, width - 2 * look.px(_SIDE + _EDGE))
        height = sum(_height(words, font, inner, icon) for words, font, _, icon in pieces)
        gaps = look.px(_GAP) * max(0, len(pieces) - 1)
        return QSize(width, height + gaps + 2 * look.px(_TOP + _EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; one with a group's name has its ground under its own words only."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, side = look.px(_EDGE), look.px(_SIDE)
        area = option.rect.adjusted(edge + side, look.px(_TOP) + edge, -side - edge, 0)
        pieces = _pieces(index.data(LineRole), begins=False)
        frame = option.rect.adjusted(edge, edge, -edge, -edge)
        if _begins(index):
            head = _group_piece(index.data(LineRole).group)
            height = _height(head[0], head[1], area.width(), "")
            _draw_piece(painter, head, QRect(area.left(), area.top(), area.width(), height))
            area.translate(0, height + look.px(_GAP))
            frame.setTop(area.top() - look.px(_TOP) // 2)
        _draw_ground(painter, option, QRectF(frame))
        for piece in pieces:
            height = _height(piece[0], piece[1], area.width(), piece[3])
            _draw_piece(painter, piece, QRect(area.left(), area.top(), area.width(), height))
            area.translate(0, height + look.px(_GAP))
        painter.restore()


Piece = tuple[str, QFont, str, str]
"""Words, their font, the token of their colour, and the icon before them or nothing."""


def _pieces(line: Line, *, begins: bool) -> list[Piece]:
    head = [_group_piece(line.group)] if begins else []
    said: list[Piece] = [
        (line.title, look.font(15, 600), "ink", ""),
        (line.figure, look.font(15), "ink", ""),
        (line.note, look.font(14), "muted", ""),
        (line.mark_words, look.font(14, 600), line.mark_colour, line.mark),
    ]
    return [*head, *(piece for piece in said if piece[0])]


def _group_piece(group: str) -> Piece:
    return (group, look.font(14, 700), "brand", "")


def _begins(index: Index) -> bool:
    model = index.model()
    return isinstance(model, LineModel) and model.begins_group(index.row())


def _icon_room(icon: str) -> int:
    return look.px(_ICON + 6) if icon else 0


def _height(words: str, font: QFont, width: int, icon: str) -> int:
    room = max(1, width - _icon_room(icon))
    metrics = QFontMetrics(font)
    rect = metrics.boundingRect(QRect(0, 0, room, _TALL), _wrapping(), words)
    return max(rect.height(), metrics.height())


def _wrapping() -> int:
    return int(Qt.TextFlag.TextWordWrap.value)


def _draw_piece(painter: QPainter, piece: Piece, area: QRect) -> None:
    words, font, colour, icon = piece
    direction = look.direction()
    if icon:
        size = look.px(_ICON)
        spot = QRect(area.left(), area.top() + look.px(1), size, size)
        place = QStyle.visualRect(direction, area, spot)
        painter.drawPixmap(place.topLeft(), look.pixmap(icon, colour, _ICON))
    room = QStyle.visualRect(direction, area, area.adjusted(_icon_room(icon), 0, 0, 0))
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    painter.setFont(font)
    painter.setPen(look.colour(colour))
    painter.drawText(room, int(side.value) | _wrapping(), words)


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, frame: QRectF) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    radius = look.px(_ROUND)
    width = max(2 if selected else 1, look.border_width())
    painter.setPen(QPen(look.colour("brand" if selected else "line"), width))
    painter.setBrush(look.colour("brandSoft" if selected or hovered else "surface"))
    painter.drawRoundedRect(frame, radius, radius)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for thickness, colour in ((4.0, "focusInk"), (2.5, "focus")):
            painter.setPen(QPen(look.colour(colour), thickness))
            painter.drawRoundedRect(frame, radius, radius)


class LineList(QListView):
    """One Tab stop: the arrows move, Enter opens.

    ``chosen`` carries the id under the hand, ``open_asked`` comes with Enter or a
    click. ``came_to`` says where in the list the keyboard has brought the focus, so
    that the page can scroll there.
    """

    chosen = Signal(str)
    open_asked = Signal(str)
    came_to = Signal(QWidget, QRect)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._model = LineModel(self)
        self.setObjectName("cards")
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.clicked.connect(self._open)
        self._scale()
        look.changed.connect(self._scale)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what was chosen stays chosen where it is still there."""
        before = self.chosen_id()
        self._model.show_lines(lines)
        self.choose(before)

    def choose(self, line_id: str) -> bool:
        """Choose a line by its id; False when no row shows it."""
        for row, line in enumerate(self._model.lines):
            if line.id == line_id:
                self.selectionModel().setCurrentIndex(
                    self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                return True
        return False

    def chosen_id(self) -> str:
        """Return the id under the hand, or ""."""
        index = self.currentIndex()
        return self._model.lines[index.row()].id if index.isValid() else ""

    def first_id(self) -> str:
        """Return the id of the first line, or "" where there is none."""
        return self._model.lines[0].id if self._model.lines else ""

    def sizeHint(self) -> QSize:
        """Ask for little; it scrolls by itself and stretches."""
        return QSize(look.px(_LEAST_WIDTH), look.px(_LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or move."""
        if event.key() in _OPENING_KEYS and self.chosen_id():
            self.open_asked.emit(self.chosen_id())
            return
        super().keyPressEvent(event)
        self._tell_place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard has come to."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._tell_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out again: their height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _tell_place(self) -> None:
        rect = self.visualRect(self.currentIndex())
        if rect.isValid():
            self.came_to.emit(self.viewport(), rect)

    def _tell_chosen(self, current: Index, _before: Index) -> None:
        if current.isValid():
            self.chosen.emit(self._model.lines[current.row()].id)

    def _open(self, index: Index) -> None:
        self.open_asked.emit(self._model.lines[index.row()].id)

    def _scale(self) -> None:
        self.setMinimumWidth(look.px(_LEAST_WIDTH))
        self.scheduleDelayedItemsLayout()
