"""Asks for the dates of the open group, and does what is wanted with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.dates.drafts import FORM_OPEN, NEW, draft_name
from vcs_desktop.ui.pages.dates.listing import Listing
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.absence import Away
    from vcs_desktop.services.dates import Agenda


@dataclass(frozen=True, slots=True)
class Seen:
    """The list of dates as it is now.

    ``away`` is what was missed in a long absence, None where nobody was away. ``form_open``
    is the id of the date that was being written when the group was locked, told once.
    """

    listing: Listing
    away: "Away | None"
    form_open: str = ""

    @property
    def today(self) -> date:
        """The day as of which this is told."""
        return self.listing.today


class DatesViewModel(QObject):
    """``agenda`` answers with a Seen, the first time with the nearest dates before all of them.

    ``done`` carries in words what was done, ``failed`` what went wrong with it.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)
        self.agenda = Question(tasks, self)
        self._has_looked = False
        self.agenda.answered.connect(self._go_on)

    def look(self) -> None:
        """Ask for the list of dates."""
        self.agenda.ask(self._seen if self._has_looked else self._nearest_seen)

    def act(self, act: Callable[[Services], Any], words: str = "") -> None:
        """Do something to the dates, and say so in words."""

        def then(_outcome: object) -> None:
            self._session.tell_acted()
            self.done.emit(words)

        self._acts.ask_too(lambda: act(self._services), then=then, otherwise=self.failed.emit)

    @Slot(object)
    def _go_on(self, seen: Seen) -> None:
        self._has_looked = True
        if not seen.listing.is_whole:
            # When the nearest have been drawn: both at a time would keep whoever waits waiting.
            QTimer.singleShot(0, self, self.look)

    def _seen(self) -> Seen:
        return self._seen_in(self._services.dates.agenda())

    def _nearest_seen(self) -> Seen:
        return self._seen_in(self._services.dates.nearest())

    def _seen_in(self, agenda: "Agenda") -> Seen:
        from vcs_desktop.services.absence import look_in

        dates = self._services.dates
        desk = dates.inside.desk
        if form_open := desk.read(FORM_OPEN) or "":
            desk.clear(FORM_OPEN)
        has_draft = bool(desk.read(draft_name(NEW)))
        listing = Listing(agenda, has_draft=has_draft)
        return Seen(listing, look_in(dates), str(form_open))
