"""A library that is offered: what it is, how old, what it needs, and whether it is theirs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.arrivals.offer_words import (
    facts_of,
    has_room,
    to_be_spelled,
    why_ask,
    yes_to,
)
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Offer


class OfferCard(QWidget):
    """Shows one offer at a time, and asks whether to take it in.

    ``accepted`` carries the publisher's digits where they were asked for and compared, and
    nothing where they are known already; ``declined`` that a person does not want it now.
    """

    accepted = Signal(str)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self._asks = False
        self.who = label("", "small", wrap=True)
        self.name = prose("", "title")
        self.facts = FactGrid()
        self.state = label("", "warn", wrap=True)
        self.question = _Question()
        self.accept_button = button("", "primary", icon="download")
        self.decline_button = button(tr("Not now"))
        self.card = card(
            self.who,
            self.name,
            self.facts,
            self.state,
            self.question,
            panel(FlowLayout(self.accept_button, self.decline_button)),
            gap=10,
        )
        self.setLayout(column(self.card))
        self.accept_button.clicked.connect(self._accept)
        self.decline_button.clicked.connect(self.declined)

    def show_offer(self, offer: "Offer", asks: bool) -> None:
        """Show what is offered; ``asks`` has the digits compared.

        They are asked for as well wherever nobody has said yes to whose it is, or it goes
        suspiciously far ahead.
        """
        has_use = offer.is_new and has_room(offer)
        self._offer = offer
        self._asks = has_use and (asks or not offer.is_known or not offer.is_sure)
        self.who.setText(
            tr("A library that says it is from") if self._asks else tr("A library from")
        )
        self.name.setText(as_prose(offer.name))
        self.facts.set_facts(facts_of(offer))
        words, kind = _state(offer)
        self.state.setText(words)
        self.state.setVisible(bool(words))
        set_kind(self.state, kind)
        self.question.setVisible(self._asks)
        if self._asks:
            self.question.show_offer(offer)
        self.accept_button.setText(tr("Update it") if offer.has else tr("Add this library"))
        self.accept_button.setVisible(has_use)
        self.decline_button.setText(tr("Not now") if has_use else tr("Close"))

    def first_focus(self) -> QWidget:
        """Return where the focus belongs: on what is to be read first, and never on the yes."""
        return self.question.tick.box if self._asks else self.decline_button

    def _accept(self) -> None:
        if self._offer is None or not self._offer.is_new or not has_room(self._offer):
            return
        if not self._asks:
            self.accepted.emit("")
        elif self.question.is_answered():
            self.accepted.emit(self._offer.fingerprint)


class _Question(QWidget):
    """The digits, why to compare them, and a box to tick once that was done."""

    def __init__(self) -> None:
        super().__init__()
        self.why = label("", wrap=True)
        self.digits = label("", "title", wrap=True)
        self.digits.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.error = label("", "bad", wrap=True)
        self.error.hide()
        self._room = column()
        self._box: QFrame = card(
            label(tr("Is it really theirs?"), "heading", wrap=True),
            self.why,
            self.digits,
            self._room,
            self.error,
            kind="info",
        )
        self.tick = Tick("")
        self._room.put(self.tick)
        self.tick.toggled.connect(self._forgive)
        self.setLayout(column(self._box))

    def show_offer(self, offer: "Offer") -> None:
        """Ask about an offer; nothing is ticked."""
        self.why.setText(why_ask(offer))
        self.digits.setText(offer.fingerprint)
        self.digits.setAccessibleName(to_be_spelled(offer.fingerprint))
        self.tick.box.setChecked(False)
        self.tick.words.setText(yes_to(offer))
        self.tick.box.setAccessibleName(yes_to(offer))
        self._forgive()

    def is_answered(self) -> bool:
        """Say whether it is ticked; if not, say what is wanted, and go there."""
        if self.tick.is_ticked():
            return True
        words = sentences(
            tr("Error: the digits have not been compared."),
            tr("Compare them, then tick here. Nothing was changed."),
        )
        self.error.setText(words)
        self.error.show()
        self.tick.box.setAccessibleDescription(words)
        self.tick.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _forgive(self) -> None:
        self.error.hide()
        self.tick.box.setAccessibleDescription("")


def _state(offer: "Offer") -> tuple[str, str]:
    """Return what is the matter with an offer, and how to say it; empty where nothing is."""
    if not offer.is_new:
        return tr("You have this already. There is nothing to add."), "ok"
    if not has_room(offer):
        return (
            sentences(
                tr("There is not enough room on this disk for this library."),
                tr("Delete what you no longer need, and try again. Nothing was changed."),
            ),
            "bad",
        )
    if offer.is_late:
        return (
            sentences(
                tr("It should have been replaced by now, so it may be out of date."),
                tr("You can use it all the same."),
            ),
            "warn",
        )
    return "", "warn"
