"""The local library: made ready, filled from files, counted and shown."""

from vcs_desktop.services.library.reports import (
    FilePreview,
    FileReport,
    Holdings,
    LibraryStatus,
    LoadReport,
    OriginHeld,
    RecordDetail,
    Refused,
    Tell,
)
from vcs_desktop.services.library.service import LibraryService
from vcs_desktop.storage.loaded_files import EARLIER, LoadedFile

__all__ = [
    "EARLIER",
    "FilePreview",
    "FileReport",
    "Holdings",
    "LibraryService",
    "LibraryStatus",
    "LoadReport",
    "LoadedFile",
    "OriginHeld",
    "RecordDetail",
    "Refused",
    "Tell",
]
