"""Finds any record by its words: at once by its title, then the best of all it says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.clock import Clock
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records, search


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best answers, each with why it was found, and how many there are in all.

    ``has_all`` is false where no record has all the words, and these have some of
    them; ``total`` then counts those with at least as many of them as the last here.
    """

    total: int
    results: tuple[RecordLine, ...]
    has_all: bool = True


class SearchService:
    """Answers while a person types. Ask on one lane; ``interrupt`` from any."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def today(self) -> date:
        """Return the day on which an answer is given: what closes is told from it."""
        return self._clock.today()

    def first(self, words: str, limit: int = 50) -> list[RecordLine]:
        """Return the newest records whose titles have all these beginnings of words.

        Quick enough for every key, at every length: no order but the newest
        first, no filter, no count.

        Raises:
            Stopped: it was interrupted.
        """
        with self._database.reading(interruptible=True) as session:
            return search.newest(session, words, limit=limit)

    def ranked(
        self,
        words: str,
        *,
        kinds: Collection[str] = (),
        open_on: date | None = None,
        limit: int = 20,
    ) -> SearchPage:
        """Return the records that match best, of some kinds (none: of all).

        ``open_on`` keeps only what can be applied for on that day.

        Raises:
            Stopped: it was interrupted.
        """
        with self._database.reading(interruptible=True) as session:
            found = search.ranked(session, words, kinds=kinds, open_on=open_on, limit=limit)
        return SearchPage(found.total, tuple(found.results), found.has_all)

    def lines(self, ids: Sequence[str]) -> list[RecordLine]:
        """Return some records by their ids, in the order asked, without gone ones."""
        with self._database.reading() as session:
            found = records.lines(session, ids)
        return [found[each] for each in ids if each in found]

    def interrupt(self) -> None:
        """Cut short the answer that is being looked for; the person has typed on."""
        self._database.interrupt()
