"""Who came: the sheets of an open group and its activities."""

from vcs_desktop.services.attendance.service import AttendanceService
from vcs_desktop.services.attendance.told import (
    Looked,
    NoActivity,
    OpenSheet,
    Place,
    SheetLine,
    SheetThere,
    Written,
)

__all__ = [
    "AttendanceService",
    "Looked",
    "NoActivity",
    "OpenSheet",
    "Place",
    "SheetLine",
    "SheetThere",
    "Written",
]
