"""The line above the list: a better order, and the way back to everything."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityList, Order
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class OfferLine(QWidget):
    """Takes no room while there is nothing to offer. ``offered`` is the list to change to."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: OpportunityList | None = None
        self.offer_button = button("", icon="list")
        self.clear_button = button(tr("Show everything"), "quiet", icon="x")
        self.setLayout(FlowLayout(self.offer_button, self.clear_button))
        self.offer(None, searched=False)

    def offer(self, answer: OpportunityList | None, *, searched: bool) -> None:
        """Offer another list, or None; where words are searched for, to show everything too."""
        self.offered = answer
        by_fit = answer is not None and answer.order is Order.FIT
        self.offer_button.setText(
            tr("Show the best fit first") if by_fit else tr("Show the new list")
        )
        self.offer_button.setVisible(answer is not None)
        self.clear_button.setVisible(searched)
        self.setVisible(answer is not None or searched)
