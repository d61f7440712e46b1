"""The parts of a page, one at a time, chosen by words that stand above them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from vcs_desktop.ui.widgets.basics import Button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class Sections(QWidget):
    """A line of words, of which one is chosen, and under it the part of that name.

    A part is made when it is first opened. ``changed`` says the id of the part
    that came to the front. The words go on in the next line where there is no
    more room, and the arrow keys move between them.
    """

    changed = Signal(str)

    def __init__(self, title: str) -> None:
        """Begin without parts; ``title`` is what a screen reader calls the line of words."""
        super().__init__()
        self.buttons: dict[str, Button] = {}
        self._line = FlowLayout(gap=4)
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._parts: dict[str, QWidget] = {}
        bar = panel(self._line)
        bar.setAccessibleName(title)
        layout = column(bar, gap=12)
        layout.put(self._stack, 1)
        self.setLayout(layout)

    def add(self, part_id: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a part; it is made when it is first opened."""
        chosen = Button(title, "section")
        chosen.setCheckable(True)
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
            self._parts[part_id] = self._makers[part_id]()
            self._stack.addWidget(self._parts[part_id])
        return self._parts[part_id]

    def _follow(self, chosen: bool) -> None:  # Qt passes it by place
        if chosen:
            part_id = self.current_id()
            self._stack.setCurrentWidget(self._part(part_id))
            self.changed.emit(part_id)
