"""What is said of files that go along with a record. No widgets."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import FileAlong

_TITLE = 160
_KINDS: dict[str, Marked] = {
    ".pdf": marked("PDF"),
    ".png": marked("Picture"),
    ".jpg": marked("Picture"),
    ".jpeg": marked("Picture"),
    ".gif": marked("Picture"),
    ".webp": marked("Picture"),
    ".docx": marked("Text document"),
    ".odt": marked("Text document"),
    ".rtf": marked("Text document"),
    ".xlsx": marked("Spreadsheet"),
    ".ods": marked("Spreadsheet"),
    ".pptx": marked("Slides"),
    ".odp": marked("Slides"),
    ".csv": marked("Table"),
    ".txt": marked("Text"),
    ".md": marked("Text"),
    ".ics": marked("Calendar file"),
}


def title_of(file: "FileAlong") -> str:
    """Return what a file is called on the screen."""
    return short_prose(file.title, _TITLE) or tr("A file with no name")


def kind_and_size(file: "FileAlong", *, is_document: bool) -> str:
    """Return what a file is, as far as that is known, and how large."""
    size = size_in_words(file.size)
    ending = f".{file.name.rpartition('.')[2].lower()}"
    if not is_document or ending not in _KINDS:
        return size
    return tr("{kind}, {size}", kind=tr_marked(_KINDS[ending]), size=size)


def why_missing(*, is_dear: bool, has_address: bool) -> str:
    """Say why files are not here yet, and how they come."""
    if not has_address:
        return tr("It comes with the library, from a stick. Ask for a newer stick.")
    if is_dear:
        return tr("Files wait, because you pay for this connection by the amount.")
    return tr("It comes with the next updates, or you can get it now.")


def get_them(missing_bytes: int) -> str:
    """Return the words of the button that fetches every file that is missing."""
    return tr("Get the missing files ({size})", size=size_in_words(missing_bytes))
