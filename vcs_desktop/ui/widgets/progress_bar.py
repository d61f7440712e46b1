"""Progress in words, with a way to stop it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import button, label, row

# Source: the design guide. Shorter than this a bar only flickers.
_SHOW_AFTER_MS = 300
_CANCEL_AFTER_MS = 1000


class ProgressLine(QWidget):
    """Says what is being done and how far it is.

    Nothing shows for the first 0.3 seconds, and Cancel comes after one second:
    what is over before that needs neither. ``can_be_cancelled`` says that the button is there.
    ``cancelled`` only asks; whoever does the work calls ``finish``.
    """

    can_be_cancelled = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(80)
        self.cancel_button = button(tr("Cancel"), "quiet")
        self.cancel_button.clicked.connect(self._cancel)
        self.setLayout(row(self.words, self.bar, self.cancel_button, gap=10))
        self._show_timer = self._timer(_SHOW_AFTER_MS, self._come)
        self._cancel_timer = self._timer(_CANCEL_AFTER_MS, self._offer_cancel)
        self.hide()

    def start(self, words: str, *, can_cancel: bool = True) -> None:
        """Begin; the bar moves to and fro until ``tell`` says how far it is."""
        self.cancel_button.hide()
        self.cancel_button.setEnabled(True)
        self.cancel_button.setAccessibleName(tr("Cancel: {what}", what=words))
        self.tell(words)
        if not self.isVisible():
            self._show_timer.start()
        if can_cancel:
            self._cancel_timer.start()

    def tell(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say how far it is; a ``total`` of 0 means that nobody knows.

        Once somebody has pressed Cancel it says that it is stopping, until it has stopped.
        """
        if self.cancel_button.isEnabled():
            self.words.setText(words)
            self.bar.setAccessibleName(words)
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))

    def finish(self) -> None:
        """End; the line goes away."""
        self._show_timer.stop()
        self._cancel_timer.stop()
        self.hide()

    def _come(self) -> None:
        """Show, and be in sight: in little room what was pressed may stand far below."""
        self.show()
        QTimer.singleShot(0, self, self._bring_into_sight)  # only once it is laid out

    @Slot()
    def _bring_into_sight(self) -> None:
        if self.isVisible():
            bring_into_sight(self)

    def _offer_cancel(self) -> None:
        self.cancel_button.show()
        self.can_be_cancelled.emit()

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(tr("Stopping…"))
        self.cancelled.emit()

    def _timer(self, after_ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer
