"""The forms of a budget: of one cost, one running cost, one other funder, and of the whole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.application_words import BASES, COST_TYPES, LINE_KINDS, PROMISES, VAT
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    PaidBy,
    Promise,
    RunningCost,
    Vat,
)
from vcs_desktop.domain.hundredths import NotANumber, read_hundredths, typed_hundredths
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.ui.bound_fields import (
    bound_choice,
    bound_day,
    bound_money,
    bound_words,
    one,
    yes_no_field,
)
from vcs_desktop.ui.kept_form import Bound, Change, KeptForm
from vcs_desktop.ui.pages.applications.part_fields import PartFields, without
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.money_field import MoneyField

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


def without_part(budget: Budget, name: str, part_id: str) -> Budget:
    """Return a budget without a part; a funder that goes pays for nothing any more."""
    after: Budget = without(budget, name, part_id)
    if name != FUNDERS:
        return after
    return replace(
        after,
        lines=tuple(replace(each, paid=_unpaid(each.paid, part_id)) for each in after.lines),
        overheads_paid=_unpaid(after.overheads_paid, part_id),
    )


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
    ours = _number(tr("This work's part"), tr("People, hours or square metres"))
    whole = _number(
        tr("The whole group's"), tr("By direct cost: pounds that the whole group spends")
    )
    months = _number(tr("Months of work"), tr("Empty is whole years"))
    more = TextField(tr("Per cent more each later year"), optional=True, check=_no_hundredths)
    rate = MoneyField(tr("What an hour that is given is worth"), optional=True)
    bound = {
        "basis": Bound(
            basis,
            lambda budget: basis.choose(str(budget.basis)),
            lambda: _by_basis(Basis(basis.chosen_id())),
        ),
        "share_ours": _bound_number(ours, "share_ours"),
        "share_whole": _bound_share_whole(whole, basis),
        "months": _bound_number(months, "months"),
        "inflation": Bound(
            more,
            lambda budget: more.set_words(
                "" if budget.inflation_hundredths is None
                else typed_hundredths(budget.inflation_hundredths)
            ),
            lambda: one("inflation_hundredths", read_hundredths(more.words())),
        ),
        "vat": bound_choice(vat, "vat", str, Vat),
        "vat_note": bound_words(TextField(tr("About VAT"), optional=True), "vat_note"),
        "rate_pence": bound_money(rate, "rate_pence"),
        "rate_name": bound_words(
            TextField(tr("Name of that rate"), tr("Such as National Living Wage"), optional=True),
            "rate_name",
        ),
        "rate_from": bound_day(
            DateField(tr("That rate holds from"), today, optional=True), "rate_from"
        ),
        "rate_source": bound_words(
            TextField(tr("Source of that rate"), optional=True), "rate_source"
        ),
        "notes": bound_words(LongTextField(tr("Notes"), optional=True), "notes"),
    }  # fmt: skip
    for number in (ours, whole):
        basis.edited.connect(partial(number.set_words, ""))
    form = KeptForm(part.services, part.tasks, held, save_budget, bound)
    form.lay_out((*(each.field for each in bound.values()), form.saved_line))
    return form


def save_budget(inside: "InGroup", before: "Held[Budget]", after: Budget) -> "Held[Budget]":
    """Keep a budget."""
    return inside.budgets.save(before, after)


def _line_fields(fields: PartFields, budget: Budget, today: date) -> dict[str, Bound]:
    what = TextField(tr("What is it?"), tr("Such as: a second-hand oven"))
    kind = ChoiceField(
        tr("Is it only for this work?"),
        [(each.value, tr_marked(LINE_KINDS[each])) for each in LineKind],
    )
    sort = ChoiceField(
        tr("What sort of cost?"), [(each.value, tr_marked(COST_TYPES[each])) for each in CostType]
    )
    given = yes_no_field(tr("Is it hours that volunteers give?"))
    many = TextField(tr("How many?"), tr("Such as 1 or 2.5"), check=_no_hundredths)
    unit = TextField(tr("Counted in"), tr("Such as hours, weeks or people"), optional=True)
    price = MoneyField(tr("Cost of one"), optional=True)
    year = _number(tr("In which year of the work?"), tr("1 is the first"), most=_MOST_YEARS)
    starts = DateField(tr("When is it booked, bought or begun?"), today, optional=True)
    plain: dict[str, tuple[FormField, Callable[[Any], None], Callable[[], Any]]] = {
        "what": (what, what.set_words, what.words),
        "kind": (kind, lambda value: kind.choose(str(value)), lambda: LineKind(kind.chosen_id())),
        "cost_type": (
            sort, lambda value: sort.choose(str(value)), lambda: CostType(sort.chosen_id())
        ),
        "quantity_hundredths": (
            many,
            lambda value: many.set_words(typed_hundredths(value)),
            lambda: read_hundredths(many.words()) or 0,
        ),
        "unit": (unit, unit.set_words, unit.words),
        "unit_pence": (price, price.set_pence, lambda: price.pence() or 0),
        "is_time_given": (
            given,
            lambda value: given.choose("yes" if value else "no"),
            lambda: given.chosen_id() == "yes",
        ),
        "year": (year, lambda value: year.set_words(str(value)), lambda: int(year.words() or 1)),
        "starts_on": (starts, starts.set_day, starts.day),
    }  # fmt: skip
    bound = {name: fields.bound(name, *each) for name, each in plain.items()}
    for funder in in_order(budget.funders):
        paid = MoneyField(
            tr("Paid by {name}", name=funder.name or tr("another funder")), optional=True
        )
        bound[f"paid/{funder.id}"] = _bound_paid(fields, funder.id, paid)
    return bound


def _running_fields(fields: PartFields, _budget: Budget, _today: date) -> dict[str, Bound]:
    what = TextField(tr("What is it?"), tr("Such as the rent of the hall"))
    return {
        "what": fields.words("what", what),
        "pence": fields.money("pence", MoneyField(tr("What it costs in a year"), optional=True)),
    }


def _funder_fields(fields: PartFields, _budget: Budget, _today: date) -> dict[str, Bound]:
    name = TextField(tr("Who pays?"), tr("Another funder, or your own money"))
    sure = ChoiceField(
        tr("How sure is it?"), [(each.value, tr_marked(PROMISES[each])) for each in Promise]
    )
    match = yes_no_field(tr("Does it count as match funding?"))
    overheads = MoneyField(tr("What of it pays running costs?"), optional=True)
    funder = fields.part_id
    return {
        "name": fields.words("name", name),
        "pence": fields.money("pence", MoneyField(tr("How much altogether?"), optional=True)),
        "promise": fields.bound(
            "promise",
            sure,
            lambda value: sure.choose(str(value)),
            lambda: Promise(sure.chosen_id()),
        ),
        "is_match": fields.bound(
            "is_match",
            match,
            lambda value: match.choose("yes" if value else "no"),
            lambda: match.chosen_id() != "no",
        ),
        "overheads": Bound(
            overheads,
            lambda budget: overheads.set_pence(_paid(budget.overheads_paid, funder) or None),
            lambda: _pays_overheads(funder, overheads.pence() or 0),
        ),
    }


def _bound_paid(fields: PartFields, funder: str, field: MoneyField) -> Bound:
    """Return the field of what another funder pays of a line."""

    def change() -> Change:
        pence = field.pence() or 0

        def pay(budget: Budget) -> Any:
            line = fields.part(budget)
            paid = _paying(line.paid, funder, pence)
            return fields.with_part(budget, replace(line, paid=paid))

        return pay

    return Bound(
        field,
        lambda budget: field.set_pence(_paid(fields.part(budget).paid, funder) or None),
        change,
    )


def _pays_overheads(funder: str, pence: int) -> Change:
    return lambda budget: replace(
        budget, overheads_paid=_paying(budget.overheads_paid, funder, pence)
    )


def _paid(paid: tuple[PaidBy, ...], funder: str) -> int:
    return sum(each.pence for each in paid if each.funder == funder)


def _paying(paid: tuple[PaidBy, ...], funder: str, pence: int) -> tuple[PaidBy, ...]:
    others = _unpaid(paid, funder)
    return (*others, PaidBy(funder, pence)) if pence else others


def _unpaid(paid: tuple[PaidBy, ...], funder: str) -> tuple[PaidBy, ...]:
    return tuple(each for each in paid if each.funder != funder)


def _number(title: str, hint: str, most: int = _MOST_COUNT) -> TextField:
    def check(words: str) -> str:
        right = words.isascii() and words.isdigit() and int(words[:12]) <= most
        return "" if right else tr("Type a whole number, such as 4.")

    return TextField(title, hint, optional=True, check=check)


def _bound_number(field: TextField, name: str) -> Bound:
    return Bound(
        field,
        lambda thing: field.set_words(_shown(getattr(thing, name))),
        lambda: one(name, int(field.words()) if field.words() else None),
    )


def _by_basis(basis: Basis) -> Change:
    """Return the change to another basis; the two numbers of the one before meant other things."""

    def change(budget: Budget) -> Budget:
        if budget.basis == basis:
            return budget
        return replace(budget, basis=basis, share_ours=None, share_whole=None)

    return change


def _bound_share_whole(field: TextField, basis: ChoiceField) -> Bound:
    """Return the field of the whole group's number; by direct cost it is kept in pence."""

    def change() -> Change:
        number = int(field.words()) if field.words() else None
        is_money = basis.chosen_id() == Basis.DIRECT_COST
        return one("share_whole", number * 100 if number is not None and is_money else number)

    def show(budget: Budget) -> None:
        whole = budget.share_whole
        is_money = budget.basis == Basis.DIRECT_COST
        field.set_words(_shown(whole // 100 if whole is not None and is_money else whole))

    return Bound(field, show, change)


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _no_hundredths(words: str) -> str:
    try:
        read_hundredths(words)
    except NotANumber as error:
        return f"{error.message} {error.advice}"
    return ""
