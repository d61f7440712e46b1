"""A part with lists whose rows have forms: the form stands where its row is, one at a time."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.pages.applications.form_part import FormPart
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel, read_as_one
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

Row = tuple[str, str, str]
"""The id of a row, what it is called, and what is said of it."""


class ListedPart(FormPart):
    """Subclasses put ``list_card`` into what they make, and ``open_at`` into ``made_of``.

    ``open_at`` is the list and the row whose form is open.
    """

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.open_at: tuple[str, str] = ("", "")
        self._wants_focus = False
        self._left = ""

    def open(self, application_id: str) -> None:
        """Show another application: the form of a row of the one before goes."""
        if application_id != self.application_id:
            self.open_at = ("", "")
        super().open(application_id)

    def form_of(self, name: str, part_id: str) -> KeptForm:
        """Return the form of a row; one that is not there yet is added by typing."""
        raise NotImplementedError

    def new_id(self) -> str:
        """Return the id of what is added next, empty before anything was read."""
        raise NotImplementedError

    def drop(self, name: str, part_id: str, called: str) -> None:
        """Take a row out."""
        raise NotImplementedError

    def more_acts(self, name: str, part_id: str, called: str) -> list[QWidget]:
        """Return what else can be done with a row; nothing where there is nothing."""
        return []

    def list_card(
        self, name: str, title: str, add: str, nothing: str, rows: Iterable[Row]
    ) -> QWidget:
        """Return a list with a button for each row, and one to add another.

        ``nothing`` is said where it is empty.
        """
        is_new, items = self.open_at[0] == name, list[QWidget]()
        for part_id, what, words in rows:
            if (name, part_id) == self.open_at:
                is_new = False
                items.append(self._open_row(name, part_id))
            else:
                items.append(self._row(name, part_id, what, words))
        if not items and not is_new:
            items.append(label(nothing, "muted", wrap=True))
        if is_new:
            items.append(self._open_row(name, self.open_at[1]))
        add_button = button(add, icon="plus")
        add_button.setObjectName(f"add/{name}")
        add_button.clicked.connect(partial(self.open_row, name, ""))
        title_label = label(title, "heading", wrap=True)
        made = card(title_label, *items, panel(FlowLayout(add_button)), gap=8)
        if self.open_at[0] != name:
            read_as_one(made)
        return made

    def open_row(self, name: str, part_id: str) -> None:
        """Open the form of a row; an empty id is a new one."""
        wanted = part_id or self.new_id()
        if wanted:
            self.open_at = (name, wanted)
            self._make_anew(focus=True)

    def close_row(self) -> None:
        """Take the form of a row away, and go to where another is added; what is in it is kept."""
        self._left = self.open_at[0]
        self.open_at = ("", "")
        self._make_anew(focus=False)

    def made_anew(self) -> None:
        """Go to the first field of the form that was asked for, or to where another is added."""
        left, self._left = self._left, ""
        if self._wants_focus and self.forms:
            next(iter(self.forms[-1].bound.values())).field.take_focus()
        elif left:
            # Those that were there before are hidden, and not gone yet.
            for adding in self.findChildren(Button, f"add/{left}"):
                if adding.isVisibleTo(self):
                    adding.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wants_focus = False

    def go_on_at(self, name: str) -> None:
        """Go to where another row is added, once the part was made anew."""
        self._left = name

    def _drop(self, name: str, part_id: str, called: str) -> None:
        self.go_on_at(name)
        self.drop(name, part_id, called)

    def _make_anew(self, *, focus: bool) -> None:
        self.put_away()
        self._wants_focus = focus
        self.stale()
        self.shown()

    def _row(self, name: str, part_id: str, what: str, words: str) -> QWidget:
        called = short_prose(what, 80) or tr("Something")
        change = button(tr("Change"), "quiet", name=tr("Change {name}", name=called))
        drop = button(tr("Take out"), "quiet", name=tr("Take {name} out", name=called))
        change.clicked.connect(partial(self.open_row, name, part_id))
        drop.clicked.connect(partial(self._drop, name, part_id, called))
        more = self.more_acts(name, part_id, called)
        said = prose(tr("{name}: {what}", name=called, what=words))
        return panel(column(said, panel(FlowLayout(change, *more, drop)), gap=2))

    def _open_row(self, name: str, part_id: str) -> QWidget:
        form = self.form_of(name, part_id)
        self.forms = (*self.forms, form)
        done = button(tr("Done"), "primary")
        done.clicked.connect(self.close_row)
        return card(form, panel(FlowLayout(done)), kind="fact", gap=8)
