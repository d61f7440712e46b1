"""Fields bound to one part of a record, such as a payment of a grant."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from vcs_desktop.domain.ordered import place_after
from vcs_desktop.ui.kept_form import Bound, Change
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import PlainTextField
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.number_field import NumberField

New = Callable[[str], Any]
"""Makes a part with an id, which says nothing yet."""


class PartFields:
    """Binds fields to the part with an id; one that is not there yet is added by typing."""

    def __init__(self, name: str, part_id: str, new: New) -> None:
        """``name`` is the field of the record that holds the parts."""
        self.part_id = part_id
        self._name = name
        self._new = new

    def part(self, thing: Any) -> Any:
        """Return the part as a record has it; a new one comes after all that are there."""
        parts = getattr(thing, self._name)
        found = next((each for each in parts if each.id == self.part_id), None)
        if found is not None:
            return found
        new = self._new(self.part_id)
        return replace(new, order=place_after(parts)) if hasattr(new, "order") else new

    def words(self, name: str, field: TextField | PlainTextField) -> Bound:
        """Return a field for a text."""
        return self.bound(name, field, field.set_words, field.words)

    def day(self, name: str, field: DateField) -> Bound:
        """Return a field for a day."""
        return self.bound(name, field, field.set_day, field.day)

    def money(self, name: str, field: MoneyField) -> Bound:
        """Return a field for an amount; empty is nothing, and nothing is empty."""
        return self.bound(
            name, field, lambda pence: field.set_pence(pence or None), lambda: field.pence() or 0
        )

    def number(self, name: str, field: NumberField) -> Bound:
        """Return a field for a whole number of which none may be said."""
        return self.bound(name, field, field.set_number, field.number)

    def choice(self, name: str, field: ChoiceField, meant: Callable[[str], Any]) -> Bound:
        """Return a field for a choice; ``meant`` gives its value by its id."""
        return self.bound(
            name, field, lambda value: field.choose(str(value)), lambda: meant(field.chosen_id())
        )

    def bound(
        self,
        name: str,
        field: FormField,
        show: Callable[[Any], None],
        value: Callable[[], Any],
    ) -> Bound:
        """Return any field; ``show`` puts a value into it, ``value`` gives what is in it."""

        def change() -> Change:
            said: dict[str, Any] = {name: value()}
            return lambda thing: self.with_part(thing, replace(self.part(thing), **said))

        return Bound(field, lambda thing: show(getattr(self.part(thing), name)), change)

    def with_part(self, thing: Any, part: Any) -> Any:
        """Return a record with the part as it is now."""
        others = tuple(each for each in getattr(thing, self._name) if each.id != self.part_id)
        said: dict[str, Any] = {self._name: (*others, part)}
        return replace(thing, **said)


def without(thing: Any, name: str, part_id: str) -> Any:
    """Return a record without a part."""
    said: dict[str, Any] = {
        name: tuple(each for each in getattr(thing, name) if each.id != part_id)
    }
    return replace(thing, **said)
