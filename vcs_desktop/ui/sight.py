"""Bringing what has the focus into sight, however many panes it stands in."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.widgets.basics import ScrollPane


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every pane round a widget, the innermost first; Qt leaves out those just entered."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollPane):
            above.bring_into_sight(widget)
        above = above.parentWidget()
