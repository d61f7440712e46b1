"""A row that somebody selects without a key or the mouse, by voice or a switch, is gone to."""

from PySide6.QtCore import QItemSelectionModel, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView


class SelectedRow(QObject):
    """Moves a list to the row that was selected in it from outside.

    Programs that press for people select a row over the accessibility bus; Qt then
    marks it and moves nowhere.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        """Watch a list of which one row at a time is selected, once it has its model."""
        super().__init__(view)
        self._view = view
        # Queued, because a list that moves by itself selects first and moves then.
        later = Qt.ConnectionType.QueuedConnection
        view.selectionModel().selectionChanged.connect(self._go, later)

    @Slot()
    def _go(self) -> None:
        rows = self._view.selectionModel()
        for index in rows.selectedIndexes()[:1]:
            if index != rows.currentIndex():
                rows.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
