"""The rows of the search, as Qt's list asks for them."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from vcs_desktop.ui.search_panel.row import Row

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel):
    """Shows the rows that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def fill(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def add(self, rows: Iterable[Row]) -> None:
        """Put rows that are not there yet under the others, which stay where they are."""
        shown = {row.key for row in self.rows}
        new = tuple(row for row in rows if row.key not in shown)
        if new:
            first = len(self.rows)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self.rows += new
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's title, its whole sentence for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row.title if role == Qt.ItemDataRole.DisplayRole else None
