"""The sealed files of what was erased: gone at once, or when the group is opened next.

Which they are is kept together with the erasure, so a program that ends between the two
forgets none. Their keys are gone with the records, so what a disk may still hold of them
opens for nobody.
"""

import logging
from typing import Final

from sqlalchemy.orm import Session

from vcs_desktop.core.errors import AppError
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.desk import clear_from_desk, on_desk, put_on_desk
from vcs_desktop.storage.queries.blob_names import all_named

_LIST: Final = "erased-files"

_log = logging.getLogger(__name__)


def note_erased(session: Session, blobs: set[str]) -> None:
    """Keep in mind that files of records that were just erased have to go.

    What another record tells of too stays.
    """
    if blobs and (gone := blobs - all_named(session)):
        put_on_desk(session, _LIST, sorted(gone | noted_erased(session)), None)


def take_away_erased(database: Database) -> None:
    """Delete the files of what was erased, as far as that can be done now.

    The rest stays noted. It is looked after again at each opening.
    """
    try:
        with database.reading() as session:
            noted = noted_erased(session)
        if not noted:
            return
        left = BlobFolder(database.path.parent).take_away(noted)
        with database.writing() as session:
            if left:
                put_on_desk(session, _LIST, sorted(left), None)
            else:
                clear_from_desk(session, _LIST)
    except (AppError, OSError) as error:
        _log.info("files of what was erased go later: %s", type(error).__name__)


def noted_erased(session: Session) -> set[str]:
    """Return the files of what was erased that may still lie there."""
    found = on_desk(session, _LIST)
    return {each for each in found if isinstance(each, str)} if isinstance(found, list) else set()
