"""A real, encrypted group's file, people who act on it, a clock and ids that repeat themselves."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.ids import Ids
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage import group_migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.operation_log import log
from vcs_desktop.storage.receiving import receive

KEY = bytes(range(32))
ASHA, BEN = "0190-asha", "0190-ben"
TABLES = ("operation", "outbox", "erasure", "act", "record", "person")
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class TickingClock:
    """A clock that goes on by a second whenever it is asked."""

    moment: datetime = START
    step: timedelta = field(default=timedelta(seconds=1))

    def now(self):
        self.moment += self.step
        return self.moment

    def today(self):
        return self.moment.astimezone(LONDON).date()


def repeating_ids(seed, clock):
    """Return a maker of ids that makes the same ones in every run."""
    return Ids(clock, random.Random(seed).randbytes)


def new_file(path: Path) -> Database:
    """Return a new group's file, open."""
    group_migrate.make_ready(path, KEY)
    return Database(path, key=KEY)


@dataclass
class Computer:
    """One computer of a group: its file, and what a person can do there."""

    database: Database
    clock: TickingClock
    records: RecordsService
    people: PeopleService

    def as_(self, who, name=""):
        """Return the same computer with somebody else in front of it."""
        return _computer(self.database, self.clock, self.records.ids, who, name)

    def give(self, other, *, order=lambda logged: logged):
        """Let another computer have everything in our log; return how much was new to it."""
        with self.database.reading() as session:
            logged = list(log(session))
        with other.database.writing() as session:
            return receive(session, order(logged))

    def rows(self, table):
        """Return a whole table, but for the numbers, which differ between computers."""
        with self.database.reading() as session:
            found = session.execute(text(f"SELECT * FROM {table} ORDER BY 1")).mappings().all()
        return [{k: v for k, v in row.items() if k != "operation_number"} for row in found]


def computer(path, *, who=ASHA, name="", seed=1):
    """Return a computer with a new file."""
    clock = TickingClock()
    return _computer(new_file(path), clock, repeating_ids(seed, clock), who, name)


@dataclass
class OpenFile:
    """What a service needs of an open group: its file."""

    database: Database


def _computer(database, clock, ids, who, name):
    records = RecordsService(OpenFile(database), clock, ids, who, name)
    return Computer(database, clock, records, PeopleService(records))


def logged(on):
    """Return the whole log of a computer."""
    with on.database.reading() as session:
        return list(log(session))


def sql(on, statement, **values):
    """Run a statement behind the services' backs."""
    with on.database.writing() as session:
        session.execute(text(statement), values)


def counts(on):
    """Return how many rows each table of a computer has."""
    with on.database.reading() as session:
        return {each: session.scalar(text(f"SELECT count(*) FROM {each}")) for each in TABLES}
