"""How the keyboard travels between the parts of the window, and where it lands in each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from vcs_desktop.ui.navigation import Navigation
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.reading_order import tab_stops
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.status_bar import StatusBar
from vcs_desktop.ui.top_bar import TopBar


class Travel(QObject):
    """F6, Ctrl+K, Ctrl+F and Esc. ``page`` returns the page in front."""

    def __init__(
        self, navigation: Navigation, top_bar: TopBar, status: StatusBar, page: Callable[[], Page]
    ) -> None:
        super().__init__(navigation)
        self._navigation = navigation
        self._top_bar = top_bar
        self._status = status
        self._page = page
        self._came_from: QWidget | None = None

    def enter(self, page: Page) -> None:
        """Put the focus where work on a page begins, with the heading in sight if there is room."""
        page.sheet.verticalScrollBar().setValue(0)
        wanted = page.first_focus()
        if wanted is None or not can_take_tab(wanted):
            wanted = first_stop(page.body_area) or first_stop(page)
        focus(wanted or page)

    def go_to_search(self) -> None:
        """Put the focus in the search, with its words marked to be typed over."""
        here = QApplication.focusWidget()
        self._came_from = here if _holds(self._page(), here) else None
        focus(self._top_bar.search)
        self._top_bar.search.call()

    def leave_search(self) -> None:
        """Go back to where the search was called from, or else to where the page begins."""
        came_from, page = self._came_from, self._page()
        if came_from is not None and isValid(came_from) and _holds(page, came_from):
            focus(came_from)
        else:
            self.enter(page)

    def find_here(self) -> None:
        """Go to the field that searches the page, or to the search if it has none."""
        field = self._page().find_here()
        if field is None:
            self.go_to_search()
        else:
            focus(field)

    def next_part(self) -> None:
        """Go to the next part of the window."""
        self._step(1)

    def previous_part(self) -> None:
        """Go to the part before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        parts = self._parts()
        at = _place_among(parts, self._page(), step)
        for away in range(1, len(parts) + 1):
            part = parts[(at + step * away) % len(parts)]
            if isinstance(part, Page):
                self.enter(part)
                return
            target = self._target(part)
            if target is not None and target.isVisible():
                focus(target)
                return

    def _parts(self) -> list[QWidget]:
        page = self._page()
        return [self._navigation, self._top_bar, *(page.parts() or (page,)), self._status]

    def _target(self, part: QWidget) -> QWidget | None:
        """Return what takes the focus in a part of the window; None where nothing does."""
        if part is self._top_bar:
            return self._top_bar.search
        if part is self._navigation:
            return self._navigation.list  # the places, not the buttons above them
        first = self._page().first_focus()
        if first is not None and _holds(part, first) and can_take_tab(first):
            return first
        return part if can_take_tab(part) else first_stop(part)


def _place_among(parts: Sequence[QWidget], page: Page, step: int) -> int:
    """Return the number of the part that has the focus, so that a step from it goes on.

    Between the parts of a page the focus is before the first of them; nowhere, it
    is at the end from which the step begins.
    """
    here = QApplication.focusWidget()
    for number, part in enumerate(parts):
        if _holds(part, here):
            return number
    if _holds(page, here):
        first = next(number for number, part in enumerate(parts) if _holds(page, part))
        return first - 1 if step > 0 else first
    return -1 if step > 0 else 0


def can_take_tab(widget: QWidget) -> bool:
    """Say whether Tab stops at a widget that is on the screen."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stops) and widget.isVisible() and widget.isEnabled()


def first_stop(root: QWidget) -> QWidget | None:
    """Return where Tab stops first inside a widget, or None if it stops nowhere.

    Qt's own chain is left alone: whoever walks it through PySide has each widget die
    with the one before it, and menus too when a card goes.
    """
    return next(filter(can_take_tab, tab_stops(root)), None)


def focus(widget: QWidget) -> None:
    """Give a widget the focus as the keyboard would, and scroll it into view."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_sight(widget)


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))
