"""A list and what is chosen in it: side by side, or one at a time."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, panel

# Below this many logical pixels (at 100 % text) one pane shows at a time.
ONE_PANE = 760
_LIST_WIDTH = 400
_DETAIL_WIDTH = 640
_LEAST_HEIGHT = 240


class ListDetail(QWidget):
    """Two panes; where there is room for one, the list first and then the detail.

    ``show_detail`` brings the detail to the front where there is one pane, and
    does nothing where both are seen.
    """

    def __init__(self, list_widget: QWidget, detail_widget: QWidget) -> None:
        super().__init__()
        self.list_widget = list_widget
        self.detail_widget = detail_widget
        self.back_button = button(tr("Back to the list"), "quiet", icon="arrow-left")
        self.back_button.clicked.connect(self._go_back)
        back_line = column(gap=0)
        back_line.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        detail_column = column(back_line, gap=4)
        detail_column.put(detail_widget, 1)
        self._detail_pane = panel(detail_column)
        self._panes = QSplitter()
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(list_widget)
        self._panes.addWidget(self._detail_pane)
        self._panes.setStretchFactor(0, 0)
        self._panes.setStretchFactor(1, 1)
        self.setLayout(column(self._panes))
        self._detail_first = False
        self._share_room()
        self._reflow()
        look.changed.connect(self._restyle)

    def one_pane(self) -> bool:
        """Say whether there is room for one pane only."""
        return self.width() < look.px(ONE_PANE)

    def show_detail(self) -> None:
        """Bring the detail to the front."""
        self._detail_first = True
        self._reflow()

    def show_list(self) -> None:
        """Bring the list to the front."""
        self._detail_first = False
        self._reflow()

    def sizeHint(self) -> QSize:
        """Ask for little: both panes scroll by themselves and stretch."""
        return QSize(look.px(_LEAST_HEIGHT), look.px(_LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed so low that a list is of no use; the page scrolls instead."""
        least = self._panes.minimumSizeHint().width() if not self.one_pane() else 0
        return QSize(max(look.px(_LEAST_HEIGHT), least), look.px(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one pane and two."""
        super().resizeEvent(event)
        self._reflow()

    def _go_back(self) -> None:
        self.show_list()
        self.list_widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._share_room()
        self._reflow()

    def _share_room(self) -> None:
        self._panes.setHandleWidth(look.px(10))
        self._panes.setSizes([look.px(_LIST_WIDTH), look.px(_DETAIL_WIDTH)])

    def _reflow(self) -> None:
        alone = self.one_pane()
        self.back_button.setVisible(alone)
        self.list_widget.setVisible(not alone or not self._detail_first)
        self._detail_pane.setVisible(not alone or self._detail_first)
