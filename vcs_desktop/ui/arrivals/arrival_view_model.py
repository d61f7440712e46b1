"""A library in a file or a folder: looked at, then taken in, in the background."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.language import marked
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.telling import telling

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Arrival, Offer


T = TypeVar("T")
ASKS = "asks"
"""The outcome of what a person has to say yes to first (``services.arrivals.Outcome``)."""


class PulledOut(AppError):
    """What a library was read from is not there any more."""

    message = marked("The library cannot be reached any more. Was the stick pulled out?")
    advice = marked("Nothing was changed. Put the stick back in, then try again.")


class ArrivalViewModel(QObject):
    """One library at a time.

    ``offered`` carries the Offer of what was looked at; ``progressed`` words, how much is done
    and how much there is (0 when nobody knows). ``arrived`` carries the Arrival that ended
    well, ``asked`` the Arrival for which a person has to say yes first, ``failed`` the error:
    then nothing was changed.
    """

    offered = Signal(object)
    progressed = Signal(str, int, int)
    arrived = Signal(object)
    asked = Signal(object)
    failed = Signal(object)
    _told = Signal(str, int, int)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._services = services
        self._newest = Latest(tasks, self)
        self._stop: Event | None = None
        self._is_taking = False
        self._said_yes: tuple[str, int, str] | None = None
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def look(self, path: Path) -> bool:
        """Look at a pack or a folder, in place of one that is looked at; False while one comes in.

        Two cannot come in at once.
        """
        if self._is_taking:
            return False
        if path != self.path:
            self.path, self._said_yes = path, None
        self._begin(lambda _: self._services.arrivals.look_at(path), self._tell_offer)
        return True

    def take(self, offer: "Offer", trust: str) -> None:
        """Take in what was offered; ``trust`` is the digits that a person said yes to, or ""."""
        path = self.path
        if path is None or self._is_taking:
            return
        self._is_taking = True
        self._said_yes = (offer.fingerprint, offer.version, trust)
        self._begin(
            lambda stop: self._services.arrivals.take_in(
                path, trust=trust, tell=telling(self, self._told), stop=stop
            ),
            self._tell_arrival,
        )

    def try_again(self) -> None:
        """Go on: look once more, and ask nothing that was answered already."""
        if self.path is not None:
            self.look(self.path)

    def cancel(self) -> None:
        """Ask what is at work to stop; nothing is changed then."""
        if self._stop is None:
            return
        self._stop.set()
        if not self._is_taking:  # a look stops for nobody, so its answer is not waited for
            self._newest.forget()
            self._fail(Stopped())

    def _begin(self, work: Callable[[Event], T], then: Callable[[T], None]) -> None:
        stop = self._stop = Event()
        path = self.path
        self._newest.forget()
        self._newest.ask_too(
            lambda: _done(work, stop, path),
            then=then,
            otherwise=self._fail,
            lane="work",
            stop=stop,
        )

    def _tell_offer(self, offer: "Offer") -> None:
        self._stop = None
        if self._said_yes and self._said_yes[:2] == (offer.fingerprint, offer.version):
            self.take(offer, self._said_yes[2])
        else:
            self._said_yes = None
            self.offered.emit(offer)

    def _tell_arrival(self, arrival: "Arrival") -> None:
        self._stop = self._said_yes = None
        self._is_taking = False
        (self.asked if _asks(arrival) else self.arrived).emit(arrival)

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self._is_taking = False
        self.failed.emit(error)


def _done(work: Callable[[Event], T], stop: Event, path: Path | None) -> T:
    """Work lane: do the work; what went wrong rises."""
    try:
        answer = work(stop)
        error = getattr(answer, "error", None)
        if isinstance(error, AppError) and not _asks(answer):
            raise error
    except AppError as error:
        if _is_pulled_out(error, path):
            raise PulledOut(error.detail) from error
        raise
    return answer


def _asks(answer: object) -> bool:
    return getattr(answer, "outcome", "") == ASKS


def _is_pulled_out(error: AppError, path: Path | None) -> bool:
    """Say what really went wrong: a stick that is pulled out looks damaged in many ways."""
    if isinstance(error, Stopped) or path is None:
        return False
    try:
        return not path.exists()
    except OSError:
        return True
