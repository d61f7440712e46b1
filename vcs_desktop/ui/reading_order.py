"""Tab goes the way the eye does, also through what was added later.

Qt puts every new widget at the end of the window's tab order, behind the status
line, wherever it stands on the page.
"""

from collections.abc import Iterator
from functools import cmp_to_key
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def put_tab_in_reading_order(root: QWidget) -> None:
    """Order the tab stops inside a widget: line by line, and each pane or card as a whole."""
    for one, other in pairwise(list(tab_stops(root))):
        QWidget.setTabOrder(one, other)


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside a widget, in the order in which it is read.

    Also a pane that was gone into, though Tab does not stop there: it goes on from it.
    """
    children = [child for child in root.children() if isinstance(child, QWidget)]
    shown = [child for child in children if not child.isHidden() and not child.isWindow()]
    for child in sorted(shown, key=cmp_to_key(_by_eye)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus or child is QApplication.focusWidget():
            yield child
        yield from tab_stops(child)


def _by_eye(one: QWidget, other: QWidget) -> int:
    """Return a negative number if ``one`` is read first: the upper line, or earlier in a line."""
    mine, its = one.geometry(), other.geometry()
    if mine.bottom() < its.top():
        return -1
    if its.bottom() < mine.top():
        return 1
    along = mine.left() - its.left()
    return -along if one.isRightToLeft() else along
