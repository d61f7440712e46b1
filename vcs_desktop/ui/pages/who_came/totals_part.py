"""Totals: what the sheets come to in a stretch of time, as figures, bars and tables."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.attendance_periods import PeriodKind
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.list_out import ListOut, MakeTable
from vcs_desktop.ui.pages.who_came import totals_words as words
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.pages.who_came.year_page import YearPage
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.bar_chart import BarChart
from vcs_desktop.ui.widgets.basics import Box, Item, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.source_line import SourceLine
from vcs_desktop.ui.widgets.whole_table import WholeTable

if TYPE_CHECKING:
    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.domain.volunteer_value import Valued
    from vcs_desktop.services.attendance_totals import Asked, Totals

_ALL = "all"


class TotalsPart(GroupPart):
    """``filled`` says that an answer has come."""

    filled = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self._totals: Totals | None = None
        self._question = Question(self.tasks, self)
        self.message = MessageBar()
        self.period = ChoiceField(tr("Which time?"), words.period_choices())
        self.first = DateField(tr("From which day?"), date.min)
        self.last = DateField(tr("To which day?"), date.min)
        self.days = panel(FlowLayout(self.first, self.last, gap=24))
        self.activity = ChoiceField(tr("Which activity?"), [(_ALL, tr("All of them"))])
        self.when = label("", "muted", wrap=True)
        self.facts = FactGrid()
        self.note = label(
            tr(
                "A number under {few} may point at somebody. Show it to nobody outside your group.",
                few=5,
            ),
            "muted",
            wrap=True,
        )
        self.months = BarChart(tr("Came, by month"), (), (tr("Month"), tr("Came")))
        self.value_room: Box = column(gap=6)
        self.value_card = card(
            label(tr("What the help is worth"), "heading", wrap=True), panel(self.value_room)
        )
        self.activities = WholeTable(
            tr("By activity"),
            (tr("Activity"), tr("Came"), tr("Sessions and people"), tr("Hours helped")),
            figures=(1,),
        )
        self.employers = WholeTable(
            tr("Time that employers gave"), (tr("Employer"), tr("Hours helped"))
        )
        self.people = WholeTable(
            tr("By person"), (tr("Name"), tr("Came"), tr("Last came"), tr("Hours helped")), (1,)
        )
        self.people_count = label("", "muted", wrap=True)
        self.missed = WholeTable(
            tr("Not seen for a while"), (tr("Name"), tr("Came to"), tr("Last came"))
        )
        self.list_out = ListOut(self.services, self.tasks, self._what_is_shown)
        self.year_page = YearPage(self.services, self.tasks)
        self._lay()
        self._connect()

    def shown(self) -> None:
        """Work the sums out again."""
        asked = self._asked()
        self._question.ask(lambda: _look(self.services, asked))
        self.year_page.shown()

    def first_focus(self) -> QWidget:
        """Start at the choice of time."""
        return self.period.box

    def _lay(self) -> None:
        self.activity_card = self._table_card(tr("By activity"), self.activities)
        self.people_card = self._table_card(
            tr("By person"), self.people_count, self.people, panel(FlowLayout(self.list_out.button))
        )
        self.employer_card = self._table_card(tr("Time that employers gave"), self.employers)
        self.missed_card = self._table_card(
            tr("Not seen for a while"),
            label(
                tr("They came often, and not to the last four times. A call may be welcome."),
                wrap=True,
            ),
            self.missed,
        )
        self.rest = panel(
            column(
                self.facts, self.note, card(self.months), self.value_card, self.activity_card,
                self.employer_card, self.people_card, self.missed_card, gap=12,
            )
        )  # fmt: skip
        choices = panel(column(self.period, self.activity, gap=10))
        layout = column(
            choices,
            self.days,
            self.when,
            self.message,
            self.list_out,
            self.rest,
            self.year_page,
            None,
            gap=12,
        )
        self.setLayout(layout)
        self.days.hide()
        self.rest.hide()

    def _table_card(self, title: str, *items: Item) -> QWidget:
        return card(label(title, "heading", wrap=True), *items, gap=8)

    def _connect(self) -> None:
        self.period.edited.connect(self._choose_period)
        self.activity.edited.connect(self.shown)
        for field in (self.first, self.last):
            field.left.connect(self.shown)
        self._question.answered.connect(self._show)
        self._question.failed.connect(self._tell_problem)
        self.session.changed.connect(self.shown)

    def _choose_period(self) -> None:
        self.days.setVisible(self.period.chosen_id() == PeriodKind.ANY)
        self.shown()

    def _asked(self) -> "Asked":
        from vcs_desktop.services.attendance_totals import Asked

        what = self.activity.chosen_id()
        return Asked(
            PeriodKind(self.period.chosen_id()),
            self.first.day(),
            self.last.day(),
            "" if what == _ALL else what,
        )

    def _show(self, totals: "Totals") -> None:
        self._totals = totals
        self.message.hide()
        for field in (self.first, self.last):
            field.set_today(totals.today)
        self._offer_activities(totals)
        self.when.setText(words.period_words(totals))
        self.facts.set_facts(words.whole_facts(totals.whole))
        self.months.show_bars(words.month_bars(totals.months))
        self.months.summary.setText(words.month_summary(totals.months))
        self.months.summary.show()
        self._show_value(totals)
        for part, table, rows in (
            (self.activity_card, self.activities, words.activity_rows(totals)),
            (self.employer_card, self.employers, words.employer_rows(totals)),
            (self.people_card, self.people, words.person_rows(totals)),
            (self.missed_card, self.missed, words.missed_rows(totals)),
        ):
            table.show_rows(rows)
            part.setVisible(bool(rows))
        self.people_count.setText(words.people_shown_words(totals))
        self.rest.setVisible(totals.period is not None)
        self.filled.emit()

    def _offer_activities(self, totals: "Totals") -> None:
        """Offer what there are sheets of; what is chosen stays chosen."""
        wanted = [(_ALL, tr("All of them"))]
        wanted += [(what, short_name(name)) for what, name in totals.activities.items()]
        box = self.activity.box
        there = [(box.itemData(n), box.itemText(n)) for n in range(box.count())]
        if there == wanted:
            return
        chosen = self.activity.chosen_id()
        box.blockSignals(True)
        box.clear()
        for what, name in wanted:
            box.addItem(name, what)
        self.activity.choose(chosen)
        box.blockSignals(False)

    def _show_value(self, totals: "Totals") -> None:
        self.value_room.clear()
        value = totals.value
        lines = (
            (words.value_words(value), "strong"),
            (words.without_rate_words(value), "warn"),
            (words.unsaid_words(totals.whole), "muted"),
        )
        for said, kind in lines:
            if said:
                self.value_room.put(label(said, kind, wrap=True))
        for part in value.parts:
            self.value_room.put(_rate(part))
        if value.parts:
            self.value_room.put(
                label(
                    tr("This is no money that you have. Do not put it in your accounts as income."),
                    "muted",
                    wrap=True,
                )
            )
        self.value_card.setVisible(bool(value.parts or value.without_rate or totals.whole.unsaid))

    def _what_is_shown(self) -> MakeTable:
        asked = self._asked()

        def table() -> "TableOut":
            from vcs_desktop.services.attendance_list import people_sums_table

            return people_sums_table(self.services.space.inside(), _look(self.services, asked))

        return table

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad", tr("Try again"), self.shown)
        self.filled.emit()


def _look(services: Any, asked: "Asked") -> "Totals":
    totals: Totals = services.space.inside().attendance_totals.look(
        services.facts.rulebook(), asked
    )
    return totals


def _rate(part: "Valued") -> QWidget:
    """Return how it was worked out for one rate, with its source."""
    source = replace(part.rule.provenance, licence="")
    return panel(column(label(words.rate_words(part), wrap=True), SourceLine(source), gap=2))
