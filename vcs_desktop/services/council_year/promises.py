"""What the council promised, for actions to serve: out of a window's library, or the program's."""

from collections.abc import Iterator
from pathlib import Path

from vcs_desktop.domain.from_record import usable
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import StrategyItem
from vcs_desktop.services.council import StrategyView
from vcs_desktop.services.council_year.plans import Promise
from vcs_desktop.sync.library_reader import read_manifest, snapshot_records


def promises_of(view: StrategyView) -> Iterator[Promise]:
    """Yield the commitments of an edition, in its order."""
    for part in view.priorities:
        for each in part.commitments:
            yield Promise(each.id, each.title)


def promises_in(folder: Path) -> Iterator[Promise]:
    """Yield the commitments in a library that travels with the program.

    Raises:
        NotALibrary: it is damaged.
    """
    for record, _, _ in snapshot_records(folder, read_manifest(folder)):
        thing = usable(record) if record.kind == Kind.STRATEGY else None
        if isinstance(thing, StrategyItem) and thing.level == "commitment":
            yield Promise(thing.id, thing.title)
