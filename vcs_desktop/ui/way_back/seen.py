"""Moving the focus to what has just come, and bringing it into sight once it is laid out."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.sight import bring_into_sight


def go_to(widget: QWidget) -> None:
    """Give a widget the focus, and scroll to it where there is little room."""
    widget.show()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QTimer.singleShot(0, widget, partial(bring_into_sight, widget))
