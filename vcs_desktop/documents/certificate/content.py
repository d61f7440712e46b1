"""What stands on a certificate of thanks."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.thanks import Reason


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. ``signed_by`` is who signs it, empty for a line to sign on alone."""

    group: str
    name: str
    wording: str
    on: date
    signed_by: str = ""


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
