"""Local facts: a list by theme, and beside it the chosen figure with its source."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.facts import FactLine, FactList, FactView
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.facts import words
from vcs_desktop.ui.pages.facts.fact_card import FactCard
from vcs_desktop.ui.pages.facts.filter_bar import FilterBar
from vcs_desktop.ui.pages.facts.sheet_part import FactSheetPart
from vcs_desktop.ui.pages.facts.view_model import FactsViewModel
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from vcs_desktop.ui.updates.updates import Updates

_LOW = 460


class FactsPage(Page):
    """Figures by place and theme. ``card`` is the one that is open, None before the first."""

    def __init__(self, services: Services, tasks: Tasks, updates: "Updates | None" = None) -> None:
        super().__init__(tr("Local facts"), tr("Figures about Oxfordshire for your applications"))
        self._along = Along(services, tasks, updates)
        self.view_model = FactsViewModel(services, tasks, self)
        self.filter_bar = FilterBar()
        self.empty = waiting()
        self.titles = TitlesAndCard(tr("Facts"), self.empty)
        self.sheet_part = FactSheetPart(services, tasks)
        self.card: FactCard | None = None
        self._wanted = ""
        self._is_filled = False
        self.add_actions(self.filter_bar.more)
        self.body.put(self.filter_bar)
        self.body.put(self.titles, 1)
        self.body.put(self.sheet_part)
        self.filter_bar.changed.connect(self._look)
        self.titles.again_asked.connect(self._look)
        self.titles.all_asked.connect(self.filter_bar.clear)
        self.titles.card_asked.connect(self.view_model.open)
        self.titles.looked_at.connect(self.view_model.note_opened)
        self.titles.came_forward.connect(partial(self.bring_to_top, self.titles))
        self.sheet_part.left.connect(self._focus_list)
        self.view_model.facts.answered.connect(self._show)
        self.view_model.facts.failed.connect(self._show_problem)
        self.view_model.fact.answered.connect(self._open)
        self.view_model.fact.failed.connect(self._show_problem_of_one)

    def shown(self) -> None:
        """Look again: the library may have changed meanwhile."""
        self._look()
        self.sheet_part.read()

    def show_thing(self, thing_id: str) -> None:
        """Open one figure; one that the filters leave out is listed again."""
        if thing_id:
            self._wanted = thing_id
            self.filter_bar.clear()
            self.titles.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.titles.first_focus()

    def find_here(self) -> QWidget | None:
        """Return the field that looks in the facts."""
        self.filter_bar.open()
        return self.filter_bar.find_field.box

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the filters, at the list, at the figure and at the sheet."""
        return (self.filter_bar, self.titles.list, self.titles.area, self.sheet_part)

    def print_act(self) -> Callable[[], None] | None:
        """Print the person's fact sheet, or with nothing on it the open figure."""
        return self.sheet_part.bar.print_sheet if self.card is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        self.filter_bar.set_narrow(self.is_narrow() or self.height() < look.px(_LOW))

    def _look(self) -> None:
        self.view_model.look(self.filter_bar.filters())

    def _show(self, found: FactList) -> None:
        self.filter_bar.offer(found)
        self.subtitle = _subtitle(found)
        if not found.lines:
            self.titles.say_nothing(
                tr("No fact has this"),
                tr("Look for another word, or at any place and theme."),
                tr("Show every fact"),
            )
        self.titles.show_rows(tuple(_rows(found.lines)))
        self._list_wanted(found)
        self._take_focus()
        self.ready.emit()

    def _take_focus(self) -> None:
        """With the first answer, move the focus from where it waited to the list."""
        field = self.filter_bar.find_field
        waits = not self._is_filled and not field.words()
        if waits and QApplication.focusWidget() in (self, self.sheet, field.box):
            self.titles.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_filled = True

    def _focus_list(self) -> None:
        """Give the focus a place when the bar that had it has gone."""
        self.titles.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_wanted(self, found: FactList) -> None:
        """List older figures too where the one to open is among them."""
        wanted, self._wanted = self._wanted, ""
        if wanted and all(line.fact.id != wanted for line in found.lines):
            self.filter_bar.older.setChecked(True)

    def _open(self, view: FactView) -> None:
        if self.card is not None and self.card.view == view:
            return  # nothing changed: whoever reads it stays at the same place
        self.card = FactCard(view)
        self.card.newest_asked.connect(self.show_thing)
        self.sheet_part.join(self.card)
        self.titles.show_card(self._along.under(self.card, view.line.fact.id))

    def _show_problem(self, error: Exception) -> None:
        self.subtitle = ""
        self.titles.show_problem(error)
        self.ready.emit()

    def _show_problem_of_one(self, error: Exception) -> None:
        self.card = None
        self.sheet_part.join(None)
        self.titles.show_problem_of_one(error)


def _rows(lines: tuple[FactLine, ...]) -> Iterator[TitleRow]:
    """Yield the rows: the name of each theme, and under it its figures."""
    for theme, some in groupby(lines, key=lambda line: line.fact.theme):
        yield TitleRow("", words.theme_words(theme))
        yield from map(words.row_of, some)


def _subtitle(found: FactList) -> str:
    shown = len(found.lines)
    said = tr_count("{count} fact.", "{count} facts.", shown)
    left_out = found.older_count if not any(line.has_newer for line in found.lines) else 0
    if not left_out:
        return said
    older = tr_count(
        "{count} older figure is not listed.", "{count} older figures are not listed.", left_out
    )
    return f"{said} {older}"
