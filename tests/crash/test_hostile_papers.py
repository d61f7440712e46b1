"""The quick set of broken files; the full one is ``python -m tests.crash.hostile_papers``."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FILES = 50


def test_broken_files_harm_nobody_and_hold_nobody_up(capsys):
    order = [sys.executable, "-m", "tests.crash.hostile_papers", "--files", str(FILES)]
    run = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    with capsys.disabled():
        print(f"\n{run.stdout}{run.stderr}", end="")
    assert run.returncode == 0
    assert " 0 wrong; " in run.stdout
    assert "shown: " in run.stdout
