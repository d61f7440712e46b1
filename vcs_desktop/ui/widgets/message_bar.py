"""One line that says what was saved or what went wrong, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, label, panel, row, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_NARROW, _NARROW_WITH_ACT = 560, 700


def kind_of(error: Exception) -> str:
    """Return how to say an error: that something was stopped, as was asked, is no fault."""
    return "info" if isinstance(error, Stopped) else "bad"


class MessageBar(QFrame):
    """Words with, perhaps, one button that goes on from there. ``told`` says that they are new."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(wrap=True)
        self.act_button = button("")
        self.close_button = button(tr("Close"), "quiet", name=tr("Close this message"))
        buttons = panel(FlowLayout(self.act_button, self.close_button))
        self._line = row(margins=(12, 6, 6, 6), gap=8)
        self._line.put(self.words, 1)
        self._line.put(buttons)
        self.setLayout(self._line)
        self._act: Callable[[], object] | None = None
        self.act_button.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(
        self,
        words: str,
        kind: str = "ok",
        button_text: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say something; ``kind`` is ok, info, warn or bad."""
        self._act = act
        set_kind(self, kind)
        self.words.setText(words)
        self.act_button.setText(button_text)
        self.act_button.setVisible(act is not None)
        self._reflow()
        self.told.emit()
        self.show()
        say(self, words)
        # Only once it is laid out; what was pressed may stand far from it.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        narrow = self.width() < look.px(_NARROW if self._act is None else _NARROW_WITH_ACT)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    @Slot()
    def _bring_into_sight(self) -> None:
        if self.isVisible():
            bring_into_sight(self)

    def _go_on(self) -> None:
        if self._act is not None:
            self._act()
