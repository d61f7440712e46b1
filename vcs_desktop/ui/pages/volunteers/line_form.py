"""One line of a claim, to be typed: a journey, or something that was paid for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine
from vcs_desktop.domain.miles_typed import NotMiles, read_miles, typed_miles
from vcs_desktop.ui.bound_fields import yes_no_field, yes_no_id, yes_no_meant
from vcs_desktop.ui.kept_form import Bound, Change, KeptForm
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.money_field import MoneyField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart


def line_form(part: "ListPart", held: "Held[ExpenseClaim]", line_id: str, today: date) -> KeptForm:
    """Return a form for a line of a claim; one that is not there yet is added by typing."""
    on = DateField(tr("Which day?"), today, toward=Toward.PAST)
    what = TextField(tr("What was it?"), tr("For example, Bus to the food bank"))
    miles = TextField(
        tr("Miles driven"), tr("Only for a journey in your own car."), optional=True, check=_check
    )
    paid = MoneyField(tr("What was paid"), tr("Fares, parking, things you bought."), optional=True)
    receipt = yes_no_field(tr("Is there a receipt?"))
    bound = {
        "on": _bound(line_id, "on", on, on.set_day, on.day),
        "what": _bound(line_id, "what", what, what.set_words, what.words),
        "miles": _bound(
            line_id,
            "miles_tenths",
            miles,
            lambda value: miles.set_words(typed_miles(value)),
            lambda: read_miles(miles.words()),
        ),
        "pence": _bound(line_id, "pence", paid, paid.set_pence, paid.pence),
        "receipt": _bound(
            line_id,
            "has_receipt",
            receipt,
            lambda value: receipt.choose(yes_no_id(value)),
            lambda: yes_no_meant(receipt.chosen_id()),
        ),
    }
    draft = f"line/expenses/{held.record.id}/{line_id}"
    form = KeptForm(part.services, part.tasks, held, save_claim, bound, draft)
    form.lay_out((on, what, miles, paid, receipt, form.saved_line))
    return form


def save_claim(inside: "InGroup", held: "Held[Any]", after: Any) -> "Held[Any]":
    """Keep a claim."""
    return inside.expenses.save(held, after)


def line_of(claim: ExpenseClaim, line_id: str) -> ExpenseLine:
    """Return a line of a claim; one that is not there yet says nothing."""
    return next((each for each in claim.lines if each.id == line_id), ExpenseLine(line_id))


def _bound(
    line_id: str,
    name: str,
    field: FormField,
    show: Callable[[Any], None],
    value: Callable[[], Any],
) -> Bound:
    def change() -> Change:
        said: dict[str, Any] = {name: value()}
        return lambda claim: _with_line(claim, replace(line_of(claim, line_id), **said))

    return Bound(field, lambda claim: show(getattr(line_of(claim, line_id), name)), change)


def _with_line(claim: ExpenseClaim, line: ExpenseLine) -> ExpenseClaim:
    others = tuple(each for each in claim.lines if each.id != line.id)
    return replace(claim, lines=(*others, line))


def _check(words: str) -> str:
    try:
        read_miles(words)
    except NotMiles as error:
        return f"{error.message} {error.advice}"
    return ""
