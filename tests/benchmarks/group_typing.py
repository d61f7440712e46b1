"""An edit in the real window of a large group: from leaving the field until it is shown as kept.

``python -m tests.benchmarks.group_typing FOLDER GROUP RUNS`` is run in a process of its
own and prints the milliseconds as JSON.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.start_up import environment
from tests.support.vault_examples import ASHA, QUICK

_LONGEST_MS = 30_000
_REST_MS = 600


def typed_ms(root: Path, group: str, runs: int) -> list[float]:
    """Return how long each of some edits took in a window on a group."""
    order = [sys.executable, "-m", "tests.benchmarks.group_typing", str(root), group, str(runs)]
    done = subprocess.run(order, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    times: list[float] = json.loads(done.stdout.splitlines()[-1])
    return times


def main() -> None:
    """Open the group in a window, change somebody over and over, and print how long it took."""
    from vcs_desktop.app.main import build_window, end
    from vcs_desktop.app.parts import Parts
    from vcs_desktop.core.clock import SystemClock
    from vcs_desktop.core.disks import SystemDisks
    from vcs_desktop.core.paths import DataFolder
    from vcs_desktop.core.settings import SettingsFile
    from vcs_desktop.services.groups import GroupsService
    from vcs_desktop.ui.background import Tasks
    from vcs_desktop.ui.group_session import GroupSession

    root, group, runs = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    _app = QApplication(["benchmark"])
    folder = DataFolder(root)
    parts, tasks = Parts(folder, SystemClock()), Tasks()
    parts.made["groups"] = GroupsService(
        folder.groups_folder, parts.clock, SystemDisks(), effort=QUICK
    )
    window = build_window(parts, tasks, SettingsFile(folder.settings_file))
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    _until(lambda: bool(ready))
    session = window.findChild(GroupSession)
    session.open_with(lambda: parts.groups.open(group, ASHA), then=list, otherwise=print)
    _until(lambda: session.is_open)
    print(json.dumps(_edits(window.open_place("people"), runs)))
    window.may_close = lambda: True
    window.close()
    end(window, tasks, parts)


def _edits(page: Any, runs: int) -> list[float]:
    _until(lambda: page.view.card is not None)
    page.view.card.change_button.click()
    _until(lambda: page.view.form is not None)
    form = page.view.form
    field = form.fields.bound["phone"].field
    kept: list[float] = []
    form.editing.kept.connect(lambda _: kept.append(time.perf_counter()))
    times = []
    for number in range(runs):
        _rest()
        kept.clear()
        field.take_focus()
        field.box.selectAll()
        QTest.keyClicks(field.box, f"01865 {number:06}")
        left = time.perf_counter()
        field.on_left()
        _until(lambda: bool(kept))
        times.append((kept[0] - left) * 1000)
    return times


def _until(is_so: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    loop, looking, ending = QEventLoop(), QTimer(interval=1), QTimer(interval=_LONGEST_MS)
    looking.timeout.connect(lambda: loop.quit() if is_so() else None)
    ending.timeout.connect(loop.quit)
    looking.start()
    ending.start()
    if not is_so():
        loop.exec()
    if not is_so():
        raise TimeoutError


def _rest() -> None:
    """Let the list be read anew, as it is while a person goes to the next field."""
    end = time.perf_counter() + _REST_MS / 1000
    _until(lambda: time.perf_counter() > end)


if __name__ == "__main__":
    main()
