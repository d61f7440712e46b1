"""Opening a group with thousands of people and tens of thousands of operations."""

import statistics
import tempfile
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.benchmarks.group_records import filled
from tests.benchmarks.group_typing import typed_ms
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group

BEYOND_KEY_MS, EDIT_MS = 500, 50
"""What opening may take besides working the key out of the words; what an edit may."""


def group_opening(people: int, operations: int, runs: int) -> list[Figure]:
    """Measure opening by words until the first list of people; the key costs nothing here."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        groups = GroupsService(folder.groups_folder, clock, SystemDisks(), effort=QUICK)
        with groups.create(NewGroup("Tea & Talk", ASHA)) as made:
            filled(in_group(made, clock).records, people, operations)
            path, key = made.database.path, made._keys.data

        def opened() -> None:
            with groups.open(made.id, ASHA) as group:
                in_group(group, clock).people.people()

        bare, opening = in_turn(
            runs, lambda: seconds(lambda: _read_bare(path, key)), lambda: seconds(opened)
        )
        floor = statistics.median(seconds(lambda: _write_bare(path, key)) for _ in range(runs))
        edits = statistics.median(typed_ms(folder.root, made.id, runs))
    size = f"{people:,} people"
    name = f"Opening a group of {size}, beyond working out its key"
    edited = f"Edit in the window, until it is shown as kept, among {size}"
    return [
        Figure(name, opening * 1000, "ms", bare * 1000, BEYOND_KEY_MS, "value"),
        Figure(edited, edits, "ms", floor * 1000, EDIT_MS, "value"),
    ]


def _write_bare(path: Path, key: bytes) -> None:
    """Open the file, and keep one row in a table beside the records."""
    connection = _opened_bare(path, key)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE IF NOT EXISTS floor (body)")
    connection.execute("INSERT INTO floor VALUES ('01865 000000')")
    connection.execute("ROLLBACK")
    connection.close()


def _read_bare(path: Path, key: bytes) -> None:
    """Open the file, and read every page of it once."""
    connection = _opened_bare(path, key)
    connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.execute("SELECT title FROM record").fetchall()
    connection.close()


def _opened_bare(path: Path, key: bytes) -> Any:
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(f"x'{key.hex()}'")
    return connection
