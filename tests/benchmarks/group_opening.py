"""Opening a group with thousands of people and tens of thousands of operations."""

import tempfile
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.benchmarks.group_records import filled
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group

BEYOND_KEY_MS = 500
"""What opening may take besides working the key out of the words."""


def group_opening(people: int, operations: int, runs: int) -> list[Figure]:
    """Measure opening by words until the first list of people; the key costs nothing here."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        groups = GroupsService(Path(place), clock, SystemDisks(), effort=QUICK)
        with groups.create(NewGroup("Tea & Talk", ASHA)) as made:
            filled(in_group(made, clock).records, people, operations)
            path, key = made.database.path, made._keys.data

        def opened() -> None:
            with groups.open(made.id, ASHA) as group:
                in_group(group, clock).people.people()

        bare, opening = in_turn(
            runs, lambda: seconds(lambda: _read_bare(path, key)), lambda: seconds(opened)
        )
    name = f"Opening a group of {people:,} people, beyond working out its key"
    return [Figure(name, opening * 1000, "ms", bare * 1000, BEYOND_KEY_MS, "value")]


def _read_bare(path: Path, key: bytes) -> None:
    """Open the file, and read every page of it once."""
    connection = sqlite.connect(str(path))
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(f"x'{key.hex()}'")
    connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.execute("SELECT title FROM record").fetchall()
    connection.close()
