"""A group on several laptops: what comes is folded, a laptop joins, one edit goes across."""

import hashlib
import random
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.support import laptops as at
from tests.support.fake_service import FakeServer
from tests.support.group_file import KEY, TickingClock, new_file
from tests.support.light_laptops import LightHouse, LightLaptop, joined
from tests.support.live_service import live_service
from tests.support.vault_examples import QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.storage.operation_log import Logged, logged_of
from vcs_desktop.storage.receiving import receive
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault import invitation
from vcs_desktop.wire.operation import Change, Operation, operation_bytes
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.service_json import page_as_json

FOLDED_AT_MOST_S, JOINED_AT_MOST_S, PUSHED_AT_MOST_S, ACROSS_AT_MOST_S = 2, 15, 1, 1
NO_CHANGE_REQUESTS, NO_CHANGE_BYTES = 2, 2_048
_NOTES = "Comes on Mondays and Thursdays, and drives the minibus when Dev is away.\n" * 4
_OF_EACH = 10


def group_laptops(operations: int, joined_with: int, pushed: int, runs: int) -> list[Figure]:
    """Measure folding, joining, pushing, doing nothing, and one edit from laptop to laptop."""
    with tempfile.TemporaryDirectory() as place, patch.object(invitation, "FOR_CODES", QUICK):
        return [
            _folded(Path(place) / "fold", operations, runs),
            _joined(Path(place) / "join", joined_with),
            *_small(Path(place) / "small", pushed),
            _across(Path(place) / "across", runs),
        ]


def operations_of(count: int) -> list[Logged]:
    """Return what a laptop did over years: people, each changed ten times in all."""
    ids, clock = Ids(SystemClock()), datetime.now(UTC)
    device, previous, heads = ids.new(), "", {}
    people = [ids.new() for _ in range(max(1, count // _OF_EACH))]
    made = []
    for number in range(count):
        person = people[number % len(people)]
        told = {"name": f"Person {number}", "phone": "0", "notes": _NOTES}
        changes = {name: Change(None, new) for name, new in told.items()}
        if number >= len(people):
            changes = {"phone": Change("0", str(number))}
        operation = Operation(
            ids.new(), device, PERSON, person, "change", ids.new(), "change", device, clock,
            previous, changes, heads.get(person, ()),
        )  # fmt: skip
        logged = logged_of(operation_bytes(operation))
        previous, heads[person] = logged.digest, (operation.id,)
        made.append(logged)
    return made


def _folded(place: Path, count: int, runs: int) -> Figure:
    place.mkdir()
    made = operations_of(count)
    numbers = iter(range(2 * runs))

    def fold() -> float:
        database = new_file(place / f"{next(numbers)}.db")

        def take() -> None:
            with database.writing() as session:
                receive(session, made)

        took_s = seconds(take)
        database.close()
        return took_s

    floor, took = in_turn(runs, lambda: _bare(place / f"{next(numbers)}.db", made), fold)
    name = f"{count:,} operations of a group taken in"
    return Figure(name, took, "s", floor, FOLDED_AT_MOST_S, "value")


def _joined(place: Path, count: int) -> Figure:
    made = operations_of(count)
    with _first(place, made) as house:
        assert house.laptops[0].laptops.exchange().error is None
        floor = _bare(place / "bare.db", made)
        took = seconds(
            lambda: house.laptops.append(joined(house.laptops[0], place, 1, house.server))
        )
        assert len(house.laptops[1].logged()) > count
    name = f"A second laptop joins with {count:,} operations"
    return Figure(name, took, "s", floor, JOINED_AT_MOST_S, "value")


def _small(place: Path, pushed: int) -> list[Figure]:
    with _first(place, operations_of(pushed)) as house:
        (first,) = house.laptops
        sealed = [random.Random(1).randbytes(1_024) for _ in range(pushed)]
        floor = seconds(lambda: [hashlib.sha256(each).hexdigest() for each in sealed])
        took = seconds(first.laptops.exchange)
        assert not first.waiting()
        house.server.requests, answered = 0, []
        whole = house.server.at("").__class__.operations

        def heard(self, after, limit=500):
            page = whole(self, after, limit)
            answered.append(len(canonical(page_as_json(page))))
            return page

        with patch.object(house.server.at("").__class__, "operations", heard):
            first.laptops.exchange()
        requests = house.server.requests
    return [
        Figure(f"{pushed} operations given", took, "s", floor, PUSHED_AT_MOST_S, "value"),
        Figure("Requests where nothing is new", requests, "", 1, NO_CHANGE_REQUESTS, "value"),
        Figure("Bytes where nothing is new", sum(answered), "B", 1, NO_CHANGE_BYTES, "value"),
    ]


def _across(place: Path, runs: int) -> Figure:
    """Measure an edit from one laptop's act to the other's row, by the real service on loopback."""
    place.mkdir()
    with (
        live_service(f"sqlite:///{place / 'service.db'}") as live,
        patch.object(at, "ADDRESS", live.address),
    ):
        server = _OnLoopback(live)
        with _first(place, [], server) as house:
            (one,) = house.laptops
            house.laptops.append(other := joined(one, place, 1, server))
            person = one.people.add(Person(name="Dev"))
            _exchange(one, other)

            def across() -> None:
                held = one.people.person(person)
                phone = f"{held.thing.phone}1"
                one.people.save(held, replace(held.thing, phone=phone))
                _exchange(one, other)
                assert other.people.person(person).thing.phone == phone

            floor, took = in_turn(
                runs,
                lambda: seconds(lambda: [one.server.at("").probe() for _ in range(3)]),
                lambda: seconds(across),
            )
    return Figure("One edit from laptop to laptop", took, "s", floor, ACROSS_AT_MOST_S, "value")


def _exchange(*some: LightLaptop) -> None:
    for each in some:
        report = each.laptops.exchange()
        assert report.error is None, report.error


class _OnLoopback:
    """Stands where a service in memory would."""

    def __init__(self, live):
        self.address = live.address
        self.new_code = live.new_code

    def at(self, _address: str) -> HttpGroupService:
        return HttpGroupService.at(self.address)


@contextmanager
def _first(place: Path, made, server=None):
    """Yield a house with one laptop that has done all this before it was shared."""
    house = LightHouse(server or FakeServer(TickingClock()))
    first = LightLaptop(place / "0", 0, house.server)
    house.laptops.append(first)
    try:
        with first.records.database.writing() as session:
            receive(session, made)
        first.laptops.share("First")
        first.laptops.use_service(at.ADDRESS, house.server.new_code())
        yield house
    finally:
        house.close()


def _bare(path: Path, made) -> float:
    """Return how long it takes to write as many bytes to an encrypted file, and nothing else."""
    bare = sqlite.connect(str(path), isolation_level=None)
    bare.set_key(f"x'{KEY.hex()}'")
    try:
        bare.execute("CREATE TABLE floor (number INTEGER PRIMARY KEY, body)")

        def write() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany("INSERT INTO floor (body) VALUES (?)", [(one.body,) for one in made])
            bare.execute("COMMIT")

        return seconds(write)
    finally:
        bare.close()
