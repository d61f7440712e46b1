"""Getting updates, as the window offers it: the menu, the status line, and what is asked."""

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.say import ask, say, tell_problem
from vcs_desktop.ui.updates.exchange_words import (
    came_in_words,
    exchange_told,
    progress_in_words,
)
from vcs_desktop.ui.updates.exchanges import Exchanges
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.updates.words import told_of

_SAID_MS = 20_000
SETTINGS, UPDATES = "settings", "updates"
LIBRARY, SERVICE = "library", "service"
"""The page on which a library waits for a yes, and what of it."""
OUR_GROUP, LAPTOPS = "our-group", "laptops"
"""The page of the group's laptops, and what of it."""


class UpdatesInWindow(QObject):
    """Passes on what a person wants to ``Updates`` and ``Exchanges``, and to them what comes of it.

    The line that says how far it is serves both: the group's exchange comes first.
    """

    def __init__(
        self, window: MainWindow, updates: Updates, exchanges: Exchanges | None = None
    ) -> None:
        """``exchanges`` None is a window without groups."""
        super().__init__(window)
        self._window = window
        self._updates = updates
        self._exchanges = exchanges
        updates.setParent(window)
        self._bar = window.status_bar
        window.menu_bar.get_updates.triggered.connect(self._get)
        self._bar.progress.cancelled.connect(updates.stop)
        self._bar.updates.wanted.connect(self._act)
        updates.changed.connect(self._follow)
        updates.progressed.connect(self._tell)
        updates.address_wanted.connect(self._lead_to_address)
        updates.asks.connect(self._ask)
        updates.minute_passed.connect(self.show_state)
        if exchanges is not None:
            exchanges.setParent(window)
            self._bar.progress.cancelled.connect(exchanges.stop)
            self._bar.exchange.wanted.connect(self._look_at_laptops)
            exchanges.changed.connect(self._follow_group)
            exchanges.ended.connect(self._say_how_group_stands)
            exchanges.progressed.connect(self._tell_of_group)
            updates.minute_passed.connect(self.show_group)
        self.show_state()

    def show_state(self) -> None:
        """Say how it stands; what was today is yesterday at some time."""
        told = (
            None
            if self._updates.is_running
            else told_of(self._updates.state, self._updates.today())
        )
        self._bar.say_updates(told)

    def show_group(self) -> None:
        """Say how the open group stands with its other laptops."""
        if self._exchanges is not None:
            told = exchange_told(self._exchanges.state, self._exchanges.today())
            self._bar.say_exchange(told)

    def _get(self) -> None:
        exchanges = self._exchanges
        uses_service = exchanges is not None and exchanges.state.has_service
        if exchanges is not None:
            exchanges.get()
            if uses_service and not exchanges.can_exchange:
                self._say_what_is_in_the_way(exchanges)
        if self._updates.has_address or not uses_service:
            self._updates.get()

    def _follow(self) -> None:
        """Say that it begins, or how it ended."""
        self.show_state()
        self._show_progress()
        if self._updates.is_running:
            return
        state = self._updates.state
        told = told_of(state, self._updates.today())
        if told is not None and (not state.by_itself or state.standing is Standing.TAKEN_IN):
            say(self._bar.updates, told.words)

    def _follow_group(self) -> None:
        self.show_group()
        self._show_progress()

    def _show_progress(self) -> None:
        """Say what is under way, the group's exchange first; or that nothing is."""
        if self._exchanges is not None and self._exchanges.is_running:
            self._begin(progress_in_words("", 0, 0))
        elif self._updates.is_running:
            self._begin(tr("Looking for something new"))
        else:
            self._bar.finish()

    def _begin(self, words: str) -> None:
        self._bar.begin(self._in_room(words))

    def _tell(self, words: str, done: int, total: int) -> None:
        self._bar.progress.tell(self._in_room(words), done, total)

    def _tell_of_group(self, what: str, done: int, total: int) -> None:
        if self._exchanges is not None and self._exchanges.is_running:
            self._tell(progress_in_words(what, done, total), done, total)

    def _say_how_group_stands(self) -> None:
        """Have a screen reader say what came; of what nobody asked for, only what is news."""
        exchanges = self._exchanges
        if exchanges is None:
            return
        state, told = exchanges.state, exchange_told(exchanges.state, exchanges.today())
        if state.changes:
            words = came_in_words(state.changes)
            self._bar.showMessage(words, _SAID_MS)
            say(self._bar, words)
        elif told is not None and (told.act or not state.by_itself):
            say(self._bar.exchange, told.words)

    def _say_what_is_in_the_way(self, exchanges: Exchanges) -> None:
        """Say it again: nothing else happens, and nobody is led away from where they are."""
        if told := exchange_told(exchanges.state, exchanges.today()):
            self._bar.showMessage(told.words, _SAID_MS)
            say(self._bar, told.words)

    def _in_room(self, words: str) -> str:
        return tr("Getting updates") if self._bar.is_narrow else words

    def _look_at_laptops(self) -> None:
        """Show what is the matter, where there is more to say than that; else say it."""
        exchanges = self._exchanges
        if exchanges is None:
            return
        state = exchanges.state
        if state.outcome is Exchanged.FAILED and state.error is not None and not state.asking:
            tell_problem(self._window, state.error)
        elif OUR_GROUP in self._window.stack.specs:
            self._window.open_thing(OUR_GROUP, LAPTOPS)

    def _act(self) -> None:
        """Do what the button beside the state is for."""
        match self._updates.state.standing:
            case Standing.ASKS | Standing.MUCH:
                self._ask()
            case _ if self._updates.state.error is not None:
                tell_problem(self._window, self._updates.state.error)

    def _ask(self) -> None:
        if self._updates.state.standing is Standing.MUCH:
            self._ask_about_size()
        elif LIBRARY in self._window.stack.specs:
            self._window.open_thing(LIBRARY, SERVICE)

    def _ask_about_size(self) -> None:
        size = size_in_words(self._updates.state.to_read)
        ask(
            self._window,
            tr("There are {size} to fetch. Fetch them now?", size=size),
            tr("This connection seems to cost by the amount. What you have stays as it is."),
            [(tr("Fetch them now"), self._updates.get_much)],
        )

    def _lead_to_address(self) -> None:
        self._window.open_thing(SETTINGS, UPDATES)
        if self._updates.is_running:  # the address was typed, only not left yet
            return
        words = tr("Write the address of your library first. Your council can tell you.")
        self._bar.showMessage(words, _SAID_MS)
        say(self._bar, words)
