"""Fields for what opens a group: what is wrong stays beside them until it is mended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import Button, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField

_QUIET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class ToldField(TextField):
    """A line of text of which a service may say what is wrong: ``tell``.

    That stays until somebody types. ``entered`` is the Enter key.
    """

    entered = Signal()
    # On the class as well: the frame asks for the problem while it is being made.
    _told = ""

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        super().__init__(title, hint, optional=optional)
        self.box.returnPressed.connect(self.entered)

    def tell(self, words: str) -> None:
        """Say what is wrong, and go to the field with all of it marked."""
        self._told = words
        self.set_error(words)
        self.box.selectAll()
        self.take_focus()

    def take_focus(self) -> None:
        """Move the focus to the field, and bring it into sight."""
        go_to(self.box)

    def problem(self) -> str:
        """Return what was told, until somebody types."""
        return self._told or super().problem()

    def on_edited(self) -> None:
        """Take back what was told: it is about words that are no longer there."""
        self._told = ""
        super().on_edited()

    def forget(self) -> None:
        """Take the words out, so that not even Ctrl+Z brings them back."""
        self.box.setText("")  # unlike clear(), this empties what can be undone
        self._told = ""
        self.set_error("")


class SecretField(ToldField):
    """A line of secret words: hidden, until whoever types asks to see them."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setInputMethodHints(_QUIET)
        self.show_button = Button(tr("Show words"), "quiet", "eye")
        self.show_button.setCheckable(True)
        self.add_below(panel(FlowLayout(self.show_button)))
        self.show_button.toggled.connect(self._show)

    def secret(self) -> str:
        """Return what was typed, as it was typed."""
        return self.box.text()

    def forget(self) -> None:
        """Take the words out, and hide the next ones."""
        super().forget()
        self.show_button.setChecked(False)

    def _show(self, shown: bool) -> None:  # Qt passes it by place
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.box.setEchoMode(mode)
        self.show_button.setText(tr("Hide words") if shown else tr("Show words"))
        self.show_button.set_icon("eye-off" if shown else "eye")
        say(self, tr("The words can be seen.") if shown else tr("The words are hidden."))
