"""Awards: grants as 360Giving gives them, and contract awards inside a process."""

from datetime import date

import pytest

from vcs_desktop.domain.from_record import Unusable, awards_of, line_of, thing_of
from vcs_desktop.wire.record import Record

_PROCESS = {
    "ocid": "ocds-x-1",
    "source": "Example Council",
    "buyer": {"id": "b", "name": "Example Council"},
    "tender": {
        "title": "Lunches",
        "items": [{"id": "1", "deliveryAddresses": [{"region": "UKJ14"}]}],
    },
    "parties": [{"id": "b", "roles": ["buyer"]}, {"id": "s", "roles": ["supplier"]}],
    "awards": [
        {
            "id": "a1",
            "status": "active",
            "date": "2026-10-01T00:00:00Z",
            "value": {"amount": 9_000, "currency": "GBP"},
            "suppliers": [{"id": "s", "name": "Hall Committee"}, {"name": "Friends"}],
            "contractPeriod": {"startDate": "2026-11-01T00:00:00Z", "endDate": "2027-11-01"},
        },
        {"id": "a2", "status": "cancelled"},
        {"status": "active", "suppliers": []},
    ],
}


def _awards():
    return awards_of(Record("tender", "ocds-x-1", _PROCESS, "2026-10-02T00:00:00Z"))


def test_each_award_of_a_process_is_a_record_of_its_own():
    first, second = _awards()
    assert first.id == "ocds-x-1/award/a1"
    assert second.id == "ocds-x-1/award/3"
    assert first.modified == "2026-10-02T00:00:00Z"
    assert first.data["parties"] == [{"id": "s", "roles": ["supplier"]}]


def test_an_award_says_who_got_what_from_whom_and_where():
    award = thing_of(_awards()[0])
    assert award.form == "contract"
    assert award.title == "Lunches"
    assert award.funder == "Example Council"
    assert award.recipient == "Hall Committee, Friends"
    assert award.amount_pence == 900_000
    assert award.awarded_on == date(2026, 10, 1)
    assert award.ends_on == date(2027, 11, 1)
    assert award.areas == ("E10000025",)
    assert award.process_id == "ocds-x-1"
    assert award.provenance.source == "Example Council"
    line = line_of(_awards()[0])
    assert line.summary == "Hall Committee, Friends"
    assert line.areas == ("E10000025",)
    assert (line.amount_min_pence, line.amount_max_pence) == (900_000, 900_000)


def test_two_awards_with_one_id_are_both_kept():
    process = {"awards": [{"id": "1"}, {"id": "1", "title": "B"}]}
    ids = [record.id for record in awards_of(Record("tender", "x", process))]
    assert ids == ["x/award/1", "x/award/1-2"]


def test_a_grant_says_where_in_codes_and_in_words():
    data = {
        "form": "grant",
        "title": "A warm room",
        "amountAwarded": 1442.67,
        "currency": "GBP",
        "beneficiaryLocation": [
            {"geoCode": "Vale of White Horse 006A", "geoCodeType": "LSOA"},
            {"geoCode": "E01028568"},
            {"name": "Somewhere"},
        ],
        "fromOpenCall": "Yes",
        "assumptions": ["We read a date."],
    }
    award = thing_of(Record("award", "1", data))
    assert award.areas == ("E07000180", "E01028568")
    assert award.area_text == "Vale of White Horse 006A, E01028568, Somewhere"
    assert award.amount_pence == 144_267
    assert award.from_open_call is True
    assert award.assumptions == ("We read a date.",)


def test_money_of_another_country_is_not_shown_as_pounds():
    data = {"form": "grant", "amountAwarded": 5, "currency": "USD"}
    assert thing_of(Record("award", "1", data)).amount_pence is None
    assert line_of(Record("award", "1", data)).amount_max_pence is None


def test_pounds_are_pounds_in_small_letters_too():
    data = {"form": "grant", "amountAwarded": 5, "currency": "gbp"}
    assert thing_of(Record("award", "1", data)).amount_pence == 500
    assert line_of(Record("award", "1", data)).amount_max_pence == 500


def test_an_award_that_is_neither_grant_nor_contract_cannot_be_used():
    with pytest.raises(Unusable, match="grant or contract"):
        thing_of(Record("award", "1", {"title": "?"}))
