"""Groups whose keys cost nothing to work out, so that tests may open them a thousand times."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from vcs_desktop.core.disks import Disk
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.vault.opening import slot_for_code, slot_for_computer, slot_for_person
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.sealing import Effort
from vcs_desktop.vault.slots import GroupKeys, Slots

QUICK = Effort(1, 8 << 10)
GROUP = "a1111111-2222-4333-8444-555555555555"
OTHER_GROUP = "99999999-2222-4333-8444-555555555555"
ASHA, BEN = "sunflower kettle banjo river", "harbour violin pebble mango"
CODE = RecoveryCode(bytes(range(20)))
COMPUTER, SECRET = "c0c0c0c0-2222-4333-8444-555555555555", bytes(range(32))
TEA = NewGroup("Tea & Talk", ASHA, "Asha")


def written(code):
    """Return a printed code as a person may type it."""
    return "-".join(code.groups())


class MovableClock:
    """A clock that a test sets."""

    def __init__(self):
        self.moment = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def now(self):
        return self.moment

    def today(self):
        return self.moment.date()

    def go_on(self, seconds):
        self.moment += timedelta(seconds=seconds)


class OneDisk:
    """A computer on which everything is on one sort of disk."""

    def __init__(self, sort=Disk.FIXED):
        self.sort = sort

    def sort_of(self, folder):
        return self.sort


def service(folder, clock=None, *, disk=Disk.FIXED, portable=False):
    """Return the groups of a folder."""
    return GroupsService(
        folder, clock or MovableClock(), OneDisk(disk), portable=portable, effort=QUICK
    )


def slots_of(
    keys, *, group=GROUP, name="Tea & Talk", hides_name=False, ben=True, code=True, computer=False
):
    """Return the ways into a group for Asha, and for Ben, the code and her computer as well."""
    made = Slots.make(group, keys, name, hides_name=hides_name)
    ways = [slot_for_person(group, keys, "Asha", ASHA, QUICK)]
    ways += [slot_for_person(group, keys, "Ben", BEN, QUICK)] if ben else []
    ways += [slot_for_code(group, keys, CODE)] if code else []
    if computer:
        ways += [slot_for_computer(group, keys, ways[0].id, SECRET, id=COMPUTER)]
    return made.with_slots(*ways)


def new_keys():
    """Return the keys of a group."""
    return GroupKeys.new()


def files(groups, group):
    """Return the names of the files of a group."""
    return sorted(file.name for file in (groups._folder / group).iterdir())


def write_note(opened, words):
    """Keep a note in an open group."""
    with opened.database.writing() as session:
        session.execute(text("CREATE TABLE IF NOT EXISTS test_note (body)"))
        session.execute(text("INSERT INTO test_note VALUES (:words)"), {"words": words})


def notes(opened):
    """Return the notes of an open group."""
    with opened.database.reading() as session:
        return list(session.scalars(text("SELECT body FROM test_note")))
