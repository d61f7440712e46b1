"""Where the verdicts of the day are kept: in the library, or only in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from threading import Lock
from typing import Protocol

from vcs_desktop.domain.fit.judge import order
from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.services.fit_answers import fit_of, kept_of
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import fits
from vcs_desktop.storage.queries.fits import Asked

MOST_IN_MEMORY = 1_000
"""The best of a group's verdicts; of the others it is known only that there is one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One notice with its verdict."""

    number: int
    digest: str
    line: RecordLine
    fit: Fit

    @property
    def place(self) -> tuple[tuple[int, int, date], bool, int]:
        """Return where it stands in the list: as the kept answers are sorted."""
        line = self.line
        return order(self.fit, line.closes_on), not line.rolling, self.number


class Kept(Protocol):
    """What a fit service remembers of one day, one group and one set of rules."""

    def best(self, asked: Asked, limit: int | None) -> tuple[list[Judged], set[int]]:
        """Return the best that are open and judged, and the numbers that need no judging."""

    def of(self, ids: Sequence[str], asked: Asked) -> dict[str, Fit]:
        """Return the verdicts that are kept on some records, by id."""

    def judged(self, asked: Asked) -> set[int]:
        """Return the numbers of all that was judged."""

    def keep(self, judged: Sequence[Judged], asked: Asked) -> None:
        """Keep some verdicts."""

    def forget_before(self, day: date) -> None:
        """Drop the verdicts of earlier days."""


class KeptInLibrary:
    """For the practice group: its verdicts are nobody's secret, and are there again tomorrow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def best(self, asked: Asked, limit: int | None) -> tuple[list[Judged], set[int]]:
        """Return the best that are open and judged, and the numbers that need no judging."""
        with self._database.reading() as session:
            found = fits.best(session, asked, limit=limit)
            judged = fits.judged(session, asked)
        best = [Judged(k.notice_number, k.notice_digest, line, fit_of(k)) for line, k in found]
        return best, judged

    def of(self, ids: Sequence[str], asked: Asked) -> dict[str, Fit]:
        """Return the verdicts that are kept on some records, by id."""
        with self._database.reading() as session:
            found = fits.kept_for(session, ids, asked)
        return {record_id: fit_of(each) for record_id, each in found.items()}

    def judged(self, asked: Asked) -> set[int]:
        """Return the numbers of all that was judged."""
        with self._database.reading() as session:
            return fits.judged(session, asked)

    def keep(self, judged: Sequence[Judged], asked: Asked) -> None:
        """Keep some verdicts."""
        answers = [kept_of(each.number, each.digest, each.fit) for each in judged]
        with self._database.writing() as session:
            fits.keep(session, answers, asked)

    def forget_before(self, day: date) -> None:
        """Drop the verdicts of earlier days."""
        with self._database.writing() as session:
            fits.forget_before(session, day)


@dataclass(slots=True)
class _Memory:
    asked: Asked | None = None
    version: int = -1
    best: list[Judged] = field(default_factory=list)
    judged: set[int] = field(default_factory=set)


class KeptInMemory:
    """For a real group: what is said of it is never written outside its own file.

    It holds for the library as it is; when that changes, all is judged anew.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._memory = _Memory()

    def best(self, asked: Asked, limit: int | None) -> tuple[list[Judged], set[int]]:
        """Return the best that are open and judged, and the numbers that need no judging."""
        with self._lock:
            memory = self._now(asked)
            holds_all = len(memory.judged) <= MOST_IN_MEMORY
            if not holds_all and (limit is None or limit > MOST_IN_MEMORY):
                return [], set()
            return memory.best[:limit], set(memory.judged)

    def of(self, ids: Sequence[str], asked: Asked) -> dict[str, Fit]:
        """Return the verdicts that are kept on some records, by id."""
        wanted = set(ids)
        with self._lock:
            best = self._now(asked).best
            return {each.line.id: each.fit for each in best if each.line.id in wanted}

    def judged(self, asked: Asked) -> set[int]:
        """Return the numbers of all that was judged."""
        with self._lock:
            return set(self._now(asked).judged)

    def keep(self, judged: Sequence[Judged], asked: Asked) -> None:
        """Keep some verdicts."""
        with self._lock:
            memory = self._now(asked)
            memory.judged.update(each.number for each in judged)
            both = [*memory.best, *judged]
            memory.best = nsmallest(MOST_IN_MEMORY, both, key=lambda each: each.place)

    def forget_before(self, day: date) -> None:
        """Drop nothing: what was asked on another day is gone already."""

    def _now(self, asked: Asked) -> _Memory:
        version = self._database.data_version()
        if (self._memory.asked, self._memory.version) != (asked, version):
            self._memory = _Memory(asked, version)
        return self._memory
