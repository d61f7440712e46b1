"""A quick set of kills on each run; the full set is ``python -m tests.crash.kills``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
KILLS = 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child to be killed is forked")
def test_a_program_that_is_killed_loses_nothing_it_has_shown_as_saved(capsys):
    order = [sys.executable, "-m", "tests.crash.kills", "--kills", str(KILLS)]
    ran = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    with capsys.disabled():
        sys.stdout.write(f"\n{ran.stdout}{ran.stderr}")
    assert ran.stdout.endswith(f"{KILLS} kills made; 0 things lost or torn\n")
    assert ran.returncode == 0
