"""The fields for one of several things in a record, such as one role or one action."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.bare_words import bare_words, put_bare_words
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField


class PartEditor(QWidget):
    """The fields of one part of a record. Those that stand on it say which.

    ``edited`` and ``left`` are said of any of its fields; ``done`` closes it.
    """

    edited = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, fields: dict[str, FormField], done_words: str) -> None:
        super().__init__()
        self.fields = fields
        self.is_edited = False
        self.done_button = button(tr("Done"), icon="check", name=done_words)
        self.setLayout(column(*fields.values(), panel(FlowLayout(self.done_button)), gap=12))
        for field in fields.values():
            field.edited.connect(self.tell_edited)
            field.left.connect(self.left)
        self.done_button.clicked.connect(self.done)

    def show_part(self, part: Any) -> None:
        """Put into the fields what is kept."""
        raise NotImplementedError

    def part(self, before: Any) -> Any:
        """Return a part with what is in the fields."""
        raise NotImplementedError

    def is_right(self) -> bool:
        """Say whether nothing is wrong with any field."""
        return not any(field.problem() for field in self.fields.values())

    def raw(self) -> dict[str, str]:
        """Return the bare words of every field."""
        return {name: bare_words(field) for name, field in self.fields.items()}

    def put_raw(self, raw: dict[str, str]) -> None:
        """Put bare words into the fields, as if they had just been typed."""
        for name, field in self.fields.items():
            put_bare_words(field, raw.get(name, ""))
        self.tell_edited()

    def take_focus(self) -> None:
        """Move the focus to the first field."""
        next(iter(self.fields.values())).take_focus()

    def tell_edited(self) -> None:
        """Hear that something was edited."""
        self.is_edited = True
        self.edited.emit()
