"""Short help that is in the app itself: what it does, the keys, and what it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractSlider, QDialog, QWidget

from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel, row, scroll

Part = tuple[str, str]

_SCROLL_KEYS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}

WHAT_IT_DOES: tuple[Part, ...] = (
    (
        "Find money for your group",
        """Funding lists grants and contracts to bid for. It says which ones your group can \
apply for, and why. Each answer quotes what they ask for and what you told us.""",
    ),
    (
        "Decide together",
        """Put what you like on the committee sheet and print it. Your committee sees what it is, \
who pays, how much, when it closes and what it costs to apply.""",
    ),
    (
        "Work without internet",
        "Everything is kept on this computer. You can add new grants and contracts from a file.",
    ),
    (
        "Practise first",
        """Some grants and contracts are for practice. They are marked, so you can tell them \
from real ones.""",
    ),
)

KEYS: tuple[Part, ...] = (
    ("Ctrl+1, Ctrl+2 …", "Go to a place in the list at the side."),
    ("Ctrl+K", "Search. Esc takes you back to the page."),
    ("Ctrl+F", "Find on this page."),
    ("F6, Shift+F6", "Go to the next part of the window, or to the one before."),
    ("Tab, Shift+Tab", "Go to the next thing you can use, or to the one before."),
    ("Arrow keys", "Move in a list. Enter opens what you chose."),
    ("Shift+F10, or the menu key", "Open the menu of a grant or contract in the list."),
    ("Ctrl+Z", "Take back what you just did, while Undo is on the page."),
    ("Ctrl+=, Ctrl+-, Ctrl+0", "Make the text larger, smaller or normal."),
    ("F1", "Open what this app does."),
    ("Ctrl+Q", "Close the app. Your work is kept."),
)


class HelpDialog(QDialog):
    """A heading and a few short parts, each with its own heading."""

    def __init__(self, parent: QWidget, title: str, parts: Sequence[Part]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = column(label(title, "title", wrap=True), margins=(20, 16, 20, 12), gap=12)
        for heading, text in parts:
            words.put(column(label(heading, "strong", wrap=True), label(text, wrap=True), gap=2))
        words.put(None)
        self.close_button = button("Close", "primary")
        self.close_button.clicked.connect(self.close)
        layout = column(gap=0)
        self.pane = scroll(panel(words))
        layout.put(self.pane, 1)
        layout.put(row(None, self.close_button, margins=(20, 8, 20, 12)))
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        self.close_button.setFocus()
        self._let_keys_scroll()
        self.resize(QSize(look.px(560), look.px(520)).boundedTo(parent.size()))

    def _let_keys_scroll(self) -> None:
        """Scroll with the arrows: the words hold nothing that Tab could stop at."""
        bar = self.pane.verticalScrollBar()
        for key, way in _SCROLL_KEYS.items():
            QShortcut(key, self).activated.connect(partial(bar.triggerAction, way))
