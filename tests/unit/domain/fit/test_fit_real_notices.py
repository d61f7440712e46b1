"""Real notices of Contracts Finder, judged for a lunch club."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.fit_examples import LUNCH_CLUB, RULES, fit
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.fit.judge import order
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.tender_words import plainly
from vcs_desktop.wire.record import Record

PAGE = (
    Path(__file__).resolve().parents[5]
    / "shared/data/contracts_finder/cf_search_100_releases_2025-01-23.json"
)
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the real data is not here")


@pytest.fixture(scope="module")
def notices():
    releases = json.loads(PAGE.read_text("utf-8"))["releases"]
    newest = {}
    for release in sorted(releases, key=lambda release: release["date"]):
        newest[release["ocid"]] = release
    return [thing_of(Record("tender", ocid, release)) for ocid, release in newest.items()]


@pytest.fixture(scope="module")
def ranked(notices):
    judged = [(notice, fit(notice, on=date(2025, 1, 24))) for notice in notices]

    def place(pair):
        notice, found = pair
        return order(found, notice.deadline_at and local_day(notice.deadline_at))

    return sorted(judged, key=place)


def test_nothing_over_100_000_stands_in_the_first_ten_of_a_lunch_club(ranked):
    assert LUNCH_CLUB.annual_income_pence == 18_400_00
    first = [notice for notice, _ in ranked[:10]]
    assert all(notice.value_pence is None or notice.value_pence <= 100_000_00 for notice in first)


def test_everything_over_100_000_is_far_too_large_for_it_however_the_list_is_sorted(ranked):
    large = [found for notice, found in ranked if (notice.value_pence or 0) > 100_000_00]
    assert large
    assert all(found.verdict is Verdict.CANNOT for found in large)
    assert sum(found.verdict is not Verdict.CANNOT for _, found in ranked) >= 10


def test_school_catering_in_the_south_east_comes_first(ranked):
    assert "Catering" in ranked[0][0].title


def test_every_real_contract_can_be_said_plainly(notices):
    for notice in notices:
        said = dict(plainly(notice, date(2025, 1, 24), RULES))
        assert {"Where it stands", "Who can bid", "Where to ask", "What to do next"} <= said.keys()
        assert all(words.endswith(".") for words in said.values()), said
