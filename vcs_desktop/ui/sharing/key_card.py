"""The council's digits, to be compared before anything is closed for the council alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.arrivals.offer_words import to_be_spelled
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
        self.setLayout(
            column(
                card(
                    label(tr("Are these the council's digits?"), "heading", wrap=True),
                    self.why,
                    self.digits,
                    panel(FlowLayout(self.yes_button)),
                    kind="info",
                )
            )
        )
        self.yes_button.clicked.connect(self._tell)
        self.hide()

    def show_key(self, digits: str, *, is_other: bool) -> None:
        """Ask about a key; without digits there is nothing to ask."""
        self.setVisible(bool(digits))
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

    def _tell(self) -> None:
        self.compared.emit(self.digits.text())
