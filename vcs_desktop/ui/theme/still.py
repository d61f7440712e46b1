"""Windows that hold still while all that is in them is dressed anew."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid


@contextmanager
def laid_out_once(windows: Iterable[QWidget]) -> Iterator[None]:
    """Lay out what is in some windows when all is done, and not again and again meanwhile.

    Qt dresses one widget after another, and each pane that scrolls, the mark of the focus and
    each splitter has all that it stands in laid out at once, though the next widget changes it.
    """
    held = [
        layout
        for window in windows
        for layout in window.findChildren(QLayout)
        if layout.isEnabled() and isinstance(layout.parent(), QWidget)
    ]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in filter(isValid, held):
            _lay_out_soon(layout)


def _lay_out_soon(layout: QLayout) -> None:
    layout.setEnabled(True)
    layout.invalidate()
    # Also where Qt asked for it already: while it was held, that may have been passed by.
    if (widget := layout.parentWidget()) is not None:
        QCoreApplication.postEvent(widget, QEvent(QEvent.Type.LayoutRequest))
