"""One line of a claim, to be typed: a journey, or something that was paid for."""

from datetime import date
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine
from vcs_desktop.domain.miles_typed import NotMiles, read_miles, typed_miles
from vcs_desktop.ui.bound_fields import yes_no_field, yes_no_id, yes_no_meant
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.part_fields import PartFields
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
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
    fields = PartFields("lines", line_id, ExpenseLine)
    bound = {
        "on": fields.day("on", on),
        "what": fields.words("what", what),
        "miles": fields.bound(
            "miles_tenths",
            miles,
            lambda value: miles.set_words(typed_miles(value)),
            lambda: read_miles(miles.words()),
        ),
        "pence": fields.bound("pence", paid, paid.set_pence, paid.pence),
        "receipt": fields.bound(
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


def _check(words: str) -> str:
    try:
        read_miles(words)
    except NotMiles as error:
        return f"{error.message} {error.advice}"
    return ""
