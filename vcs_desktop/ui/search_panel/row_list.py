"""The list of what was found: arrows move, Enter opens, typing goes on in the field."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from vcs_desktop.core.language import tr
from vcs_desktop.ui.search_panel.model import RowModel, RowRole
from vcs_desktop.ui.search_panel.row import Row
from vcs_desktop.ui.search_panel.row_delegate import RowDelegate
from vcs_desktop.ui.theme import look

_KEY = Qt.Key
_OPENING = (_KEY.Key_Return, _KEY.Key_Enter)
_MOVING = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_PageDown)


class RowList(QListView):
    """Shows a RowModel.

    ``opened`` carries a Row. ``left`` is Esc; ``went_up`` is Up on the first row;
    ``typed`` carries any key that belongs to the field; ``tabbed`` says that Tab
    was pressed, and whether forwards.
    """

    opened = Signal(object)
    left = Signal()
    went_up = Signal()
    typed = Signal(QKeyEvent)
    tabbed = Signal(bool)

    def __init__(self, model: RowModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(tr("What was found"))
        # Tab goes on from the field above; the arrows lead here.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def chosen(self) -> Row | None:
        """Return the row that Enter opens, or None."""
        index = self.currentIndex()
        return index.data(RowRole) if index.isValid() else None

    def choose_first(self) -> None:
        """Choose the first row and show it."""
        self.selectionModel().setCurrentIndex(
            self._model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollToTop()

    def whole_height(self) -> int:
        """Return how high the list is with every row in sight, in logical pixels."""
        return sum(
            self.sizeHintForIndex(self._model.index(row)).height()
            for row in range(self._model.rowCount())
        )

    def sizeHint(self) -> QSize:
        """Ask for the room that every row needs."""
        return QSize(look.px(200), self.whole_height())

    def minimumSizeHint(self) -> QSize:
        """Do with less: it scrolls."""
        return QSize(look.px(100), look.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open or leave; every other key goes to the field."""
        if event.key() == _KEY.Key_Escape:
            self.left.emit()
        elif event.key() in _OPENING:
            self._open(self.currentIndex())
        elif event.key() == _KEY.Key_Up and self.currentIndex().row() <= 0:
            self.went_up.emit()
        elif event.key() in _MOVING:
            super().keyPressEvent(event)
        else:
            self.typed.emit(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go on from the field."""
        self.tabbed.emit(forward)
        return True

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(RowRole))
