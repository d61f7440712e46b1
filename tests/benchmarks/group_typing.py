"""An edit in the real window of a large group: from leaving the field until it is shown as kept.

``python -m tests.benchmarks.group_typing FOLDER GROUP RUNS`` is run in a process of its
own and prints the milliseconds as JSON.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.group_window import GroupWindow, rest, until
from tests.benchmarks.start_up import environment

_REST_MS = 600


def typed_ms(root: Path, group: str, runs: int) -> list[float]:
    """Return how long each of some edits took in a window on a group."""
    order = [sys.executable, "-m", "tests.benchmarks.group_typing", str(root), group, str(runs)]
    done = subprocess.run(order, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    times: list[float] = json.loads(done.stdout.splitlines()[-1])
    return times


def main() -> None:
    """Open the group in a window, change somebody over and over, and print how long it took."""
    _app = QApplication(["benchmark"])
    opened = GroupWindow(Path(sys.argv[1]), sys.argv[2])
    print(json.dumps(_edits(opened.window.open_place("people"), int(sys.argv[3]))))
    opened.end()


def _edits(page: Any, runs: int) -> list[float]:
    until(lambda: page.view.card is not None)
    page.view.card.change_button.click()
    until(lambda: page.view.form is not None)
    form = page.view.form
    field = form.fields.bound["phone"].field
    kept: list[float] = []
    form.editing.kept.connect(lambda _: kept.append(time.perf_counter()))
    times = []
    for number in range(runs):
        rest(_REST_MS)
        kept.clear()
        field.take_focus()
        field.box.selectAll()
        QTest.keyClicks(field.box, f"01865 {number:06}")
        left = time.perf_counter()
        field.on_left()
        until(lambda: bool(kept))
        times.append((kept[0] - left) * 1000)
    return times


if __name__ == "__main__":
    main()
