"""The box above a form that could not go on: what is wrong, each with a way to its field."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, label, panel
from vcs_desktop.ui.widgets.form_field import WIDEST, FormField

_LEAST_HEIGHT = 28


class _WayToField(Button):
    """A button with as many lines of words as it needs; Qt's own words stay on one line."""

    def __init__(self, words: str) -> None:
        super().__init__("", "link")
        self.words = label(words, "badLink", wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.setLayout(column(self.words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return max(look.px(_LEAST_HEIGHT), self.words.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self.words.sizeHint().expandedTo(QSize(0, look.px(_LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, look.px(_LEAST_HEIGHT))


class ErrorSummary(QWidget):
    """Says "There is a problem", and leads to each field that has one."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(tr("There is a problem"), "title", wrap=True)
        self.links: list[Button] = []
        self._ways = column(gap=4)
        self.box = QFrame()
        self.box.setProperty("kind", "errors")
        self.box.setAccessibleName(self.title.text())
        self.box.setLayout(column(self.title, panel(self._ways), margins=(16, 14, 16, 14)))
        self.setLayout(column(self.box))
        self.hide()
        self._scale()
        look.changed.connect(self._scale)

    def show_problems(self, fields: Iterable[FormField]) -> bool:
        """Have every field say what is wrong; return whether something is, and move the focus.

        The same words stand in the box and above the field.
        """
        wrong = [field for field in fields if field.show_problem()]
        self._ways.clear()
        self.links = []
        for field in wrong:
            link = _WayToField(field.error)
            link.clicked.connect(field.take_focus)
            self.links.append(link)
            self._ways.put(link)
        self.setVisible(bool(wrong))
        if wrong:
            self._go_in()
        return bool(wrong)

    def _go_in(self) -> None:
        """Take the focus, so that a screen reader begins here and Tab leads to the first link."""
        said = " ".join(link.accessibleName() for link in self.links)
        self.box.setAccessibleDescription(said)
        self.box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scale(self) -> None:
        self.setMaximumWidth(look.px(WIDEST))
