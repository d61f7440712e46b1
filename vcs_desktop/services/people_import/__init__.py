"""People come in from somebody's spreadsheet: read, looked at, and taken in as one act."""

from vcs_desktop.domain.column_words import PersonField
from vcs_desktop.domain.people_table import PeopleTable
from vcs_desktop.domain.read_table import TableRow
from vcs_desktop.services.people_import.service import PeopleImport
from vcs_desktop.services.people_import.told import (
    Decision,
    ImportDone,
    ImportPreview,
    LeftOut,
    NoNameColumn,
    PreviewRow,
    SameAs,
)

__all__ = [
    "Decision",
    "ImportDone",
    "ImportPreview",
    "LeftOut",
    "NoNameColumn",
    "PeopleImport",
    "PeopleTable",
    "PersonField",
    "PreviewRow",
    "SameAs",
    "TableRow",
]
