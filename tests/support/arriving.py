"""A laptop at which published libraries arrive: a real library file, and its services."""

from sqlalchemy import text

from tests.support.library_examples import TODAY, new_library
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.arrivals import ArrivalsService
from vcs_desktop.services.library import LibraryService
from vcs_desktop.services.search import SearchService
from vcs_desktop.storage.known_lines import known_lines
from vcs_desktop.storage.queries import status
from vcs_desktop.sync.http_remote import HttpRemote, Patience

IMPATIENT = Patience(connect_s=5, read_s=2, least_bytes_s=1_000_000, always_s=1.5)
"""A service on this computer answers at once, or it does not."""


class Laptop:
    """One data folder, and what arrives at it."""

    def __init__(self, folder, *, clock=None, database=None, afterwards=None):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.database = database or new_library(folder)
        self.clock = clock or FixedClock.on(TODAY)
        self.library = LibraryService(self.database, self.clock, folder / "starter")
        self.pause = Paused()
        self.arrivals = ArrivalsService(
            self.database, self.clock, self.library, folder,
            remote_at=lambda address: HttpRemote(address, IMPATIENT), pause=self.pause,
            afterwards=afterwards,
        )  # fmt: skip
        self.search = SearchService(self.database, self.clock)

    def lines(self, origin):
        """Return every record of an origin: kind, id, moment and JSON, as the file has them."""
        from vcs_desktop.storage.queries.records import data

        with self.database.reading() as session:
            rows = session.execute(
                text("SELECT kind, id, modified, body FROM record JOIN raw USING (number) "
                     "WHERE origin = :origin ORDER BY kind, id"), {"origin": origin},
            ).all()  # fmt: skip
        return [(row.kind, row.id, row.modified, data(row.body)) for row in rows]

    def known(self):
        with self.database.reading() as session:
            return known_lines(session)

    def origin(self, name):
        with self.database.reading() as session:
            return status.origins(session).get(name)

    def all(self):
        """Return everything of which nothing may change when something is refused.

        A yes that somebody said before anything came is kept all the same.
        """
        with self.database.reading() as session:
            origins = status.origins(session)
        known = {name: each for name, each in self.known().items() if each.version}
        return {name: self.lines(name) for name in origins}, origins, known

    def found(self, words):
        return [line.title for line in self.search.first(words)]

    def close(self):
        self.database.close()


def told(records):
    """Return records as ``Laptop.lines`` does."""
    return sorted((each.kind, each.id, each.modified, each.data) for each in records)


class Paused:
    """Waits for nothing, and notes how long it was asked to; ``meanwhile`` happens then."""

    def __init__(self):
        self.asked = []
        self.meanwhile = lambda: None

    def __call__(self, seconds):
        self.asked.append(seconds)
        self.meanwhile()
