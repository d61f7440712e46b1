"""What every field of a form is: its name, a hint, what is wrong with it, and the field.

They stand under one another, no wider than is easy to read. What is wrong is said
when the focus leaves the field, never while somebody types, and the focus is left
where it is; it goes as soon as what is typed is right.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Item, column, label, panel, row

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)

_ALL_OF_IT = 1_000
"""The share of the room that a form has before anything is left beside it."""

WIDEST = 640
"""Pixels at 100 % text. Source: the design guide, of forms."""

Check = Callable[[str], str]
"""Says what is wrong with words that were typed; empty is nothing."""


def fits_all(_words: str) -> str:
    """Find nothing wrong, whatever was typed."""
    return ""


class FormField(QWidget):
    """The frame round one field. Those that follow say what is in it.

    ``edited`` says that a person changed what is in it, ``left`` that the focus left it.
    """

    edited = Signal()
    left = Signal()

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    _stops: tuple[QWidget, ...] = ()
    _is_named = False

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        """``title`` names the field, as a question where that is plainer."""
        super().__init__()
        self.title = title
        words = tr("{field} (optional)", field=title) if optional else title
        self.label = label(words, "strong", wrap=True)
        self.hint = label(hint, "muted", wrap=True)
        self.error_label = label("", "bad", wrap=True)
        self.error = ""
        self._column = column(self.label, self.hint, self.error_label, gap=4)
        self._area = panel(self._column)
        # In a row of its own: only so is the height right that its words take at that width.
        line = row(gap=0)
        line.put(self._area, _ALL_OF_IT)
        line.put(None)
        self.setLayout(line)
        self.hint.setVisible(bool(hint))
        self.error_label.hide()
        self._scale()
        look.changed.connect(self._scale)

    def problem(self) -> str:
        """Return what is wrong with what is in the field now; empty is nothing."""
        return ""

    def settle(self) -> None:
        """Take what is typed as it stands: the form is put away, or the group locked."""

    def show_problem(self) -> bool:
        """Say what is wrong, and return whether something is."""
        self.set_error(self.problem())
        return bool(self.error)

    def set_error(self, words: str) -> None:
        """Say above the field that something is wrong with it; empty is that nothing is."""
        if words == self.error:
            return
        self.error = words
        self.error_label.setText(tr("Error: {words}", words=words) if words else "")
        self.error_label.setVisible(bool(words))
        for stop in self._stops:
            stop.setProperty("error", bool(words))
            stop.style().unpolish(stop)
            stop.style().polish(stop)
        self._describe()

    def take_focus(self) -> None:
        """Move the focus to the field."""
        if self._stops:
            self._stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self, *items: Item, stops: tuple[QWidget, ...], named: bool = False) -> None:
        """Put the field under its words. ``stops`` of it take the focus; the first is the field.

        ``named`` says that each has a name of its own: what all are for is then described.
        """
        for item in items:
            self._column.put(item)
        self._stops = stops
        self._is_named = named
        if not named:
            self.label.setBuddy(stops[0])
            if stops[0].parentWidget() is not self._area:  # then Qt does not find its label
                stops[0].setAccessibleName(self.label.text())
        for stop in stops:
            stop.installEventFilter(self)
        self._describe()

    def add_below(self, item: QWidget) -> None:
        """Put something under the field, such as a calendar that opens."""
        self._column.put(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what was typed when the focus leaves the field."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_left(event.reason()):
            self.on_left()
        return False

    def on_left(self) -> None:
        """Say what is wrong, and that the field was left."""
        self.show_problem()
        self.left.emit()

    def on_edited(self) -> None:
        """Take back what was said to be wrong once it is right, and say that it was edited."""
        if self.error and not self.problem():
            self.set_error("")
        self.edited.emit()

    def _is_left(self, why: Qt.FocusReason) -> bool:
        """Say whether the focus went elsewhere: not into its list, nor to its next box."""
        there = QApplication.focusWidget()
        return why not in _STAYS and not any(there is stop for stop in self._stops)

    def _describe(self) -> None:
        """Have a screen reader say what is wrong first, then the hint."""
        title = self.label.text() if self._is_named else ""
        said = " ".join(filter(None, (self.error_label.text(), title, self.hint.text())))
        for stop in self._stops:
            stop.setAccessibleDescription(said)

    def _scale(self) -> None:
        self._area.setMaximumWidth(look.px(WIDEST))


class TextField(FormField):
    """One line of text. ``check`` says what is wrong with it; empty is never wrong by itself."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        optional: bool = False,
        check: Check = fits_all,
    ) -> None:
        super().__init__(title, hint, optional=optional)
        self.box = QLineEdit()
        self._check = check
        self.hold(self.box, stops=(self.box,))
        self.box.textEdited.connect(self.on_edited)

    def words(self) -> str:
        """Return what is in it, without spaces round it."""
        return self.box.text().strip()

    def set_words(self, words: str) -> None:
        """Put words in it, as those that are kept; they are not edited by that."""
        if words != self.words():
            self.box.setText(words)
            self.box.setCursorPosition(0)
        self.set_error("")

    def problem(self) -> str:
        """Return what the check says of the words."""
        words = self.words()
        return self._check(words) if words else ""
