"""Moments as they stand in what is published: ISO, in UTC, to the second."""

from datetime import UTC, datetime, timedelta
from typing import Final

_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


def moment(at: datetime, *, later_days: int = 0) -> str:
    """Return a moment, or so many days after it, as text."""
    return (at.astimezone(UTC) + timedelta(days=later_days)).strftime(_FORM)


def moment_of(text: str) -> datetime:
    """Read such a text.

    Raises:
        ValueError: it is none, or there is no such day.
    """
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
