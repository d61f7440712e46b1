"""A page to print, and the same as a web page beside it: where both go, and writing them."""

from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import write_whole
from vcs_desktop.core.language import tr


def web_page_beside(out: Path) -> Path:
    """Return where the web page goes that says the same as a printed page."""
    return out.with_suffix(".html")


def must_be_pdf(path: Path) -> None:
    """Let a name pass that is one of a PDF.

    Raises:
        CannotUseInput: it is not.
    """
    if path.suffix.lower() != ".pdf":
        raise CannotUseInput(
            str(path),
            message=tr("The name of the sheet must end in .pdf."),
            advice=tr("Try a name such as sheet.pdf."),
        )


def write(files: dict[Path, bytes], *, private: bool = False) -> None:
    """Write files, each wholly or not at all; ``private`` ones no other account can read.

    Raises:
        FolderNotWritable: they cannot be written there.
        DiskFull: there is no room for them.
    """
    try:
        for path, content in files.items():
            write_whole(path, content, private=private)
    except OSError as error:
        refused = FolderNotWritable(
            str(error.strerror),
            message=tr("We cannot save it there."),
            advice=tr("Close the old file if it is open, or choose another folder."),
        )
        raise not_written(error, refused) from error
