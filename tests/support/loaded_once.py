"""What the tests of the whole window begin with, made once a process and copied for each.

It is made by the program itself, and the program looks at the copy as at any file it finds: were
it not as it should be, it would be made again.
"""

import shutil
from datetime import date
from pathlib import Path
from threading import Lock

import pytest

from tests.support.vault_examples import service
from vcs_desktop.core.clock import Clock, FixedClock
from vcs_desktop.core.language import tr
from vcs_desktop.core.resources import resource
from vcs_desktop.services.library import LibraryService
from vcs_desktop.storage.database import Database


def load_once(patched: pytest.MonkeyPatch, folder: Path) -> None:
    """Let every data folder without a library begin with a copy of the one of that day."""
    starter, taking_turns = resource("starter"), Lock()
    make_ready = LibraryService.ensure_ready

    def copy_first(self: LibraryService, *given: object, **more: object) -> None:
        if self._starter == starter and not self._database.path.exists():
            with taking_turns:
                made = _library_of(self._clock.today())
            shutil.copyfile(made, self._database.path)
        make_ready(self, *given, **more)

    def _library_of(day: date) -> Path:
        """Return the file as it is after the first start on a day."""
        path = folder / f"{day}.sqlite"
        if not path.exists():
            database = Database(path)
            make_ready(LibraryService(database, FixedClock.on(day), starter))
            database.close()
        return path

    patched.setattr(LibraryService, "ensure_ready", copy_first)


class PracticeGroups:
    """The practice groups of one process, one for each day and each language."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[date, str], Path] = {}

    def put(self, groups_folder: Path, clock: Clock) -> None:
        """Put the practice group where it was never opened before."""
        asked = clock.today(), tr("Anybody")
        if asked not in self._made:
            path = self._folder / str(len(self._made))
            service(path, clock).practice.open().close()
            self._made[asked] = path
        shutil.copytree(self._made[asked], groups_folder, dirs_exist_ok=True)
