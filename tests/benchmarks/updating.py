"""The window while it gets updates: how long it is deaf while a whole library comes.

``python -m tests.benchmarks.updating FOLDER [ADDRESS]`` is run in a process of its own, and
prints JSON.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figure import Figure, percentile
from tests.benchmarks.notices import releases
from tests.benchmarks.published import served
from tests.benchmarks.start_up import environment
from tests.benchmarks.window_use import GAP_MAX_MS, GAP_P99_MS, Use
from tests.support.signed_trees import DIGITS, Office
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.wire.record import Record


def updating(count: int, on: date) -> list[Figure]:
    """Measure the pauses of a window that fills from a service, against one that does nothing."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        office = Office(folder / "tree")
        made = [Record("tender", each["ocid"], each, each["date"])
                for each in releases(count, on=on)]  # fmt: skip
        office.publish(*made, expires="")
        idle = _child(folder / "idle")
        with served(office.folder) as address:
            filling = _child(folder / "filling", address)
    of = f"while {count:,} notices come from a service"
    return [
        Figure(f"Pause of the window {of} (p99)", percentile(filling, 99), "ms",
               percentile(idle, 99), GAP_P99_MS, "value"),
        Figure(f"Longest pause of the window {of}", max(filling), "ms", max(idle), GAP_MAX_MS,
               "value"),
    ]  # fmt: skip


def _child(folder: Path, *address: str) -> list[float]:
    order = [sys.executable, "-m", "tests.benchmarks.updating", str(folder), *address]
    done = subprocess.run(order, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    gaps: list[float] = json.loads(done.stdout.splitlines()[-1])
    return gaps


class _Updating(Use):
    """A window that gets updates."""

    def gaps_while_filling(self, address: str) -> list[float]:
        """Return the milliseconds between two breaths of the window while all of it comes."""
        updates = self.window.findChild(Updates)
        if updates is None:
            raise LookupError("the window gets no updates")
        updates.set_address(address)
        self.wait_ms(500)
        over = QEventLoop()
        self._begin_noting()
        updates.get(DIGITS)
        updates.changed.connect(over.quit)
        over.exec()
        self._beat.stop()
        if updates.state.standing is not Standing.TAKEN_IN:
            raise LookupError(f"it is {updates.state.standing}")
        return self._gaps


def main() -> None:
    """Fill the window, or leave it alone, and print its pauses."""
    _app = QApplication(["benchmark"])
    use = _Updating(Path(sys.argv[1]))
    use.wait_for(use.window.ready)
    gaps = use.gaps_while_filling(sys.argv[2]) if len(sys.argv) > 2 else use.gaps_idle()
    use.end()
    print(json.dumps(gaps))


if __name__ == "__main__":
    main()
