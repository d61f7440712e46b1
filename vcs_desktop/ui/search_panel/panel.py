"""What hangs under the search field: a line about what was found, the list, and a hint."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.search_panel.model import RowModel
from vcs_desktop.ui.search_panel.row_list import RowList
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label

# In logical pixels at 100 % text.
_WIDTH, _GAP, _EDGE = 640, 4, 8
_ROOMY = 300


class SearchPanel(QFrame):
    """Lies over the page, inside the window: a window of its own would take the keyboard."""

    def __init__(self, window: QWidget, field: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._field = field
        self.setProperty("kind", "undo")
        self.model = RowModel()
        self.told = label("", "muted", wrap=True)
        self.list = RowList(self.model)
        self.hint = label(
            tr("Type > to find a command. Esc leaves the search."), "small", wrap=True
        )
        body = column(self.told, margins=(14, 10, 14, 0), gap=0)
        foot = column(self.hint, margins=(14, 2, 14, 8), gap=0)
        self._whole = column(body, gap=4)
        self._whole.put(self.list, 1)
        self._whole.put(foot)
        self.setLayout(self._whole)
        self.hide()
        look.changed.connect(self._place_later)

    def tell(self, words: str) -> None:
        """Say what the list holds, or why it is empty."""
        self.told.setText(words)
        self.list.setVisible(self.model.rowCount() > 0)
        self.list.updateGeometry()
        self.place()

    def place(self) -> None:
        """Lie under the field, as high as the rows are and the window allows.

        Where there is little room, the rows have all of it.
        """
        window, edge = self._over, look.px(_EDGE)
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + look.px(_GAP)))
        room = window.height() - corner.y() - edge
        is_roomy = room >= look.px(_ROOMY)
        self.hint.setVisible(is_roomy)
        self.told.setVisible(is_roomy or not self.model.rowCount())
        width = min(max(self._field.width(), look.px(_WIDTH)), window.width() - 2 * edge)
        left = corner.x() + (self._field.width() - width if self.isRightToLeft() else 0)
        left = max(edge, min(left, window.width() - width - edge))
        self._whole.activate()
        # A line of words needs more height where it has less width; the list alone does not.
        wanted = max(self._whole.totalHeightForWidth(width), self._whole.totalSizeHint().height())
        self.setGeometry(left, corner.y(), width, min(wanted, room))

    def _place_later(self) -> None:
        QTimer.singleShot(0, self, self.place)
