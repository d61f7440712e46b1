"""What an exchange has to say to a person, in the window's own bar."""

from functools import partial

from PySide6.QtCore import QObject

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.updates.exchanges import Exchanges

OUR_GROUP, LAPTOPS = "our-group", "laptops"


class ExchangeNotices(QObject):
    """Tells calmly, and once, what somebody should know; the page of laptops says the rest."""

    def __init__(self, window: MainWindow, session: GroupSession, exchanges: Exchanges) -> None:
        super().__init__(window)
        self._window = window
        self._exchanges = exchanges
        self._told: object = None
        session.opened.connect(self._forget)
        exchanges.changed.connect(self._tell)

    def _forget(self) -> None:
        self._told = None

    def _tell(self) -> None:
        words, kind = self._words()
        if words == self._told or self._exchanges.is_running:
            return
        had_any, self._told = bool(self._told), words
        if words:
            look = partial(self._window.open_thing, OUR_GROUP, LAPTOPS)
            self._window.notice.tell(words, kind, tr("Look at it"), look)
        elif had_any:
            self._window.notice.hide()

    def _words(self) -> tuple[str, str]:
        state = self._exchanges.state
        match state.outcome:
            case Exchanged.LOOK:
                return sentences(
                    tr("Your group came back from a copy."),
                    tr("Have a look first, then go on."),
                ), "warn"
            case Exchanged.OUT:
                return sentences(
                    tr("This laptop was taken out of the group."), tr("What is here stays here.")
                ), "warn"
            case Exchanged.MUCH:
                return sentences(
                    tr("Another laptop wants to delete many things."),
                    tr("Nothing was deleted here yet."),
                ), "warn"
            case _:
                return sentences(*state.notices), "info"
