"""The card that says what it means to take somebody or something out, and does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine


class TakingOutCard(QFrame):
    """``done`` carries what was taken out, in words; ``left`` says that it was not.

    A subclass gives what it means, and does it when ``go_button`` is pressed: between ``_begin``
    and ``_end``, or ``_tell`` where it went wrong.
    """

    done = Signal(str)
    left = Signal()

    def __init__(self, *means: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._name = ""
        self.title = label("", "heading", wrap=True)
        self.go_button = button(tr("Take out"), "primary")
        self.leave_button = button(tr("Cancel"), "quiet")
        self.progress, self.message = ProgressLine(), MessageBar()
        self.setLayout(
            column(
                self.title,
                *means,
                panel(FlowLayout(self.go_button, self.leave_button)),
                self.progress,
                self.message,
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.leave_button.clicked.connect(self.left)

    def _ask(self, title: str, name: str) -> None:
        """Ask about one, by its name; the focus is on the way out."""
        self._name = name
        self.title.setText(title)
        self.go_button.setAccessibleName(tr("Take out {name}", name=name))
        self.leave_button.setAccessibleName(tr("Keep {name}", name=name))
        self.message.hide()
        self._rest()
        go_to(self.leave_button)

    def _begin(self) -> None:
        for each in (self.go_button, self.leave_button):
            each.setEnabled(False)
        self.progress.start(tr("Giving the group a new key"), can_cancel=False)

    def _end(self, _outcome: object) -> None:
        self._rest()
        self.done.emit(self._name)

    def _tell(self, error: Exception) -> None:
        self._rest()
        self.message.tell(words_for(error), "bad")

    def _rest(self) -> None:
        for each in (self.go_button, self.leave_button):
            each.setEnabled(True)
        self.progress.finish()
