"""The forms of a budget: of one cost, one running cost, one other funder, and of the whole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.application_words import BASES, COST_TYPES, LINE_KINDS, PROMISES, VAT
from vcs_desktop.domain.budget_paid import paid_by, paying
from vcs_desktop.domain.budget_sums import years_of
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    Promise,
    RunningCost,
    Vat,
)
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.ui.bound_fields import (
    bound_choice,
    bound_day,
    bound_hundredths,
    bound_money,
    bound_number,
    bound_words,
    one,
    yes_no_field,
    yes_no_id,
    yes_no_meant,
)
from vcs_desktop.ui.kept_form import Bound, Change, KeptForm
from vcs_desktop.ui.part_fields import PartFields
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.number_field import HundredthsField, NumberField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.ui.pages.applications.part import ApplicationPart

LINES, RUNNING, FUNDERS = "lines", "running_costs", "funders"
_NEW: Mapping[str, Callable[[str], Any]] = {
    LINES: BudgetLine,
    RUNNING: RunningCost,
    FUNDERS: OtherFunder,
}
_MOST_YEARS, _MOST_COUNT = 10, 10_000_000


def part_form(
    part: "ApplicationPart", held: "Held[Budget]", name: str, part_id: str, today: date
) -> KeptForm:
    """Return a form for a part of a budget; one that is not there yet is added by typing."""
    fields = {LINES: _line_fields, RUNNING: _running_fields, FUNDERS: _funder_fields}
    bound = fields[name](PartFields(name, part_id, _NEW[name]), held.thing, today)
    form = KeptForm(part.services, part.tasks, held, save_budget, bound,
                    f"part/budget/{held.record.id}/{part_id}")  # fmt: skip
    form.lay_out((*(each.field for each in bound.values()), form.saved_line))
    return form


def whole_form(part: "ApplicationPart", held: "Held[Budget]", today: date) -> KeptForm:
    """Return the form of what holds for all of a budget."""
    basis = ChoiceField(
        tr("How the running costs are shared out"),
        [(each.value, tr_marked(BASES[each])) for each in Basis],
    )
    vat = ChoiceField(tr("VAT"), [(each.value, tr_marked(VAT[each])) for each in Vat])
    ours = NumberField(
        tr("This work's part"), tr("People, hours or square metres"), most=_MOST_COUNT
    )
    whole = NumberField(
        tr("The whole group"),
        tr("The same for all that you do. By direct cost: the pounds that the whole group spends"),
        most=_MOST_COUNT,
    )
    months = NumberField(tr("Months of work"), tr("Leave it empty for whole years"))
    more = HundredthsField(
        tr("How much dearer each later year?"), tr("Per cent, such as 3: prices go up")
    )
    rate = MoneyField(tr("What an hour that is given is worth"), optional=True)
    bound = {
        "basis": Bound(
            basis,
            lambda budget: basis.choose(str(budget.basis)),
            lambda: _by_basis(Basis(basis.chosen_id())),
        ),
        "share_ours": bound_number(ours, "share_ours"),
        "share_whole": _bound_share_whole(whole, basis),
        "months": bound_number(months, "months"),
        "inflation": bound_hundredths(more, "inflation_hundredths"),
        "vat": bound_choice(vat, "vat", str, Vat),
        "vat_note": bound_words(TextField(tr("About VAT"), optional=True), "vat_note"),
        "rate_pence": bound_money(rate, "rate_pence"),
        **_about_rate(today),
        "notes": bound_words(LongTextField(tr("Notes"), optional=True), "notes"),
    }  # fmt: skip
    for number in (ours, whole):
        basis.edited.connect(partial(number.set_number, None))
    form = KeptForm(part.services, part.tasks, held, save_budget, bound)
    form.lay_out((*(each.field for each in bound.values()), form.saved_line))
    show = partial(_show_what_matters, bound, basis, rate, held.thing)
    basis.edited.connect(show)
    rate.edited.connect(show)
    show()
    return form


def _about_rate(today: date) -> dict[str, Bound]:
    """Return the fields that say where the rate of given hours is from."""
    name = TextField(tr("Name of that rate"), tr("Such as National Living Wage"), optional=True)
    since = DateField(tr("That rate holds from"), today, optional=True)
    return {
        "rate_name": bound_words(name, "rate_name"),
        "rate_from": bound_day(since, "rate_from"),
        "rate_source": bound_words(
            TextField(tr("Source of that rate"), optional=True), "rate_source"
        ),
    }


def _show_what_matters(
    bound: Mapping[str, Bound], basis: ChoiceField, rate: MoneyField, budget: Budget
) -> None:
    """Show of the form what means something in this budget; what is kept stays as it is."""
    by = Basis(basis.chosen_id())
    has_share, has_rate = by != Basis.NONE, rate.pence() is not None
    seen = {
        "share_ours": by not in (Basis.NONE, Basis.DIRECT_COST),
        "share_whole": has_share,
        "months": has_share or budget.months is not None,
        "inflation": years_of(budget) > 1,
        "rate_name": has_rate,
        "rate_from": has_rate,
        "rate_source": has_rate,
    }
    for name, is_seen in seen.items():
        bound[name].field.setVisible(is_seen)


def save_budget(inside: "InGroup", before: "Held[Budget]", after: Budget) -> "Held[Budget]":
    """Keep a budget."""
    return inside.budgets.save(before, after)


def _line_fields(fields: PartFields, budget: Budget, today: date) -> dict[str, Bound]:
    kind = ChoiceField(
        tr("Is it only for this work?"),
        [(each.value, tr_marked(LINE_KINDS[each])) for each in LineKind],
    )
    sort = ChoiceField(
        tr("What sort of cost?"), [(each.value, tr_marked(COST_TYPES[each])) for each in CostType]
    )
    given = yes_no_field(tr("Is it hours that volunteers give?"))
    many = HundredthsField(tr("How many?"), tr("Such as 1 or 2.5"), optional=False)
    year = NumberField(tr("In which year of the work?"), tr("1 is the first"), most=_MOST_YEARS)
    starts = DateField(tr("When is it booked, bought or begun?"), today, optional=True)
    what = TextField(tr("What is it?"), tr("Such as: a second-hand oven"))
    unit = TextField(tr("Counted in"), tr("Such as hours, weeks or people"), optional=True)
    return {
        "what": fields.words("what", what),
        "quantity_hundredths": fields.bound(
            "quantity_hundredths", many, many.set_hundredths, lambda: many.hundredths() or 0
        ),
        "unit": fields.words("unit", unit),
        "unit_pence": fields.money("unit_pence", MoneyField(tr("Cost of one"))),
        **_paid_fields(fields, budget),
        "cost_type": fields.choice("cost_type", sort, CostType),
        "kind": fields.choice("kind", kind, LineKind),
        "is_time_given": fields.bound(
            "is_time_given",
            given,
            lambda value: given.choose(yes_no_id(value)),
            lambda: bool(yes_no_meant(given.chosen_id())),
        ),
        "year": fields.bound("year", year, year.set_number, lambda: year.number() or 1),
        "starts_on": fields.day("starts_on", starts),
    }


def _paid_fields(fields: PartFields, budget: Budget) -> dict[str, Bound]:
    """Return a field for each other funder: what it pays of a line."""
    return {
        f"paid/{funder.id}": _bound_paid(
            fields,
            funder.id,
            MoneyField(
                tr("Paid by {name}", name=funder.name or tr("another funder")), optional=True
            ),
        )
        for funder in in_order(budget.funders)
    }


def _running_fields(fields: PartFields, _budget: Budget, _today: date) -> dict[str, Bound]:
    what = TextField(tr("What is it?"), tr("Such as the rent of the hall"))
    return {
        "what": fields.words("what", what),
        "pence": fields.money("pence", MoneyField(tr("What it costs in a year"))),
    }


def _funder_fields(fields: PartFields, budget: Budget, _today: date) -> dict[str, Bound]:
    name = TextField(tr("Who pays?"), tr("Another funder, or your own money"))
    sure = ChoiceField(
        tr("How sure is it?"), [(each.value, tr_marked(PROMISES[each])) for each in Promise]
    )
    match = yes_no_field(
        tr("Does it count as money from elsewhere?"),
        tr("Some funders want a part of the cost from others, and call it match funding"),
    )
    overheads = MoneyField(tr("What of it pays running costs?"), optional=True)
    funder = fields.part_id
    bound = {
        "name": fields.words("name", name),
        "pence": fields.money("pence", MoneyField(tr("How much altogether?"))),
        "promise": fields.choice("promise", sure, Promise),
        "is_match": fields.bound(
            "is_match",
            match,
            lambda value: match.choose(yes_no_id(value)),
            lambda: yes_no_meant(match.chosen_id()) is not False,
        ),
    }
    if budget.running_costs or paid_by(budget.overheads_paid, funder):
        bound["overheads"] = Bound(
            overheads,
            lambda budget: overheads.set_pence(paid_by(budget.overheads_paid, funder) or None),
            lambda: _pays_overheads(funder, overheads.pence() or 0),
        )
    return bound


def _bound_paid(fields: PartFields, funder: str, field: MoneyField) -> Bound:
    """Return the field of what another funder pays of a line."""

    def change() -> Change:
        pence = field.pence() or 0

        def pay(budget: Budget) -> Any:
            line = fields.part(budget)
            paid = paying(line.paid, funder, pence)
            return fields.with_part(budget, replace(line, paid=paid))

        return pay

    return Bound(
        field,
        lambda budget: field.set_pence(paid_by(fields.part(budget).paid, funder) or None),
        change,
    )


def _pays_overheads(funder: str, pence: int) -> Change:
    return lambda budget: replace(
        budget, overheads_paid=paying(budget.overheads_paid, funder, pence)
    )


def _by_basis(basis: Basis) -> Change:
    """Return the change to another basis; the two numbers of the one before meant other things."""

    def change(budget: Budget) -> Budget:
        if budget.basis == basis:
            return budget
        return replace(budget, basis=basis, share_ours=None, share_whole=None)

    return change


def _bound_share_whole(field: NumberField, basis: ChoiceField) -> Bound:
    """Return the field of the whole group's number; by direct cost it is kept in pence."""

    def change() -> Change:
        number = field.number()
        is_money = basis.chosen_id() == Basis.DIRECT_COST
        return one("share_whole", number * 100 if number is not None and is_money else number)

    def show(budget: Budget) -> None:
        whole = budget.share_whole
        is_money = budget.basis == Basis.DIRECT_COST
        field.set_number(whole // 100 if whole is not None and is_money else whole)

    return Bound(field, show, change)
