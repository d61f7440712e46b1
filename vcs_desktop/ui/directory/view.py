"""Places, and what one can go to: a choice of area and of what is wanted, a list, a card."""

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import Event, Place
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.directory import words
from vcs_desktop.ui.directory.cards import event_card, place_card
from vcs_desktop.ui.directory.view_model import DirectoryViewModel
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vcs_desktop.services.council import DirectoryView as Found


class DirectoryView(QWidget):
    """``told`` says that an answer, or a problem, is on the screen.

    With ``offer`` the list keeps to what offers that, and has what one can go to
    before the places; without, one can choose what is wanted.
    """

    told = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        *,
        name: str,
        about: str,
        offer: str = "",
        along: Along | None = None,
    ) -> None:
        """``name`` is what a screen reader calls the list; ``about`` says what this is for.

        ``along`` makes the card of files that go along; None is one that gets no missing ones.
        """
        super().__init__()
        self._along = along or Along(services, tasks)
        self._offer = offer
        self._asked_for = ""  # what is listed whatever is chosen above the list
        self._view_model = DirectoryViewModel(services, tasks, self)
        self._things: dict[str, Place | Event] = {}
        self.about = label(about, "muted", wrap=True)
        self.area = Choice(tr("Where"), (("", tr("The whole county")),))
        self.wanted = Choice(tr("Looking for"), (("", tr("Anything")),))
        self.both = TitlesAndCard(name, waiting())
        body = column(self.about, panel(FlowLayout(self.area, self.wanted, gap=16)), gap=10)
        body.put(self.both, 1)
        self.setLayout(body)
        self.wanted.setVisible(not offer)
        self.area.chosen.connect(self._keep_to_choices)
        self.wanted.chosen.connect(self._keep_to_choices)
        self.both.card_asked.connect(self._show_card)
        self.both.looked_at.connect(self._view_model.note_opened)
        self.both.again_asked.connect(self.look)
        self._view_model.directory.answered.connect(self._show)
        self._view_model.directory.failed.connect(self._show_problem)

    def look(self) -> None:
        """Look for what is chosen above the list."""
        offer = self._offer or self.wanted.chosen_id()
        self._view_model.look(self.area.chosen_id(), offer, self._asked_for)

    def open(self, thing_id: str) -> None:
        """Show one place or event, whatever was chosen above the list, also one that is over."""
        self._asked_for = thing_id
        with QSignalBlocker(self.area.box), QSignalBlocker(self.wanted.box):
            self.area.choose("")
            self.wanted.choose("")
        self.both.open(thing_id)
        self.look()

    def _keep_to_choices(self) -> None:
        self._asked_for = ""
        self.look()

    def _show(self, found: "Found") -> None:
        self.area.offer(found.areas)
        self.wanted.offer((name, words.offer(name)) for name in found.offers)
        events = found.events if not self.wanted.chosen_id() else ()
        self._things = {event.id: event for event in events}
        self._things |= {place.id: place for place in found.places}
        rows = (*self._event_rows(found), *_place_rows(found))
        self.both.say_nothing(
            tr("Nothing here yet"),
            tr("We know of nothing like this for that area. Try the whole county."),
        )
        self.both.show_rows(rows, found)
        self.told.emit()

    def _event_rows(self, found: "Found") -> "Iterator[TitleRow]":
        if self.wanted.chosen_id() or not found.events:
            return
        heading = tr("To go to")
        yield TitleRow("", heading)
        for event in found.events:
            yield TitleRow(
                event.id,
                event.title,
                words.when_of(event),
                "calendar-days",
                mark=tr("Practice") if event.practice else "",
                mark_icon="info",
                mark_colour="info",
                under=heading,
            )

    def _show_card(self, thing_id: str) -> None:
        thing = self._things.get(thing_id)
        if isinstance(thing, Event):
            self.both.show_card(self._along.under(event_card(thing), thing_id))
        elif thing is not None:
            self.both.show_card(self._along.under(place_card(thing), thing_id))

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()


def _place_rows(found: "Found") -> "Iterator[TitleRow]":
    for heading, some in groupby(found.places, key=words.heading_of):
        yield TitleRow("", heading)
        for place in some:
            said = " · ".join(filter(None, (words.area_of(place.area), words.offers_of(place))))
            yield TitleRow(
                place.id, place.title, short_prose(said), words.icon_of(place), under=heading
            )
