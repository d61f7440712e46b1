"""The small lists of a meeting: interests, decisions, actions. Each line is changed where it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.pending import Change
from vcs_desktop.ui.pages.meetings.section import Section, with_part, without_part
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.part_editor import PartEditor
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose


@dataclass(frozen=True, slots=True)
class PartKind:
    """What a list holds: the field of the meeting, its words, and how one is made and edited."""

    name: str
    title: str
    hint: str
    add_words: str
    make: Callable[[str], Any]
    editor: Callable[[Opened], PartEditor]
    words: Callable[[Any, Opened], str]


class PartRow(QWidget):
    """One of the list: in words, or while it is changed, its fields.

    ``is_fresh`` says that nothing of it was said yet, and nothing is kept.
    """

    edited = Signal()
    left = Signal()
    closed = Signal()
    away_asked = Signal()

    def __init__(self, kind: PartKind, number: int, part: Any, opened: Opened) -> None:
        super().__init__()
        self.part_now = part
        self.is_fresh = False
        self.editor: PartEditor | None = None
        self._kind = kind
        self._number = number
        self._opened = opened
        self.words = prose("")
        self.warning = label("", "warn", wrap=True)
        self.change_button = button(tr("Change"), "quiet", icon="pencil")
        self.away_button = button(tr("Take away"), "quiet", icon="x")
        acts = panel(FlowLayout(self.change_button, self.away_button))
        self._line = panel(column(self.words, self.warning, acts, gap=2))
        self._column: Box = column(self._line, gap=4)
        self.setLayout(column(card(panel(self._column), kind="fact", margins=(8, 8, 8, 8))))
        self.change_button.clicked.connect(self.open)
        self.away_button.clicked.connect(self.away_asked)
        self.show_part(part, opened)

    def show_part(self, part: Any, opened: Opened, warning: str = "") -> None:
        """Say what is kept; what somebody is changing just now stays."""
        self.part_now, self._opened = part, opened
        words = self._kind.words(part, opened)
        said = tr("{number}. {what}", number=self._number, what=words)
        short = short_prose(said.replace("\n", " "), 80)
        self.words.setText(as_prose(said))
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.change_button.setAccessibleName(tr("Change: {what}", what=short))
        self.away_button.setAccessibleName(tr("Take away: {what}", what=short))
        if self.editor is not None and not self.editor.is_edited:
            self.editor.show_part(part)

    def open(self) -> None:
        """Show the fields in place of the words, and go to the first."""
        if self.editor is None:
            self.editor = self._kind.editor(self._opened)
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
        editor, self.editor = self.editor, None
        self._line.show()
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.closed.emit()


class PartsField(Section):
    """A heading, a numbered line for each part, and a button that adds one."""

    def __init__(
        self,
        kind: PartKind,
        editing: Editing,
        opened: Opened,
        warn: Callable[[Any], str] = lambda _part: "",
    ) -> None:
        """``warn`` says what does not add up about a part; empty is nothing."""
        super().__init__(editing, opened)
        self.kind = kind
        self.rows: dict[str, PartRow] = {}
        self._warn = warn
        self._gone: set[str] = set()
        self.title = label(kind.title, "heading", wrap=True)
        self.hint = label(kind.hint, "muted", wrap=True)
        self.add_button = button(kind.add_words, icon="plus")
        self._list: Box = column(gap=8)
        self.setLayout(
            column(
                self.title, self.hint, panel(self._list), panel(FlowLayout(self.add_button)), gap=8
            )
        )
        self.add_button.clicked.connect(self.add)
        self._show_parts()
        self._put_drafts()

    def show_opened(self, opened: Opened) -> None:
        """Say what is kept; a line that is being changed stays as it is."""
        super().show_opened(opened)
        self._show_parts()

    def warn_again(self) -> None:
        """Look again whether all adds up: somebody else is there now."""
        for row in self.rows.values():
            row.show_part(row.part_now, self.opened, self._warn(row.part_now))

    def add(self) -> PartRow:
        """Begin one more, and go to its first field; it is kept when something is said in it."""
        return self._begin(self.kind.make(self.opened.new_id()))

    def put(self, part: Any) -> None:
        """Add a part that says something already."""
        self._put_row(part)
        self.do(self._key(part.id), with_part(self.kind.name, part))

    def draft(self) -> dict[str, Any]:
        """Return the bare words of every line that is not right as yet."""
        return {
            self._key(part_id): row.editor.raw()
            for part_id, row in self.rows.items()
            if row.editor is not None and row.editor.is_edited and not row.editor.is_right()
        }

    def _begin(self, part: Any) -> PartRow:
        row = self._put_row(part)
        row.is_fresh = True
        row.open()
        return row

    def _show_parts(self) -> None:
        kept = {part.id: part for part in getattr(self.opened.meeting, self.kind.name)}
        for part_id, part in kept.items():
            if part_id in self._gone:
                continue
            if part_id not in self.rows:
                self._put_row(part)
            elif not self.editing.pending.has(self._key(part_id)):
                self.rows[part_id].show_part(part, self.opened, self._warn(part))
        self._gone &= kept.keys()
        for part_id in self.rows.keys() - kept.keys():
            if not (self.rows[part_id].is_fresh or self.editing.pending.has(self._key(part_id))):
                self._drop_row(part_id)

    def _put_drafts(self) -> None:
        """Open what was being written when the group was locked, with its words."""
        prefix = f"{self.kind.name}/"
        for name, raw in self.opened.draft.items():
            if name.startswith(prefix) and isinstance(raw, dict):
                part_id = name.removeprefix(prefix)
                row = self.rows.get(part_id) or self._begin(self.kind.make(part_id))
                row.open()
                if row.editor is not None:
                    row.editor.put_raw(raw)

    def _put_row(self, part: Any) -> PartRow:
        row = self.rows[part.id] = PartRow(self.kind, len(self.rows) + 1, part, self.opened)
        row.show_part(part, self.opened, self._warn(part))
        row.edited.connect(partial(self._hear_edit, part.id))
        row.left.connect(self.editing.autosave.now)
        row.away_asked.connect(partial(self._take_away, part.id))
        row.closed.connect(partial(self._drop_if_fresh, part.id))
        self._list.put(row)
        row.show()
        return row

    def _hear_edit(self, part_id: str) -> None:
        self.editing.pending.put(self._key(part_id), partial(self._take, part_id))
        self.editing.autosave.change()

    def _take(self, part_id: str) -> Change | None:
        row = self.rows.get(part_id)
        if row is None:
            return None
        if row.editor is None:  # closed already, and not kept the first time
            return with_part(self.kind.name, row.part_now)
        if not row.editor.is_right():
            return None
        row.editor.is_edited = row.is_fresh = False
        part = row.editor.part(row.part_now)
        row.show_part(part, self.opened, self._warn(part))
        return with_part(self.kind.name, part)

    def _take_away(self, part_id: str) -> None:
        part = self.rows[part_id].part_now
        self._gone.add(part_id)
        self._drop_row(part_id)
        self.do(self._key(part_id), without_part(self.kind.name, part_id))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        said = short_prose(self.kind.words(part, self.opened).replace("\n", " "), 80)

        def put_back() -> None:
            self._gone.discard(part_id)
            self.put(part)

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

    def _key(self, part_id: str) -> str:
        return f"{self.kind.name}/{part_id}"
