"""Fields of the form, each with what it stands for in the record of a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vcs_desktop.domain.people import DbsCheck, EmergencyContact, Person
from vcs_desktop.ui.pages.people.editing import Change
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField

Words = TextField | LongTextField


@dataclass(frozen=True, slots=True)
class Bound:
    """A field and what it does with a person.

    ``show`` puts into it what is kept, ``change`` gives what is in it now as a change.
    """

    field: FormField
    show: Callable[[Person], None]
    change: Callable[[], Change]


def bound_words(field: Words, name: str) -> Bound:
    """Return a field for one of the texts of a person."""
    return Bound(
        field,
        lambda person: field.set_words(getattr(person, name)),
        lambda: _one(name, field.words()),
    )


def bound_lines(field: LongTextField, name: str) -> Bound:
    """Return a field for several short texts, each on a line of its own."""

    def change() -> Change:
        lines = (" ".join(line.split()) for line in field.words().splitlines())
        return _one(name, tuple(dict.fromkeys(filter(None, lines))))

    return Bound(field, lambda person: field.set_words("\n".join(getattr(person, name))), change)


def bound_emergency(field: TextField, name: str) -> Bound:
    """Return a field for something about whom to call."""

    def change() -> Change:
        said = {name: field.words()}
        return lambda person: _with_emergency(person, said)

    return Bound(field, lambda person: field.set_words(getattr(person.emergency, name, "")), change)


def bound_dbs_day(field: DateField, name: str) -> Bound:
    """Return a field for a day of the DBS check."""

    def change() -> Change:
        said = {name: field.day()}
        return lambda person: _with_dbs(person, said)

    return Bound(field, lambda person: field.set_day(getattr(person.dbs, name, None)), change)


def bound_dbs_level(field: ChoiceField, levels: Mapping[str, Any]) -> Bound:
    """Return the field for the level of the DBS check; ``levels`` are those by their id."""

    def show(person: Person) -> None:
        level = person.dbs.level if person.dbs else None
        field.choose(level.value if level else "")

    def change() -> Change:
        said = {"level": levels.get(field.chosen_id())}
        return lambda person: _with_dbs(person, said)

    return Bound(field, show, change)


def _one(name: str, value: Any) -> Change:
    values: dict[str, Any] = {name: value}
    return lambda person: replace(person, **values)


def _with_emergency(person: Person, values: dict[str, Any]) -> Person:
    contact = replace(person.emergency or EmergencyContact(), **values)
    return replace(person, emergency=None if contact == EmergencyContact() else contact)


def _with_dbs(person: Person, values: dict[str, Any]) -> Person:
    check = replace(person.dbs or DbsCheck(), **values)
    return replace(person, dbs=None if check == DbsCheck() else check)
