"""What a file or a folder that is put in seems to be, before it is read."""

from itertools import islice
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.feeds.shape import Family
from vcs_desktop.publishing.source_files import feed_of, must_be_there

_MOST_COUNTED = 1_000
_FAMILIES: dict[str, Marked] = {
    Family.OCDS: marked("Contracts (OCDS)"),
    Family.GRANTS: marked("Grants that were awarded (360Giving)"),
    Family.CALLS: marked("Grants to ask for (funding calls)"),
    Family.WORKBOOK: marked("The workbook of a council"),
    Family.PLAN: marked("Our action plan"),
    Family.COMPACT: marked("The text of an agreement, such as a Compact"),
}


def what_is(path: Path) -> str:
    """Return in words what it is; of a file, what it holds.

    Raises:
        CannotUseInput: it is not there, or is nothing that we can read.
    """
    must_be_there([path])
    if not path.is_dir():
        said = feed_of(path).format
        return next(tr_marked(each) for name, each in _FAMILIES.items() if said.startswith(name))
    files = (each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
    try:
        count = sum(1 for _ in islice(files, _MOST_COUNTED + 1))
    except OSError as error:
        raise CannotUseInput(
            f"a folder: {type(error).__name__}",
            message=tr("This folder cannot be read."),
            advice=tr("If it is on a stick, copy it to this computer first."),
        ) from error
    if count > _MOST_COUNTED:
        return tr("A folder with more than {most} files", most=f"{_MOST_COUNTED:,}")
    return tr_count("A folder with {count} file", "A folder with {count} files", count)
