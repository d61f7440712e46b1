"""Shows hostile records on every page of the real window, in a process of its own.

``python -m tests.support.hostile_walk FOLDER`` writes ``FOLDER/walk.json``, a ``Walk``.
An audit hook of Python stays for good, hence the process; and ``strace`` can look on.
"""

import json
import os
import sys
import time
import zoneinfo
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.support import starter
from tests.support.canary import picture_in, shows_picture
from tests.support.funding_library import award, put
from tests.support.hostile_library import hostile_library
from tests.support.watched_folder import CAN_WATCH, WatchedFolder
from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.sections import Sections

PROJECT = Path(__file__).resolve().parents[2]
PLAIN_OF_EACH_KIND = 5
ROWS_AT_A_TIME = 12
# What takes more than so many times as long as a plain one is shown again, at most twice.
LOOK_AGAIN = 4
LOOKS_AGAIN = 2
LONGEST_MS = 60_000


@dataclass
class Walk:
    """What came of it. Seconds are those that the window's own thread worked.

    ``opened`` are files that are neither the program's nor Python's nor in the
    folder. ``plain`` has a time for each view and each kind of record, ``hostile`` a
    name of those, what was shown, and its time.
    """

    opened: list[str] = field(default_factory=list)
    picture_opened: list[str] = field(default_factory=list)
    picture_drawn: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    plain: dict[str, float] = field(default_factory=dict)
    hostile: list[tuple[str, str, float]] = field(default_factory=list)

    def watch(self, folder):
        """Take note from here on of what Python opens and of what goes wrong."""
        own = (PROJECT, folder, *map(Path, (sys.prefix, sys.base_prefix, *zoneinfo.TZPATH)))

        def note_opened(event, arguments):
            if event == "open" and isinstance(arguments[0], str | bytes):
                path = os.fsdecode(arguments[0])
                if not any(Path(path).is_relative_to(place) for place in own):
                    self.opened.append(path)

        def note_failure(kind, error, trace):
            self.failed.append(f"{kind.__name__}: {error}"[:300])
            sys.__excepthook__(kind, error, trace)

        sys.addaudithook(note_opened)
        sys.excepthook = note_failure


class Walker:
    """Goes to one view after another, waits until all is there, and looks for the picture."""

    def __init__(self, folder, walk):
        self.walk = walk
        data = DataFolder(folder / "data")
        data.make()
        self.parts = Parts(data, FixedClock.on(date(2026, 11, 23)))
        self.tasks = Tasks()
        self.window = build_window(self.parts, self.tasks, SettingsFile(data.settings_file))
        self.window.resize(1024, 640)
        self.window.show()
        self.rest()

    def see(self, name, act):
        """Do something, wait, draw the window, and return how long its thread worked on it."""
        begun = time.thread_time()
        act()
        self.rest()
        picture = self.window.grab()
        took = time.thread_time() - begun
        if shows_picture(picture.toImage()):
            self.walk.picture_drawn.append(name)
        return took

    def rest(self):
        """Wait for both lanes, twice: an answer may lead to one more question."""
        for _ in range(2):
            loop, arrived = QEventLoop(), []

            def come(_nothing, loop=loop, arrived=arrived):
                arrived.append(1)
                if len(arrived) == 2:
                    loop.quit()

            QTimer.singleShot(LONGEST_MS, loop, loop.quit)
            for lane in ("data", "work"):
                self.tasks.run(int, then=come, otherwise=come, lane=lane)
            loop.exec()
            if len(arrived) < 2:
                self.walk.failed.append("a lane does not come to an end")

    def see_plain(self):
        """Take the time of every view, and of some records of each kind."""
        records = [award(f"plain {number}", 500 + number) for number in range(PLAIN_OF_EACH_KIND)]
        put(self.parts.file, *records)
        kinds = dict.fromkeys(record.kind for record in starter.records())
        for _ in range(2):  # the first time a view is made; the second one counts
            for name, go in self.views():
                self.walk.plain[name] = self.see(name, go)
        for some in (records, *(starter.of(kind)[:PLAIN_OF_EACH_KIND] for kind in kinds)):
            self.walk.plain[some[0].kind] = median(
                self.see(each.id, self.open(each)) for each in some
            )

    def see_hostile(self, records):
        """Go to every view, every list from its top to its end, and every record."""
        put(self.parts.file, *records)
        self.parts.library.finish_index()
        for name, go in self.views():
            self._note(name, name, go)
            for bring in self.lists():
                self.see(f"{name}, its list", bring)
        for record in records:
            self._note(record.kind, record.id, self.open(record))
            if record.kind == "training":
                self.do_check()

    def open(self, record):
        """Return what opens a record."""
        return partial(self.window.open_record, record.kind, record.id)

    def _note(self, kind, what, go):
        took = self.see(what, go)
        # Once may be slow for another reason: the letters of a script are looked for first,
        # and a computer may have other things to do.
        for _ in range(LOOKS_AGAIN):
            if took > self.walk.plain[kind] * LOOK_AGAIN:
                self.see("settings", partial(self.window.open_place, "settings"))
                took = min(took, self.see(what, go))
        self.walk.hostile.append((kind, what, took))

    def views(self):
        """Yield the name of each page and part, and how to bring it to the front."""
        for place in self.window.stack.specs:
            yield place, partial(self.window.open_place, place)
            for sections in self.window.page().findChildren(Sections):
                for part in sections.buttons:
                    yield f"{place} {part}", partial(sections.open, part)
        yield "search", self.search

    def lists(self):
        """Yield how to bring the rows of each list in front into sight, some at a time."""
        visible = QAbstractItemView.ScrollHint.EnsureVisible
        for view in self.window.page().findChildren(QAbstractItemView):
            model = view.model()
            for row in range(
                0, model.rowCount() if model and view.isVisible() else 0, ROWS_AT_A_TIME
            ):
                yield partial(view.scrollTo, model.index(row, 0), visible)

    def search(self):
        """Search for words that stand in many of the hostile texts."""
        field = self.window.top_bar.search
        field.setFocus()
        field.called.emit()
        field.setText("council money")
        field.typed.emit()

    def do_check(self):
        """Do the check of the guide that is read."""
        guides = self.window.page().guides
        if guides.front() is not guides.reader:
            return
        guides.reader.check_asked.emit()
        while guides.check.question is not None:
            guides.check.question.options[0].button.click()
            guides.check.question.check_button.click()
            self.see("a question", guides.check.question.next_button.click)
        guides.leave()


def main(folder):
    """Walk with the library that travels with the app, then with the hostile one too."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    (folder / "canary").mkdir()
    there = picture_in(folder / "canary")
    os.chdir(there.parent)
    walk = Walk()
    walk.watch(folder)
    watched = WatchedFolder(there.parent) if CAN_WATCH else None
    walker = Walker(folder, walk)
    walker.see_plain()
    walker.see_hostile(hostile_library(there))
    walker.window.close()
    end(walker.window, walker.tasks, walker.parts)
    if watched is not None:
        walk.picture_opened = watched.opened()
        watched.close()
    (folder / "walk.json").write_text(json.dumps(asdict(walk)), "utf-8")
    app.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
