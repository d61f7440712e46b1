"""Funding, Find: the list, one in full, the committee sheet, and adding from files."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import Kind
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.loading.load_view_model import LoadViewModel
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.funding.applying import Applying
from vcs_desktop.ui.pages.funding.calendar_saver import CalendarSaver
from vcs_desktop.ui.pages.funding.choices_view_model import ChoicesViewModel
from vcs_desktop.ui.pages.funding.choosing import Choosing
from vcs_desktop.ui.pages.funding.committee_sheet import committee_sheet_bar
from vcs_desktop.ui.pages.funding.detail_view_model import DetailViewModel
from vcs_desktop.ui.pages.funding.find_view import FindView
from vcs_desktop.ui.pages.funding.find_view_model import FindViewModel
from vcs_desktop.ui.pages.funding.load_panel import LoadPanel
from vcs_desktop.ui.pages.funding.near_us import NearUs
from vcs_desktop.ui.pages.funding.near_us_view_model import NearUsViewModel
from vcs_desktop.ui.pages.funding.results import Results
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.message_bar import MessageBar

# In logical pixels at 100 % text: with less height, the list needs the room of the filters.
_LOW = 460


class FundingPage(Page):
    """Joins the parts of the page; each asks its own view model."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        session: GroupSession | None = None,
        updates: Updates | None = None,
    ) -> None:
        """Without a ``session`` no application can be begun here.

        ``updates`` gets files that go along with a grant or a contract and are not here yet.
        """
        looking = tr("Looking for grants and contracts")
        super().__init__(tr("Funding"), looking)
        self._detail = DetailViewModel(services, tasks, self)
        self._is_started = self._is_near_us = False
        self._headline = looking
        self.results = Results(FindViewModel(services, tasks, self), self)
        along = Along(services, tasks, updates)
        self.find_view = FindView(self.results, self._detail, along)
        self.near_us = NearUs(NearUsViewModel(services, tasks, self), along)
        self.load_panel = LoadPanel(LoadViewModel(services, tasks, self))
        self.sheet_bar = committee_sheet_bar(services, tasks, self)
        self.message = MessageBar()
        self._choosing = Choosing(
            ChoicesViewModel(services, tasks, self), self.find_view, self.sheet_bar, self.message
        )
        self.undo_bar = self._choosing.undo_bar
        self.calendar = CalendarSaver(self, self._detail, self.message)
        self.near_us_button = button(tr("Who has been funded near us"), "quiet", icon="map-pin")
        self.load_button = button(tr("Add from a file"), icon="upload")
        self.load_button.setAccessibleName(tr("Add grants or contracts from a file"))
        self._lines = (self.undo_bar, self.message, self.sheet_bar)
        self._find_side = self._lay_find_side()
        self._lay()
        self._connect()
        if session is not None:
            self.applying = Applying(self, self.find_view, session)

    def shown(self) -> None:
        """Look; when the page comes again, the list moves only if the person wants it."""
        if self._is_started:
            self.results.find_again()
        else:
            self._is_started = True
            self.results.start()
        self._choosing.read()

    def show_thing(self, thing_id: str) -> None:
        """Open one grant or contract; an empty id shows the list."""
        self._show_near_us(on=False)
        if thing_id:
            self.find_view.show_thing(thing_id)

    def show_record(self, kind: str, record_id: str) -> None:
        """Show an award among the others of its funder; open a grant or a contract."""
        if kind == Kind.AWARD:
            self._show_near_us(on=True)
            self.near_us.show_award(record_id)
        else:
            self.show_thing(record_id)

    def ask(self, words: str) -> None:
        """Show what has these words; empty words show everything."""
        self._show_near_us(on=False)
        self.find_view.list_detail.show_list()
        self.results.search(words)

    def find_here(self) -> QWidget:
        """Return the field for words about grants, or about who was funded."""
        bar = self.results.filter_bar
        return self.near_us.find_field.box if self._is_near_us else bar.words_box

    def parts(self) -> tuple[QWidget, ...]:
        """Return the field for words, the list, what is open and the lines under them.

        Or who was funded near us.
        """
        results = self.results
        above = (results.filter_bar.words_line, results.pane, self.find_view.pane)
        return (self.near_us,) if self._is_near_us else (*above, *self._lines)

    def first_focus(self) -> QWidget | None:
        """Start in the list, or where it is empty at what can be done about it."""
        results = self.results
        return results.empty.button if results.empty.button.isVisible() else results.list

    def print_act(self) -> Callable[[], None] | None:
        """Print the committee sheet, while the list is in front."""
        return None if self._is_near_us else self.sheet_bar.print_sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        is_low = self.height() < look.px(_LOW)
        self.results.filter_bar.set_narrow(self.is_narrow() or is_low)

    def _lay_find_side(self) -> QWidget:
        # What comes and goes stands under the list, so that the list never moves under the hand.
        inner = column(gap=8)
        inner.put(self.find_view, 1)
        for line in self._lines:
            inner.put(line)
        return panel(inner)

    def _lay(self) -> None:
        self.load_panel.take_drops_on(self)
        filters = self.results.filter_bar
        self.add_actions(filters.words_line, filters.more, self.near_us_button, self.load_button)
        self.body.put(self.load_panel)
        self.body.put(self._find_side, 1)
        self.body.put(self.near_us, 1)
        self.near_us.hide()

    def _connect(self) -> None:
        self.near_us_button.clicked.connect(self._open_near_us)
        self.load_button.clicked.connect(self.load_panel.choose_files)
        self.near_us.back_asked.connect(self._leave_near_us)
        self.near_us.load_asked.connect(self.load_panel.choose_files)
        self.results.load_asked.connect(self.load_panel.choose_files)
        self.results.headline_changed.connect(self._say_headline)
        self.results.filled.connect(self.ready)
        self.find_view.came_forward.connect(partial(self.bring_to_top, self.find_view))
        self.load_panel.loaded.connect(self._look_again)
        self.find_view.calendar_asked.connect(self.calendar.ask)
        for leaving in (
            self.undo_bar.undo_button,
            self.undo_bar.close_button,
            self.message.close_button,
            self.load_panel.close_button,
        ):
            leaving.clicked.connect(self._focus_in_front)

    def _say_headline(self, words: str) -> None:
        self._headline = words
        self._show_subtitle()

    def _show_subtitle(self) -> None:
        """Say what the list holds, while it is the list that is seen."""
        self.subtitle = "" if self._is_near_us else self._headline

    def _open_near_us(self) -> None:
        self._show_near_us(on=True)
        self.near_us.begin()

    def _leave_near_us(self) -> None:
        self._show_near_us(on=False)
        self.near_us_button.setFocus()

    def _show_near_us(self, *, on: bool) -> None:
        self._is_near_us = on
        self.near_us.setVisible(on)
        self._find_side.setVisible(not on)
        self.near_us_button.setVisible(not on)
        self.results.filter_bar.words_line.setVisible(not on)
        self._show_subtitle()

    def _look_again(self) -> None:
        self.results.find_again()
        self.near_us.look()

    def _focus_in_front(self) -> None:
        """Give the focus a place when the bar that had it has gone."""
        front = self.near_us.back_button if self.near_us.isVisible() else self.results.list
        front.setFocus(Qt.FocusReason.OtherFocusReason)
