"""The self-test: is everything here that the app needs, and does it work on this computer?"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop import __version__
from vcs_desktop.app.cli_answer import CANNOT_USE, GOOD, Answer, columns
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

NEEDED = (
    "fonts/Inter-Regular.ttf",
    "fonts/NotoSans-Regular.ttf",
    "icons/house.svg",
    "sample/group.yaml",
    "starter/library.json",
)


def check(parts: Parts, arguments: argparse.Namespace) -> Answer:  # noqa: ARG001  as all commands
    """Try every part and say how each is."""
    found = [_tried(name, attempt) for name, attempt in _attempts(parts.folder)]
    good = all(ok for _, ok, _ in found)
    content = {
        "ok": good,
        "version": __version__,
        "checks": [{"name": name, "ok": ok, "detail": words} for name, ok, words in found],
    }
    rows = [(name, "good" if ok else "BAD", words) for name, ok, words in found]
    return Answer(content, "\n".join(columns(rows)), GOOD if good else CANNOT_USE)


def _attempts(folder: DataFolder) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "Files of the program", _resources
    yield "Data folder", lambda: _folder(folder)
    yield "Database", _database
    yield "Library that comes with the program", _starter
    yield "Drawing", _drawing
    yield "Fonts", _fonts


def _tried(name: str, attempt: Callable[[], str]) -> tuple[str, bool, str]:
    try:
        return name, True, attempt()
    except AppError as error:
        return name, False, words_for(error)
    except Exception as error:  # noqa: BLE001  a self-test reports whatever is wrong
        return name, False, f"{type(error).__name__}: {error}"


def _resources() -> str:
    return f"{len([resource(name) for name in NEEDED])} found in {resource('.').resolve()}"


def _folder(folder: DataFolder) -> str:
    folder.make()
    return f"{folder.root} can be written to"


def _database() -> str:
    """Open a file that only this test knows, and use all that the app needs of SQLite."""
    from vcs_desktop.storage.database import KEY_BYTES, Database

    with tempfile.TemporaryDirectory() as place:
        database = Database(Path(place) / "check.db", key=bytes(KEY_BYTES))
        try:
            with database.writing() as session:
                ask = session.connection().exec_driver_sql
                ask("CREATE VIRTUAL TABLE words USING fts5(text)")
                ask("INSERT INTO words VALUES ('a lunch club')")
                if ask("SELECT count(*) FROM words WHERE words MATCH 'lunch'").scalar() != 1:
                    raise LookupError("full-text search finds nothing")
                sqlite = ask("SELECT sqlite_version()").scalar()
                cipher = ask("PRAGMA cipher_version").scalar()
        finally:
            database.close()
    return f"SQLite {sqlite} with full-text search, SQLCipher {cipher}"


def _starter() -> str:
    """Fill a library that only this test knows."""
    with tempfile.TemporaryDirectory() as place:
        parts = Parts(DataFolder(Path(place)), SystemClock())
        try:
            held = parts.library.status()
        finally:
            parts.close()
    if not held.counts:
        raise LookupError("it is empty")
    return f"version {held.version}, {sum(held.counts.values()):,} records"


def _drawing() -> str:
    """Start Qt's drawing, without a screen and without its widgets."""
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QImage

    _graphics()
    if QImage(8, 8, QImage.Format.Format_RGB32).isNull():
        raise LookupError("no picture can be made")
    return f"Qt {qVersion()}"


def _fonts() -> str:
    from PySide6.QtGui import QFontDatabase

    _graphics()
    families = set()
    for file in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise LookupError(f"{file.name} cannot be read")
        families.update(QFontDatabase.applicationFontFamilies(number))
    return ", ".join(sorted(families))


@cache
def _graphics() -> "QCoreApplication":
    """Start Qt's graphics once and keep them to the end."""
    from PySide6.QtGui import QGuiApplication

    arguments = ["vcs-desktop", "-platform", "offscreen"]
    return QGuiApplication.instance() or QGuiApplication(arguments)
