"""What the search offers: pages and help first, then records, then all of them on their page."""

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from vcs_desktop.ui.navigation import PageSpec
from vcs_desktop.ui.search_panel.row import (
    Row,
    all_row,
    command_rows,
    group_row,
    page_rows,
    record_row,
    topic_rows,
)
from vcs_desktop.ui.search_panel.view_model import Found, SearchViewModel

if TYPE_CHECKING:
    from vcs_desktop.ui.main_window import MainWindow

# Of pages and help together, since records are what is mostly looked for.
_PLACES = 3


class Offers:
    """Makes rows that open things in one window."""

    def __init__(self, window: "MainWindow", view_model: SearchViewModel) -> None:
        self._window = window
        self._view_model = view_model

    def of(self, found: Found) -> list[Row]:
        """Return the rows of an answer; what no page can show is left out."""
        kinds = {kind for spec in self._specs() for kind in spec.shows}
        lines = [line for line in found.lines if line.kind in kinds]
        ours = [line for line in found.of_group if line.kind in kinds]
        return [
            *self._places(found),
            *(group_row(line, found.words, self._window.open_record) for line in ours),
            *(record_row(line, found.on, found.words, self._open_record) for line in lines),
            *self._all_of(found, {line.kind for line in lines}),
        ]

    def commands(self, words: str) -> list[Row]:
        """Return the commands of the menus that have some words, or all of them."""
        return command_rows(self._window.menu_bar, words, self._command)

    def _specs(self) -> list[PageSpec]:
        """Return the pages that can be opened now."""
        return [
            spec for spec in self._window.stack.specs.values() if self._window.stack.can_open(spec)
        ]

    def _places(self, found: Found) -> list[Row]:
        if not found.words:
            return []
        open_thing = self._window.open_thing
        pages = page_rows(self._specs(), found.words, open_thing)
        return [*pages, *topic_rows(found.topics, found.words, open_thing)][:_PLACES]

    def _all_of(self, found: Found, kinds: Set[str]) -> list[Row]:
        return [
            all_row(spec, found.words, self._ask_page)
            for spec in self._specs()
            if found.words and spec.takes_words and kinds & set(spec.shows)
        ]

    def _open_record(self, kind: str, record_id: str) -> None:
        if self._window.open_record(kind, record_id):
            self._view_model.remember(record_id)

    def _ask_page(self, place_id: str, words: str) -> None:
        self._window.open_place(place_id).ask(words)

    def _command(self, action: QAction) -> None:
        self._window.top_bar.search.left.emit()  # most commands are about the page
        action.trigger()
