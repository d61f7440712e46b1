"""The main job from end to end as a screen reader hears it, over the real accessibility bus."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN_READER = Path(__file__).parents[1] / "support" / "screen_reader.py"
LONGEST = 90  # seconds, for all of it
# The computer's own Python has the bus.
PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
READS_THE_BUS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing():
    """Return the first thing that this computer lacks for listening to the window."""
    for program in ("Xvfb", "dbus-run-session", PYTHON, BUS):
        if shutil.which(program) is None:
            return program
    order = [PYTHON, "-c", READS_THE_BUS]
    can = subprocess.run(order, capture_output=True, check=False, timeout=30).returncode == 0
    return "" if can else "Atspi for the computer's own Python"


def test_somebody_who_hears_the_window_can_find_read_keep_and_undo(tmp_path):
    if lacking := missing():
        pytest.skip(f"not on this computer: {lacking}")
    out = tmp_path / "heard.json"
    app = [sys.executable, "-m", "vcs_desktop", "--data-dir", str(tmp_path / "data")]
    bus = ["dbus-run-session", "--", PYTHON, str(SCREEN_READER), str(out), *app]
    ran = subprocess.run(bus, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert ran.returncode == 0, ran.stderr
    heard = json.loads(out.read_text("utf-8"))
    assert heard["window"] == "Home - VCS Desktop"
    assert heard["verdict"].startswith("You can apply: you meet")
    assert "You can apply. Closes in" in heard["card"]
    assert heard["combos"] == ["Area", "Sort"]
    title = heard["kept"].removeprefix("Keep: ")
    assert heard["undo"] == f"Undo: Kept “{title}”."
    assert heard["keep again"] == heard["kept"]
