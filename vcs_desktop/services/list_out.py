"""A list of the open group as a file, or as pages to print."""

from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.files import surely
from vcs_desktop.core.language import marked
from vcs_desktop.documents import table_out
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.services.group_parts import HasPlace


class AlreadyThere(AppError):
    """A file of that name is there, and nobody has said that it may go."""

    message = marked("There is already a file with this name.")
    advice = marked("Choose another name, or say that the old file may go.")


class ListOutService:
    """Writes lists. What it writes is not encrypted, and no other account can read it."""

    def __init__(self, group: HasPlace) -> None:
        self._group = group

    def save(self, table: TableOut, path: Path, *, may_replace: bool = False) -> Path:
        """Write a list as CSV, XLSX or PDF, as the name says, and return where it is.

        Raises:
            AlreadyThere: a file of that name is there, and ``may_replace`` was not said.
            CannotUseInput: the name ends in nothing that we can write.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        if not may_replace and surely(path.exists):
            raise AlreadyThere(str(path))
        table_out.write_table(path, table)
        return path

    def page_to_print(self, table: TableOut) -> Path:
        """Write a list where it can be printed from; it is thrown away when the group is locked.

        Raises:
            Locked: the group was closed.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        pages = self._group.files().pages
        path = pages / f"{file_word(table.title, 'list')}.pdf"
        table_out.write_table(path, table)
        return path


def file_name(table: TableOut, ending: str) -> str:
    """Return a name to propose, such as "people.csv"."""
    return file_word(table.title, "list") + ending
