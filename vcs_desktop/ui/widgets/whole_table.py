"""A small table that is as tall as its rows: the page scrolls, the table does not."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_ROW_HEIGHT = 34
_CELL_SIDE, _CELL_TOP = 6, 5
_LEAST_WIDTH = 200


class RowsModel(QAbstractTableModel):
    """Rows of words under heads; every row has as many cells as there are heads."""

    def __init__(
        self, heads: Sequence[str], figures: Sequence[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._figures = frozenset(figures)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column; rows have none, nor has a column that is not there."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # Cells are turned round by Qt where that is the way of reading; heads are not.
            return QStyle.visualAlignment(look.direction(), self._side(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; a screen reader hears under which head it stands."""
        if not index.isValid():
            return None
        words = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {words}"
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right, left = Qt.AlignmentFlag.AlignTrailing, Qt.AlignmentFlag.AlignLeading
        return (right if column in self._figures else left) | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Draws a cell with room round its words, and a line above every row but the first."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the words, broken over the width of the column, and the room."""
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, 0, -2 * look.px(_CELL_SIDE), 0)
        size = super().sizeHint(inner, index)
        return size.grownBy(_room())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground over the whole cell, and the words inside."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("brandSoft"))
        if index.row():
            painter.setPen(QPen(look.colour("line"), look.border_width()))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.marginsRemoved(_room())
        super().paint(painter, inner, index)


def _room() -> QMargins:
    side, top = look.px(_CELL_SIDE), look.px(_CELL_TOP)
    return QMargins(side, top, side, top)


class WholeTable(QTableView):
    """A table of words with heads. Tab stops at it once; the arrow keys move inside.

    ``figures`` are the places of the columns that stand at the far side, as
    figures do.
    """

    def __init__(self, title: str, heads: Sequence[str], figures: Sequence[int] = ()) -> None:
        super().__init__()
        self._model = RowsModel(heads, figures, self)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setAccessibleName(title)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head, rows = self.horizontalHeader(), self.verticalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for place in figures:
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitted = (0, 0)
        RowInSight(self)
        self._scale()
        look.changed.connect(self._scale)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace every row."""
        self._model.show_rows(rows)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for as much height as all rows have."""
        return QSize(look.px(_LEAST_WIDTH), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the rows are at this width."""
        super().resizeEvent(event)
        if self._fitted != (self.width(), look.text_size):
            self._fit()

    def _scale(self) -> None:
        self.verticalHeader().setMinimumSectionSize(look.px(_ROW_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        self._fitted = (self.width(), look.text_size)
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        self.setFixedHeight(height + 2 * self.frameWidth() + 1)
