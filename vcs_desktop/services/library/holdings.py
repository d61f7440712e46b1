"""Where all that is in the library came from, and how old it is."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.services.arrivals.along import FOLDER
from vcs_desktop.services.arrivals.offer import is_late, one_line
from vcs_desktop.services.library.reports import Holdings, OriginHeld
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.known_lines import KnownLine, known_lines
from vcs_desktop.storage.loaded_files import loaded_files
from vcs_desktop.storage.queries import status
from vcs_desktop.sync.trust import believed


def holdings(database: Database, now: datetime) -> Holdings:
    """Return every origin: what came with the program, then publishers, then this computer."""
    folder = database.path.parent / FOLDER
    with database.reading() as session:
        known = known_lines(session)
        counts = status.counts_by_origin(session)
        origins = status.origins(session)
        files = loaded_files(session)
        in_use = status.bytes_in_use(session)
        weights = status.bytes_by_origin(session)
        along = status.files_by_line(session)
    total = sum(weights.values()) or 1
    held = [
        OriginHeld(
            name=one.name,
            title=_title(known.get(one.name)),
            version=one.version,
            as_of=one.as_of,
            is_late=_is_late(known.get(one.name), now),
            counts=counts.get(one.name, {}),
            size_bytes=round(in_use * weights.get(one.name, 0) / total),
            files_bytes=_here(folder, along.get(one.name, {})),
        )
        for one in origins.values()
    ]
    held.sort(key=lambda one: (one.name != STARTER, one.name == THIS_COMPUTER, one.title.lower()))
    return Holdings(tuple(held), tuple(files), database.size_bytes())


def _here(folder: Path, files: Mapping[str, int]) -> int:
    """Return how many bytes of some files are here."""
    try:
        there = {each.name for each in folder.iterdir()} if files else set()
    except OSError:
        return 0
    return sum(size for sha256, size in files.items() if sha256 in there)


def _title(line: KnownLine | None) -> str:
    return "" if line is None else one_line(believed(line.link).root.name) or line.line


def _is_late(line: KnownLine | None, now: datetime) -> bool:
    return line is not None and is_late(line.expires, now)
