"""A list in which people are ticked one by one; thousands of rows weigh no more than a few."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.domain.people import Person
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.row_ground import draw_ground

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_ROW, _SIDE, _BOX, _MARK, _EDGE, _RADIUS = 34, 10, 20, 16, 2, 4
_HIGH = 8 * _ROW


class TickModel(QAbstractListModel):
    """People, each ticked or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Person] = ()
        self.off: set[str] = set()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show others; who was ticked off before stays so."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Tick a row, or take its tick away."""
        self.off ^= {self._people[index.row()].id}
        place = self.index(index.row())
        self.dataChanged.emit(place, place)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name, and whether it is ticked."""
        if not index.isValid():
            return None
        person = self._people[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short_prose(person.name, 120)
            case Qt.ItemDataRole.CheckStateRole:
                is_on = person.id not in self.off
                return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be gone to and ticked."""
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )


class TickList(QListView):
    """``ticked`` says that a row was ticked, or not any more. The space bar does it too."""

    ticked = Signal()

    def __init__(self, name: str) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__()
        self.people = TickModel(self)
        self.setModel(self.people)
        self.setItemDelegate(_TickRow(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._toggle)
        self._scale()
        look.changed.connect(self._scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        self.people.toggle(index)
        self.ticked.emit()

    def _scale(self) -> None:
        self.setFixedHeight(look.px(_HIGH))


class _TickRow(QStyledItemDelegate):
    """Draws a row with a box of our own: Qt's edge is too faint to be seen by everybody."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for a row that is easily hit."""
        return QSize(look.px(_ROW), max(look.px(_ROW), option.fontMetrics.height()))

    def editorEvent(self, *_: Any) -> bool:
        """Leave the ticking to the list, which does it wherever the row is clicked."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the box, and the name beside it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, QRectF(option.rect).adjusted(3, 2, -3, -2), option.state)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        side, size = look.px(_SIDE), look.px(_BOX) - _EDGE
        inner = option.rect.adjusted(side, 0, -side, 0)
        is_left = option.direction == Qt.LayoutDirection.LeftToRight
        left = inner.left() if is_left else inner.right() - size
        box = QRectF(left, inner.center().y() - size / 2, size, size)
        painter.setPen(QPen(look.colour("brand" if is_on else "edge"), _EDGE))
        painter.setBrush(look.colour("brand" if is_on else "surface"))
        painter.drawRoundedRect(box, look.px(_RADIUS), look.px(_RADIUS))
        if is_on:
            place = QRectF(0, 0, look.px(_MARK), look.px(_MARK))
            place.moveCenter(box.center())
            painter.drawPixmap(place.toRect(), look.pixmap("check", "onBrand", _MARK))
        room = look.px(_BOX + _SIDE)
        words = inner.adjusted(room if is_left else 0, 0, 0 if is_left else -room, 0)
        painter.setPen(look.colour("ink"))
        name = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), name
        )
        painter.restore()
