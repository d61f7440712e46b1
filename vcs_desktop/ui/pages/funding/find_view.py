"""The filters, the list and the pane beside it, as one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from vcs_desktop.domain.opportunities import OpportunityDetail, OpportunityLine
from vcs_desktop.services.choices import Choices
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.funding.card_menu import card_menu
from vcs_desktop.ui.pages.funding.detail_pane import DetailPane
from vcs_desktop.ui.pages.funding.detail_view_model import DetailViewModel
from vcs_desktop.ui.pages.funding.results import Results
from vcs_desktop.ui.pages.funding.summary_card import SummaryCard
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.list_detail import ListDetail

# How long one must stay with a card for Home to offer it again.
_LOOKED_AT_AFTER_MS = 1500
_PAGE_KEYS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class FindView(QWidget):
    """Opens in the pane what is chosen in the list.

    The signals carry the line and what the person asked for; nothing is done
    about it here. ``looked_at`` carries the id of what was open for a while;
    ``came_forward`` says that one pane took the place of the other.
    """

    sheet_asked = Signal(object, bool)
    keep_asked = Signal(object, bool)
    hide_asked = Signal(object, str)
    show_again_asked = Signal(object)
    calendar_asked = Signal(object)
    apply_asked = Signal(object)
    looked_at = Signal(str)
    came_forward = Signal()

    def __init__(self, results: Results, detail: DetailViewModel, along: Along) -> None:
        super().__init__()
        self.results = results
        self._detail = detail
        self.pane = DetailPane(along)
        self.list_detail = ListDetail(results.pane, self.pane)
        body = column(results.filter_bar, results.line, gap=8)
        body.put(self.list_detail, 1)
        self.setLayout(body)
        self._choices = Choices()
        self._can_apply = False
        self._then: Callable[[SummaryCard], None] | None = None
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_LOOKED_AT_AFTER_MS)
        self._connect()

    def show_thing(self, record_id: str) -> None:
        """Open one by its id, whether or not the list shows it."""
        self.results.list.choose(record_id)
        if record_id != self._detail.record_id:
            self._open(record_id)
        self._bring_detail()

    def show_choices(self, choices: Choices) -> None:
        """Say on the cards and on the buttons what has been chosen."""
        self._choices = choices
        self.results.show_choices(choices)
        self.pane.show_choices(choices)

    def show_apply(self, *, on: bool) -> None:
        """Offer to begin an application, or not any more."""
        self._can_apply = on
        if self.pane.card is not None:
            self.pane.card.show_apply(on=on)

    def go_back(self) -> None:
        """Bring the list to the front, where there is room for one pane."""
        self.list_detail.show_list()
        self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.came_forward.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc; turn the pages of the pane from the button above it."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif self.list_detail.back_button.hasFocus() and event.key() in _PAGE_KEYS:
            self.pane.area.verticalScrollBar().triggerAction(_PAGE_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        cards = self.results.list
        cards.chosen.connect(self._choose)
        cards.open_asked.connect(self._enter)
        cards.card_clicked.connect(self._bring_detail)
        cards.menu_asked.connect(self._show_menu)
        self.results.judged.connect(self._open_first)
        self.pane.opened.connect(self._join_card)
        self.pane.problem.button.clicked.connect(self._open_again)
        self._detail.opened.connect(self._show_detail)
        self._detail.failed.connect(self.pane.show_problem)
        self._stay.timeout.connect(self._tell_looked_at)

    def _choose(self, record_id: str) -> None:
        if not record_id:
            if self.results.list.currentIndex().isValid():
                return  # on the fold: what is open stays open
            self._detail.close()
            self._stay.stop()
            self.pane.show_nothing(can_choose=bool(self.results.lines()))
            self.list_detail.show_list()
        elif record_id != self._detail.record_id:
            self._open(record_id)

    def _open(self, record_id: str) -> None:
        self.pane.wait()
        self._detail.open(record_id)
        self._stay.stop()
        if self.results.list.is_touched:
            self._stay.start()

    def _open_again(self) -> None:
        self._open(self._detail.record_id)

    def _open_first(self) -> None:
        """Show in the list what is open; where nothing is and both are seen, open the best."""
        if self._detail.record_id:
            self.results.list.choose(self._detail.record_id)
        elif not self.results.list.chosen_id() and not self.list_detail.one_pane():
            self.results.list.choose(self.results.first_id())

    def _enter(self, _record_id: str) -> None:
        self._bring_detail()
        if not self.list_detail.one_pane():
            self._on_card(self._go_into_pane)

    def _go_into_pane(self, card: SummaryCard) -> None:
        self.pane.area.go_in(card.title.text())

    def _bring_detail(self) -> None:
        """Bring the pane to the front and go into it, where there is room for one."""
        self._stay.start()
        if self.list_detail.one_pane():
            self.list_detail.show_detail()
            self.list_detail.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.came_forward.emit()

    def _show_menu(self, line: OpportunityLine, place: QPoint) -> None:
        self.results.list.choose(line.record.id)
        menu = card_menu(
            self,
            line,
            open_it=partial(self._enter, line.record.id),
            sheet=partial(self._on_card, SummaryCard.ask_sheet),
            keep=partial(self._on_card, SummaryCard.ask_keep),
            calendar=partial(self._on_card, SummaryCard.ask_calendar),
            hide=self._begin_hiding,
        )
        menu.popup(place)

    def _begin_hiding(self) -> None:
        self._bring_detail()
        self._on_card(SummaryCard.begin_hiding)

    def _on_card(self, act: Callable[[SummaryCard], None]) -> None:
        """Act on the card of what is chosen, now or as soon as it is open."""
        detail = self.pane.detail
        if self.pane.card and detail and detail.line.record.id == self._detail.record_id:
            act(self.pane.card)
        else:
            self._then = act

    def _show_detail(self, detail: OpportunityDetail) -> None:
        self.pane.show_detail(detail)
        self.pane.show_choices(self._choices)

    def _join_card(self) -> None:
        card = self.pane.card
        if card is None:
            return
        card.sheet_asked.connect(self.sheet_asked)
        card.keep_asked.connect(self.keep_asked)
        card.hide_asked.connect(self.hide_asked)
        card.hide_asked.connect(self.go_back)
        card.show_again_asked.connect(self.show_again_asked)
        card.calendar_asked.connect(self.calendar_asked)
        card.apply_asked.connect(self.apply_asked)
        card.show_apply(on=self._can_apply)
        act, self._then = self._then, None
        if act is not None:
            act(card)

    def _tell_looked_at(self) -> None:
        self.looked_at.emit(self._detail.record_id)
