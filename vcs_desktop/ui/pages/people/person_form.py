"""The form that adds or changes a person. What is typed is kept as it is typed: no Save button."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.pages.people.editing import Change, Draft, Editing
from vcs_desktop.ui.pages.people.form_fields import FormFields
from vcs_desktop.ui.pages.people.opened import Opened
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.autosave import SavedLine
from vcs_desktop.ui.widgets.bare_words import bare_words, put_bare_words
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import WIDEST, FormField
from vcs_desktop.ui.widgets.prose import short_prose

_ROUND = 22
"""What the card round a field takes, at 100 %."""


class PersonForm(QWidget):
    """One column of fields, the name first.

    ``person_id`` is empty until somebody new has a name. ``done_asked`` wants the card
    again; ``taken_away`` says what was taken out of a small list, and how it comes back.
    """

    done_asked = Signal()
    taken_away = Signal(str, object)

    def __init__(
        self, editing: Editing, opened: Opened | None, today: date, new_id: Callable[[], str]
    ) -> None:
        """``opened`` is None for somebody new."""
        super().__init__()
        self.editing = editing
        self.person_id = ""
        self.fields = FormFields(today, new_id)
        self._unkept: set[str] = set()
        self._pending: set[str] = set()
        self._is_done = False
        self.title = label(tr("A new person"), "title", wrap=True)
        self.said = label(
            tr("What you type is kept as you go. Only the name is needed."), "muted", wrap=True
        )
        self.saved_line = SavedLine(editing.autosave)
        self.done_button = button(tr("Done"), "primary", icon="check")
        self.end_button = button(tr("Done"), icon="check")
        self.setLayout(
            column(
                self.title,
                self.said,
                panel(FlowLayout(self.done_button, self.saved_line)),
                *self.fields.sections,
                panel(FlowLayout(self.end_button)),
                gap=12,
            )
        )
        FocusInSight(self)
        self._connect()
        self._scale()
        look.changed.connect(self._scale)
        if opened is not None:
            self.show_person(opened)
            self.put_draft(opened.draft)

    def show_person(self, opened: Opened) -> None:
        """Show what is kept; what is not kept yet stays as it was typed."""
        person = opened.held.thing
        self.person_id = person.id
        self.title.setText(tr("Change {name}", name=short_prose(person.name)))
        for name, bound in self.fields.bound.items():
            if name not in self._unkept and name not in self._pending:
                bound.show(person)
        for parts in self.fields.parts.values():
            parts.show_person(person)

    def collect(self) -> Change | None:
        """Return what was typed and is right, as one change; None when there is nothing."""
        if not self.fields.name.words():
            return None  # nobody can be in the list without a name
        right = {name for name in self._unkept if not self.fields.bound[name].field.problem()}
        self._unkept -= right
        self._pending |= right
        changes = [self.fields.bound[name].change() for name in sorted(self._pending)]
        changes += [c for each in self.fields.parts.values() if (c := each.collect()) is not None]
        return _one_after_another(tuple(changes)) if changes else None

    def draft(self) -> Draft:
        """Return the bare words of what is wrong, and of what is not known to be kept."""
        bound = self.fields.bound
        wrong: dict[str, Any] = {name: bare_words(bound[name].field) for name in self._unkept}
        waiting: dict[str, Any] = {name: bare_words(bound[name].field) for name in self._pending}
        for name, parts in self.fields.parts.items():
            wrong |= {f"{name}/{part_id}": raw for part_id, raw in parts.unkept().items()}
        return Draft(wrong, waiting)

    def put_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what was being typed when the form was closed, or the group locked."""
        for name, words in draft.items():
            parts_name, _, part_id = name.partition("/")
            if part_id and parts_name in self.fields.parts:
                self.fields.parts[parts_name].put_raw(part_id, words)
            elif name in self.fields.bound:
                put_bare_words(self.fields.bound[name].field, words)
                self._edit(name)

    def is_empty(self) -> bool:
        """Say whether nothing has been typed about somebody new."""
        return not (
            self.person_id
            or self._unkept
            or self._pending
            or any(each.has_unkept() for each in self.fields.parts.values())
        )

    def take_focus(self) -> None:
        """Go to the name."""
        self.fields.name.take_focus()

    def wrong_field(self) -> FormField | None:
        """Have every field say what is wrong, and return the first that does."""
        wrong = [each.field for each in self.fields.bound.values() if each.field.show_problem()]
        return wrong[0] if wrong else None

    def _connect(self) -> None:
        save = self.editing.autosave
        self.editing.collect, self.editing.draft = self.collect, self.draft
        for name, bound in self.fields.bound.items():
            bound.field.edited.connect(lambda name=name: self._edit(name))
            bound.field.left.connect(save.now)
        for parts in self.fields.parts.values():
            parts.edited.connect(save.change)
            parts.left.connect(save.now)
            parts.taken_away.connect(self.taken_away)
        save.failed.connect(self._take_back)
        self.editing.kept.connect(self._show_kept)
        self.editing.looked.connect(self._show_looked)
        self.done_button.clicked.connect(self._ask_done)
        self.end_button.clicked.connect(self._ask_done)

    def _scale(self) -> None:
        self.setMaximumWidth(look.px(WIDEST + _ROUND))

    def _edit(self, name: str) -> None:
        self._unkept.add(name)
        self.editing.autosave.change()

    def _take_back(self) -> None:
        """What was not kept is tried again with the next change."""
        self._is_done = False
        self._unkept |= self._pending
        self._pending = set()

    def _show_kept(self, opened: Opened) -> None:
        if self.editing.autosave.is_settled:
            self._pending = set()
            for parts in self.fields.parts.values():
                parts.mark_kept()
        self.show_person(opened)
        if self._is_done:
            self.done_asked.emit()

    def _show_looked(self, opened: Opened | None) -> None:
        if opened is not None:
            self.show_person(opened)

    def _ask_done(self) -> None:
        """Go, unless there is a field to put right first."""
        if self.is_empty():
            self.done_asked.emit()
            return
        wrong = self.wrong_field()
        if wrong is None:
            self.editing.autosave.now()
            # Somebody new can be shown when they are kept, and not before.
            self._is_done = not self.person_id
            if self.person_id:
                self.done_asked.emit()
        else:
            wrong.take_focus()


def _one_after_another(changes: tuple[Change, ...]) -> Change:
    def change(person: Person) -> Person:
        for each in changes:
            person = each(person)
        return person

    return change
