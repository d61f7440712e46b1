"""Fields of forms that keep themselves, each with what it stands for in its record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.ui.kept_form import Bound, Change
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import Check, TextField
from vcs_desktop.ui.widgets.long_text_field import PlainTextField
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.number_field import HundredthsField, NumberField
from vcs_desktop.ui.widgets.time_field import TimeField

_MOST_PEOPLE = 500
_YES, _NO = "yes", "no"


class NeededTextField(TextField):
    """A line of text that may not be empty."""

    def problem(self) -> str:
        """Return that something has to be typed."""
        return "" if self.words() else tr("Type a name.")


class NeededDateField(DateField):
    """A day that may not be left out."""

    def problem(self) -> str:
        """Return why what is typed is no day."""
        return super().problem() if self.box.text().strip() else tr("Type a day.")


def bound_words(field: TextField | PlainTextField, name: str) -> Bound:
    """Return a field for a text."""
    return Bound(
        field,
        lambda thing: field.set_words(getattr(thing, name)),
        lambda: one(name, field.words()),
    )


def bound_day(field: DateField, name: str) -> Bound:
    """Return a field for a day."""
    return Bound(
        field, lambda thing: field.set_day(getattr(thing, name)), lambda: one(name, field.day())
    )


def bound_time(field: TimeField, name: str) -> Bound:
    """Return a field for a time of day."""
    return Bound(
        field, lambda thing: field.set_time(getattr(thing, name)), lambda: one(name, field.time())
    )


def bound_money(field: MoneyField, name: str) -> Bound:
    """Return a field for an amount."""
    return Bound(
        field,
        lambda thing: field.set_pence(getattr(thing, name)),
        lambda: one(name, field.pence()),
    )


def bound_number(field: NumberField, name: str) -> Bound:
    """Return a field for a number of which none may be said."""
    return Bound(
        field,
        lambda thing: field.set_number(getattr(thing, name)),
        lambda: one(name, field.number()),
    )


def bound_hundredths(field: HundredthsField, name: str) -> Bound:
    """Return a field for a number with two places."""
    return Bound(
        field,
        lambda thing: field.set_hundredths(getattr(thing, name)),
        lambda: one(name, field.hundredths()),
    )


def bound_choice(
    field: ChoiceField,
    name: str,
    said: Callable[[Any], str] = str,
    meant: Callable[[str], Any] = str,
) -> Bound:
    """Return a field for a choice; ``said`` gives the id of a value, ``meant`` its value."""
    return Bound(
        field,
        lambda thing: field.choose(said(getattr(thing, name))),
        lambda: one(name, meant(field.chosen_id())),
    )


def bound_count(field: TextField, name: str) -> Bound:
    """Return a field for how many people something needs."""

    def change() -> Change:
        return one(name, int(field.words() or 0))

    return Bound(field, lambda thing: field.set_words(str(getattr(thing, name))), change)


def bound_yes_no(field: ChoiceField, name: str) -> Bound:
    """Return a field for yes, no, and that nobody has said."""
    return bound_choice(field, name, yes_no_id, yes_no_meant)


def yes_no_field(title: str, hint: str = "") -> ChoiceField:
    """Return a field to choose yes or no, or not to say."""
    offered = [("", tr("Not said")), (_YES, tr("Yes")), (_NO, tr("No"))]
    return ChoiceField(title, offered, hint)


def yes_no_id(value: bool | None) -> str:
    """Return the id of yes, no, or that nobody has said."""
    return {True: _YES, False: _NO, None: ""}[value]


def yes_no_meant(choice_id: str) -> bool | None:
    """Return what a choice of yes or no means."""
    return {_YES: True, _NO: False}.get(choice_id)


def count_check() -> Check:
    """Return what says that something is no number of people."""

    def check(words: str) -> str:
        right = words.isascii() and words.isdigit() and int(words[:4]) <= _MOST_PEOPLE
        return "" if right else tr("Type a number, such as 3.")

    return check


def today_or(day: date | None, today: date) -> date:
    """Return a day, or today where none was said."""
    return day or today


def one(name: str, value: Any) -> Change:
    """Return the change of one field to a value."""
    values: dict[str, Any] = {name: value}
    return lambda thing: replace(thing, **values)


def offered(none: str, choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what can be chosen, with nothing of it first."""
    return [("", none), *choices]
