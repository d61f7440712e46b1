"""The menu of a paper in the list: by the right button of the mouse, or with Shift+F10."""

import sys

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from vcs_desktop.ui.widgets.title_list import RowRole, TitleList, TitleRow


class RowMenu(QObject):
    """``asked`` carries the row and the place on the screen where its menu opens."""

    asked = Signal(object, QPoint)

    def __init__(self, titles: TitleList) -> None:
        super().__init__(titles)
        self._titles = titles
        titles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        titles.customContextMenuRequested.connect(self._ask)
        if sys.platform != "win32":  # there the system asks by this key itself
            keys = QShortcut(QKeySequence("Shift+F10"), titles)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)
            keys.activated.connect(self._ask_by_key)

    def _ask(self, pos: QPoint) -> None:
        row = self._titles.indexAt(pos).data(RowRole)
        if isinstance(row, TitleRow) and row.id:
            self.asked.emit(row, self._titles.viewport().mapToGlobal(pos))

    def _ask_by_key(self) -> None:
        self._ask(self._titles.visualRect(self._titles.currentIndex()).center())
