"""The parts of a page, one at a time, chosen by words that stand above them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import Box, Button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class Sections(QWidget):
    """A line of words, of which one is chosen, and under it the part of that name.

    A part is made when it is first opened, and takes as much height as it needs,
    whatever the others need. ``changed`` says the id of the part that came to the
    front. The words go on in the next line where there is no more room, and the
    arrow keys move between them.
    """

    changed = Signal(str)

    def __init__(self, title: str) -> None:
        """Begin without parts; ``title`` is what a screen reader calls the line of words."""
        super().__init__()
        self.buttons: dict[str, Button] = {}
        self._line = FlowLayout(gap=4)
        self._group = QButtonGroup(self)
        self._room: Box = column()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._parts: dict[str, QWidget] = {}
        # Only when the part that came is laid out, and the arrow key has moved the focus.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._keep_in_sight)
        self.bar = panel(self._line)
        self.bar.setAccessibleName(title)
        layout = column(self.bar, gap=12)
        layout.put(self._room, 1)
        self.setLayout(layout)

    def add(self, part_id: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a part; it is made when it is first opened."""
        chosen = Button(title, "section")
        chosen.setCheckable(True)
        # The group sees to it already; a screen reader takes it for a check box without this.
        chosen.setAutoExclusive(True)
        chosen.toggled.connect(self._follow)
        self._group.addButton(chosen)
        self._line.addWidget(chosen)
        self.buttons[part_id] = chosen
        self._makers[part_id] = make

    def open(self, part_id: str) -> QWidget:
        """Bring a part to the front, making it if this is the first time, and return it."""
        self.buttons[part_id].setChecked(True)
        return self._part(part_id)

    def current_id(self) -> str:
        """Return the id of the part in front, or nothing before one was opened."""
        return next((each for each, one in self.buttons.items() if one.isChecked()), "")

    def current(self) -> QWidget | None:
        """Return the part in front, or None before one was opened."""
        return self._parts.get(self.current_id())

    def _part(self, part_id: str) -> QWidget:
        if part_id not in self._parts:
            part = self._parts[part_id] = self._makers[part_id]()
            part.hide()
            self._room.put(part, 1)
        return self._parts[part_id]

    def _follow(self, chosen: bool) -> None:  # Qt passes it by place
        if chosen:
            part_id = self.current_id()
            opened = self._part(part_id)
            for part in self._parts.values():
                part.setVisible(part is opened)
            self.changed.emit(part_id)
            self._settled.start()

    def _keep_in_sight(self) -> None:
        """Where there is little room, scroll to the word that was just chosen by key."""
        chosen = self.buttons[self.current_id()]
        if chosen.hasFocus():
            bring_into_sight(chosen)
