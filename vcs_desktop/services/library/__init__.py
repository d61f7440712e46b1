"""The local library: made ready, filled from files, counted and shown."""

from vcs_desktop.services.library.reports import (
    FileReport,
    LibraryStatus,
    LoadReport,
    RecordDetail,
    Refused,
    Tell,
)
from vcs_desktop.services.library.service import LibraryService

__all__ = [
    "FileReport",
    "LibraryService",
    "LibraryStatus",
    "LoadReport",
    "RecordDetail",
    "Refused",
    "Tell",
]
