"""Turning the pages of a file, and showing them larger or smaller."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.paper_files import PagePicture
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, label
from vcs_desktop.ui.widgets.picture_pane import PicturePane

_ZOOMS: Final = (50, 75, 100, 150, 200, 300, 400)
_WIDEST_SHARP: Final = 4_000
_SETTLE_MS: Final = 150
_MOST_SAID: Final = 2_000
_FRAME: Final = 4
_TURNS: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class PageTurner(QObject):
    """The buttons, the place and the pane of a file's pages, for whoever lays them out.

    ``wanted`` asks for a page by its number, and says how wide it is in the screen's own
    pixels; the answer is given to ``show_page``. ``shown_page`` is the one in sight, or None.
    """

    wanted = Signal(int, int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._name = ""
        self._is_open = False
        self._number, self._zoom = 0, _ZOOMS.index(100)
        self.shown_page: PagePicture | None = None
        self.earlier_button = button(tr("Page before"), icon="chevron-left")
        self.later_button = button(tr("Next page"), icon="chevron-right")
        self.place_line = label("", "muted")
        self.smaller_button = button(tr("Smaller"), icon="zoom-out")
        self.larger_button = button(tr("Larger"), icon="zoom-in")
        self.ways = (
            self.earlier_button, self.place_line, self.later_button, self.smaller_button,
            self.larger_button,
        )  # fmt: skip
        self.pane = PicturePane()
        self.settled = QTimer(self)
        self.settled.setSingleShot(True)
        self.settled.setInterval(_SETTLE_MS)
        self.settled.timeout.connect(self._ask)
        self.earlier_button.clicked.connect(partial(self.go, -1))
        self.later_button.clicked.connect(partial(self.go, 1))
        self.smaller_button.clicked.connect(partial(self.zoom, -1))
        self.larger_button.clicked.connect(partial(self.zoom, 1))
        # The keys that scroll a pane turn the page here, whichever has the focus.
        self.pane.page.installEventFilter(self)

    def begin(self, name: str) -> None:
        """Show a file from its first page; ``name`` is what it is called."""
        self._name, self._is_open = name, True
        self._number, self._zoom = 0, _ZOOMS.index(100)
        self.show_nothing()
        self.settled.start(0)

    def close(self) -> None:
        """Ask for nothing any more."""
        self._is_open = False
        self.settled.stop()
        self.pane.clear()

    def show_page(self, page: PagePicture) -> None:
        """Show a page that was asked for, and have a screen reader say which."""
        is_new = self.shown_page is None or self.shown_page.page != page.page
        self.shown_page, self._number = page, page.page
        self.pane.show_page(page, self._across())
        self._show_place()
        if is_new:
            say(self._owner, self.place_line.text())

    def show_nothing(self) -> None:
        """Show no page: there is none yet, or it cannot be read."""
        self.shown_page = None
        self.pane.clear()
        self._show_place()

    def go(self, by: int) -> None:
        """Turn to another page."""
        pages = self.shown_page.pages if self.shown_page else 1
        wanted = min(max(0, self._number + by), pages - 1)
        if wanted != self._number:
            self._number = wanted
            self.pane.verticalScrollBar().setValue(0)
            self._ask()

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller."""
        wanted = min(max(0, self._zoom + by), len(_ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._fit_page()
            self.settled.start()
            say(self._owner, tr("{percent} % of the width", percent=_ZOOMS[wanted]))

    def follow(self) -> None:
        """Fit the page to a width that is another now."""
        self._fit_page()
        if self._is_open and self._owner.isVisible():
            self.settled.start()

    def take_key(self, event: QKeyEvent) -> bool:
        """Turn pages and zoom by key; False where the key is for something else."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go(1)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case _:
                return False
        return True

    def eventFilter(self, _watched: object, event: object) -> bool:
        """Turn the page before the pane scrolls by a page."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _TURNS:
            return self.take_key(event)
        return False

    def _ask(self) -> None:
        """Ask for the page as sharp as the screen shows it."""
        if self._is_open:
            width = min(round(self._across() * self._owner.devicePixelRatioF()), _WIDEST_SHARP)
            self.wanted.emit(self._number, width)

    def _fit_page(self) -> None:
        if self.shown_page is not None:
            self.pane.fit(self.shown_page, self._across())

    def _show_place(self) -> None:
        page, place = self.shown_page, ""
        if page is not None:
            place = tr("Page {number} of {count}", number=page.page + 1, count=page.pages)
        self.place_line.setText(place)
        self.place_line.setVisible(bool(place))
        name = tr("{place}, {file}", place=place, file=self._name) if place else self._name
        self.pane.say_what(name, " ".join(page.text.split())[:_MOST_SAID] if page else "")
        self.earlier_button.setEnabled(page is not None and page.page > 0)
        self.later_button.setEnabled(page is not None and page.page < page.pages - 1)
        for each in (self.smaller_button, self.larger_button):
            each.setEnabled(page is not None)

    def _across(self) -> int:
        return max(1, (self.pane.room() - _FRAME) * _ZOOMS[self._zoom] // 100)
