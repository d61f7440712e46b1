"""The guides that there are, and beside them what the chosen one is about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.learning import GuideLine, GuideList, LeftOff
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.pages.learning.about_pane import AboutPane
from vcs_desktop.ui.pages.learning.guide_filters import GuideFilterBar
from vcs_desktop.ui.pages.learning.guides_view_model import GuidesViewModel
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.list_detail import ListDetail
from vcs_desktop.ui.widgets.list_or_words import ListOrWords
from vcs_desktop.ui.widgets.title_list import TitleList, TitleRow


class BrowseView(QWidget):
    """Joins the filters, the list and the pane.

    ``chosen`` carries the id of the guide under the hand, "" for none.
    ``headline_changed`` carries the line for under the title. ``filled`` says that the list
    shows an answer; ``came_forward`` that one pane took the place of the other.
    """

    chosen = Signal(str)
    headline_changed = Signal(str)
    filled = Signal()
    came_forward = Signal()

    def __init__(self, view_model: GuidesViewModel, along: Along) -> None:
        super().__init__()
        self._view_model = view_model
        self._answer = GuideList(())
        self._rows: list[TitleRow] = []
        self._go_on_with = ""
        self.filter_bar = GuideFilterBar()
        self.list = TitleList(tr("Guides"))
        self.empty = EmptyState(tr("Looking for guides"), tr("This takes a moment."))
        self.about = AboutPane(along)
        self.pane = ListOrWords(self.list, self.empty)
        self.pane.setFocusProxy(self.list)
        self.list_detail = ListDetail(self.pane, self.about)
        body = column(self.filter_bar, gap=8)
        body.put(self.list_detail, 1)
        self.setLayout(body)
        self._connect()

    def begin(self) -> None:
        """Look for the first time."""
        self._view_model.begin()

    def look_again(self) -> None:
        """Ask the same again; what is chosen stays."""
        self._view_model.find(self.filter_bar.filters())

    def lines(self) -> tuple[GuideLine, ...]:
        """Return the guides in the list, from the top."""
        return self._answer.lines

    def go_into_about(self) -> None:
        """Go to the pane that says what the guide is about."""
        if self.list_detail.one_pane():
            self.list_detail.show_detail()
            self.came_forward.emit()
        if self.about.read_button.isVisible():
            self.about.read_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go to the list."""
        self.list_detail.show_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.came_forward.emit()

    def first_focus(self) -> QWidget:
        """Start in the list, or where it is empty at what can be done about it."""
        return self.empty.button if self.empty.button.isVisible() else self.list

    def find_here(self) -> QWidget:
        """Search the guides."""
        self.filter_bar.more.setChecked(True)
        return self.filter_bar.find_field.box

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts at which F6 stops."""
        return (self.filter_bar, self.list, self.about)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self.look_again)
        self.list.chosen.connect(self.chosen)
        self.list.open_asked.connect(self.go_into_about)
        self.list.row_clicked.connect(self.go_into_about)
        self.empty.button.clicked.connect(self._act_on_empty)
        self._view_model.left_off.connect(self._note_left_off)
        self._view_model.found.connect(self._show)
        self._view_model.failed.connect(self._show_problem)

    def _show_rows(self, rows: list[TitleRow]) -> None:
        """Fill the list; what was chosen stays chosen, if it is still there."""
        if rows == self._rows:
            return
        before, self._rows = self.list.chosen_id(), rows
        self.list.show_rows(rows)
        if before and not self.list.choose(before):
            self.list_detail.show_list()
            self.chosen.emit("")

    def _note_left_off(self, left_off: LeftOff | None) -> None:
        self._go_on_with = left_off.line.id if left_off else ""

    def _show(self, answer: GuideList) -> None:
        before, self._answer = self._answer, answer
        self.filter_bar.offer(answer.topics, answer.levels)
        self._show_rows(words.rows_of(answer.lines))
        said = words.headline(answer, filtered=self.filter_bar.is_any_on())
        self.headline_changed.emit(said)
        if answer.lines:
            self.pane.show_list()
            self._choose_first()
        else:
            self._show_empty()
        if [line.id for line in before.lines] != [line.id for line in answer.lines]:
            say(self.list, said)
        self.filled.emit()

    def _choose_first(self) -> None:
        """Where both panes are seen, open the guide to go on with, or the first."""
        if self.list.chosen_id() or self.list_detail.one_pane():
            return
        if not self.list.choose(self._go_on_with):
            self.list.choose(self.list.first_id())

    def _show_empty(self) -> None:
        if self.filter_bar.is_any_on():
            title, text = tr("No guide answers this"), tr("Show all guides, or use other words.")
            self.pane.say(title, text, tr("Show all guides"))
        else:
            title = tr("There are no guides here")
            text = tr("Guides come with the grants and guides of this computer.")
            self.pane.say(title, text, "")
        self.about.show_nothing(can_choose=False)

    def _show_problem(self, error: Exception) -> None:
        self.headline_changed.emit(words_for(error))
        if not self._answer.lines:
            self.pane.say(tr("We could not look"), words_for(error), tr("Try again"))
            self.about.show_nothing(can_choose=False)
        self.filled.emit()

    def _act_on_empty(self) -> None:
        if self.filter_bar.is_any_on():
            self.filter_bar.clear()
        else:
            self.begin()
