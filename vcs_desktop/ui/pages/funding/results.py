"""The filters and the list: asks, fills, and moves nothing under the hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import Filters, OpportunityLine, OpportunityList
from vcs_desktop.services.choices import Choices
from vcs_desktop.ui.pages.funding.card_list import CardList
from vcs_desktop.ui.pages.funding.filter_bar import FilterBar
from vcs_desktop.ui.pages.funding.find_view_model import FindViewModel
from vcs_desktop.ui.pages.funding.list_model import OpportunityListModel
from vcs_desktop.ui.pages.funding.offer_line import OfferLine
from vcs_desktop.ui.pages.funding.result_words import empty_words, headline
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.list_or_words import ListOrWords

# Source: the design guide. An answer that is put off this long shows what there is.
_SHOW_FIRST_AFTER_MS = 300


class Results(QObject):
    """Joins the filters to the list.

    An answer goes into the list at once when the person has not touched the
    list since they asked; else the verdicts are written where the cards lie, and
    ``offer_button`` offers the new order. ``filled`` says that the list shows an
    answer; ``judged`` that it is the final one. ``headline_changed`` carries the
    words for under the title.
    """

    filled = Signal()
    judged = Signal()
    headline_changed = Signal(str)
    load_asked = Signal()

    def __init__(self, view_model: FindViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._model = OpportunityListModel(self)
        self._is_asked_by_hand = True
        self._first: OpportunityList | None = None
        self._told: OpportunityList | None = None
        self.filter_bar = FilterBar()
        self.list = CardList(self._model)
        self.empty = EmptyState(tr("Looking for grants and contracts"), tr("This takes a moment."))
        self.line = OfferLine()
        self.offer_button, self.clear_button = self.line.offer_button, self.line.clear_button
        self.pane = ListOrWords(self.list, self.empty)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SHOW_FIRST_AFTER_MS)
        self._connect()

    def start(self) -> None:
        """Ask for the first time."""
        self.ask_anew()
        self._view_model.find_areas()

    def search(self, words: str) -> None:
        """Leave only what has these words; empty words show everything again."""
        self.filter_bar.ask(words)

    def find_again(self) -> None:
        """Ask the same again, since the library has changed; the list stays as it lies."""
        self._is_asked_by_hand = False
        self._view_model.find(self._filters())

    def show_choices(self, choices: Choices) -> None:
        """Write on the cards what was chosen; the headline counts what was hidden no more."""
        before = _ids(self.lines())
        self._model.choose(choices)
        gone = before - _ids(self.lines())
        if gone and self._told is not None:
            left = tuple(line for line in self._told.open_to_you if line.record.id not in gone)
            self._tell(replace(self._told, total=self._told.total - len(gone), open_to_you=left))
        self.filter_bar.offer_hidden(on=bool(choices.hidden))
        if not self._model.rowCount() and self.pane.shows_list():
            self._show_empty()

    def clear(self) -> None:
        """Show everything: no words, no filters."""
        if self.clear_button.hasFocus():  # it goes away
            self.list.setFocus()
        self.filter_bar.clear()

    def lines(self) -> Sequence[OpportunityLine]:
        """Return what the list holds, what is folded away too."""
        return self._model.lines()

    def first_id(self) -> str:
        """Return the id of the first card that is shown, or ""."""
        shown = map(self._model.line_at, range(self._model.rowCount()))
        return next((line.record.id for line in shown if line), "")

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self.ask_anew)
        self.filter_bar.entered.connect(self.list.setFocus)
        self.offer_button.clicked.connect(self._take_offer)
        self.clear_button.clicked.connect(self.clear)
        self.empty.button.clicked.connect(self._act_on_empty)
        self._pause.timeout.connect(self._show_first)
        self._view_model.first_found.connect(self._hold_first)
        self._view_model.judged.connect(self._take_judged)
        self._view_model.failed.connect(self._show_problem)
        self._view_model.more_judged.connect(self.find_again)
        self._view_model.areas_found.connect(self.filter_bar.offer_areas)

    def _filters(self) -> Filters:
        return self.filter_bar.filters()

    def ask_anew(self) -> None:
        """Ask, and let the list change: the person wants another answer."""
        self._is_asked_by_hand = True
        self.list.is_touched = False
        self.line.offer(None, searched=bool(self.filter_bar.words()))
        self._view_model.find(self._filters())

    def _hold_first(self, answer: OpportunityList) -> None:
        self._first = answer
        if not self._model.rowCount():
            self._show_first()
        elif self._is_asked_by_hand:
            self._pause.start()

    def _show_first(self) -> None:
        if self._first is not None and self._first.open_to_you:
            self._fill(self._first)

    def _take_judged(self, answer: OpportunityList) -> None:
        self._pause.stop()
        self._first = None
        is_same = self._model.shows(answer)
        if self._model.rowCount() and (is_same or self.list.is_touched):
            lines = (*answer.open_to_you, *answer.not_for_you)
            self._model.judge({line.record.id: line.fit for line in lines if line.fit})
            self.line.offer(None if is_same else answer, searched=bool(self.filter_bar.words()))
        else:
            self._fill(answer)
        say(self.list, self._tell(answer))
        self.judged.emit()

    def _fill(self, answer: OpportunityList) -> None:
        self.list.fill(answer)
        self.line.offer(None, searched=bool(self.filter_bar.words()))
        if answer.open_to_you or answer.not_for_you:
            self.pane.show_list()
        else:
            self._show_empty()
        self._tell(answer)
        self.filled.emit()

    def _tell(self, answer: OpportunityList) -> str:
        """Say how many there are, and return the words."""
        self._told = answer
        words = headline(answer, self._filters())
        self.headline_changed.emit(words)
        return words

    def _take_offer(self) -> None:
        if self.line.offered is not None:
            self._fill(self.line.offered)
            self.list.scrollToTop()
            self.list.setFocus()

    def _show_empty(self) -> None:
        self.pane.say(*empty_words(self._filters()))
        self.line.hide()  # its button would say the same

    def _show_problem(self, error: Exception) -> None:
        self._pause.stop()
        self.headline_changed.emit(words_for(error))
        if self._model.rowCount():
            return
        self.pane.say(tr("We could not look"), words_for(error), tr("Try again"))
        self.line.hide()

    def _act_on_empty(self) -> None:
        if self._filters() != Filters(order=self._filters().order):
            self.clear()
        elif self.empty.button.text() == tr("Try again"):
            self.ask_anew()
        else:
            self.load_asked.emit()


def _ids(lines: Iterable[OpportunityLine]) -> set[str]:
    return {line.record.id for line in lines}
