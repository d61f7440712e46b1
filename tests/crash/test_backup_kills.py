"""Quick sets on each run; the full ones stand beside each."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.recorded_disk import is_there

PROJECT = Path(__file__).resolve().parents[2]
KILLS, FILES, CUTS, POINTS = 20, 100, 20, 20
PLAYS, FILE_PLAYS, APPLICATION_PLAYS = 4, 3, 4
APPLICATION_KILLS = 4
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="the child to be killed is forked")
watches = pytest.mark.skipif(not is_there(), reason="strace is not installed")


def run(capsys, module, *words):
    """Run a campaign, show what it says, and return its last line and its exit code."""
    order = [sys.executable, "-m", f"tests.crash.{module}", *map(str, words)]
    ran = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    with capsys.disabled():
        sys.stdout.write(f"\n{ran.stdout}{ran.stderr}")
    return ran.stdout.splitlines()[-1], ran.returncode


@forks
def test_who_kills_a_backup_a_restore_or_a_migration_finds_old_or_new_and_never_between(capsys):
    """In full: ``python -m tests.crash.backup_kills --kills 500``."""
    said, code = run(capsys, "backup_kills", "--kills", KILLS)
    assert (code, said.endswith(f"; {PLAYS * KILLS} kills made")) == (0, True)


@forks
def test_who_kills_the_adding_the_erasing_or_the_saving_of_a_file_finds_it_whole_or_not_at_all(
    capsys,
):
    """In full: ``python -m tests.crash.file_kills --kills 500``."""
    said, code = run(capsys, "file_kills", "--kills", KILLS)
    assert (code, said.endswith(f"; {FILE_PLAYS * KILLS} kills made")) == (0, True)


@forks
def test_who_kills_the_writing_of_an_application_or_the_keeping_of_a_copy_loses_nothing_shown(
    capsys,
):
    """In full: ``python -m tests.crash.application_kills --kills 500``."""
    said, code = run(capsys, "application_kills", "--kills", APPLICATION_KILLS)
    assert (code, said.endswith(f"; {APPLICATION_PLAYS * APPLICATION_KILLS} kills made")) == (
        0,
        True,
    )


def test_every_damage_of_a_file_is_noticed_and_the_newest_good_backup_is_offered(capsys):
    """In full: ``python -m tests.crash.damaged_files --files 3000``."""
    said, code = run(capsys, "damaged_files", "--files", FILES)
    assert (code, said) == (0, f"{FILES} damaged files; 0 not noticed or without a backup")


@watches
def test_a_power_cut_loses_nothing_that_was_shown_as_saved(capsys):
    """In full: ``python -m tests.crash.power_cuts --cuts 5000``."""
    said, code = run(capsys, "power_cuts", "--cuts", CUTS)
    assert (code, said.endswith(f"{CUTS} cuts made; 0 things lost or torn")) == (0, True)


@forks
@watches
def test_a_disk_that_is_full_at_any_step_loses_nothing_and_is_said_in_words(capsys):
    """In full: ``python -m tests.crash.full_disks``."""
    said, code = run(capsys, "full_disks", "--points", POINTS)
    assert (code, said.endswith("; 0 things lost, torn or not said")) == (0, True)
