"""Keeps the keyboard in a part of a page while what was pressed there rests."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.widgets.progress_bar import ProgressLine


class WaitingFocus(QObject):
    """Waits at the part itself, and at Cancel as soon as that is there.

    A button that rests loses the focus to the next one that does not, wherever in the window
    that is: so it is taken before.
    """

    def __init__(self, part: QWidget, progress: ProgressLine) -> None:
        super().__init__(part)
        self._part, self._cancel = part, progress.cancel_button
        progress.can_be_cancelled.connect(self._go_to_cancel)
        progress.cancelled.connect(self.take)  # Cancel rests then as well

    @Slot()
    def take(self) -> None:
        """Take the focus, from what will rest."""
        if self._part.isVisible():
            self._part.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_here(self) -> bool:
        """Say whether the keyboard still waits: nobody has gone elsewhere meanwhile."""
        return self._part.hasFocus() or self._cancel.hasFocus()

    @Slot()
    def _go_to_cancel(self) -> None:
        if self._part.hasFocus():
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
