"""Laptops of one group without ways in: a real encrypted file each, copied for each test."""

import copy
import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from sqlalchemy import text

from tests.support import laptops as at
from tests.support.fake_service import FakeServer
from tests.support.group_file import KEY, TickingClock
from tests.support.vault_examples import GROUP, QUICK
from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.people import Person
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.two_laptops import identity, joining
from vcs_desktop.services.two_laptops.service import TwoLaptopsService
from vcs_desktop.storage import exchange_log, group_migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.operation_log import log
from vcs_desktop.storage.operations import Author
from vcs_desktop.storage.queries import group_whole
from vcs_desktop.vault import invitation

NAMES = ("Asha", "Ben", "Cy", "Dev", "Eve")
_NO_GROUPS = SimpleNamespace(groups=lambda: ())


class SkewedClock:
    """A clock that ticks, and is wrong by as much as a test likes."""

    def __init__(self):
        self._ticking = TickingClock()
        self.wrong_by = timedelta()

    def now(self):
        return self._ticking.now() + self.wrong_by

    def today(self):
        return self.now().astimezone(LONDON).date()


@dataclass
class Group:
    """What the services need of an open group."""

    database: Database
    id: str = GROUP
    name: str = "Tea & Talk"
    is_practice: bool = False


class LightLaptop:
    """One laptop: its file, and what can be done there."""

    def __init__(self, folder, number, server):
        self.folder = folder
        self.number = number
        self.clock = SkewedClock()
        self.server = server
        self._ids = Ids(self.clock)
        folder.mkdir(parents=True, exist_ok=True)
        group_migrate.make_ready(self.file, KEY)
        self.open()

    @property
    def file(self):
        return self.folder / "group.db"

    def open(self):
        self.group = Group(Database(self.file, key=KEY))
        who = f"{self.number}0000000-0000-4000-8000-000000000000"
        self.records = RecordsService(self.group, self.clock, self._ids, who, NAMES[self.number])
        self.people = PeopleService(self.records)
        self.laptops = TwoLaptopsService(self.group, self.records, self.server.at)

    def open_again(self):
        """As after a program has ended in the middle of something."""
        self.group.database.close()
        self.open()

    def close(self):
        self.group.database.close()

    def copy_to(self, path):
        """Copy the file as it is now."""
        self.group.database.close()
        for end in ("-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        shutil.copy(self.file, path)
        self.open()

    def put_back(self, path):
        """Put an older copy in the file's place, as another program does."""
        self.group.database.close()
        for end in ("", "-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        shutil.copy(path, self.file)
        self.open()

    def restore(self, path):
        """Put an older copy in the file's place, as bringing a group back does."""
        self.put_back(path)
        with self.records.database.writing() as session:
            author = Author(self.records.who, self.clock.now(), self._ids)
            identity.begin_again(session, GROUP, author)
        self.laptops.go_on()

    def logged(self):
        """Return what is in the log, by id."""
        with self.records.database.reading() as session:
            return {each.id: each for each in log(session)}

    def arrived(self):
        """Return the ids of what came and is not taken in."""
        with self.records.database.reading() as session:
            return {each.id for each in exchange_log.arrived(session)}

    def record_values(self):
        """Return every record, by its id."""
        with self.records.database.reading() as session:
            return {each.id: each for each in group_whole.all_records(session)}

    def held(self):
        with self.records.database.reading() as session:
            return exchange_log.how_many_wait(session)

    def waiting(self):
        with self.records.database.reading() as session:
            return exchange_log.waiting_to_go(session)

    def erased(self):
        with self.records.database.reading() as session:
            return set(session.scalars(text("SELECT record_id FROM erasure")))


@dataclass
class LightHouse:
    """Some laptops of one group, and the service."""

    server: FakeServer
    laptops: list = field(default_factory=list)
    people: list = field(default_factory=list)

    def close(self):
        for each in self.laptops:
            each.close()


def made(place, count):
    """Make a group on some laptops that all have everything."""
    house = LightHouse(FakeServer(TickingClock()))
    with patch.object(invitation, "FOR_CODES", QUICK):
        first = LightLaptop(place / "0", 0, house.server)
        house.people = [first.people.add(Person(name=f"Person {n}")) for n in range(3)]
        first.laptops.share("Laptop 0")
        first.laptops.use_service(at.ADDRESS, house.server.new_code())
        house.laptops.append(first)
        for number in range(1, count):
            house.laptops.append(joined(first, place, number, house.server))
    for _ in range(2):
        for each in house.laptops:
            assert each.laptops.exchange().error is None
    return house


def copied(house, template, place):
    """Return laptops as they were when the template was made, with a service of their own."""
    server = FakeServer(TickingClock())
    server.tables = copy.deepcopy(house.server.tables)
    shutil.copytree(template, place)
    laptops = [LightLaptop(place / str(n), n, server) for n in range(len(house.laptops))]
    return LightHouse(server, laptops, list(house.people))


def joined(first, place, number, server):
    """Return one more laptop, which was let in and has what the group has."""
    invited = first.laptops.invite()
    laptop = LightLaptop(place / str(number), number, server)
    service = joining.JoiningService(_NO_GROUPS, laptop.clock, server.at)
    asked = service.ask(at.ADDRESS, "".join(invited.code), f"Laptop {number}")
    first.laptops.accept(asked.card.id)
    assert service.is_let_in(asked)
    with laptop.records.database.writing() as session:
        joining._fill(session, asked, asked.welcome)
    assert laptop.laptops.exchange().error is None
    return laptop
