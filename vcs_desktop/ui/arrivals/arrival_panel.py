"""A library on its way in: what it is, progress with a way to stop it, and what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.arrivals.arrival_view_model import ArrivalViewModel
from vcs_desktop.ui.arrivals.arrival_words import what_came, what_went_wrong
from vcs_desktop.ui.arrivals.offer_card import OfferCard
from vcs_desktop.ui.arrivals.on_its_way import OnItsWay
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Arrival, Offer


class ArrivalPanel(OnItsWay[OfferCard]):
    """A published library, in a file, a folder, or at the service."""

    def __init__(self, view_model: ArrivalViewModel, message: MessageBar, page: QWidget) -> None:
        super().__init__(OfferCard(), message, page)
        self._view_model = view_model
        self._offer: Offer | None = None
        self._yes: Callable[[str], None] | None = None
        self._connect()

    def open(self, path: Path) -> None:
        """Look at a pack or a folder, and offer what it holds."""
        if not self._view_model.look(path):
            self.message.tell(tr("Wait until this one has come in, then add the next."), "info")
            return
        self.begin(tr("Looking at {file}", file=short_prose(path.name, 80)))

    def offer(self, offer: "Offer", yes: Callable[[str], None]) -> None:
        """Offer what waits elsewhere; ``yes`` is called with the digits that were compared."""
        self.message.hide()
        self._show(offer, asks=not offer.is_known or not offer.is_sure, yes=yes)

    def _show(self, offer: "Offer", *, asks: bool, yes: Callable[[str], None]) -> None:
        self._offer, self._yes = offer, yes
        self.card.show_offer(offer, asks=asks)
        self.show_offer()

    def _connect(self) -> None:
        self.card.accepted.connect(self._accept)
        self.card.declined.connect(self.decline)
        self.progress.cancelled.connect(self._view_model.cancel)
        model = self._view_model
        model.progressed.connect(self.progress.tell)
        model.offered.connect(self._tell_offer)
        model.asked.connect(self._tell_question)
        model.arrived.connect(self._tell_arrival)
        model.failed.connect(self._tell_problem)

    def _tell_offer(self, offer: "Offer") -> None:
        self._show(offer, asks=not offer.is_known or not offer.is_sure, yes=self._take)

    def _tell_question(self, arrival: "Arrival") -> None:
        """Ask what came up only while it was taken in; nothing was changed yet."""
        if arrival.offer is not None:
            self._show(arrival.offer, asks=True, yes=self._take)
        if arrival.error is not None:
            self.message.tell(what_went_wrong(arrival.error), "warn")

    def _take(self, digits: str) -> None:
        if self._offer is not None:
            self.progress.start(tr("Checking what came"))
            self._view_model.take(self._offer, digits)

    def _accept(self, digits: str) -> None:
        self.card.hide()
        self.message.hide()
        self.answered.emit()
        if self._yes is not None:
            self._yes(digits)

    def _tell_arrival(self, arrival: "Arrival") -> None:
        self.progress.finish()
        self.message.tell(*what_came(arrival))
        self.ended.emit()

    def _tell_problem(self, error: Exception) -> None:
        self.progress.finish()
        from vcs_desktop.services.arrivals.refusals import is_worth_another_try

        words, kind = what_went_wrong(error), kind_of(error)
        if is_worth_another_try(error):
            self.message.tell(words, kind, tr("Try again"), self._try_again)
        else:
            self.message.tell(words, kind)

    def _try_again(self) -> None:
        self.begin(tr("Looking again"))
        self._view_model.try_again()
