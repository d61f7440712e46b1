"""One part of a meeting's form: its fields, each kept by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.pending import Change
from vcs_desktop.ui.widgets.bare_words import bare_words, put_bare_words
from vcs_desktop.ui.widgets.basics import Item, card
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField

_ROUND = (10, 12, 10, 12)


@dataclass(frozen=True, slots=True)
class Bound:
    """A field, and what it does with a meeting.

    ``show`` puts into it what is kept, ``change`` gives what is in it now as a change.
    """

    field: FormField
    show: Callable[[Meeting], None]
    change: Callable[[], Change]


class Section(QWidget):
    """Has ``bound`` fields by name. ``taken_away`` says what went, and what puts it back."""

    taken_away = Signal(str, object)

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__()
        self.editing = editing
        self.opened = opened
        self.bound: dict[str, Bound] = {}

    def bind(self, name: str, bound: Bound) -> FormField:
        """Have a field kept under a name, which is also that of its draft."""
        self.bound[name] = bound
        bound.field.edited.connect(lambda: self.edit(name))
        bound.field.left.connect(self.editing.autosave.now)
        bound.show(self.opened.meeting)
        if name in self.opened.draft:
            put_bare_words(bound.field, str(self.opened.draft[name]))
            self.edit(name)
        return bound.field

    def unbind(self, name: str) -> None:
        """Let go of a field that is taken away."""
        self.bound.pop(name, None)

    def edit(self, name: str) -> None:
        """Hear that a field was edited."""
        self.editing.pending.put(name, partial(self._taken, name))
        self.editing.autosave.change()

    def do(self, name: str, change: Change) -> None:
        """Change something at once, under a name."""
        self.editing.pending.put(name, lambda: change)
        self.editing.autosave.change()
        self.editing.autosave.now()

    def _taken(self, name: str) -> Change | None:
        """Return what stands in a field; one made anew meanwhile has the same name."""
        bound = self.bound.get(name)
        return None if bound is None or bound.field.problem() else bound.change()

    def show_opened(self, opened: Opened) -> None:
        """Show what is kept; what is not kept yet stays as it was typed."""
        self.opened = opened
        for name, bound in list(self.bound.items()):
            if not self.editing.pending.has(name) and not bound.field.problem():
                bound.show(opened.meeting)

    def draft(self) -> Mapping[str, Any]:
        """Return the bare words of what is wrong as yet."""
        return {
            name: bare_words(bound.field)
            for name, bound in self.bound.items()
            if bound.field.problem() and self.editing.pending.is_waiting(name)
        }


class NeededField(TextField):
    """A text that cannot be left out."""

    def problem(self) -> str:
        """Ask for some words."""
        return "" if self.words() else tr("Type a name, such as “Committee meeting”.")


def bound_words(field: TextField | LongTextField, name: str) -> Bound:
    """Return a field for one of the texts of a meeting."""
    return Bound(
        field,
        lambda meeting: field.set_words(getattr(meeting, name)),
        lambda: set_one(name, field.words()),
    )


def set_one(name: str, value: Any) -> Change:
    """Return the change of one field of a meeting."""
    values: dict[str, Any] = {name: value}
    return lambda meeting: replace(meeting, **values)


def with_part(name: str, part: Any) -> Change:
    """Return the change that adds a part, or puts it in the place of the one with its id."""

    def change(meeting: Meeting) -> Meeting:
        parts = getattr(meeting, name)
        if any(each.id == part.id for each in parts):
            changed = tuple(part if each.id == part.id else each for each in parts)
        else:
            changed = (*parts, part)
        return set_one(name, changed)(meeting)

    return change


def part_with(name: str, part_id: str, **told: Any) -> Change:
    """Return the change of something in a part; one that is gone stays gone."""

    def change(meeting: Meeting) -> Meeting:
        parts = getattr(meeting, name)
        return set_one(
            name, tuple(replace(each, **told) if each.id == part_id else each for each in parts)
        )(meeting)

    return change


def without_part(name: str, part_id: str) -> Change:
    """Return the change that takes a part away."""
    return lambda meeting: set_one(
        name, tuple(each for each in getattr(meeting, name) if each.id != part_id)
    )(meeting)


def boxed(*items: Item, gap: int = 12) -> QWidget:
    """Return a card with little round it: in large letters, fields need the room."""
    return card(*items, margins=_ROUND, gap=gap)
