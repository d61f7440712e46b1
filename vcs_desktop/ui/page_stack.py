"""The pages of the window: each made when it is first visited, one of them in front."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from vcs_desktop.ui.navigation import PageSpec
from vcs_desktop.ui.page import Page

_MOST_BACK = 50


class PageStack(QStackedWidget):
    """Makes pages, keeps them, and knows which came before. ``made`` carries a new page."""

    made = Signal(object)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.specs = {spec.id: spec for spec in specs}
        self.open_now: set[str] = set()
        self._pages: dict[str, Page] = {}
        self._been: list[str] = []

    @property
    def place_id(self) -> str:
        """The id of the page in front, "" before there is one."""
        front = self.currentWidget()
        return next((place_id for place_id, page in self._pages.items() if page is front), "")

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self.place_id]

    def can_open(self, spec: PageSpec) -> bool:
        """Say whether a page can be opened now: what it needs is open."""
        return spec.can_open(self.open_now)

    def bring(self, place_id: str) -> bool:
        """Bring a page to the front; return whether another was there."""
        before = self.place_id
        if place_id == before:
            return False
        page = self._pages.get(place_id)
        if page is None:
            page = self._pages[place_id] = self.specs[place_id].make()
            self.made.emit(page)
            self.addWidget(page)
        if before:
            self._been = [*self._been[1 - _MOST_BACK :], before]
        self.setCurrentWidget(page)
        return True

    def clear(self) -> None:
        """Delete every page: of what was on them nothing stays, not even the way back."""
        pages, self._pages, self._been = self._pages, {}, []
        for page in pages.values():
            self._delete(page)

    def drop(self, need: str) -> None:
        """Delete the pages that need something which is open no more; none is in front."""
        gone = [place_id for place_id in self._pages if self.specs[place_id].needs == need]
        for place_id in gone:
            self._delete(self._pages.pop(place_id))
        self._been = [each for each in self._been if self.can_open(self.specs[each])]

    def _delete(self, page: Page) -> None:
        page.hide()
        self.removeWidget(page)
        page.deleteLater()

    def pages(self) -> tuple[Page, ...]:
        """Return the pages that were visited."""
        return tuple(self._pages.values())

    def step_back(self) -> str:
        """Forget the page that was in front before this one, and return its id, or ""."""
        return self._been.pop() if self._been else ""

    def showing(self, kind: str) -> str:
        """Return the id of the page that shows a kind of record, or ""."""
        return next((spec.id for spec in self.specs.values() if kind in spec.shows), "")
