"""Bringing an older copy back: what it holds beside what there is now, and then yes or no."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.group_errors import WrongCode, WrongPassphrase
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.pages.our_group.copies_words import held_in_words
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.secret_field import SecretField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.ui.pages.our_group.copies_view_model import Compared

_WRONG = (WrongPassphrase, WrongCode)


class OlderCopy(QWidget):
    """One older copy. ``look_asked`` and ``bring_back_asked`` carry what was typed.

    ``left`` says that nothing should be changed.
    """

    look_asked = Signal(str)
    bring_back_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._secret = ""
        self.title = label("", "heading", wrap=True)
        self.field = SecretField(
            tr("Your four secret words"), tr("You can also type the printed code.")
        )
        self.look_button = button(tr("Look inside"), icon="eye")
        self.leave_button = button(tr("Not this one"), "quiet")
        self.progress = ProgressLine()
        self.trouble = label("", "bad", wrap=True)
        self.holds = label("", wrap=True)
        self.now = label("", wrap=True)
        warning = label(
            sentences(
                tr("What was done since then will not be in the group any more."),
                tr("It is put aside beside it, not thrown away."),
                tr("The group is locked for a moment, and opened again."),
            ),
            "warn",
            wrap=True,
        )
        self.back_button = button(tr("Bring it back"), icon="archive-restore")
        self.keep_button = button(tr("Leave it as it is now"), "quiet")
        self.asking = panel(
            column(self.field, panel(FlowLayout(self.look_button, self.leave_button)), gap=10)
        )
        self.found = panel(
            column(
                self.holds,
                self.now,
                warning,
                panel(FlowLayout(self.back_button, self.keep_button)),
                gap=8,
            )
        )
        inside = card(
            self.title, self.asking, self.progress, self.trouble, self.found, kind="card", gap=10
        )
        self.setLayout(column(Bounded(inside)))
        self.field.entered.connect(self._look)
        self.look_button.clicked.connect(self._look)
        self.back_button.clicked.connect(self._bring_back)
        for each in (self.leave_button, self.keep_button):
            each.clicked.connect(self.left)
        self.hide()

    def begin(self, title: str) -> None:
        """Ask for the words that open a copy."""
        self.forget()
        self.title.setText(title)
        self.asking.show()
        self.show()
        self.field.take_focus()

    def forget(self) -> None:
        """Take every secret away, and go."""
        self._secret = ""
        self.field.forget()
        self.progress.finish()
        self.look_button.setEnabled(True)
        self.trouble.hide()
        self.found.hide()
        self.hide()

    def show_compared(self, compared: "Compared", today: "date") -> None:
        """Say what the copy holds, and offer to bring it back."""
        self.progress.finish()
        holds, now = held_in_words(compared, today)
        self.holds.setText(holds)
        self.now.setText(now)
        self.field.forget()
        self.asking.hide()
        self.found.show()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: Exception) -> None:
        """Say what went wrong: beside the field, where it was about what was typed."""
        self.progress.finish()
        self.look_button.setEnabled(True)
        if isinstance(error, _WRONG):
            self.field.tell(words_for(error))
        else:
            self.trouble.setText(words_for(error))
            self.trouble.show()

    def _look(self) -> None:
        if not self.look_button.isEnabled() or not self.field.secret():
            return
        self._secret = self.field.secret()
        self.look_button.setEnabled(False)
        self.trouble.hide()
        self.progress.start(tr("Looking inside"), can_cancel=False)
        self.look_asked.emit(self._secret)

    def _bring_back(self) -> None:
        self.bring_back_asked.emit(self._secret)
