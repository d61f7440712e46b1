"""The small lists in the form: roles, consents, interests. Each line can be changed where it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.people.editing import Change
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.part_editor import PartEditor
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose


@dataclass(frozen=True, slots=True)
class PartKind:
    """What a list holds: the field of the person, its words, and how one is made and edited."""

    name: str
    title: str
    hint: str
    add_words: str
    make: Callable[[str], Any]
    editor: Callable[[date], PartEditor]
    words: Callable[[Any], str]


class PartRow(QWidget):
    """One of the list: in words, or while it is changed, its fields."""

    edited = Signal()
    left = Signal()
    closed = Signal()
    away_asked = Signal()

    def __init__(self, kind: PartKind, part: Any, today: date, *, is_fresh: bool = False) -> None:
        """``is_fresh`` says that nothing of it was said yet, and nothing is kept."""
        super().__init__()
        self.part_now = part
        self.is_fresh = is_fresh
        self.editor: PartEditor | None = None
        self._kind = kind
        self._today = today
        self.words = prose("")
        self.change_button = button(tr("Change"), "quiet", icon="pencil")
        self.away_button = button(tr("Take away"), "quiet", icon="x")
        acts = panel(FlowLayout(self.change_button, self.away_button))
        self._line = panel(column(self.words, acts, gap=2))
        self._column: Box = column(self._line, gap=4)
        self.setLayout(column(card(panel(self._column), kind="fact", margins=(8, 8, 8, 8))))
        self.change_button.clicked.connect(self.open)
        self.away_button.clicked.connect(self.away_asked)
        self.show_part(part)

    def show_part(self, part: Any) -> None:
        """Say what is kept; what somebody is changing just now stays."""
        self.part_now = part
        said = "" if self.is_fresh else self._kind.words(part)
        short = short_prose(said.replace("\n", " "), 80)
        self.words.setText(as_prose(said))
        self.change_button.setAccessibleName(tr("Change: {what}", what=short))
        self.away_button.setAccessibleName(tr("Take away: {what}", what=short))
        if self.editor is not None and not self.editor.is_edited:
            self.editor.show_part(part)

    def open(self) -> None:
        """Show the fields in place of the words, and go to the first."""
        if self.editor is None:
            self.editor = self._kind.editor(self._today)
            if not self.is_fresh:
                self.editor.show_part(self.part_now)
            self.editor.edited.connect(self.edited)
            self.editor.left.connect(self.left)
            self.editor.done.connect(self.close_editor)
            self._column.put(self.editor)
            self._line.hide()
            self.editor.show()
        self.editor.take_focus()

    def close_editor(self) -> None:
        """Show the words again; where a field is wrong, go there instead."""
        if self.editor is None:
            return
        wrong = [field for field in self.editor.fields.values() if field.show_problem()]
        if wrong and (self.editor.is_edited or not self.is_fresh):
            wrong[0].take_focus()
            return
        self.left.emit()
        self._line.show()
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None
        self.closed.emit()


class PartsField(QWidget):
    """A heading, a line for each part, and a button that adds one.

    ``edited`` says that there is something to keep, ``left`` that it is to be kept now.
    ``taken_away`` says so in words, with what puts it back.
    """

    edited = Signal()
    left = Signal()
    taken_away = Signal(str, object)

    def __init__(self, kind: PartKind, today: date, new_id: Callable[[], str]) -> None:
        super().__init__()
        self.kind = kind
        self.rows: dict[str, PartRow] = {}
        self._today = today
        self._new_id = new_id
        self._changes: list[Change] = []
        self._pending: list[Change] = []
        self._gone: set[str] = set()
        self.title = label(kind.title, "heading", wrap=True)
        self.hint = label(kind.hint, "muted", wrap=True)
        self.add_button = button(kind.add_words, icon="plus")
        self._list: Box = column(gap=8)
        self.setLayout(
            column(
                self.title,
                self.hint,
                panel(self._list),
                panel(FlowLayout(self.add_button)),
                gap=8,
            )
        )
        self.add_button.clicked.connect(self.add)

    def show_person(self, person: Person) -> None:
        """Say what is kept of somebody; a line that is being changed stays as it is."""
        kept = {part.id: part for part in getattr(person, self.kind.name)}
        for part_id, part in kept.items():
            if part_id in self._gone:
                continue
            if part_id in self.rows:
                self.rows[part_id].show_part(part)
            else:
                self._put_row(part)
        self._gone &= kept.keys()
        if not self.has_unkept():
            for part_id in self.rows.keys() - kept.keys():
                if not self.rows[part_id].is_fresh:
                    self._drop_row(part_id)

    def add(self) -> PartRow:
        """Begin one more, and go to its first field; it is kept when something is said in it."""
        row = self._put_row(self.kind.make(self._new_id()), is_fresh=True)
        row.open()
        return row

    def collect(self) -> Change | None:
        """Return what was done here and is not kept yet, or None."""
        self._pending += self._changes
        self._changes = []
        for row in self.rows.values():
            editor = row.editor
            if editor is not None and editor.is_edited and editor.is_right():
                editor.is_edited = row.is_fresh = False
                row.show_part(editor.part(row.part_now))
                self._pending.append(_with(self.kind.name, row.part_now))
        return _together(tuple(self._pending)) if self._pending else None

    def mark_kept(self) -> None:
        """Hear that what was collected has been kept."""
        self._pending = []

    def has_unkept(self) -> bool:
        """Say whether something was done here that is not kept."""
        open_ones = (row.editor for row in self.rows.values())
        edited = any(editor.is_edited for editor in open_ones if editor is not None)
        return bool(edited or self._changes or self._pending)

    def unkept(self) -> dict[str, dict[str, str]]:
        """Return the bare words of every line that is not kept as it stands, by its id."""
        return {
            part_id: row.editor.raw()
            for part_id, row in self.rows.items()
            if row.editor is not None and row.editor.is_edited
        }

    def put_raw(self, part_id: str, raw: dict[str, str]) -> None:
        """Open a line that was being changed, with the words that were in it."""
        row = self.rows.get(part_id)
        if row is None:
            row = self._put_row(self.kind.make(part_id), is_fresh=True)
        row.open()
        if row.editor is not None:
            row.editor.put_raw(raw)

    def _put_row(self, part: Any, *, is_fresh: bool = False) -> PartRow:
        row = self.rows[part.id] = PartRow(self.kind, part, self._today, is_fresh=is_fresh)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.away_asked.connect(lambda: self._take_away(part.id))
        row.closed.connect(lambda: self._drop_if_fresh(part.id))
        self._list.put(row)
        row.show()
        return row

    def _take_away(self, part_id: str) -> None:
        part = self.rows[part_id].part_now
        self._gone.add(part_id)
        self._drop_row(part_id)
        self._changes.append(_without(self.kind.name, part_id))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_now()
        said = short_prose(self.kind.words(part).replace("\n", " "), 80)

        def put_back() -> None:
            self._gone.discard(part_id)
            self._changes.append(_with(self.kind.name, part))
            self._put_row(part)
            self._tell_now()

        self.taken_away.emit(tr("Taken away: “{what}”.", what=said), put_back)

    def _drop_if_fresh(self, part_id: str) -> None:
        """Let go of a new line that was closed before anything was said in it."""
        if self.rows[part_id].is_fresh:
            self._drop_row(part_id)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_row(self, part_id: str) -> None:
        row = self.rows.pop(part_id)
        row.hide()
        row.deleteLater()

    def _tell_now(self) -> None:
        self.edited.emit()
        self.left.emit()


def _with(name: str, part: Any) -> Change:
    """Return the change that adds a part, or puts it in the place of the one with its id."""

    def change(person: Person) -> Person:
        parts = getattr(person, name)
        if any(each.id == part.id for each in parts):
            changed = tuple(part if each.id == part.id else each for each in parts)
        else:
            changed = (*parts, part)
        return _replaced(person, name, changed)

    return change


def _without(name: str, part_id: str) -> Change:
    return lambda person: _replaced(
        person, name, tuple(each for each in getattr(person, name) if each.id != part_id)
    )


def _replaced(person: Person, name: str, parts: tuple[Any, ...]) -> Person:
    values: dict[str, Any] = {name: parts}
    return replace(person, **values)


def _together(changes: tuple[Change, ...]) -> Change:
    def change(person: Person) -> Person:
        for each in changes:
            person = each(person)
        return person

    return change
