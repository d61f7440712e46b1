"""What stands on a calendar for the wall."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.due import DateLine, Due
from vcs_desktop.domain.phone_code import PhoneCode


@dataclass(frozen=True, slots=True)
class WallPage:
    """A month, or twelve of them from that of ``first`` on, with its dates in their order.

    ``group`` is whose it is, and ``made_on`` the day it was made.
    """

    group: str
    first: date
    made_on: date
    lines: tuple[DateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeToScan:
    """A date, and the code that puts it on a telephone."""

    due: Due
    code: PhoneCode


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """Codes to scan, one after the other."""

    group: str
    made_on: date
    codes: tuple[CodeToScan, ...] = ()
