"""That somebody was thanked, so that the same thanks are not offered twice."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import tr, tr_count


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


def usual_wording(reason: Reason, count: int) -> str:
    """Return the words that are proposed for what somebody is thanked for."""
    match reason:
        case Reason.HOURS:
            return tr_count(
                "for {count} hour of your time, given freely",
                "for {count} hours of your time, given freely",
                count,
            )
        case Reason.YEARS:
            return tr_count(
                "for {count} year of help, given freely",
                "for {count} years of help, given freely",
                count,
            )
        case _:
            return tr("for all that you do, given freely")
