"""The jobs of a guest from end to end as a screen reader hears them, over the real bus."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN_READER = Path(__file__).parents[1] / "support" / "screen_reader.py"
LONGEST = 115  # seconds, for all of it
# The computer's own Python has the bus.
PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
TELLS_THE_BUS = "dbus-update-activation-environment"
READS_THE_BUS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing():
    """Return the first thing that this computer lacks for listening to the window."""
    for program in ("Xvfb", "dbus-run-session", TELLS_THE_BUS, PYTHON, BUS):
        if shutil.which(program) is None:
            return program
    order = [PYTHON, "-c", READS_THE_BUS]
    can = subprocess.run(order, capture_output=True, check=False, timeout=30).returncode == 0
    return "" if can else "Atspi for the computer's own Python"


def test_somebody_who_hears_the_window_can_do_every_job_of_a_guest(tmp_path):
    if lacking := missing():
        pytest.skip(f"nobody can listen to the window here: {lacking} is missing")
    out = tmp_path / "heard.json"
    app = [sys.executable, "-m", "vcs_desktop", "--data-dir", str(tmp_path / "data")]
    bus = ["dbus-run-session", "--", PYTHON, str(SCREEN_READER), str(out), *app]
    ran = subprocess.run(bus, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert ran.returncode == 0, ran.stderr
    heard = json.loads(out.read_text("utf-8"))
    a_grant_was_kept(heard["keep_a_grant"])
    a_guide_was_read(heard["read_a_guide"])
    a_fact_was_copied(heard["copy_a_fact"])
    nothing_came_of_asking_too_far(heard["ask_too_far"])


def a_grant_was_kept(heard):
    assert heard["window"] == "Home - VCS Desktop"
    assert heard["verdict"].startswith("You can apply: you meet")
    assert "You can apply. Closes in" in heard["card"]
    assert heard["combos"] == ["Area", "Sort"]
    title = heard["kept"].removeprefix("Keep: ")
    assert heard["undo"] == f"Undo: Kept “{title}”."
    assert heard["keep again"] == heard["kept"]


def a_guide_was_read(heard):
    assert heard["window"] == "Learning - VCS Desktop"
    assert "minutes" in heard["row"]
    assert "Two kinds of cost\n" in heard["text"]
    assert len(heard["text"].split()) > 600
    count = len(heard["questions"])
    expected = [f"Question {number} of {count}" for number in range(1, count + 1)]
    assert heard["questions"] == expected
    assert all(said[-1][0] == "That is right." for said in heard["feedback"])
    assert all(why for said in heard["feedback"] for _verdict, why in said)
    right = sum(len(said) == 1 for said in heard["feedback"])
    assert heard["score"] == f"You had {right} of {count} right the first time."


def a_fact_was_copied(heard):
    assert heard["window"] == "Local facts - VCS Desktop"
    assert heard["button"].removeprefix("Copy with its source: ") in heard["row"]
    assert heard["copied"].startswith("Copied with its source.")


def nothing_came_of_asking_too_far(heard):
    assert heard["came"] == []
    assert heard["asked"] > 20
    assert heard["window"] == "Local facts - VCS Desktop"
