"""The budget of an application: its costs, the running costs, who else pays, and the sums."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.domain.application_words import COST_TYPES, PROMISES
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budget_checks import BudgetFound, checked
from vcs_desktop.domain.budget_paid import spread, without_part
from vcs_desktop.domain.budget_sums import BudgetSums, FunderSum, LineSum, sums_of
from vcs_desktop.domain.budgets import Budget, LineKind
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.services.records import Held
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.pages.applications.budget_forms import (
    FUNDERS,
    LINES,
    RUNNING,
    part_form,
    whole_form,
)
from vcs_desktop.ui.pages.applications.listed_part import ListedPart
from vcs_desktop.ui.sight import HoldsStill
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.whole_table import WholeTable

if TYPE_CHECKING:
    from vcs_desktop.domain.reference import Rule
    from vcs_desktop.services.in_group import InGroup


@dataclass(frozen=True, slots=True)
class Seen:
    """A budget as of a day, what it is held against, and the rate that volunteers' hours have."""

    held: Held[Budget]
    application: Application
    today: date
    new_id: str
    rate: "Rule | None"


class BudgetPart(ListedPart):
    """Lists and sums follow what is typed; the form of a line stands where it was asked for."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self._seen: Seen | None = None

    def read(self, application_id: str) -> Seen:
        """Return the budget, the application and the rate of the day."""
        from vcs_desktop.domain.rulebook import LIVING_WAGE

        inside = self.services.space.inside()
        today = inside.records.clock.today()
        return Seen(
            inside.budgets.of(application_id),
            inside.applications.application(application_id).thing,
            today,
            inside.records.ids.new(),
            self.services.facts.rulebook().on(LIVING_WAGE, today),
        )

    def made_of(self, seen: Seen) -> object:
        """Return all that is shown, and which line is open."""
        return seen.held.thing, seen.application.terms, seen.application.ask_pence, self.open_at

    def make(self, seen: Seen) -> QWidget:
        """Return the sums, the lists and the form of the whole."""
        self._seen = seen
        self._sums_room: Box = column(gap=8)
        sums_card = card(panel(self._sums_room))
        self._still = HoldsStill(sums_card)
        self._fill_sums(seen)
        sums = sums_of(seen.held.thing)
        whole = whole_form(self, seen.held, seen.today)
        self.forms = (whole,)
        self.rate_button = button(tr("Count given hours at today's rate"))
        if seen.rate is None:
            self.rate_button.hide()
        self.rate_button.clicked.connect(self._use_rate)
        return panel(
            column(
                sums_card,
                self.list_card(
                    LINES, tr("Costs"), tr("Add a cost"), tr("No costs yet."),
                    ((each.line.id, each.line.what, _line_words(each)) for each in sums.lines),
                ),
                self.list_card(
                    RUNNING, tr("Running costs of the group"), tr("Add a running cost"),
                    tr("Rent, insurance, the phone: this work carries a share of them."),
                    (
                        (each.cost.id, each.cost.what, in_pounds(each.cost.pence))
                        for each in sums.running
                    ),
                ),
                self.list_card(
                    FUNDERS, tr("Who else pays"), tr("Add who else pays"),
                    tr("Other funders, and your own money."),
                    (
                        (each.funder.id, each.funder.name, _funder_words(each))
                        for each in sums.funders
                    ),
                ),
                card(label(tr("All of the budget"), "heading"), whole,
                     panel(FlowLayout(self.rate_button)), gap=8),
                gap=12,
            )
        )  # fmt: skip

    def form_of(self, name: str, part_id: str) -> KeptForm:
        """Return the form of a line, a running cost or another funder."""
        assert self._seen is not None  # noqa: S101  it was read before anything is made
        return part_form(self, self._seen.held, name, part_id, self._seen.today)

    def new_id(self) -> str:
        """Return the id of what is added next."""
        return self._seen.new_id if self._seen else ""

    def drop(self, name: str, part_id: str, called: str) -> None:
        """Take a line, a running cost or another funder out."""
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.budgets.of(application_id)
            inside.budgets.save(held, without_part(held.thing, name, part_id))

        self.act(work, tr("“{name}” is taken out.", name=called))

    def more_acts(self, name: str, part_id: str, called: str) -> list[QWidget]:
        """Offer to spread what a funder gives, where some of it pays for nothing yet."""
        if name != FUNDERS or self._seen is None:
            return []
        budget = self._seen.held.thing
        if spread(budget, part_id) == budget:
            return []
        over = button(
            tr("Spread it over the costs"),
            "quiet",
            name=tr("Spread what {name} pays over the costs", name=called),
        )
        over.clicked.connect(partial(self._spread, part_id, called))
        return [over]

    def _spread(self, funder: str, called: str) -> None:
        application_id = self.application_id
        self.go_on_at(FUNDERS)  # its own button is gone then

        def work(inside: "InGroup") -> None:
            held = inside.budgets.of(application_id)
            inside.budgets.save(held, spread(held.thing, funder))

        self.act(work, tr("What “{name}” pays stands on the costs now.", name=called))

    def _use_rate(self) -> None:
        """Count given hours at the rate of the library that holds today."""
        rate = self._seen.rate if self._seen else None
        application_id = self.application_id
        if rate is None:
            return

        def work(inside: "InGroup") -> None:
            held = inside.budgets.of(application_id)
            after = replace(
                held.thing, rate_pence=int(rate.value or 0), rate_name=rate.title,
                rate_from=rate.provenance.valid_from, rate_source=rate.provenance.source,
            )  # fmt: skip
            inside.budgets.save(held, after)

        self.act(work, tr("Given hours count at this rate now."))

    def _hear_kept(self, held: Any) -> None:
        """Let the sums follow what was typed, without taking the fields away."""
        super()._hear_kept(held)
        if self._seen is not None:
            self._still.begin()
            self._fill_sums(self._seen, held.thing)

    def _fill_sums(self, seen: Seen, budget: Budget | None = None) -> None:
        budget = budget or seen.held.thing
        sums = sums_of(budget)
        self._sums_room.clear()
        if budget.lines or budget.running_costs or budget.funders:
            self.table = WholeTable(tr("Sums"), (tr("Altogether"), tr("Amount")), figures=(1,))
            self.table.show_rows(_sum_rows(sums))
            self._sums_room.put(self.table)
        said = seen.application
        self.found = checked(budget, said.terms, said.ask_pence, sums)
        for each in self.found:
            self._sums_room.put(_found(each))


def _sum_rows(sums: BudgetSums) -> list[tuple[str, str]]:
    always = True
    rows = [
        (tr("Only for this work"), sums.direct, not always),
        (tr("This work's part of shared costs"), sums.shared, not always),
        (tr("This work's part of the running costs"), sums.overheads, not always),
        (tr("Full cost"), sums.full_cost, always),
        (tr("Others pay"), sums.others, not always),
        (tr("What is left to ask for"), sums.asked, always),
        (tr("Worth of what is given beside that"), sums.in_kind, not always),
    ]
    return [(words, in_pounds(pence)) for words, pence, is_told in rows if pence or is_told]


def _found(found: BudgetFound) -> QWidget:
    return prose(sentences(found.said, found.advice), "info" if found.is_question else "warn")


def _funder_words(each: FunderSum) -> str:
    sure = tr_marked(PROMISES[each.funder.promise])
    return tr("{amount}. {what}", amount=in_pounds(each.funder.pence), what=sure)


def _line_words(each: LineSum) -> str:
    sort = tr_marked(COST_TYPES[each.line.cost_type])
    if each.line.kind == LineKind.IN_KIND:
        return tr("{amount}, given. {sort}", amount=in_pounds(each.ours), sort=sort)
    if each.others:
        return tr(
            "{amount}, of which others pay {paid}. {sort}",
            amount=in_pounds(each.ours),
            paid=in_pounds(each.others),
            sort=sort,
        )
    return tr("{amount}. {sort}", amount=in_pounds(each.ours), sort=sort)
