"""Clears away sealed files of which nothing tells any more, long after they were first seen so.

A file comes before the record that tells of it, so one without a record may have been
added a moment ago, or in another window. It goes only when it was seen so on several days
that all are long after the first: a clock that is wrong for a day cannot bring that about.
It stays as long as a backup here tells of it, and as long as there is a file of the group
that we cannot ask.
"""

import logging
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.errors import AppError
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.groups.open_group import OpenGroup
from vcs_desktop.storage.blob_folder import BlobFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries.blob_names import all_named
from vcs_desktop.storage.queries.standing import is_groups_file

KEPT_DAYS: Final = 30
LOOKS: Final = 3
"""On so many different days after that it has to be seen without a record once more."""
_DESK: Final = "files-without-a-record"

log = logging.getLogger(__name__)

Seen = dict[str, list[str]]
"""By the name of a file: the first day without a record, and the days after its time was over."""


def clear_away_unnamed(group: OpenGroup, today: date) -> int:
    """Once a day, delete files of which nothing has told for long; say how many.

    Raises:
        Locked: the group is locked.
        AppError: it could not be done; nothing that is told of was deleted.
    """
    folder, desk = BlobFolder(group.files().folder.path), DeskService(group)
    kept = desk.read(_DESK)
    before = kept if isinstance(kept, dict) else {}
    there = folder.all_files()
    if not there or before.get("looked_on") == today.isoformat():
        return 0
    seen = _looked_at(before.get("seen"), there - _told_of(group.database), today)
    desk.put(_DESK, {"looked_on": today.isoformat(), "seen": seen})
    due = {blob for blob, days in seen.items() if len(days) > LOOKS}
    if not due:
        return 0
    others = _told_of_by_backups(group)
    if others is None:
        log.info("%s files without a record stay: not every backup can be asked", len(due))
        return 0
    with group.alone():
        # Once more: another window may have been quicker than the hold.
        gone = due - others - _told_of(group.database)
        left = folder.take_away(gone)
    log.info("%s files without a record were cleared away", len(gone - left))
    return len(gone - left)


def _looked_at(kept: Any, unnamed: set[str], today: date) -> Seen:
    """Return on which days the files were seen so, with today; what is told of begins anew."""
    before = kept if isinstance(kept, dict) else {}
    return {blob: _with_today(before.get(blob), today) for blob in sorted(unnamed)}


def _with_today(kept: Any, today: date) -> list[str]:
    try:
        first, *later = (date.fromisoformat(each) for each in kept)
    except (TypeError, ValueError):
        return [today.isoformat()]
    if today < first:  # one of the two days was wrong: the time begins anew
        return [today.isoformat()]
    if today - first >= timedelta(days=KEPT_DAYS) and today not in later:
        later.append(today)
    return [each.isoformat() for each in (first, *later)]


def _told_of(database: Database) -> set[str]:
    with database.reading() as session:
        return all_named(session)


def _told_of_by_backups(group: OpenGroup) -> set[str] | None:
    """Return the files of which backups tell; None when there is one that cannot be asked."""
    files = group.files()
    found: set[str] = set()
    for place in (files.folder.path, files.folder.shelf.path):
        for path in place.glob("data-*.db"):
            if path == files.data:
                continue
            is_ours = path.name.startswith(f"data-{files.keys.id}")
            told = _told_of_by(path, files.keys.data) if is_ours else None
            if told is None:
                return None
            found |= told
    return found


def _told_of_by(path: Path, key: bytes) -> set[str] | None:
    database = Database(path, key=key, journal="DELETE")
    try:
        with database.reading() as session:
            return all_named(session) if is_groups_file(session) else None
    except AppError as error:
        log.info("%s cannot be asked: %s", path.name, type(error).__name__)
        return None
    finally:
        database.close()
