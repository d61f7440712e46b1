"""Hostile records on every page of the real window: no file opened, no picture, no pause."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from types import SimpleNamespace

from tests.support import hostile_library
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.library import Kind

PROJECT = Path(__file__).parents[2]
LONGEST = 240  # seconds, on a slow computer with other things to do
# A view may take as many times as long as a plain one of its kind, or as most plain ones.
MOST_TIMES = 15


def walk_through(folder):
    """Walk through the window in a process of its own, and return what came of it."""
    order = [sys.executable, "-m", "tests.support.hostile_walk", str(folder)]
    ran = subprocess.run(
        order, cwd=PROJECT, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    return SimpleNamespace(**json.loads((folder / "walk.json").read_text("utf-8")))


def test_every_hostile_text_stands_in_a_record_and_every_kind_has_some(tmp_path):
    there = tmp_path / "canary.png"
    records = hostile_library.hostile_library(there)
    assert {record.kind for record in records} == set(Kind)
    texts = {hostile_library.as_kept(text) for _sort, text in hostile_texts(there)}
    assert texts <= {text for record in records for text in hostile_library.texts_in(record)}


def test_hostile_records_do_no_harm_on_any_page(tmp_path):
    """One test, so that one process walks and not one for each worker."""
    walk = walk_through(tmp_path)
    assert walk.failed == []
    assert {kind for kind, _what, _seconds in walk.hostile} == set(walk.plain)
    assert walk.opened == []
    assert walk.picture_opened == []
    assert walk.picture_drawn == []
    assert too_slow(walk) == {}


def too_slow(walk):
    """Return what takes much longer than a plain view of its kind, and how many times."""
    usual = median(walk.plain.values())
    times = {
        what: round(seconds / max(usual, walk.plain[kind]), 1)
        for kind, what, seconds in walk.hostile
    }
    return {what: many for what, many in times.items() if many > MOST_TIMES}
