"""Tables come in from somebody's spreadsheet: read, looked at, and taken in as one act."""

from vcs_desktop.services.bring_in.service import TABLES, BringIn
from vcs_desktop.services.bring_in.told import (
    Decision,
    ImportDone,
    LeftOut,
    NoColumn,
    Preview,
    Seen,
)

__all__ = [
    "TABLES",
    "BringIn",
    "Decision",
    "ImportDone",
    "LeftOut",
    "NoColumn",
    "Preview",
    "Seen",
]
