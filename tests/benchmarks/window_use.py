"""The window in use: how long a page takes to come, how long it is deaf, how much it holds.

``python -m tests.benchmarks.window_use FOLDER ROUNDS MINUTES [PACKAGE]`` is run in a
process of its own, so that its memory is that of the app, and prints JSON.
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figure import Figure, percentile
from tests.benchmarks.notices import write_package
from tests.benchmarks.start_up import environment

SWITCH_MS = 50
GUIDE_MS = 50
LOOK_MS = 500
GAP_P99_MS, GAP_MAX_MS = 50, 100
MEMORY_MB = 250
BEAT_MS = 5
PLACES = ("home", "funding", "learning", "facts", "council", "help", "settings")
GUIDES = ("training/finding-funding", "training/full-cost-budget", "training/need-statement")
LOOKS = (("dark", 100), ("dark", 200), ("contrast", 200), ("contrast", 150), ("light", 150),
         ("light", 100))  # fmt: skip
PERSON_MS = 2000
MOMENT_MS = 50
SETTLED_MS = 400
ASKED = ("lunch", "roof", "advice", "young", "")


def using(folder: Path, count: int, rounds: int, on: date, minutes: float = 0) -> list[Figure]:
    """Measure a window that is used hard, and one that does nothing.

    ``minutes`` is how long it is used further, at a person's pace, before its
    memory is read.
    """
    package = folder / "more.json"
    write_package(package, count, on=on, seed=2, start=10_000_000)
    idle = _child(folder, 1, 0)
    used = _child(folder, rounds, minutes, package)
    package.unlink()
    return [
        Figure("Going to another page (worst)", max(used["switches"]), "ms",
               min(idle["switches"]), SWITCH_MS, "value"),
        Figure("Going to a page for the first time (worst)", max(used["first_visits"]), "ms",
               min(idle["switches"]), SWITCH_MS, "value"),
        Figure("Opening a guide (worst)", max(used["guides"]), "ms", min(idle["switches"]),
               GUIDE_MS, "value"),
        Figure("Other colours or text size, every page built (worst)", max(used["looks"]), "ms",
               min(idle["switches"]), LOOK_MS, "value"),
        Figure(f"Pause of the window while {count:,} notices load (p99)",
               percentile(used["gaps"], 99), "ms", percentile(idle["gaps"], 99), GAP_P99_MS,
               "value"),
        Figure(f"Longest pause of the window while {count:,} notices load", max(used["gaps"]), "ms",
               max(idle["gaps"]), GAP_MAX_MS, "value"),
        Figure(f"Memory after {minutes:g} minutes of use" if minutes else "Memory after much use",
               used["memory_mb"], "MB", idle["bare_memory_mb"], MEMORY_MB, "value"),
    ]  # fmt: skip


def _child(folder: Path, rounds: int, minutes: float, *package: Path) -> dict[str, Any]:
    order = [sys.executable, "-m", "tests.benchmarks.window_use"]
    order += map(str, (folder, rounds, minutes, *package))
    done = subprocess.run(order, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def memory_mb() -> float:
    """Return the memory this process holds now."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmRSS")]
        return int(line.split()[1]) / 1000
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000


def main() -> None:
    """Use the window and print what was measured."""
    _app = QApplication(["benchmark"])
    bare = memory_mb()
    use = Use(Path(sys.argv[1]))
    use.wait_for(use.window.ready)
    rounds, minutes, package = int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]
    found = {
        "bare_memory_mb": bare,
        "first_visits": use.visit_all(),
        "switches": use.switch_pages(4 * rounds),
        "guides": use.open_guides(rounds),
        "looks": use.change_looks(rounds),
        "gaps": use.gaps_while_loading(Path(package[0])) if package else use.gaps_idle(),
    }
    use.search(20 * rounds)
    use.live(minutes)
    found["memory_mb"] = memory_mb()
    use.end()
    print(json.dumps(found))


class Use:
    """A real window on a library, used as a hurried person would."""

    def __init__(self, root: Path) -> None:
        from vcs_desktop.app.main import build_window
        from vcs_desktop.app.parts import Parts
        from vcs_desktop.core.clock import SystemClock
        from vcs_desktop.core.paths import DataFolder
        from vcs_desktop.core.settings import SettingsFile
        from vcs_desktop.ui.background import Tasks

        folder = DataFolder(root)
        self._parts, self._tasks = Parts(folder, SystemClock()), Tasks()
        self._gaps: list[float] = []
        self._since = QElapsedTimer()
        self._beat = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._note_gap)
        self.window = build_window(self._parts, self._tasks, SettingsFile(folder.settings_file))
        self.window.show()

    def visit_all(self) -> list[float]:
        """Go to every page once, a moment after the window was ready; return the milliseconds."""
        self.wait_ms(SETTLED_MS)
        return [self._visit(place) for place in PLACES[1:]]

    def switch_pages(self, times: int) -> list[float]:
        """Go round, and return the milliseconds that each page took to stand there."""
        return [self._visit(place) for _ in range(times) for place in PLACES]

    def open_guides(self, times: int) -> list[float]:
        """Read one guide after another; return the milliseconds of the window's own work."""
        page = self.window.open_place("learning")
        taken = []
        for guide in GUIDES * times:
            page.show_thing("")
            self.wait_ms(MOMENT_MS)
            self._begin_noting()
            page.show_thing(guide)
            self.window.repaint()
            self.wait_ms(SETTLED_MS)
            self._beat.stop()
            if page.title == "Learning":
                raise LookupError(f"{guide} was not opened")
            taken.append(max(self._gaps))
        return taken

    def change_looks(self, times: int) -> list[float]:
        """Change the colours and the size of the text; return the milliseconds of each change."""
        from vcs_desktop.ui.theme import look

        taken = []
        for theme, size in LOOKS * times:
            begun = time.perf_counter()
            look.set_theme(theme)
            look.set_text_size(size)
            self.window.repaint()
            taken.append((time.perf_counter() - begun) * 1000)
            self.wait_ms(MOMENT_MS)
        return taken

    def gaps_while_loading(self, package: Path) -> list[float]:
        """Return the milliseconds between two breaths of the window while a file is loaded."""
        over = QEventLoop()
        self._begin_noting()
        self._tasks.run(
            lambda: self._parts.library.load([package]),
            then=lambda _: over.quit(),
            otherwise=lambda _: over.quit(),
            lane="work",
        )
        over.exec()
        self._beat.stop()
        return self._gaps

    def gaps_idle(self) -> list[float]:
        """Return the same while nothing happens."""
        self.wait_ms(1500)  # what the window began by itself is over
        self._begin_noting()
        self.wait_ms(1000)
        self._beat.stop()
        return self._gaps

    def search(self, times: int) -> None:
        """Ask for one thing after another."""
        for number in range(times):
            self.window.open_place("funding").ask(ASKED[number % len(ASKED)])
            self.wait_ms(100)

    def live(self, minutes: float) -> None:
        """Look around at a person's pace: another page, another question, another thing."""
        until = time.monotonic() + minutes * 60
        turn = 0
        while time.monotonic() < until:
            self.window.open_place(PLACES[turn % len(PLACES)])
            self.wait_ms(PERSON_MS)
            self.search(1)
            self.wait_ms(PERSON_MS)
            turn += 1

    def wait_for(self, signal: SignalInstance) -> None:
        """Let the window live until it says something."""
        over = QEventLoop()
        signal.connect(over.quit)
        over.exec()

    def wait_ms(self, pause: int) -> None:
        """Let the window live a while."""
        over = QEventLoop()
        QTimer.singleShot(pause, over.quit)
        over.exec()

    def end(self) -> None:
        """Close the window and the library."""
        self.window.close()
        self._tasks.stop()
        self._parts.close()
        shiboken6.delete(self.window)  # before Python ends, so that Qt is still there for it

    def _visit(self, place: str) -> float:
        begun = time.perf_counter()
        self.window.open_place(place)
        self.window.repaint()
        taken = (time.perf_counter() - begun) * 1000
        self.wait_ms(MOMENT_MS)
        return taken

    def _begin_noting(self) -> None:
        self._gaps = []
        self._since.start()
        self._beat.start()

    def _note_gap(self) -> None:
        self._gaps.append(self._since.nsecsElapsed() / 1e6 - BEAT_MS)
        self._since.restart()


if __name__ == "__main__":
    main()
