"""The form of a date of the group's own. What is typed is kept as it is typed: no Save button."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.own_dates import REPEATS
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.pages.dates.aside import Aside
from vcs_desktop.ui.pages.dates.drafts import NEW
from vcs_desktop.ui.pages.dates.own_editing import Change, Opened, OwnEditing
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.autosave import SavedLine
from vcs_desktop.ui.widgets.basics import button, card, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import WIDEST, FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.time_field import TimeField

_ROUND = 34


class NameOfDate(TextField):
    """What the date is, which no date can be without."""

    def problem(self) -> str:
        """Ask for a name."""
        return "" if self.words() else tr("Type what it is, such as “Pay the hall”.")


class OwnForm(Aside):
    """One column of fields, the name first.

    ``acted`` says that something was kept, ``kept_late`` that this was so after the form was
    left, with the id of the date.
    """

    acted = Signal()
    kept_late = Signal(str)

    def __init__(self, today: date, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(tr("A new date"), *asked)
        self.editing = OwnEditing(self.services, self.tasks, self)
        self.record_id = ""
        self.name = NameOfDate(tr("What is it?"), tr("Such as “Pay the hall”"))
        self.day = DateField(
            tr("Day"), today, tr("For example, 27/11/2026 or “next Thursday”"), toward=Toward.FUTURE
        )
        self.time = TimeField(tr("Time"), optional=True)
        self.place = TextField(tr("Where"), optional=True)
        self.repeats = ChoiceField(
            tr("Comes again"), [(str(months), tr_marked(words)) for months, words in REPEATS]
        )
        self.notes = LongTextField(tr("Notes"), optional=True)
        watch_words(self.notes)
        self._unkept: set[str] = set()
        self._pending: set[str] = set()
        self._is_open = False
        self.said = label(
            tr("What you type is kept as you go. Only the name is needed."), "muted", wrap=True
        )
        self.saved_line = SavedLine(self.editing.autosave)
        self.done_button = button(tr("Done"), "primary", icon="check")
        self._card = card(*self._fields().values(), margins=(10, 12, 10, 12), gap=16)
        self.body.put(self.said)
        self.body.put(self._card)
        self.body.put(panel(FlowLayout(self.done_button, self.saved_line)))
        self.body.put(None)
        self._connect()
        self._scale()
        look.changed.connect(self._scale)

    def begin(self, record_id: str) -> None:
        """Open the form of a date; ``NEW`` is one that is not kept yet."""
        self._put_away()
        self._unkept, self._pending = set(), set()
        for field in self._fields().values():
            field.set_error("")
        self.show_own(OwnDate(id="" if record_id == NEW else record_id))
        self.saved_line.clear()
        self._is_open = True
        self.editing.open(record_id)

    def put_away(self) -> None:
        """Keep what is half written, and that it was open."""
        self._put_away()
        if self._is_open:
            self.editing.note_open()

    def leave(self) -> None:
        """Keep what is half written: the dates come to the front again."""
        self._put_away()
        self._is_open = False

    def first_focus(self) -> QWidget:
        """Begin in the name."""
        return self.name.box

    def show_own(self, own: OwnDate) -> None:
        """Show what is kept; what is not kept yet stays as it was typed."""
        self.record_id = own.id
        title = tr("Change {name}", name=short_prose(own.name)) if own.id else tr("A new date")
        self.title.setText(title)
        shows: dict[str, Callable[[], None]] = {
            "name": lambda: self.name.set_words(own.name),
            "on": lambda: self.day.set_day(own.on),
            "starts": lambda: self.time.set_time(own.starts),
            "place": lambda: self.place.set_words(own.place),
            "repeats_months": lambda: self.repeats.choose(str(own.repeats_months)),
            "notes": lambda: self.notes.set_words(own.notes),
        }
        for name, show in shows.items():
            is_typed = name in self._unkept or name in self._pending
            if not is_typed and not self._fields()[name].error:
                show()

    def collect(self) -> Change | None:
        """Return what was typed and is right, as one change; None when there is nothing."""
        fields = self._fields()
        if fields["name"].problem():
            return None
        right = {name for name in self._unkept if not fields[name].problem()}
        self._unkept -= right
        self._pending |= right
        values = self._values()
        typed = {name: values[name] for name in self._pending}
        return (lambda own: replace(own, **typed)) if typed else None

    def draft(self) -> Mapping[str, Any]:
        """Return the bare words of what is not kept, right or wrong."""
        return {name: self._bare()[name] for name in self._unkept | self._pending}

    def _connect(self) -> None:
        save = self.editing.autosave
        self.editing.collect, self.editing.draft = self.collect, self.draft
        for name, field in self._fields().items():
            field.edited.connect(lambda name=name: self._edit(name))
            field.left.connect(save.now)
        save.failed.connect(self._take_back)
        self.editing.opened.connect(self._show_opened)
        self.editing.kept.connect(self._show_kept)
        self.editing.failed.connect(self.tell_problem)
        self.done_button.clicked.connect(self._finish)

    def _fields(self) -> dict[str, FormField]:
        return {
            "name": self.name,
            "on": self.day,
            "starts": self.time,
            "place": self.place,
            "repeats_months": self.repeats,
            "notes": self.notes,
        }

    def _values(self) -> dict[str, Any]:
        return {
            "name": self.name.words(),
            "on": self.day.day(),
            "starts": self.time.time(),
            "place": self.place.words(),
            "repeats_months": int(self.repeats.chosen_id() or "0"),
            "notes": self.notes.words(),
        }

    def _bare(self) -> dict[str, str]:
        """Return what stands in each field as it was typed."""
        return {
            "name": self.name.box.text(),
            "on": self.day.box.text(),
            "starts": self.time.box.text(),
            "place": self.place.box.text(),
            "repeats_months": self.repeats.chosen_id(),
            "notes": self.notes.box.toPlainText(),
        }

    def _put_away(self) -> None:
        if self._is_open:
            self.editing.put_away()

    def _edit(self, name: str) -> None:
        self._unkept.add(name)
        self.editing.autosave.change()

    def _take_back(self) -> None:
        """What was not kept is tried again with the next change."""
        self._unkept |= self._pending
        self._pending = set()

    def _show_opened(self, opened: Opened) -> None:
        own, draft = opened
        self.show_own(own)
        self._put_draft(draft)

    def _put_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what was being typed when the form was closed, or the group locked."""
        for name, words in draft.items():
            if name not in self._fields() or not isinstance(words, str):
                continue
            match field := self._fields()[name]:
                case TextField() | LongTextField():
                    field.set_words(words)
                case ChoiceField():
                    field.choose(words)
                case DateField() | TimeField():
                    field.box.setText(words)
                    field.box.textEdited.emit(words)
            field.show_problem()
            self._edit(name)

    def _show_kept(self, own: OwnDate) -> None:
        if self.editing.autosave.is_settled:
            self._pending = set()
        self.show_own(own)
        self.acted.emit()
        if not self._is_open:
            self.kept_late.emit(own.id)

    def _finish(self) -> None:
        """Go back, unless there is a field to put right first; nothing typed at all is fine."""
        typed = {name: words for name, words in self._bare().items() if name != "repeats_months"}
        is_empty = not self.record_id and not any(typed.values())
        wrong = (
            [] if is_empty else [each for each in self._fields().values() if each.show_problem()]
        )
        if wrong:
            wrong[0].take_focus()
        else:
            self.back_asked.emit()

    def _scale(self) -> None:
        self._card.setMaximumWidth(look.px(WIDEST + _ROUND))
