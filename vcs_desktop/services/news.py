"""What is new since somebody last looked: what came, what changed, and what was taken out."""

from vcs_desktop.core.clock import Clock
from vcs_desktop.domain.library import OPPORTUNITIES
from vcs_desktop.domain.news import (
    KINDS,
    MOST_SAID,
    ChangedLine,
    GoneLine,
    NewsPart,
    Subject,
    changed_words,
    subject_of,
)
from vcs_desktop.services.funding import FundingService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import news

SHOWN = 2
"""Rows of one subject, and as many of what changed in it and of what was taken out."""
MOST_COMPARED = 300
"""Changed records that are laid beside what they were; of more, the last to change.

As many that were taken out are counted.
"""


class NewsService:
    """Puts news together, by what they are about."""

    def __init__(self, database: Database, funding: FundingService, clock: Clock) -> None:
        self._database = database
        self._funding = funding
        self._clock = clock

    def newest_number(self) -> int:
        """Return the number that was given last: a mark for ``since``."""
        with self._database.reading() as session:
            return news.newest_number(session)

    def since(self, number: int) -> tuple[NewsPart, ...]:
        """Return the news since a mark; what nothing is new of is left out."""
        changed, gone = self._changed(number), self._gone(number)
        parts = (self._part(each, number, changed[each], gone[each]) for each in Subject)
        return tuple(part for part in parts if part.added or part.changed or part.removed)

    def _part(
        self, subject: Subject, number: int, changed: list[ChangedLine], gone: list[GoneLine]
    ) -> NewsPart:
        kinds = KINDS[subject]
        with self._database.reading() as session:
            if kinds[0] in OPPORTUNITIES:
                total, found = news.added_since(
                    session, number, self._clock.today(), kind=kinds[0], limit=SHOWN
                )
            else:
                total, found = news.read_since(session, number, kinds, limit=SHOWN)
        judged = kinds[0] in OPPORTUNITIES
        lines = self._funding.lines([line.id for line in found]) if judged else found
        return NewsPart(
            subject,
            total,
            tuple(lines),
            len(changed),
            tuple(changed[:SHOWN]),
            len(gone),
            tuple(gone[:SHOWN]),
        )

    def _changed(self, number: int) -> dict[Subject, list[ChangedLine]]:
        """Return what changed, by what it is about; what nobody would see is no news."""
        found: dict[Subject, list[ChangedLine]] = {subject: [] for subject in Subject}
        with self._database.reading() as session:
            changed = news.changed_since(session, number, limit=MOST_COMPARED)
        for each in changed:
            subject = subject_of(each.now.line.kind)
            words = changed_words(each.was, each.now.record)[:MOST_SAID] if subject else ()
            if subject and words:
                found[subject].append(ChangedLine(each.now.line, words))
        return found

    def _gone(self, number: int) -> dict[Subject, list[GoneLine]]:
        """Return what was taken out, by what it is about."""
        found: dict[Subject, list[GoneLine]] = {subject: [] for subject in Subject}
        with self._database.reading() as session:
            gone = news.gone_since(session, number, self._clock.today(), limit=MOST_COMPARED)
        for each in gone:
            if subject := subject_of(each.kind):
                found[subject].append(GoneLine(each.title, each.who))
        return found
