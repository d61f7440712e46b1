"""One line that says what was saved or what went wrong, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot

from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import button, set_kind
from vcs_desktop.ui.widgets.words_bar import WordsBar


def kind_of(error: Exception) -> str:
    """Return how to say an error: that something was stopped, as was asked, is no fault."""
    return "info" if isinstance(error, Stopped) else "bad"


class MessageBar(WordsBar):
    """Words with, perhaps, one button that goes on from there. ``told`` says that they are new."""

    told = Signal()

    def __init__(self) -> None:
        act, close = button(""), button(tr("Close"), "quiet", name=tr("Close this message"))
        super().__init__(act, close)
        self.act_button, self.close_button = act, close
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
        self.reflow()
        self.told.emit()
        self.show()
        say(self, words)
        # Only once it is laid out; what was pressed may stand far from it.
        QTimer.singleShot(0, self, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        if self.isVisible():
            bring_into_sight(self)

    def _go_on(self) -> None:
        if self._act is not None:
            self._act()
