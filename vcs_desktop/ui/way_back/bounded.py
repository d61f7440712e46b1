"""A column that is no wider than is easy to read, at the start of its line."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Item, column, panel, row
from vcs_desktop.ui.widgets.form_field import WIDEST

_NEARLY_ALL = 1_000


class Bounded(QWidget):
    """Holds items under one another; what is wider stays free beside them."""

    def __init__(self, *items: Item, gap: int = 12) -> None:
        super().__init__()
        self._column = panel(column(*items, gap=gap))
        line = row(gap=0)
        line.put(self._column, _NEARLY_ALL)
        line.put(None)
        self.setLayout(line)
        self._scale()
        look.changed.connect(self._scale)

    def _scale(self) -> None:
        self._column.setMaximumWidth(look.px(WIDEST))
