"""Who has been funded near us, by whom, with how much."""

from datetime import date

import pytest

from tests.support.library_examples import call, grant, put
from vcs_desktop.storage.queries import awards
from vcs_desktop.wire.record import Record

CONTRACT = Record(
    "award",
    "ocds-1/award/a1",
    {
        "form": "contract",
        "ocid": "ocds-1",
        "title": "lunches",
        "award": {
            "id": "a1",
            "date": "2025-06-01T00:00:00Z",
            "value": {"amount": 7_000, "currency": "GBP"},
            "suppliers": [{"id": "s1", "name": "Caterers"}],
        },
        "buyer": {"id": "b1", "name": "A Council"},
        "parties": [],
    },
)


@pytest.fixture
def library(library):
    put(
        library,
        grant("roof", beneficiaryLocation=[{"geoCode": "E07000178", "name": "Oxford"}]),
        grant("boats", awardDate="2026-01-01", beneficiaryLocation=[{"name": "Blackbird Leys"}]),
        grant("arts", beneficiaryLocation=[{"geoCode": "E07000181"}], awardDate="2024-01-01"),
        grant("far", beneficiaryLocation=[{"geoCode": "S92000003"}], awardDate="2023-01-01"),
        call("open"),
        CONTRACT,
    )
    return library


def funded(library, **asked):
    with library.reading() as session:
        total, found = awards.funded(session, **asked)
    return total, [award.title for award in found]


def test_all_awards_are_listed_newest_first(library):
    assert funded(library) == (5, ["boats", "lunches", "roof", "arts", "far"])
    assert funded(library, limit=2) == (5, ["boats", "lunches"])


def test_an_award_inside_an_area_is_near(library):
    assert funded(library, areas=["E10000025"]) == (2, ["roof", "arts"])
    assert funded(library, areas=["E07000178"]) == (1, ["roof"])


def test_an_award_whose_publisher_names_the_place_is_near(library):
    assert funded(library, near="blackbird") == (1, ["boats"])
    assert funded(library, near="blackbird", areas=["E07000178"]) == (2, ["boats", "roof"])
    assert funded(library, near="100%") == (0, [])


def test_by_funder_and_by_form(library):
    assert funded(library, funder="council") == (1, ["lunches"])
    assert funded(library, form="contract") == (1, ["lunches"])
    assert funded(library, form="grant", areas=["E07000181"]) == (1, ["arts"])


def test_an_award_says_who_got_how_much_from_whom(library):
    with library.reading() as session:
        _, (roof,) = awards.funded(session, areas=["E07000178"])
        _, (lunches,) = awards.funded(session, form="contract")
    assert (roof.recipient, roof.funder, roof.amount_pence) == (
        "A Lunch Club",
        "A Foundation",
        50_000,
    )
    assert (roof.areas, roof.area_text) == (("E07000178",), "Oxford")
    assert roof.awarded_on == date(2025, 3, 1)
    assert (lunches.recipient, lunches.amount_pence) == ("Caterers", 700_000)
    assert lunches.process_id == "ocds-1"
