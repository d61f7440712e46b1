"""A list of titles, and beside it everything about the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QStackedLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.list_detail import ListDetail
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleList, TitleRow

# Whoever passes by with the arrow keys has not looked at what they passed.
LOOKED_AT_MS = 1_500
_PAGE_KEYS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class TitlesAndCard(QWidget):
    """The titles, and the card that the owner shows for the chosen one.

    ``card_asked`` carries the id of that row; ``came_forward`` says that one pane
    took the place of the other, and has been laid out. Enter goes into the card, and
    Esc back to the list; where there is room for one pane, it comes to the front then.
    ``empty`` is what the list says when there is nothing in it: its button asks to look
    again after a problem (``again_asked``), else for all there is (``all_asked``).
    ``looked_at`` carries the id of what the person chose and stayed with for a while;
    what opens by itself does not count.
    """

    card_asked = Signal(str)
    looked_at = Signal(str)
    again_asked = Signal()
    all_asked = Signal()
    came_forward = Signal()

    def __init__(self, name: str, empty: EmptyState) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__()
        self.list = TitleList(name)
        self.empty = empty
        self.area = scroll(panel(column()))
        self.list_detail = ListDetail(self.list, self.area)
        self._states = QStackedLayout(self)
        self._states.addWidget(self.empty)
        self._states.addWidget(self.list_detail)
        self._awaited = ""
        self._shown = ""
        self._made_from: object = None
        self._is_problem = False
        # Only when the pane has been laid out: before, it is not where it will be.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self.came_forward)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(LOOKED_AT_MS)
        self._stay.timeout.connect(self._tell_looked_at)
        self._opens_by_itself = False
        # When the rows have been drawn: whoever came sees them before the card is put together.
        self._drawn = QTimer(self)
        self._drawn.setSingleShot(True)
        self._drawn.setInterval(0)
        self._drawn.timeout.connect(self._ask_for_card)
        self.list.chosen.connect(self._choose)
        self.list.open_asked.connect(self._enter)
        self.list.row_clicked.connect(self._click)
        self.empty.button.clicked.connect(self._go_on)

    @property
    def shown_id(self) -> str:
        """The id whose card is open, or nothing."""
        return self._shown

    def show_rows(self, rows: Sequence[TitleRow] | RowsWhenSeen, made_from: object = None) -> None:
        """Show other rows. What is open stays open if it is still there, else the first opens.

        Rows ``made_from`` the very same as those before are already there: nothing is
        made anew, so that whoever reads or presses is left alone.
        """
        same = made_from is not None and made_from == self._made_from
        self._made_from = made_from
        if same:
            if self._awaited:
                self.open(self._awaited)
            return
        before, stays = self._awaited or self._shown, self._stay.isActive()
        self._shown = ""
        self.list.show_rows(rows)
        self._states.setCurrentWidget(self.list_detail if rows else self.empty)
        if not rows:
            return
        if self._awaited and self.list.choose(self._awaited):
            self._awaited = ""
            self._go_in()
        elif not self.list.choose(before):
            self.list_detail.show_list()
            self._opens_by_itself = True
            self.list.choose(self.list.first_id())
            self._opens_by_itself = False
            self._stay.stop()
        elif not stays:
            self._stay.stop()

    def show_card(self, card: QWidget) -> None:
        """Show everything about the chosen one, from its top."""
        self.area.show_widget(panel(column(card, None, margins=(4, 4, 8, 16))))

    def say_nothing(self, title: str, text: str, act: str = "") -> None:
        """Have words ready for when no row is shown; ``act`` is the button for all there is."""
        self._is_problem = False
        self.empty.set_words(title, text, act)

    def show_problem(self, error: Exception) -> None:
        """Say in place of the list why there is none."""
        self._is_problem = True
        self.empty.set_words(tr("We could not look"), words_for(error), tr("Try again"))
        self.show_rows(())

    def show_problem_of_one(self, error: Exception) -> None:
        """Say in place of the card why there is none; it can be asked for again."""
        problem = EmptyState(
            tr("We could not open this"), words_for(error), tr("Try again"), icon="triangle-alert"
        )
        problem.button.clicked.connect(self._ask_for_card)
        self.show_card(problem)

    def first_focus(self) -> QWidget:
        """Return the list, or where it is empty what can be done about it."""
        return self.empty.button if self.empty.button.isVisible() else self.list

    def open(self, row_id: str) -> None:
        """Open one by its id: now, or as soon as a row has it."""
        if self.list.choose(row_id):
            self._awaited = ""
            self._go_in()
        else:
            self._awaited = row_id

    def go_back(self) -> None:
        """Bring the list to the front."""
        self.list_detail.show_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settled.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc; turn the pages of the card from the button above it."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.go_back()
        elif event.key() in _PAGE_KEYS and not self.list.hasFocus():
            self.area.verticalScrollBar().triggerAction(_PAGE_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _choose(self, row_id: str) -> None:
        if row_id != self._shown:
            self._shown = row_id
            self._stay.start()
            if self._opens_by_itself:
                self._drawn.start()
            else:
                self._ask_for_card()

    def _enter(self, row_id: str) -> None:
        self._click(row_id)
        if not self.list_detail.one_pane():
            self.area.go_in(self.list.currentIndex().data())

    def _click(self, row_id: str) -> None:
        self._choose(row_id)
        self._go_in()

    def _go_in(self) -> None:
        """Where there is one pane go into the card, else stay with the row in the list.

        While something else is in front, that keeps the focus.
        """
        self._stay.start()
        where: QWidget = self.list
        if self.list_detail.one_pane():
            self.list_detail.show_detail()
            where = self.list_detail.back_button
            self._settled.start()
        if self.isVisible():
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        (self.again_asked if self._is_problem else self.all_asked).emit()

    def _ask_for_card(self) -> None:
        self._drawn.stop()
        if self._shown:
            self.card_asked.emit(self._shown)

    def _tell_looked_at(self) -> None:
        if self._shown and self.isVisible():
            self.looked_at.emit(self._shown)


def waiting() -> EmptyState:
    """Return what a list says before its first answer; its icon stays where there is nothing."""
    return EmptyState(tr("Looking"), tr("This takes a moment."))
