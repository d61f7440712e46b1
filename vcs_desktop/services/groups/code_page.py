"""The page with a code while it is printed: a file that goes again as soon as it can."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.services.groups.service import GroupsService

log = logging.getLogger(__name__)


def page_to_print(groups: "GroupsService", rehearsal: "Rehearsal", group: str) -> Path:
    """Write the page where nobody else can read it, and return its path.

    ``group`` is the name that stands on it, or empty. Call ``throw_page_away`` as soon
    as it was printed. What is left of a program that ended before goes at its next start.

    Raises:
        FolderNotWritable: it cannot be written.
    """
    groups.write_code_sheet(groups.page_to_print, rehearsal.code, group)
    return groups.page_to_print


def throw_page_away(groups: "GroupsService") -> None:
    """Delete the page, if there is one; what still shows it may keep it until the next start."""
    try:
        groups.page_to_print.unlink(missing_ok=True)
    except OSError as error:
        log.info("the page with the code could not be deleted: %s", error.strerror)
