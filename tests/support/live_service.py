"""The infrastructure service itself, answering on loopback, for tests."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from vcs_desktop.core.clock import LONDON, SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.server import doors, officers
from vcs_desktop.server.database import ServiceDatabase
from vcs_desktop.server.house import Settings
from vcs_desktop.server.limits import Rate, Rates
from vcs_desktop.server.running import Service
from vcs_desktop.server.tables import inbox
from vcs_desktop.sync.service_remote import HttpGroupService

_PATIENCE_S = 20
UNHURRIED = Rates(Rate(1e9, 1e9), Rate(1e9, 1e9), Rate(1e9, 1e9))
"""Tests ask more often than anybody."""


class MovingClock:
    """A clock that a test sets forward."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 29, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.moment.astimezone(LONDON).date()

    def now(self) -> datetime:
        return self.moment

    def forward(self, by: timedelta) -> None:
        self.moment += by


class LiveService:
    """A service that answers, and what whoever runs it does beside."""

    def __init__(self, database: ServiceDatabase, clock: MovingClock, address: str) -> None:
        self.database, self.clock, self.address = database, clock, address
        self._ids = Ids(SystemClock())
        self._doors: list[HttpGroupService] = []

    def door(self) -> HttpGroupService:
        """Return a way in for one thread."""
        self._doors.append(HttpGroupService.at(self.address))
        return self._doors[-1]

    def new_code(self) -> str:
        with self.database.writing() as connection:
            return officers.invite_group(connection, self.clock.now())[0]

    def new_officer(self, name: str) -> str:
        with self.database.writing() as connection:
            return officers.add(connection, name, self.clock.now())

    def begin_era(self) -> str:
        with self.database.writing() as connection:
            return doors.begin_era(connection, self._ids, self.clock.now())

    def forward(self, by: timedelta) -> None:
        self.clock.forward(by)

    def answer(self, uuid: str, reply: str) -> None:
        with self.database.writing() as connection:
            officers.whole(connection, uuid, self.clock.now())
            officers.reply(connection, uuid, reply, self.clock.now())

    def keep_until(self, uuid: str, on: date) -> None:
        with self.database.writing() as connection:
            officers.keep_until(connection, uuid, on, self.clock.now())

    def body_of(self, uuid: str) -> bytes | None:
        """Return what lies here of a submission, as it came."""
        with self.database.reading() as connection:
            return connection.execute(select(inbox.c.body).where(inbox.c.uuid == uuid)).scalar_one()

    def close(self) -> None:
        for each in self._doors:
            each.close()


@contextmanager
def live_service(
    address: str,
    *,
    rates: Rates = UNHURRIED,
    tree: Path | None = None,
    name: str = "A service for tests",
    council_key: str = "",
    begins: bool = True,
) -> Iterator[LiveService]:
    """Yield a service on a database, a new one where it ``begins``; it has ended afterwards."""
    database = ServiceDatabase(address)
    clock = MovingClock()
    try:
        database.make_ready()
        service = Service(database, Settings(name, council_key, rates), tree=tree, clock=clock)
        live = LiveService(database, clock, service.address)
        if begins:
            live.begin_era()
        with _running(service.run, service.stop):
            yield live
        live.close()
    finally:
        database.close()


@contextmanager
def _running(run: Callable[[Callable[[], None]], None], stop: Callable[[], None]) -> Iterator[None]:
    ready = threading.Event()
    thread = threading.Thread(target=run, args=(ready.set,))
    thread.start()
    try:
        assert ready.wait(_PATIENCE_S), "the service did not begin"
        yield
    finally:
        stop()
        thread.join(_PATIENCE_S)
        assert not thread.is_alive(), "the service did not end"
