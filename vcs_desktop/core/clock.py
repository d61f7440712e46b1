"""The clock, passed in wherever a day or a moment matters."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Says what day and what moment it is."""

    def today(self) -> date:
        """Return the local date in the United Kingdom."""

    def now(self) -> datetime:
        """Return this moment as an aware UTC datetime."""


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """Return the local date in the United Kingdom."""
        return datetime.now(LONDON).date()

    def now(self) -> datetime:
        """Return this moment as an aware UTC datetime."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for the tour, for ``--on`` and for tests."""

    moment: datetime

    @classmethod
    def on(cls, day: date) -> "FixedClock":
        """Return a clock that stands at noon, UTC, of a day."""
        return cls(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))

    def today(self) -> date:
        """Return the local date in the United Kingdom."""
        return self.moment.astimezone(LONDON).date()

    def now(self) -> datetime:
        """Return this moment as an aware UTC datetime."""
        return self.moment
