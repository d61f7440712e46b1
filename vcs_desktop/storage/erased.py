"""``erased.json``: which records of a group were erased, told outside of its file too.

Where the file is damaged and an older copy takes its place, what was erased since must not
come back. The list holds ids only, which say nothing to who has no key.
"""

import json
import logging
from pathlib import Path
from typing import Final

from sqlalchemy import select

from vcs_desktop.core.files import write_json
from vcs_desktop.domain.kinds import OUR_GROUP, OUR_RETENTION_RULES, OUR_SAFEGUARDING
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.group_tables import ErasureRow

NAME: Final = "erased.json"
MOST_BYTES: Final = 64 << 20
LONGEST_ID: Final = 200
_NEVER_ERASED: Final = frozenset((OUR_GROUP, OUR_RETENTION_RULES, OUR_SAFEGUARDING))

_log = logging.getLogger(__name__)


def keep_list(database: Database) -> None:
    """Write beside a group's file which of its records were erased, as far as that can be done.

    What the list names already stays in it. It is looked after again at each opening.
    """
    path = database.path.with_name(NAME)
    inside = erased_in(database)
    if not inside:
        return
    outside = listed(path)
    if inside <= outside:
        return
    try:
        write_json(path, {"version": 1, "erased": sorted(inside | outside)})
    except OSError as error:
        _log.info("the list of what was erased was not written: %s", type(error).__name__)


def erased_in(database: Database) -> set[str]:
    """Return the ids of the records that were erased, as a group's file knows them."""
    with database.reading() as session:
        return set(session.scalars(select(ErasureRow.record_id)))


def listed(path: Path) -> set[str]:
    """Return the ids that a list names; what cannot be read names none.

    The records of which a group has one, under an id that everybody knows, are never erased.
    Somebody else wrote those in: erased, they could not be made anew.
    """
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return set()
        content = json.loads(path.read_text("utf-8"))
        names = content["erased"]
        found = {each for each in names if isinstance(each, str) and len(each) <= LONGEST_ID}
        return found - _NEVER_ERASED
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        _log.info("the list of what was erased cannot be read: %s", type(error).__name__)
        return set()
