"""Ended at any step, the next fetch goes on: nothing is lost and nothing is there twice."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.ended_fetch import ENDED, fetched

PROJECT = Path(__file__).resolve().parents[3]
FILE = "the-service-since-2026-11-01.json"
MOST_STEPS = 300


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    assert fetched(folder, 0)
    return (folder / FILE).read_bytes()


def is_whole_or_not_there(folder, content):
    return not (folder / FILE).exists() or (folder / FILE).read_bytes() == content


def test_ended_at_each_step_it_comes_to_the_same_file(tmp_path, undisturbed):
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        came_to_its_end = fetched(folder, step)
        assert is_whole_or_not_there(folder, undisturbed)
        assert fetched(folder, 0)
        assert (folder / FILE).read_bytes() == undisturbed
        assert [each.name for each in folder.iterdir()] == [FILE]
        if came_to_its_end:
            break
    assert came_to_its_end
    assert step > 30


def test_ended_again_and_again_it_still_comes_to_its_end(tmp_path, undisturbed):
    times = 1
    while not fetched(tmp_path, 16):
        assert is_whole_or_not_there(tmp_path, undisturbed)
        times += 1
        assert times < MOST_STEPS
    assert times > 2
    assert (tmp_path / FILE).read_bytes() == undisturbed


@pytest.mark.parametrize("step", [12, 27])
def test_a_process_that_is_gone_without_a_word_loses_nothing(tmp_path, undisturbed, step):
    asked = [sys.executable, "-m", "tests.support.ended_fetch", str(tmp_path), str(step)]
    assert subprocess.run(asked, cwd=PROJECT, check=False).returncode == ENDED
    assert fetched(tmp_path, 0)
    assert (tmp_path / FILE).read_bytes() == undisturbed
