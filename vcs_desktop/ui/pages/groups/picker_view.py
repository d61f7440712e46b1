"""The groups on this laptop, and the ways to begin another."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.groups import words
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.groups import GroupLine

_BESIDE_FROM = 560
_NONE_YET_MARGIN = 4


class GroupRow(QFrame):
    """One group: its name, who can open it, what is wrong with it, and what can be done."""

    open_asked = Signal(object)
    bring_back_asked = Signal(object)
    throw_asked = Signal()

    def __init__(self, line: "GroupLine", *, is_open: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.line = line
        name, problem = words.name_of(line), words.state_words(line)
        self.name = label(name, "heading", wrap=True)
        self.who = label("" if problem else words.who_can_open(line), "muted", wrap=True)
        self.problem = label(problem, "bad", wrap=True)
        self.buttons: list[Button] = []
        if not problem:
            self.open_button = self._button(
                tr("Go back to it") if is_open else tr("Open"),
                tr("Go back to {group}", group=name) if is_open else tr("Open {group}", group=name),
                lambda: self.open_asked.emit(line),
            )
        elif words.can_bring_back(line):
            self._button(
                tr("Bring it back"), tr("Bring it back from its newest copy"),
                lambda: self.bring_back_asked.emit(line),
            )  # fmt: skip
        if line.is_practice:
            self._button(
                tr("Throw it away"),
                tr("Throw the practice group away"),
                self.throw_asked.emit,
                kind="quiet",
            )
        said = column(self.name, self.who, self.problem, gap=2)
        icon = "triangle-alert" if problem else "users"
        self._line = row(margins=(16, 12, 16, 12), gap=12)
        beside = row(picture(icon, "bad" if problem else "brand", 24), gap=12)
        beside.put(said, 1)
        self._line.put(panel(beside), 1)
        self._line.put(panel(FlowLayout(*self.buttons)))
        self.setLayout(self._line)
        # Only now: a widget that is shown before it has a parent flashes up as a window.
        self.who.setVisible(not problem)
        self.problem.setVisible(bool(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < look.px(_BESIDE_FROM)
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _button(self, text: str, name: str, act: object, *, kind: str = "") -> Button:
        made = button(text, kind, name=name)
        made.clicked.connect(act)
        self.buttons.append(made)
        return made


class PickerView(QWidget):
    """Every group in a row, and below them how to begin."""

    open_asked = Signal(object)
    bring_back_asked = Signal(object)
    throw_asked = Signal()
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[GroupRow] = []
        self._is_filled = False
        self._list = column(gap=8)
        self._list_area = panel(self._list)
        self.none_yet = label(
            tr("There is no group on this laptop yet. You can start one in two minutes."),
            wrap=True,
        )
        self.ways: dict[str, Button] = {}
        self._ways = card(
            label(tr("Begin something new"), "heading", wrap=True),
            panel(
                FlowLayout(
                    self._way("start", tr("Start a group"), "plus"),
                    self._way("practice", tr("Try with sample data"), "users"),
                    self._way("join", tr("My group is on another laptop"), "laptop"),
                    self._way("restore", tr("Bring back a copy"), "archive-restore"),
                    self._way("library", tr("Just look at the library"), "book-open"),
                )
            ),
        )
        self.setLayout(column(self.none_yet, self._list_area, self._ways, None, gap=12))

    def show_groups(self, lines: Sequence["GroupLine"], open_id: str) -> None:
        """Show the groups that are here; ``open_id`` is the one that is open now, or empty.

        The focus stays with its group. Where it waited for the first answer, it goes to
        the first group.
        """
        held = self._held()
        self._list.clear()
        self.rows = [GroupRow(line, is_open=line.id == open_id) for line in lines]
        for each in self.rows:
            self._list.put(each)
            each.open_asked.connect(self.open_asked)
            each.bring_back_asked.connect(self.bring_back_asked)
            each.throw_asked.connect(self.throw_asked)
            each.show()
        self._list_area.setVisible(bool(self.rows))
        self.none_yet.setVisible(not self.rows)
        if held is not None:
            same = (each for each in self.rows if each.line.id == held and each.buttons)
            row_held = next(same, None)
            go_to(row_held.buttons[0] if row_held else self.first_focus())
        self._is_filled = True

    def first_focus(self) -> QWidget:
        """Start at the first group, or at the way to start one."""
        ready = next((each.buttons[0] for each in self.rows if each.buttons), None)
        return ready or self.ways["start"]

    def _held(self) -> str | None:
        """Return the id of the group where the focus is, "" where it waits, or else None."""
        focus = QApplication.focusWidget()
        if not self._is_filled and focus is self.ways["start"]:
            return ""
        at = (each for each in self.rows if focus is not None and each.isAncestorOf(focus))
        return next((each.line.id for each in at), None)

    def _way(self, way: str, text: str, icon: str) -> Button:
        made = self.ways[way] = button(text, icon=icon)
        made.clicked.connect(partial(self.asked.emit, way))
        return made
