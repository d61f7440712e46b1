"""The fields of a paper. What is typed is kept as it is typed: no Save button."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.papers import Paper
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.pages.documents.editing import Change, Editing
from vcs_desktop.ui.pages.documents.view_model import Opened
from vcs_desktop.ui.pages.documents.words import kind_choices
from vcs_desktop.ui.widgets.autosave import SavedLine
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField


@dataclass(frozen=True, slots=True)
class _Bound:
    """A field, what puts into it what is kept, and what is in it now."""

    field: FormField
    show: Callable[[Any], None]
    value: Callable[[], Any]


class PaperForm(QWidget):
    """Name, kind, days and a note. ``kept`` carries the paper each time something was kept."""

    kept = Signal(object)

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__()
        self.editing = editing
        self._edited: set[str] = set()
        self._pending: set[str] = set()
        self.name_field = TextField(
            tr("What you call it"),
            tr("You can leave this empty where the kind says it all."),
            optional=True,
        )
        self.kind_field = ChoiceField(tr("What kind of paper it is"), kind_choices())
        self._bound = self._make(opened.today)
        self.saved_line = SavedLine(editing.autosave)
        fields = [each.field for each in self._bound.values()]
        self.setLayout(column(*fields, self.saved_line, gap=14))
        for name, bound in self._bound.items():
            bound.field.edited.connect(lambda name=name: self._edit(name))
            bound.field.left.connect(editing.autosave.now)
        editing.collect = self.collect
        editing.kept.connect(self._hear_kept)
        editing.failed.connect(self._hear_failed)
        self.show_paper(opened)
        for name, words in opened.draft.items():
            self._put_back(name, str(words))

    def show_paper(self, opened: Opened) -> None:
        """Show what is kept; a field with something in it that is not kept yet stays."""
        self.editing.stand_on(opened)
        for name, bound in self._bound.items():
            if name not in self._edited | self._pending:
                bound.show(getattr(opened.held.thing, name))

    def field(self, name: str) -> FormField:
        """Return the field of one thing that is said of the paper."""
        return self._bound[name].field

    def wrong_words(self) -> dict[str, str]:
        """Return the bare words that are not right yet, by their field."""
        return {
            name: bound.field.box.text()
            for name, bound in self._bound.items()
            if isinstance(bound.field, DateField) and bound.field.problem()
        }

    def take_focus(self) -> None:
        """Go to the name, and have it chosen, to be typed over."""
        self.name_field.take_focus()
        self.name_field.box.selectAll()

    def collect(self) -> Change | None:
        """Return what was edited and is right, as a change."""
        right = {name for name in self._edited if not self._bound[name].field.problem()}
        self._edited -= right
        self._pending |= right
        if not right:
            return None
        values = {name: self._bound[name].value() for name in self._pending}
        return lambda paper: replace(paper, **values)

    def _make(self, today: date) -> dict[str, _Bound]:
        agreed = DateField(
            tr("Agreed, or last looked through, on"), today, optional=True, toward=Toward.PAST
        )
        review = DateField(
            tr("Look through it again on"),
            today,
            tr("For example, “in 1 year”"),
            optional=True,
            toward=Toward.FUTURE,
        )
        expires = DateField(
            tr("Last day that it holds"),
            today,
            tr("Such as the last day of an insurance"),
            optional=True,
            toward=Toward.FUTURE,
        )
        note = LongTextField(tr("Note"), tr("Such as where the signed copy is"), optional=True)
        watch_words(note)
        name, kind = self.name_field, self.kind_field
        return {
            "name": _Bound(name, name.set_words, name.words),
            "kind": _Bound(kind, kind.choose, lambda: DocumentKind(kind.chosen_id())),
            "agreed_on": _Bound(agreed, agreed.set_day, agreed.day),
            "review_on": _Bound(review, review.set_day, review.day),
            "expires_on": _Bound(expires, expires.set_day, expires.day),
            "note": _Bound(note, note.set_words, note.words),
        }

    def _put_back(self, name: str, words: str) -> None:
        field = self._bound[name].field if name in self._bound else None
        if isinstance(field, DateField):
            field.box.setText(words)
            field.box.textEdited.emit(words)
            field.show_problem()

    def _edit(self, name: str) -> None:
        self._edited.add(name)
        self.editing.autosave.change()

    def _hear_kept(self, paper: Paper) -> None:
        if self.editing.autosave.is_settled:
            self._pending = set()
        self.kept.emit(paper)

    def _hear_failed(self, _error: Exception) -> None:
        """What was not kept is tried again with the next change."""
        self._edited |= self._pending
        self._pending = set()
