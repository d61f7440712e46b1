"""Kills a program while a published library arrives: from a stick, from a folder, from a service.

Half of the kills come before a step: a named one of the engine and of what it stands on, where
it begins and where it ends (some records are written, the version is kept, some words are
indexed, a file that goes along is kept), or one that opens, renames or deletes a file. The other
half come at random moments. The number is for each play.

    python -m tests.crash.arrival_kills --kills 500

After each kill a new look is taken: the library holds exactly the records of the old version or
of the new one, its digest says so, what a person loaded is as it was, and the next try ends with
the new version. Needs fork, so not on Windows.
"""

import hashlib
import shutil
import sys
from dataclasses import replace

from tests.crash.backup_kills import Play, campaign
from tests.crash.vault_kills import named_step
from tests.support.arriving import Laptop, told
from tests.support.cuts import NAMED
from tests.support.fault_proxy import FaultyService
from tests.support.library_examples import call, contract, put
from tests.support.signed_trees import DIGITS, LINE, Office, pack
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.wire.record import Record, line_of
from vcs_desktop.wire.state import state_digest

MANY = 400
FORM, MAP, LATER = (
    b"%PDF-1.7 a form " * 4_000,
    b"a map " * 9_000,
    b"%PDF-1.7 the next form " * 3_000,
)
LOADED = (call("mine"), contract("grant 003", on="2026-11-09"))


def name_steps():
    """Let every named step be seen by whoever counts steps of files."""
    for where, name in NAMED:
        real = getattr(where, name)
        if not hasattr(real, "is_counted"):
            setattr(where, name, _counted(real))


def _counted(real):
    name = real.__qualname__

    def counting(*given, **named):
        named_step(f"{name} begins")
        found = real(*given, **named)
        named_step(f"{name} ends")
        return found

    counting.is_counted = True
    return counting


class ArrivalModel:
    """An office with two versions, as folders and as packs, and laptops before them."""

    def __init__(self, place):
        name_steps()
        self.place = place
        office = Office(place / "tree")
        self.old = [call(f"grant {number:03}", note=str(number * 7919)) for number in range(MANY)]
        office.publish(*self.old, attachments=(FORM, MAP))
        self.stick = pack(office.folder, place / "old.vcslibrary")
        self.empty, self.filled = place / "empty", place / "filled"
        for folder in (self.empty, self.filled):
            laptop = Laptop(folder)
            put(laptop.database, *LOADED)
            if folder == self.filled:
                laptop.arrivals.take_in(office.folder, trust=DIGITS)
            laptop.close()
        self.new = [
            *(replace(each, modified="2026-11-21") for each in self.old[:70]),
            *self.old[100:],
            *(call(f"new {number}") for number in range(40)),
        ]
        office.publish(*self.new, attachments=(LATER, MAP))
        self.folder = office.folder
        self.service = FaultyService(office.folder)
        self.service.begin()


class ArrivalPlay(Play):
    """A library arrives at a fresh copy of a laptop."""

    def prepare(self):
        self.folder = self.model.place / "played"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.before(), self.folder)

    def before(self):
        return self.model.filled

    def act(self):
        laptop = self.laptop()
        arrival = self.arrive(laptop)
        laptop.close()
        return str(arrival.outcome)

    def laptop(self):
        from vcs_desktop.storage.database import Database

        return Laptop(self.folder, database=Database(self.folder / "library.db"))

    def complaints(self, acknowledged):
        laptop = self.laptop()
        try:
            yield from self.looked_at(laptop, acknowledged)
            again = self.arrive(laptop)
            if again.error is not None or not laptop.library.finish_index():
                yield f"it does not go on: {again.error}"
            yield from self.looked_at(laptop, Outcome.DONE)
            yield from self.files_looked_at()
            if not laptop.found(self.found) or laptop.library.status().waiting_for_index:
                yield "its words are not found"
        finally:
            laptop.close()
        left = self.folder / "arriving"
        if left.is_dir() and list(left.iterdir()):
            yield f"left over: {list(left.iterdir())}"

    def files_looked_at(self):
        """Yield what is wrong with the files that go along, once all has come."""
        kept = {each.name: each.read_bytes() for each in (self.folder / "attachments").iterdir()}
        due = (LATER, MAP) if self.ends == 2 else (FORM, MAP)
        if kept != {hashlib.sha256(each).hexdigest(): each for each in due}:
            yield f"the files that go along are {sorted(kept)}"

    def looked_at(self, laptop, acknowledged):
        for file in (self.folder / "attachments").glob("[!.]*"):
            if hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                yield f"{file.name} is torn"
        lines, origin = laptop.lines(LINE), laptop.origin(LINE)
        known = laptop.known().get(LINE)
        versions = {version: told(records) for version, records in self.may_be()}
        version = origin.version if origin else 0
        if lines != versions.get(version, []):
            yield f"{len(lines)} records are not those of version {version}"
        if (known.version if known else 0) != version:
            yield "what is known is of another version"
        if acknowledged and version != self.ends:
            yield f"it was said to be there, and version {version} is"
        if origin and origin.digest != state_digest(
            line_of(Record(kind, record_id, data, modified))
            for kind, record_id, modified, data in lines
        ):
            yield "its digest is not that of its records"
        if laptop.lines(THIS_COMPUTER) != told(LOADED):
            yield "what a person loaded is not as it was"


class FromStick(ArrivalPlay):
    """The first library comes on a stick."""

    name, ends, found = "a stick was taken in", 1, "grant 101"

    def before(self):
        return self.model.empty

    def arrive(self, laptop):
        return laptop.arrivals.take_in(self.model.stick, trust=DIGITS)

    def may_be(self):
        return [(1, self.model.old)]


class FromFolder(ArrivalPlay):
    """What is new comes in a folder."""

    name, ends, found = "changes were followed", 2, "new 7"

    def arrive(self, laptop):
        return laptop.arrivals.take_in(self.model.folder)

    def may_be(self):
        return [(1, self.model.old), (2, self.model.new)]


class FromService(ArrivalPlay):
    """The first library comes from a service."""

    name, ends, found = "a service was asked", 2, "new 7"

    def before(self):
        return self.model.empty

    def arrive(self, laptop):
        self.model.service.requests.clear()
        return laptop.arrivals.sync(self.model.service.address, trust=DIGITS)

    def may_be(self):
        return [(2, self.model.new)]


class FromServiceAgain(FromService):
    """What is new comes from a service."""

    name = "a service was asked again"

    def before(self):
        return self.model.filled

    def may_be(self):
        return [(1, self.model.old), (2, self.model.new)]


PLAYS = (FromStick, FromFolder, FromService, FromServiceAgain)

if __name__ == "__main__":
    sys.exit(campaign(__doc__, ArrivalModel, PLAYS))
