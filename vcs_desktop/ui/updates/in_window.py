"""Getting updates, as the window offers it: the menu, the status line, and what is asked."""

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.say import ask, say, tell_problem
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.updates.words import told_of

_SAID_MS = 20_000
SETTINGS, UPDATES = "settings", "updates"
LIBRARY, SERVICE = "library", "service"
"""The page on which a library waits for a yes, and what of it."""


class UpdatesInWindow(QObject):
    """Passes on what a person wants to ``Updates``, and to them what becomes of it."""

    def __init__(self, window: MainWindow, updates: Updates) -> None:
        super().__init__(window)
        self._window = window
        self._updates = updates
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
        self.show_state()

    def show_state(self) -> None:
        """Say how it stands; what was today is yesterday at some time."""
        told = (
            None
            if self._updates.is_running
            else told_of(self._updates.state, self._updates.today())
        )
        self._bar.say_updates(told)

    def _get(self) -> None:
        self._updates.get()

    def _follow(self) -> None:
        """Say that it begins, or how it ended."""
        self.show_state()
        if self._updates.is_running:
            self._bar.begin(self._in_room(tr("Looking for something new")))
            return
        self._bar.finish()
        state = self._updates.state
        told = told_of(state, self._updates.today())
        if told is not None and (not state.by_itself or state.standing is Standing.TAKEN_IN):
            say(self._bar.updates, told.words)

    def _tell(self, words: str, done: int, total: int) -> None:
        self._bar.progress.tell(self._in_room(words), done, total)

    def _in_room(self, words: str) -> str:
        return tr("Getting updates") if self._bar.is_narrow else words

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
