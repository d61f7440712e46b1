"""What the council promised, for actions to serve: out of the library, or of what is installed."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from vcs_desktop.domain.edition_changes import edition_on, editions_of
from vcs_desktop.domain.from_record import every_usable, usable
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import StrategyItem
from vcs_desktop.services.council_year.plans import Promise
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records
from vcs_desktop.sync.library_reader import read_manifest, snapshot_records


def promises_of(database: Database, today: date) -> tuple[Promise, ...]:
    """Return the commitments of the strategy that holds on a day, as the library has it."""
    with database.reading() as session:
        every = list(every_usable(records.of_kind(session, Kind.STRATEGY), StrategyItem))
    edition = edition_on(editions_of(e for e in every if e.level != "action"), today)
    return tuple(_promises(edition.items if edition else ()))


def promises_in(folder: Path) -> tuple[Promise, ...]:
    """Return the commitments in a library that travels with the program.

    Raises:
        NotALibrary: it is damaged.
    """
    found = snapshot_records(folder, read_manifest(folder))
    things = (usable(record) for record, _, _ in found if record.kind == Kind.STRATEGY)
    return tuple(_promises(each for each in things if isinstance(each, StrategyItem)))


def _promises(items: Iterable[StrategyItem]) -> Iterator[Promise]:
    """Yield the commitments, in the order of the document."""
    promised = [each for each in items if each.level == "commitment"]
    for each in sorted(promised, key=lambda e: (e.page or 0, e.number or 0, e.id)):
        yield Promise(each.id, each.title)
