"""That somebody was thanked, so that the same thanks are not offered twice."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reason(StrEnum):
    """What somebody is thanked for: so many hours, so many years, or just so."""

    HOURS = "hours"
    YEARS = "years"
    JUST_SO = "just_so"


@dataclass(frozen=True, slots=True)
class Thanks:
    """That a person was thanked. ``person`` is their id.

    ``name`` names the record in lists ("Thanks for 50 hours"); ``count`` is how many hours
    or years, 0 where it is for neither.
    """

    id: str = ""
    name: str = ""
    person: str = ""
    reason: Reason = Reason.JUST_SO
    count: int = 0
    on: date | None = None
