"""Ctrl+P, and Print… in the File menu: the natural thing of the page in front."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.ui.menus import MenuBar
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.say import say
from vcs_desktop.ui.status_bar import StatusBar

_SAID_MS = 20_000


class Printing(QObject):
    """Asks the page in front what there is to print, when the menu opens and when it is wanted."""

    def __init__(
        self, menus: MenuBar, status_bar: StatusBar, page: Callable[[], Page], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._entry = menus.print
        self._status_bar = status_bar
        self._page = page
        menus.file.setToolTipsVisible(True)
        menus.file.aboutToShow.connect(self._look)
        # Once the menu is closed, the key has to find out by itself.
        menus.file.aboutToHide.connect(self._offer)
        self._entry.triggered.connect(self._print)
        self._offer()

    def _look(self) -> None:
        if self._page().print_act() is None:
            # In its name as well: screen readers pass by the description of a menu entry.
            self._describe(tr("&Print… (nothing here to print)"), _nothing(), can=False)

    def _offer(self) -> None:
        words = tr("Makes a page of what is in front, and opens it.")
        self._describe(tr("&Print…"), words, can=True)

    def _describe(self, name: str, words: str, *, can: bool) -> None:
        self._entry.setEnabled(can)
        self._entry.setText(name)
        self._entry.setToolTip(words)
        self._entry.setStatusTip(words)

    def _print(self) -> None:
        act = self._page().print_act()
        if act is not None:
            self._status_bar.clearMessage()
            act()
            return
        self._status_bar.showMessage(_nothing(), _SAID_MS)
        say(self._status_bar, _nothing())


def _nothing() -> str:
    return tr("There is nothing to print here.")
