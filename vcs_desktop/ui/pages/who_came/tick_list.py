"""The people who usually come, to be ticked: arrows move, the space bar and Enter tick."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vcs_desktop.core.language import tr
from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.row_ground import draw_ground

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CameRole = Qt.ItemDataRole.UserRole

_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_ROW, _BOX, _MARK, _SIDE, _GAP, _RADIUS = 36, 20, 16, 12, 10, 4
_MOST_ROWS_SEEN = 12
_LEAST_WIDTH = 200


@dataclass(frozen=True, slots=True)
class CameRow:
    """One person on the sheet, or one who may come on to it."""

    id: str
    name: str
    is_ticked: bool = False
    is_first_time: bool = False

    @property
    def spoken(self) -> str:
        """The row in words."""
        if not self.is_ticked:
            return tr("{name}, not ticked", name=self.name)
        if self.is_first_time:
            return tr("{name}, ticked, first time", name=self.name)
        return tr("{name}, ticked", name=self.name)


class CameModel(QAbstractListModel):
    """The rows. Who is new to the list comes on top, and nothing else moves."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CameRow] = []

    def show_rows(self, rows: Iterable[CameRow]) -> None:
        """Replace every row; where the same people stay, nothing moves."""
        rows = list(rows)
        if [each.id for each in rows] == [each.id for each in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def put(self, row: CameRow) -> int:
        """Show somebody as they are now, and return where."""
        place = self.place_of(row.id)
        if place >= 0:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))
            return place
        self.beginInsertRows(NOWHERE, 0, 0)
        self.rows.insert(0, row)
        self.endInsertRows()
        return 0

    def place_of(self, person_id: str) -> int:
        """Return where somebody is, -1 where they are not."""
        return next((n for n, row in enumerate(self.rows) if row.id == person_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name, whether it is ticked, the row in words, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == CameRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be chosen and ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable


class CameDelegate(QStyledItemDelegate):
    """Draws a box with its tick, a name, and that it is their first time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(look.px(_LEAST_WIDTH), look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: CameRow = index.data(CameRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, QRectF(option.rect).adjusted(3, 1, -5, -1), option.state)
        room = option.rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        size = look.px(_BOX)
        box = QRect(room.left(), room.center().y() - size // 2, size, size)
        _draw_box(painter, QStyle.visualRect(look.direction(), option.rect, box), row)
        room.setLeft(box.right() + look.px(_GAP))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(15, 700 if row.is_ticked else 400))
        mark = tr("First time") if row.is_ticked and row.is_first_time else ""
        width = painter.fontMetrics().horizontalAdvance(mark) + look.px(_GAP) if mark else 0
        name = room.adjusted(0, 0, -width, 0)
        fitted = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, name.width()
        )
        _draw_words(painter, option.rect, name, fitted, Qt.AlignmentFlag.AlignLeft)
        if mark:
            painter.setFont(look.font(14, 600))
            painter.setPen(look.colour("info"))
            _draw_words(painter, option.rect, room, mark, Qt.AlignmentFlag.AlignRight)
        painter.restore()


class TickList(QListView):
    """One Tab stop. ``toggled`` carries the id of somebody and whether they are ticked now.

    ``moved`` says that another row is under the hand.
    """

    toggled = Signal(str, bool)
    moved = Signal()

    def __init__(self, name: str) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__()
        self.came = CameModel()
        self.setModel(self.came)
        self.setItemDelegate(CameDelegate(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._toggle)
        self.selectionModel().currentChanged.connect(self.moved)
        RowInSight(self)
        for changed in (look.changed, self.came.modelReset, self.came.rowsInserted):
            changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[CameRow]) -> None:
        """Show other rows; who is under the hand stays there."""
        chosen = self.chosen()
        self.came.show_rows(rows)
        place = self.came.place_of(chosen.id) if chosen else -1
        self._go_to(max(place, 0))

    def put(self, row: CameRow) -> None:
        """Show somebody as they are now, in sight."""
        place = self.came.put(row)
        self._go_to(place)
        self.scrollTo(self.came.index(place))

    def say_first_time(self, person_id: str, *, is_first_time: bool) -> None:
        """Show whether it is somebody's first time."""
        place = self.came.place_of(person_id)
        if place >= 0:
            self.came.put(replace(self.came.rows[place], is_first_time=is_first_time))

    def chosen(self) -> CameRow | None:
        """Return the row under the hand."""
        row = self.currentIndex().data(CameRole)
        return row if isinstance(row, CameRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by key; every other key does what it does in lists."""
        if event.key() in _TICKING:
            if not event.isAutoRepeat():
                self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for as much height as the rows have, up to a dozen."""
        return QSize(look.px(_LEAST_WIDTH), self.height())

    def _toggle(self, index: QModelIndex) -> None:
        row = index.data(CameRole)
        if isinstance(row, CameRow):
            self.toggled.emit(row.id, not row.is_ticked)

    def _go_to(self, place: int) -> None:
        if 0 <= place < self.came.rowCount():
            self.selectionModel().setCurrentIndex(
                self.came.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.moved.emit()

    def _fit(self) -> None:
        rows = min(max(1, self.came.rowCount()), _MOST_ROWS_SEEN)
        self.setFixedHeight(rows * look.px(_ROW) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()


def _draw_box(painter: QPainter, box: QRect, row: CameRow) -> None:
    painter.setPen(QPen(look.colour("brand" if row.is_ticked else "edge"), 2))
    painter.setBrush(look.colour("brand" if row.is_ticked else "surface"))
    painter.drawRoundedRect(QRectF(box), look.px(_RADIUS), look.px(_RADIUS))
    if row.is_ticked:
        size = look.px(_MARK)
        mark = QRect(0, 0, size, size)
        mark.moveCenter(box.center())
        painter.drawPixmap(mark, look.pixmap("check", "onBrand", _MARK))


def _draw_words(
    painter: QPainter, whole: QRect, room: QRect, words: str, side: Qt.AlignmentFlag
) -> None:
    direction = look.direction()
    seen = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QStyle.visualRect(direction, whole, room), int(seen.value), words)
