"""The list of cards: arrows move, Enter opens, the fold opens and closes."""

import sys

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QListView

from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityLine, OpportunityList
from vcs_desktop.ui.pages.funding.card_delegate import CardDelegate
from vcs_desktop.ui.pages.funding.list_model import Index, OpportunityListModel, RowKind, RowRole
from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.selected_row import SelectedRow

_LEAST_WIDTH, _LEAST_HEIGHT = 220, 180
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class CardList(QListView):
    """Shows an OpportunityListModel.

    ``chosen`` carries the id under the hand, "" for the fold. ``open_asked``
    comes with Enter, ``card_clicked`` with the mouse. ``menu_asked`` carries the
    line and where on the screen. ``is_touched`` says whether the person has chosen
    or scrolled since the list was last filled: then nothing may move by itself.
    """

    chosen = Signal(str)
    open_asked = Signal(str)
    card_clicked = Signal(str)
    menu_asked = Signal(object, QPoint)

    def __init__(self, model: OpportunityListModel) -> None:
        super().__init__()
        self._model = model
        self.is_touched = False
        self.setObjectName("cards")
        self.setModel(model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(tr("Grants and contracts"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self._scale()
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        SelectedRow(self)
        RowInSight(self)
        self.clicked.connect(self._act_on_click)
        self.verticalScrollBar().sliderPressed.connect(self.touch)
        look.changed.connect(self._scale)

    def fill(self, answer: OpportunityList) -> None:
        """Show an answer; what was chosen stays chosen, or ``chosen`` says that it is gone."""
        before = self.chosen_id()
        self._model.show_answer(answer)
        if before in {line.record.id for line in answer.not_for_you}:
            self._model.unfold()
        self.is_touched = False
        if before and not self.choose(before):
            self.chosen.emit("")

    def choose(self, record_id: str) -> bool:
        """Choose a record by its id; False when no row shows it."""
        row = self._model.row_of(record_id) if record_id else -1
        if row < 0:
            return False
        self.selectionModel().setCurrentIndex(
            self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def unfold(self) -> None:
        """Open or close what cannot be applied for, and bring it into sight."""
        self._toggle_fold()
        self.scrollToBottom()

    def chosen_line(self) -> OpportunityLine | None:
        """Return the line under the hand, or None."""
        return self._model.line_at(self.currentIndex().row())

    def chosen_id(self) -> str:
        """Return the id under the hand, or ""."""
        line = self.chosen_line()
        return line.record.id if line else ""

    def touch(self) -> None:
        """Note that the person uses the list."""
        self.is_touched = True

    def sizeHint(self) -> QSize:
        """Ask for little; it scrolls by itself and stretches."""
        return QSize(look.px(_LEAST_WIDTH), look.px(_LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, fold or move."""
        row = self.currentIndex().data(RowRole) if self.currentIndex().isValid() else None
        if (
            row is not None
            and row.kind is RowKind.FOLD
            and _folds(event.key(), is_open=row.is_open)
        ):
            self._toggle_fold()
        elif row is not None and row.line is not None and event.key() in _OPENING_KEYS:
            self.touch()
            self.open_asked.emit(row.line.record.id)
        elif row is not None and row.line is not None and _asks_for_menu(event):
            self._ask_for_menu(row.line, self.visualRect(self.currentIndex()).center())
        else:
            if event.key() in _MOVING_KEYS:
                self.touch()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose nothing: Qt's list would take its first card, and keep it wherever that goes."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, by the person's hand."""
        self.touch()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by the person's hand."""
        self.touch()
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the chosen one by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self._model.line_at(index.row())
        if line is not None:
            self._ask_for_menu(line, self.visualRect(index).center() if by_key else event.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out again: their height follows the width. Keep the chosen one in sight."""
        rect = self.visualRect(self.currentIndex())
        was_seen = rect.isValid() and rect.top() >= 0 and rect.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if was_seen:
            self.scrollTo(self.currentIndex())

    def _ask_for_menu(self, line: OpportunityLine, place: QPoint) -> None:
        self.menu_asked.emit(line, self.viewport().mapToGlobal(place))

    def _toggle_fold(self) -> None:
        self.touch()
        self._model.toggle_fold()

    def _act_on_click(self, index: Index) -> None:
        row = index.data(RowRole)
        if row.kind is RowKind.FOLD:
            self._toggle_fold()
        else:
            self.card_clicked.emit(row.line.record.id)

    def _tell_chosen(self, current: Index, _before: Index) -> None:
        line = self._model.line_at(current.row())
        self.chosen.emit(line.record.id if line else "")

    def _scale(self) -> None:
        self.setMinimumWidth(look.px(_LEAST_WIDTH))
        self.scheduleDelayedItemsLayout()


def _asks_for_menu(event: QKeyEvent) -> bool:
    """Say whether this is Shift+F10 where the system does not make a menu event of it itself."""
    is_key = (
        event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    )
    return is_key and sys.platform != "win32"


def _folds(key: int, *, is_open: bool) -> bool:
    closing, opening = Qt.Key.Key_Left, Qt.Key.Key_Right
    return key in _OPENING_KEYS or key == (closing if is_open else opening)
