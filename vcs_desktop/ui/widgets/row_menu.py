"""The menu of a row in the list: by the right button of the mouse, or with Shift+F10."""

import sys

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from vcs_desktop.ui.widgets.title_list import RowRole, TitleList, TitleRow


class RowMenu(QObject):
    """``asked`` carries the row and the place on the screen where its menu opens."""

    asked = Signal(object, QPoint)

    def __init__(self, titles: TitleList) -> None:
        super().__init__(titles)
        self._titles = titles
        titles.installEventFilter(self)
        titles.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the menu of the row under the pointer, or by key of the chosen one."""
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self._ask(None if by_key else event.pos())
            return True
        if isinstance(event, QKeyEvent) and asks_for_menu(event):
            self._ask(None)
            return True
        return False

    def _ask(self, pos: QPoint | None) -> None:
        titles = self._titles
        index = titles.currentIndex() if pos is None else titles.indexAt(pos)
        row = index.data(RowRole) if index.isValid() else None
        if isinstance(row, TitleRow) and row.id:
            place = titles.visualRect(index).center() if pos is None else pos
            self.asked.emit(row, titles.viewport().mapToGlobal(place))


def asks_for_menu(event: QKeyEvent) -> bool:
    """Say whether this is Shift+F10 where the system makes no menu event of it itself."""
    is_key = event.key() == Qt.Key.Key_F10 and event.type() == QEvent.Type.KeyPress
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return is_key and shifted and sys.platform != "win32"
