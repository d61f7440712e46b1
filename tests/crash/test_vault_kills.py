"""The quick set of kills; the full one is ``python -m tests.crash.vault_kills --kills 1000``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
KILLS = 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child to be killed is forked")
def test_nothing_is_lost_or_torn_when_the_program_is_killed(capsys):
    order = [sys.executable, "-m", "tests.crash.vault_kills", "--kills", str(KILLS)]
    run = subprocess.run(
        [*order, "--most-seconds", "38"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    with capsys.disabled():
        print(f"\n{run.stdout}{run.stderr}", end="")
    assert run.returncode == 0
    assert " 0 wrong; " in run.stdout
