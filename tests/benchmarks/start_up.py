"""From the command to the window, against a bare main window of the same library."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.figure import Figure, in_turn, seconds

PAINTED_AT_MOST = 2.3
READY_AT_MOST = 6.5
BARE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.close)
        return done

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 671)
window.show()
sys.exit(app.exec())
"""


def start_up(folder: Path, count: int, runs: int) -> list[Figure]:
    """Measure the whole process, from its start until it has closed again."""
    starts = (_bare, lambda: _app(folder, "painted"), lambda: _app(folder, "ready"))
    for start in starts:
        start()  # once before, so that every module is compiled and in the computer's memory
    floor, painted, ready = in_turn(runs, *starts)
    return [
        Figure("Window painted", painted, "s", floor, PAINTED_AT_MOST),
        Figure(f"First list filled, {count:,} notices", ready, "s", floor, READY_AT_MOST),
    ]


def environment() -> dict[str, str]:
    """Return the environment of a usual computer: no screen here, but compiled modules kept."""
    usual = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    usual.pop("PYTHONDONTWRITEBYTECODE", None)
    return usual


def _bare() -> float:
    return _run(["-c", BARE])


def _app(folder: Path, moment: str) -> float:
    return _run(["-m", "vcs_desktop", "--data-dir", str(folder), "--quit-when", moment])


def _run(words: list[str]) -> float:
    order = [sys.executable, *words]
    return seconds(lambda: subprocess.run(order, env=environment(), check=True, timeout=120))
