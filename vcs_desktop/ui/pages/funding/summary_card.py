"""The top of the detail pane: what it is, the facts, and what one can do with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain import money
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.opportunities import OpportunityDetail, OpportunityLine, RecordLine
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.ui.opportunity_words import amount_of, kind_words, not_real_money
from vcs_desktop.ui.pages.funding import words
from vcs_desktop.ui.pages.funding.hide_panel import HidePanel
from vcs_desktop.ui.widgets.basics import Box, Button, button, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import name_prose, prose

LONG_TEXT = 420


class SummaryCard(QFrame):
    """What it is in two lines, four facts and the buttons.

    The signals carry the line and what the person asked for; nothing is done here.
    """

    sheet_asked = Signal(object, bool)
    keep_asked = Signal(object, bool)
    calendar_asked = Signal(object)
    hide_asked = Signal(object, str)
    show_again_asked = Signal(object)
    apply_asked = Signal(object)
    hiding_begun = Signal()

    def __init__(self, detail: OpportunityDetail) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        record = detail.line.record
        self.title = name_prose(record.title, "title")
        self.facts = FactGrid(_facts(detail))
        self.sheet_button = button("", "primary")
        self.keep_button = button("")
        self.calendar_button = button(tr("Add to calendar"), icon="calendar-plus")
        self.apply_button = button(tr("Start an application"), icon="file-text")
        self.apply_button.hide()
        self.hide_button = button("", "quiet")
        self.hide_panel = HidePanel()
        self.hide_panel.hide()
        if record.closes_on is None:
            self.calendar_button.hide()
        inner = column(_what_it_is(record), self.title, margins=(16, 14, 16, 14), gap=10)
        _put_text(inner, _text_of(detail))
        inner.put(self.facts)
        inner.put(panel(FlowLayout(*self._buttons())))
        inner.put(self.hide_panel)
        self.setLayout(inner)
        self._line = detail.line
        self._is_grant = detail.call is not None
        self.show_choices(detail.line)
        self._connect()

    def show_choices(self, line: OpportunityLine) -> None:
        """Say on the buttons what has been chosen."""
        self._line = line
        self.sheet_button.setText(
            tr("Take off the committee sheet")
            if line.on_sheet
            else tr("Put on the committee sheet")
        )
        self.sheet_button.set_icon("x" if line.on_sheet else "clipboard-list")
        self.keep_button.setText(tr("Stop keeping") if line.kept else tr("Keep"))
        self.keep_button.set_icon("bookmark-check" if line.kept else "bookmark")
        hidden = bool(line.hidden_because)
        self.hide_button.setText(tr("Show again") if hidden else tr("Hide"))
        self.hide_button.set_icon("eye" if hidden else "eye-off")
        title = line.record.title
        for each in self._buttons():
            each.setAccessibleName(tr("{act}: {title}", act=each.text(), title=title))

    def show_apply(self, *, on: bool) -> None:
        """Offer to begin an application, which a group that is open can do for a grant."""
        self.apply_button.setVisible(on and self._is_grant)

    def ask_calendar(self) -> None:
        """Ask to put the closing day in a calendar."""
        self.calendar_asked.emit(self._line)

    def begin_hiding(self) -> None:
        """Ask why it should be hidden, or show it again if it is."""
        if self._line.hidden_because:
            self.show_again_asked.emit(self._line)
        else:
            self.hide_panel.begin()
            self.hiding_begun.emit()

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.sheet_button,
            self.apply_button,
            self.keep_button,
            self.calendar_button,
            self.hide_button,
        )

    def _connect(self) -> None:
        self.sheet_button.clicked.connect(self.ask_sheet)
        self.keep_button.clicked.connect(self.ask_keep)
        self.calendar_button.clicked.connect(self.ask_calendar)
        self.apply_button.clicked.connect(self._ask_apply)
        self.hide_button.clicked.connect(self.begin_hiding)
        self.hide_panel.agreed.connect(self._agree_to_hide)
        self.hide_panel.left.connect(self._leave_hiding)

    def ask_sheet(self) -> None:
        """Ask to put it on the committee sheet, or to take it off."""
        self.sheet_asked.emit(self._line, not self._line.on_sheet)

    def ask_keep(self) -> None:
        """Ask to keep it, or to stop keeping it."""
        self.keep_asked.emit(self._line, not self._line.kept)

    def _ask_apply(self) -> None:
        self.apply_asked.emit(self._line)

    def _agree_to_hide(self, because: str) -> None:
        self.hide_panel.hide()
        self.hide_asked.emit(self._line, because)

    def _leave_hiding(self) -> None:
        self.hide_panel.hide()
        self.hide_button.setFocus()


def _what_it_is(record: RecordLine) -> QWidget:
    kind = label(kind_words(record), "small")
    if not record.practice:
        return kind
    practice = row(picture("info", "info", 18), label(not_real_money(), "info"), gap=8)
    return panel(FlowLayout(kind, panel(practice), gap=16))


def _text_of(detail: OpportunityDetail) -> str:
    if detail.call is not None:
        return detail.call.summary
    return detail.notice.description if detail.notice else detail.line.record.summary


def _put_text(inner: Box, text: str) -> None:
    """Show a text; of a long one the beginning, and the rest behind a fold."""
    if len(text) <= LONG_TEXT:
        if text:
            inner.put(prose(text))
        return
    cut = text.rfind(" ", 0, LONG_TEXT)
    cut = cut if cut > 0 else LONG_TEXT
    inner.put(prose(f"{text[:cut].rstrip()} …"))
    fold = Fold(tr("Read all of it"))
    fold.content.put(prose(text))
    inner.put(fold)


def _facts(detail: OpportunityDetail) -> list[tuple[str, str]]:
    record = detail.line.record
    facts = [
        (tr("How much"), amount_of(record)),
        (tr("Closes"), words.closes_fact(detail)),
        (
            tr("Who buys") if detail.notice else tr("Who decides"),
            record.who or tr("They do not say"),
        ),
    ]
    if detail.call is not None:
        return [*facts, *_call_facts(detail.call, detail)]
    if detail.notice is not None:
        return [*facts, *_notice_facts(detail.notice)]
    return facts


def _call_facts(call: FundingCall, detail: OpportunityDetail) -> list[tuple[str, str]]:
    return [
        (tr("When they decide"), words.decides_fact(detail)),
        (tr("Where"), call.area_text),
        (tr("In the whole pot"), money.in_pounds(call.total_pence) if call.total_pence else ""),
    ]


def _notice_facts(notice: TenderNotice) -> list[tuple[str, str]]:
    places = dict.fromkeys(each.region or each.postcode for each in notice.deliveries)
    return [
        (tr("When the work runs"), words.contract_runs(notice)),
        (tr("Where"), ", ".join(place for place in places if place)),
    ]
