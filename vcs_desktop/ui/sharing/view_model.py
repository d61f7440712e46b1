"""Asks for what the open group shares, does what is wanted with it, and sends what waits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.domain.sharing.told import Subject
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.acting_model import ActingModel
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.sharing.opened import Opened, read_opened

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.sharing import SharedLine
    from vcs_desktop.services.sharing.council_key import CouncilKey
    from vcs_desktop.services.sharing.outbox import Report


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that was ever begun, the newest first.

    ``key`` is how the council's key stands, ``waiting`` how many things wait to go, and
    ``waiting_closed`` how many of them are for the council alone. ``has_service``: the group
    has joined a service, so that they can go.
    """

    lines: "tuple[SharedLine, ...]"
    key: "CouncilKey"
    waiting: int
    waiting_closed: int
    has_service: bool


class SharingViewModel(ActingModel):
    """``seen`` answers with a Seen, ``one`` with an Opened, ``subjects`` with what can be chosen.

    ``preview`` answers with an Opened too, as of what was typed just now. ``begun`` carries the
    id of a new draft, ``agreed`` comes when something was agreed to,
    ``compared`` when it is noted that the council's digits are the same. ``sending`` says that the
    outbox is at work, ``sent`` carries its Report, ``not_sent`` the error.
    """

    begun = Signal(str)
    agreed = Signal()
    compared = Signal()
    sending = Signal()
    sent = Signal(object)
    not_sent = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(services, tasks, session, parent)
        self.seen = Question(tasks, self)
        self.one = Question(tasks, self)
        self.preview = Question(tasks, self)
        self.subjects = Question(tasks, self)
        self._sending = Latest(tasks, self)
        self._stop: Event | None = None

    @property
    def is_sending(self) -> bool:
        """Whether the outbox is at work."""
        return self._stop is not None

    def look(self) -> None:
        """Ask for everything."""
        self.seen.ask(lambda: _seen(self._services.space.inside()))

    def open(self, record_id: str) -> None:
        """Ask for one thing."""
        self.one.ask(lambda: self._opened(record_id))

    def look_before(self, record_id: str) -> None:
        """Ask for what would go out."""
        self.preview.ask(lambda: self._opened(record_id))

    def look_for_subjects(self, sort: Sort) -> None:
        """Ask what something of a sort can be about."""
        self.subjects.ask(lambda: self._services.subjects.of(sort))

    def begin(self, sort: Sort, subject: Subject | None = None) -> None:
        """Begin a draft."""
        self._add(lambda inside: inside.sharing.begin(sort, subject))

    def answer(self, consultation_id: str) -> None:
        """Begin the answers to a consultation."""
        subjects = self._services

        def begin(inside: "InGroup") -> str:
            subject = subjects.subjects.consultation(consultation_id)
            return inside.sharing.begin(Sort.CONSULTATION, subject)

        self._add(begin)

    def use_again(self, record_id: str) -> None:
        """Begin a draft that says the same."""
        self._add(lambda inside: inside.sharing.use_again(record_id))

    def agree(self, record_id: str, body: bytes) -> None:
        """Agree that these very bytes may go."""

        def then(_outcome: object) -> None:
            self._session.tell_acted()
            self.agreed.emit()

        self._acts.ask_too(
            lambda: self._services.space.inside().sharing.agree(record_id, body),
            then=then,
            otherwise=self.failed.emit,
        )

    def remove(self, record_id: str, then: Callable[[], None]) -> None:
        """Put a draft in the bin."""

        def told(_outcome: object) -> None:
            self._session.tell_acted()
            then()

        self._acts.ask_too(
            lambda: self._services.space.inside().sharing.remove(record_id),
            then=told,
            otherwise=self.failed.emit,
        )

    def say_yes(self, digits: str) -> None:
        """Say that the council's digits were compared."""

        def then(_outcome: object) -> None:
            self._session.tell_acted()
            self.compared.emit()

        self._acts.ask_too(
            lambda: self._services.space.inside().council_keys.say_yes(digits),
            then=then,
            otherwise=self.failed.emit,
        )

    def send(self) -> None:
        """Send what waits, and ask for every reply."""
        if self._stop is not None:
            return
        self._stop = stop = Event()
        self.sending.emit()
        self._sending.ask(
            partial(_send, self._services, stop),
            then=self._end,
            otherwise=self._fail,
            lane="network",
        )

    def stop(self) -> None:
        """Send nothing more just now."""
        if self._stop is not None:
            self._stop.set()

    def _add(self, make: Callable[["InGroup"], str]) -> None:
        def then(record_id: str) -> None:
            self._session.tell_acted()
            self.begun.emit(record_id)

        self._acts.ask_too(
            lambda: make(self._services.space.inside()), then=then, otherwise=self.failed.emit
        )

    def _opened(self, record_id: str) -> Opened:
        return read_opened(self._services.space.inside(), record_id)

    def _end(self, report: "Report") -> None:
        self._stop = None
        self.sent.emit(report)

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self.not_sent.emit(error)


def _send(services: Services, stop: Event) -> "Report":
    return services.submissions.run(lambda: not stop.is_set(), ask_all=True)


def _seen(inside: "InGroup") -> Seen:
    waiting = inside.outbox.waiting()
    closed = sum(each.thing.is_personal and not each.thing.is_tried for each in waiting)
    return Seen(
        inside.sharing.lines(),
        inside.council_keys.now(),
        len(waiting),
        closed,
        bool(inside.laptops.standing().service),
    )
