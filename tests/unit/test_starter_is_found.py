"""The starter library is found by the words that somebody outside the sector would type."""

from datetime import timedelta

import pytest

from tests.support.library_examples import new_library, put
from tests.support.starter import TODAY, records
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.search import SearchService
from vcs_desktop.storage import search_index

AMONG_FIRST = 8
"""So many answers stand in the list before one has to scroll."""


@pytest.fixture(scope="module")
def search(tmp_path_factory):
    database = new_library(tmp_path_factory.mktemp("found"))
    put(database, *records())
    search_index.fill(database)
    yield SearchService(database, FixedClock.on(TODAY + timedelta(1)))
    database.close()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("ask us before they decide", "compact/oxfordshire/consultation-code"),
        ("consult us", "term/consultation"),
        ("gdpr", "training/data-protection"),
        ("gdpr", "term/uk-gdpr"),
        ("data protection", "training/data-protection"),
        ("how many poor areas", "fact/deprivation/areas-worst-tenth-2025"),
        ("poor areas", "term/deprivation"),
        ("overheads", "training/full-cost-budget"),
    ],
)
def test_what_people_type_finds_what_they_mean(search, typed, wanted):
    found = [line.id for line in search.ranked(typed, limit=AMONG_FIRST).results]
    assert wanted in found


def test_money_for_a_lunch_club_finds_grants_first(search):
    found = search.ranked("lunch club money", limit=5).results
    assert [line.kind for line in found][:3] == ["funding_call"] * 3
