"""What came of an application: when it was sent, what they said, and the grant it became."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.application_words import STATUSES
from vcs_desktop.domain.applications import Application, Status
from vcs_desktop.domain.budget_sums import BudgetSums
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.durations import MINUTES_IN_HOUR
from vcs_desktop.domain.grant_sums import money_of, so_far_in_words
from vcs_desktop.domain.grants import (
    Condition,
    Grant,
    Payment,
    ReportDue,
    SoFar,
    Spending,
)
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.services.records import Held
from vcs_desktop.ui.bound_fields import bound_choice, bound_day, bound_money, bound_words, one
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.pages.applications.about_part import save_application
from vcs_desktop.ui.pages.applications.listed_part import ListedPart, Row
from vcs_desktop.ui.part_fields import PartFields, without
from vcs_desktop.ui.save_as import PDF, WEB, WORD, SaveAs, file_stem
from vcs_desktop.ui.widgets.basics import Box, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.number_field import HundredthsField, NumberField
from vcs_desktop.ui.widgets.whole_table import WholeTable

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

_MOST = 10_000_000
CONDITIONS, PAYMENTS, REPORTS, SPENDING, SO_FAR = (
    "conditions", "payments", "reports", "spending", "so_far",
)  # fmt: skip
_NEW = {
    CONDITIONS: Condition,
    PAYMENTS: Payment,
    REPORTS: ReportDue,
    SPENDING: Spending,
    SO_FAR: SoFar,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """An application, its grant, what was planned, as of a day; and an id for one part more."""

    held: Held[Application]
    grant: Held[Grant]
    planned: BudgetSums | None
    today: date
    new_id: str


class AfterPart(ListedPart):
    """The lists of the grant come only when the application is won."""

    _seen: Seen | None = None
    _money: Box | None = None

    def read(self, application_id: str) -> Seen:
        """Return the application and its grant."""
        inside = self.services.space.inside()
        held = inside.applications.application(application_id)
        return Seen(
            held,
            inside.grants.of(held.thing),
            inside.grants.planned(application_id),
            inside.records.clock.today(),
            inside.records.ids.new(),
        )

    def made_of(self, seen: Seen) -> object:
        """Return all that is shown."""
        said = seen.held.thing
        return (
            said.status, said.sent_on, said.reference, said.answered_on, said.awarded_pence,
            said.feedback, said.minutes_spent, said.changes, seen.grant.thing, self.open_at,
        )  # fmt: skip

    def make(self, seen: Seen) -> QWidget:
        """Return the form, and below it the grant."""
        self.message = MessageBar()
        self._seen, self._money = seen, None
        form = self._status_form(seen)
        self.forms = (form,)
        cards: list[QWidget] = [card(label(tr("What came of it"), "heading"), form, gap=8)]
        if seen.held.thing.status is Status.AWARDED:
            cards += self._of_grant(seen)
        return panel(column(*cards, gap=12))

    def new_id(self) -> str:
        """Return the id of what is added next."""
        return self._seen.new_id if self._seen else ""

    def form_of(self, name: str, part_id: str) -> KeptForm:
        """Return the form of a condition, a payment, a report, money spent, or what came of it."""
        assert self._seen is not None  # noqa: S101  it was read before anything is made
        fields = PartFields(name, part_id, _NEW[name])
        bound = _bound_of(name, fields, self._seen.today)
        held = self._seen.grant
        draft = f"part/grant/{held.record.id}/{part_id}"
        form = KeptForm(self.services, self.tasks, held, save_grant, bound, draft)
        form.lay_out((*(each.field for each in bound.values()), form.saved_line))
        return form

    def drop(self, name: str, part_id: str, called: str) -> None:
        """Take something out of the grant."""
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.grants.of(inside.applications.application(application_id).thing)
            inside.grants.save(held, without(held.thing, name, part_id))

        self.act(work, tr("“{name}” is taken out.", name=called))

    def _status_form(self, seen: Seen) -> KeptForm:
        today = seen.today
        hours = HundredthsField(
            tr("Hours you spent on it"), tr("So you know what an application costs")
        )
        status = ChoiceField(
            tr("How far it has come"),
            [(each.value, tr_marked(STATUSES[each])) for each in Status],
        )
        bound = {
            "status": bound_choice(status, "status", str, Status),
            "sent_on": bound_day(DateField(tr("Day it was sent"), today, optional=True), "sent_on"),
            "reference": bound_words(TextField(tr("Their reference"), optional=True), "reference"),
            "answered_on": bound_day(
                DateField(tr("Day they answered"), today, optional=True), "answered_on"
            ),
            "awarded_pence": bound_money(
                MoneyField(tr("What they gave"), optional=True), "awarded_pence"
            ),
            "feedback": bound_words(
                LongTextField(tr("What they said"), tr("Keep it for the next time"), optional=True),
                "feedback",
            ),
            "minutes_spent": Bound(
                hours,
                lambda said: hours.set_hundredths(_hundredths(said.minutes_spent)),
                lambda: one("minutes_spent", _minutes(hours.hundredths())),
            ),
        }
        form = KeptForm(self.services, self.tasks, seen.held, save_application, bound)
        form.lay_out((*(each.field for each in bound.values()), form.saved_line))
        return form

    def _of_grant(self, seen: Seen) -> list[QWidget]:
        grant = seen.grant.thing
        self._money = column(_money_table(seen))
        return [
            card(label(tr("Money of this grant"), "heading"), panel(self._money), gap=8),
            self.list_card(
                PAYMENTS, tr("Payments"), tr("Add a payment"), tr("When does the money come?"),
                (_payment_row(each) for each in grant.payments),
            ),
            self.list_card(
                SPENDING, tr("Spending"), tr("Add what was spent"), tr("Nothing is spent yet."),
                (_spending_row(each) for each in sorted(grant.spending, key=_by_day)),
            ),
            self.list_card(
                CONDITIONS, tr("Conditions"), tr("Add a condition"),
                tr("What do they want you to do?"),
                (_condition_row(each) for each in grant.conditions),
            ),
            self.list_card(
                REPORTS, tr("Reports"), tr("Add a report"), tr("Each report shows in Dates."),
                (_report_row(each) for each in grant.reports),
            ),
            self._what_came_of_it(seen),
            self._report(seen),
        ]  # fmt: skip

    def _hear_kept(self, held: Any) -> None:
        """Bring the lists as soon as the application is won, and let the sums follow."""
        before = self._seen
        if before is not None and isinstance(held.thing, Application):
            self._seen = replace(before, held=held)
            was_won = before.held.thing.status is Status.AWARDED
            if was_won != (held.thing.status is Status.AWARDED):
                self.stale()
        elif before is not None:
            self._seen = replace(before, grant=held)
        super()._hear_kept(held)
        if self._money is not None and self._seen is not None:
            self._money.clear()
            self._money.put(_money_table(self._seen))

    def _report(self, seen: Seen) -> QWidget:
        """Return the buttons of a first version of the report."""
        self.report_out = SaveAs(
            self, (self.services, self.tasks), self.message, (WORD, PDF, WEB),
            lambda inside, out: inside.grant_reports.make(self.application_id, out),
            lambda: file_stem(tr("report {name}", name=seen.held.thing.name), tr("report")),
            tr("the report"),
        )  # fmt: skip
        return card(
            label(tr("Report to the funder"), "heading"),
            label(
                tr("A first version, filled from what stands here. Write the rest in Word."),
                wrap=True,
            ),
            panel(FlowLayout(self.report_out.save_button, self.report_out.print_button)),
            self.message,
            gap=8,
        )

    def _what_came_of_it(self, seen: Seen) -> QWidget:
        """Return the rows of the plan, each with what came of it so far."""
        told = {each.id: each for each in seen.grant.thing.so_far}
        rows = [
            (
                each.id,
                each.activity or each.change,
                _so_far_words(told.pop(each.id, None), each.target),
            )
            for each in in_order(seen.held.thing.changes)
        ]
        rows += [
            (each.id, tr("Something more"), _so_far_words(each, None)) for each in told.values()
        ]
        return self.list_card(
            SO_FAR, tr("What changed so far"), tr("Add something that was not planned"),
            tr("The plan has no rows. Add them under Plan."), rows,
        )  # fmt: skip


def save_grant(inside: "InGroup", before: Held[Grant], after: Grant) -> Held[Grant]:
    """Keep a grant."""
    return inside.grants.save(before, after)


def _bound_of(name: str, fields: PartFields, today: date) -> dict[str, Bound]:
    what = TextField(tr("What is it?"))
    due = DateField(tr("By which day?"), today, optional=True, toward=Toward.FUTURE)
    if name == CONDITIONS:
        met = DateField(tr("Day it was met"), today, optional=True)
        return {
            "what": fields.words("what", what),
            "due_on": fields.day("due_on", due),
            "met_on": fields.day("met_on", met),
        }
    if name == PAYMENTS:
        came = DateField(tr("Day it came"), today, optional=True)
        return {
            "what": fields.words("what", what),
            "pence": fields.money("pence", MoneyField(tr("How much?"), optional=True)),
            "due_on": fields.day("due_on", due),
            "received_on": fields.day("received_on", came),
        }
    if name == REPORTS:
        sent = DateField(tr("Day it was sent"), today, optional=True)
        return {
            "what": fields.words("what", what),
            "due_on": fields.day("due_on", due),
            "sent_on": fields.day("sent_on", sent),
        }
    if name == SPENDING:
        return {
            "on": fields.day("on", DateField(tr("Which day?"), today)),
            "what": fields.words("what", what),
            "pence": fields.money("pence", MoneyField(tr("How much?"), optional=True)),
        }
    return {
        "count": fields.number("count", NumberField(tr("How many so far?"), most=_MOST)),
        "said": fields.words("said", LongTextField(tr("What people say"), optional=True)),
        "on": fields.day("on", DateField(tr("As of which day?"), today, optional=True)),
    }


def _money_table(seen: Seen) -> QWidget:
    money = money_of(seen.grant.thing, seen.held.thing)
    rows = [
        (tr("Given"), in_pounds(money.given)),
        (tr("Came so far"), in_pounds(money.came)),
        (tr("Spent so far"), in_pounds(money.spent)),
        (tr("Not spent yet"), in_pounds(money.left)),
    ]
    if seen.planned is not None:
        rows.append((tr("Planned to ask for"), in_pounds(seen.planned.asked)))
    table = WholeTable(tr("Money of this grant"), (tr("Money"), tr("Amount")), figures=(1,))
    table.show_rows(rows)
    return table


def _payment_row(each: Payment) -> Row:
    when = (
        tr("came on {day}", day=shortly(each.received_on))
        if each.received_on
        else tr("due {day}", day=shortly(each.due_on))
        if each.due_on
        else ""
    )
    words = ", ".join(filter(None, (in_pounds(each.pence), when)))
    return each.id, each.what or tr("A payment"), words


def _spending_row(each: Spending) -> Row:
    day = shortly(each.on) if each.on else ""
    words = ", ".join(filter(None, (in_pounds(each.pence), day)))
    return each.id, each.what or tr("Something"), words


def _condition_row(each: Condition) -> Row:
    return each.id, each.what or tr("A condition"), _done_words(each.due_on, each.met_on)


def _report_row(each: ReportDue) -> Row:
    return each.id, each.what or tr("A report"), _done_words(each.due_on, each.sent_on)


def _done_words(due: date | None, done: date | None) -> str:
    if done:
        return tr("done on {day}", day=shortly(done))
    return tr("due {day}", day=shortly(due)) if due else tr("no day yet")


def _so_far_words(told: SoFar | None, target: int | None) -> str:
    said = so_far_in_words(told, target) if told else ""
    return said or tr("nothing is written down yet")


def _by_day(each: Spending) -> tuple[date, str]:
    return each.on or date.min, each.id


def _hundredths(minutes: int | None) -> int | None:
    return None if minutes is None else minutes * 100 // MINUTES_IN_HOUR


def _minutes(hundredths: int | None) -> int | None:
    return None if hundredths is None else round(hundredths * MINUTES_IN_HOUR / 100)
