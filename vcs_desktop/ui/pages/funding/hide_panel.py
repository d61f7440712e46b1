"""Asks, in the pane itself, why something should be hidden."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.option import Option

REASONS = (
    marked("We cannot apply"),
    marked("Too much work for what it brings"),
    marked("Not what we do"),
    marked("The dates do not suit us"),
    marked("Another reason"),
)


class HidePanel(QFrame):
    """A few reasons to choose from and room for the person's own words.

    ``agreed`` carries the reason; ``left`` says that nothing is to be hidden.
    """

    agreed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self.reasons = QButtonGroup(self)
        choices = [Option(tr_marked(reason)) for reason in REASONS]
        for place, choice in enumerate(choices):
            self.reasons.addButton(choice.button, place)
        choices[0].button.setChecked(True)
        self.own_words = QLineEdit()
        self.own_words.setMaxLength(200)
        self.own_words.setAccessibleName(tr("Your own words (optional)"))
        self.hide_button = button(tr("Hide it"), icon="eye-off")
        self.leave_button = button(tr("Leave it in the list"), "quiet")
        self.setLayout(
            column(
                label(tr("Why do you want to hide it?"), "heading", wrap=True),
                label(tr("You can show it again at any time."), "muted", wrap=True),
                *choices,
                label(tr("Your own words (optional)"), "strong", buddy=self.own_words, wrap=True),
                self.own_words,
                panel(FlowLayout(self.hide_button, self.leave_button)),
                margins=(16, 14, 16, 14),
                gap=6,
            )
        )
        self.hide_button.clicked.connect(self._agree)
        self.own_words.returnPressed.connect(self._agree)
        self.leave_button.clicked.connect(self.left)

    def begin(self) -> None:
        """Come into sight, with the focus on the first reason."""
        self.show()
        self.reasons.button(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it in the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _agree(self) -> None:
        chosen = self.reasons.checkedButton()
        place = self.reasons.id(chosen) if chosen else len(REASONS) - 1
        because, own = tr_marked(REASONS[place]), self.own_words.text().strip()
        if own and place == len(REASONS) - 1:
            because = own
        elif own:
            because = tr("{reason}: {own}", reason=because, own=own)
        self.agreed.emit(because)
