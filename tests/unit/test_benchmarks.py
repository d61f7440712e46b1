"""The benchmarks work, and what they say is worked out rightly. No budget is judged here."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import FAMILIES
from tests.benchmarks.figure import Figure, in_turn, percentile, table
from tests.benchmarks.notices import releases, write_package

PROJECT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)


def test_a_ratio_is_judged_by_how_many_times_the_floor_it_is():
    figure = Figure("Window painted", 0.5, "s", 0.25, 2.3)
    assert (figure.ratio, figure.ok) == (2, True)
    assert not Figure("Window painted", 0.6, "s", 0.25, 2.3).ok


def test_a_value_is_judged_by_itself():
    assert Figure("Answer", 15, "ms", 0.01, 16, "value").ok
    assert not Figure("Answer", 17, "ms", 100, 16, "value").ok


def test_a_figure_has_the_fields_that_readers_of_the_file_expect():
    figure = Figure("Window painted", 0.5, "s", 0.25, 2.3).as_json()
    assert {"name", "value", "unit", "floor", "ratio", "budget", "ok"} <= set(figure)


def test_the_table_says_what_was_not_kept():
    shown = table([Figure("Window painted", 1, "s", 0.25, 2.3)])
    assert "| Window painted | 1 s | 0.25 s | 4.0 | 2.3 x | NO |" in shown


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (50, 3), (95, 5), (100, 5)])
def test_a_percentile_is_one_of_the_times(percent, value):
    assert percentile([5, 1, 3, 2, 4], percent) == value


def test_works_are_measured_in_turn_and_each_gets_its_median():
    first, second = iter([1, 9, 2]), iter([5, 4, 6])
    assert in_turn(3, lambda: next(first), lambda: next(second)) == (2, 5)


def test_made_up_notices_are_the_same_each_time(tmp_path):
    write_package(tmp_path / "one.json", 20, on=DAY)
    write_package(tmp_path / "two.json", 20, on=DAY)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert len(json.loads((tmp_path / "one.json").read_text())["releases"]) == 20


def test_about_a_tenth_of_the_made_up_notices_is_open():
    ends = [release["tender"]["tenderPeriod"]["endDate"] for release in releases(1000, on=DAY)]
    assert 70 < sum(end[:10] > DAY.isoformat() for end in ends) < 130


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_benchmarks_measures_something(tmp_path, family):
    out = tmp_path / "figures.json"
    order = [sys.executable, "-m", "tests.benchmarks", "--quick", "--only", family, "--out", out]
    ran = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    figures = json.loads(out.read_text())
    assert figures
    assert all(figure["value"] > 0 and figure["floor"] > 0 for figure in figures)
