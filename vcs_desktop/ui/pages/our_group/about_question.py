"""One question about the group: its fields, and what they come to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened, Papers, PapersChange
from vcs_desktop.ui.widgets.basics import Box, column
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.ticks_field import TicksField


class Question(QWidget):
    """Made anew each time it is asked, out of what the group has told by then.

    ``edited`` says that a person changed something, ``left`` that a field was left.
    ``opened`` is what it was made of.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.opened = opened
        self.fields: dict[str, FormField] = {}
        self.room: Box = column(gap=16)
        self.setLayout(self.room)

    def add(self, name: str, field: FormField, room: Box | None = None) -> None:
        """Put one more field in the question. ``name`` is that of its draft."""
        self.fields[name] = field
        field.edited.connect(self.edited)
        field.left.connect(self.left)
        if isinstance(field, TicksField):
            field.leave_enter()
        (room or self.room).put(field)

    def papers_change(self) -> PapersChange:
        """Return what was typed of the group's papers; most questions ask nothing of them."""
        return unchanged_papers

    def change(self) -> Change:
        """Return what was typed, as it is now, as a change of what the group has told.

        What is not right yet is not in it: of that, what was kept before stays.
        """
        raise NotImplementedError

    def shown_fields(self) -> list[FormField]:
        """Return the fields that are asked for now."""
        return [each for each in self.fields.values() if not each.isHidden()]

    def wrong_words(self) -> dict[str, str]:
        """Return the bare words that are not right yet, by the name of their field."""
        found = {}
        for name, field in self.fields.items():
            box = getattr(field, "box", None)
            if isinstance(box, QLineEdit) and field.problem():
                found[name] = box.text()
        return found

    def put_back(self, words: dict[str, str]) -> None:
        """Put bare words back into their fields, and say what is wrong with them."""
        for name, text in words.items():
            box = getattr(self.fields.get(name), "box", None)
            if isinstance(box, QLineEdit):
                box.setText(text)
                box.textEdited.emit(text)
                self.fields[name].show_problem()


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, each once, without a dash before them."""
    told = (line.strip().lstrip("-*•").strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in told if line))


def unchanged_papers(papers: Papers) -> Papers:
    """Return the papers as they are."""
    return papers


def unchanged(ours: OurGroup) -> OurGroup:
    """Change nothing."""
    return ours
