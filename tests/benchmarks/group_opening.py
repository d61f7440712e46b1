"""Opening a group with thousands of people and tens of thousands of operations."""

import tempfile
from pathlib import Path

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.benchmarks.group_records import filled
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, new_salt, stretched

BEYOND_KEY_MS = 500
"""What opening may take besides working the key out of the words."""

_WORDS = "sunflower kettle banjo river"


def group_opening(people: int, operations: int, runs: int) -> list[Figure]:
    """Measure opening by words, until the first list of people, less the key derivation."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        groups = GroupsService(Path(place), clock, SystemDisks())
        with groups.create(NewGroup("Tea & Talk", _WORDS)) as made:
            filled(in_group(made, clock).records, people, operations)

        def opened() -> None:
            with groups.open(made.id, _WORDS) as group:
                in_group(group, clock).people.people()

        derived, opening = in_turn(
            runs,
            lambda: seconds(lambda: stretched(_WORDS.encode(), new_salt(), FOR_PASSPHRASES)),
            lambda: seconds(opened),
        )
    beyond = max(0.0, opening - derived)
    name = f"Opening a group of {people:,} people, beyond working out its key"
    return [Figure(name, beyond * 1000, "ms", derived * 1000, BEYOND_KEY_MS, "value")]
