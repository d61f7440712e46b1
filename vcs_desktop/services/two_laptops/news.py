"""What others did on their laptops, a slice at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from vcs_desktop.services.two_laptops import reporting
from vcs_desktop.services.two_laptops.lines import Came
from vcs_desktop.services.two_laptops.ways import Ways
from vcs_desktop.storage.queries import came

AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class NewsSlice:
    """Some of what came, the newest first: ``skipped`` come before it, ``total`` there are."""

    came: tuple[Came, ...]
    skipped: int
    total: int
    today: date


class News:
    """Lists what came from the group's other laptops."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def slice(self, skip: int = 0) -> NewsSlice:
        """Return up to fifty acts of others, after so many newer ones."""
        with self._ways.database.reading() as session:
            total = came.how_many_came(session)
            found = came.lately_came(session, skip=skip, limit=AT_ONCE)
        today = self._ways.records.clock.today()
        return NewsSlice(tuple(map(reporting.as_came, found)), skip, total, today)
