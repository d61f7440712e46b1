"""What the group must file, with the law behind it, and what cannot be told yet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.due import Due, Outcome
from vcs_desktop.domain.due_of_years import filing_due
from vcs_desktop.domain.due_words import far_in_words
from vcs_desktop.domain.obligations import ForPeriod, Missing, Need, Obligation, Period
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.pages.dates.listing import outcome_words
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import (
    Box,
    Item,
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
)
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from datetime import date

_NEEDS: dict[Need, tuple[Marked, str, str]] = {
    Need.MUST: (marked("You must do this"), "landmark", "info"),
    Need.MAY: (marked("You may do this"), "info", "info"),
    Need.CHECK: (marked("Find out if this is for you"), "circle-help", "warn"),
    Need.NOT_NEEDED: (marked("Not needed"), "check", "ok"),
    Need.CANNOT_TELL: (marked("We cannot tell yet"), "circle-help", "warn"),
}

_SAY: dict[Missing, Marked] = {
    Missing.LEGAL_FORM: marked("Say what you are in law"),
    Missing.YEAR_END: marked("Say when your year ends"),
    Missing.INCOME: marked("Say what came in"),
    Missing.ASSETS: marked("Say what you own"),
}

_QUESTIONS: dict[Missing, str] = {
    Missing.LEGAL_FORM: "legal_form",
    Missing.YEAR_END: "year_end",
    Missing.INCOME: "years",
    Missing.ASSETS: "years",
}
"""Where it is told: the questions about the group, as its page knows them."""

Told = tuple["date", tuple[ForPeriod, ...], dict[str, Outcome]]
"""Today, what is to file for each year, and what came of it by the id of its date."""


class FilingPart(GroupPart):
    """One card for each thing.

    ``about_asked`` carries the question about the group to answer. ``ticked`` carries a Due and an
    Outcome, or None for not done after all.
    """

    about_asked = Signal(str)
    ticked = Signal(object, object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.question = Question(self.tasks, self)
        self.said = label(
            tr(
                "This is worked out from what you told us about your group, by the rules of the "
                "law. Your own rules, or a funder, may ask for more."
            ),
            "muted",
            wrap=True,
        )
        self.message = MessageBar()
        self.periods: Box = column(gap=14)
        self._told: Told | None = None
        self.setLayout(column(self.said, self.message, self.periods, None, gap=12))
        self.question.answered.connect(self._show)
        self.question.failed.connect(self._fail)

    def shown(self) -> None:
        """Work it out again: the group may have told more."""
        self.question.ask(self._look)

    def _look(self) -> Told:
        dates = self.services.dates
        return dates.today(), dates.filings(), dates.filings_ticked()

    def _show(self, told: Told) -> None:
        self.message.hide()
        if told == self._told:
            return  # whoever reads or presses is left alone
        self._told = told
        self.periods.clear()
        for each in told[1]:
            for part in self._parts_of(each, told):
                self.periods.put(part)

    def _fail(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad", tr("Try again"), self.shown)

    def _parts_of(self, found: ForPeriod, told: Told) -> Iterator[QWidget]:
        yield label(_period_words(found.period), "title", wrap=True)
        to_do = [each for each in found.obligations if each.need is not Need.NOT_NEEDED]
        spared = [each for each in found.obligations if each.need is Need.NOT_NEEDED]
        if not to_do:
            yield label(tr("We know of nothing that you must file for it."), wrap=True)
        for each in to_do:
            yield self._card(each, told)
        if spared:
            fold = Fold(
                tr_count(
                    "{count} thing is not needed", "{count} things are not needed", len(spared)
                )
            )
            for each in spared:
                fold.content.put(self._card(each, told))
            yield fold

    def _card(self, each: Obligation, told: Told) -> QFrame:
        today, _, ticked = told
        due = filing_due(each)
        outcome = ticked.get(due.id) if due is not None else None
        words, icon, colour = _NEEDS[each.need]
        items: list[Item] = [
            _mark(tr_marked(words), icon, colour),
            label(short_prose(each.title), "heading", wrap=True),
            prose(each.why),
        ]
        if each.due_on is not None:
            by = tr("{day}, {far}", day=in_words(each.due_on), far=far_in_words(each.due_on, today))
            items.append(FactGrid(((tr("Last day"), by),)))
        if each.todo:
            items += [label(tr("What to do"), "strong", wrap=True), prose(each.todo)]
        if each.missing is not None:
            items.append(self._way_to_say(each.missing))
        items += list(_law(each))
        if due is not None:
            items += list(self._ways_to_tick(due, outcome))
        return card(*items, kind="warn" if each.missing is not None else "card", gap=8)

    def _ways_to_tick(self, due: Due, outcome: Outcome | None) -> Iterator[QWidget]:
        if outcome is None:
            name = tr("{act}: {what}", act=tr("Done"), what=short_prose(due.what, 80))
            done = button(tr("Done"), icon="check", name=name)
            done.clicked.connect(lambda: self.ticked.emit(due, Outcome.DONE))
            yield panel(FlowLayout(done))
            return
        again = button(tr("Not done after all"), "quiet", icon="undo-2")
        again.clicked.connect(lambda: self.ticked.emit(due, None))
        yield _mark(outcome_words(outcome), "check", "ok")
        yield panel(FlowLayout(again))

    def _way_to_say(self, missing: Missing) -> QWidget:
        go = button(tr_marked(_SAY[missing]), "primary", icon="pencil")
        go.clicked.connect(lambda: self.about_asked.emit(_QUESTIONS[missing]))
        return panel(FlowLayout(go))


def _mark(words: str, icon: str, colour: str) -> QWidget:
    line = row(picture(icon, colour, 18), gap=6)
    line.put(label(words, colour, wrap=True), 1)
    return panel(line)


def _law(each: Obligation) -> Iterator[QWidget]:
    if each.law:
        yield prose(tr("The law: {law}.", law=each.law.rstrip(".")), "small")
    if each.source:
        yield prose(tr("From: {source}.", source=each.source.rstrip(".")), "small")
    if each.source_url:
        yield AddressLine(
            each.source_url,
            tr("Open the source on the web"),
            name=tr("Open the source of “{what}” on the web", what=short_prose(each.title, 80)),
            tip=tr("We show you the address first. It opens in your browser."),
        )


def _period_words(period: Period) -> str:
    if period.ends_on is None:
        return tr("Your year of accounts")
    return tr("The year of accounts to {day}", day=shortly(period.ends_on))
