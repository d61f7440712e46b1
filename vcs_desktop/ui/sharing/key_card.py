"""The council's digits, to be compared before anything is closed for the council alone."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.arrivals.offer_words import to_be_spelled
from vcs_desktop.ui.say import say
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class KeyCard(QWidget):
    """``compared`` carries the digits that a person has compared and found the same."""

    compared = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.why = label("", wrap=True)
        self.digits = label("", "title", wrap=True)
        self.yes_button = button(tr("Yes, all the same"), icon="check")
        self.differ_button = button(tr("They differ"), "quiet")
        self.what_then = label(
            sentences(
                tr("Then do not send it. It stays here."),
                tr("Ring the council on a number you have known before."),
                tr("Tell them that the digits differ. Press “Yes” only when they are the same."),
            ),
            "strong",
            wrap=True,
        )
        self.setLayout(
            column(
                card(
                    label(tr("Are these the council's digits?"), "heading", wrap=True),
                    self.why,
                    self.digits,
                    panel(FlowLayout(self.yes_button, self.differ_button)),
                    self.what_then,
                    kind="info",
                )
            )
        )
        self.yes_button.clicked.connect(self._tell)
        self.differ_button.clicked.connect(self._say_what_then)
        self.what_then.hide()
        self.hide()

    def show_key(self, digits: str, *, is_other: bool) -> None:
        """Ask about a key; without digits there is nothing to ask."""
        self.setVisible(bool(digits))
        if digits != self.digits.text():
            self.what_then.hide()
        self.digits.setText(digits)
        self.digits.setAccessibleName(to_be_spelled(digits))
        changed = tr("The digits are not those that you compared before.") if is_other else ""
        self.why.setText(
            sentences(
                changed,
                tr("Something waits that only the council may read."),
                tr("Ring the council on a number you have known before."),
                tr("Ask them to read out their digits. They must be the same as these:"),
            )
        )

    def _say_what_then(self) -> None:
        """Say what to do. Nothing is to be written down: without a yes nothing goes."""
        self.what_then.show()
        say(self, self.what_then.text())
        QTimer.singleShot(0, self.what_then, partial(bring_into_sight, self.what_then))

    def _tell(self) -> None:
        self.compared.emit(self.digits.text())
