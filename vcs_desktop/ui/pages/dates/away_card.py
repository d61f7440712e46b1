"""Says that nobody looked at the dates for a long time, and offers to go through them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.absence import Away


class AwayCard(QWidget):
    """Is hidden as long as nothing was missed. ``asked`` carries what was (an Away)."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.away: Away | None = None
        self.words = label("", wrap=True)
        self.button = button(tr("Go through them"), "primary")
        self.setLayout(column(card(self.words, panel(FlowLayout(self.button)), kind="info", gap=8)))
        self.button.clicked.connect(self._ask)
        self.hide()

    def show_away(self, away: "Away | None") -> None:
        """Say what was missed; the page shows and hides the card."""
        self.away = away
        if away is not None:
            self.words.setText(
                tr_count(
                    "It is a while since anybody looked here. {count} thing fell due meanwhile. "
                    "Shall we go through it together?",
                    "It is a while since anybody looked here. {count} things fell due meanwhile. "
                    "Shall we go through them one by one?",
                    len(away.lines),
                )
            )

    def _ask(self) -> None:
        if self.away is not None:
            self.asked.emit(self.away)
