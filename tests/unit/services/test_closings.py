"""The closing days of what was kept, as dates of the calendar."""

import pytest

from tests.support.funding_library import Household, contract, grant
from vcs_desktop.domain.due import DueKind
from vcs_desktop.services.closings import ClosingsService
from vcs_desktop.wire.record import Record

FACT = Record("fact", "fact/1", {"title": "Rain"})


@pytest.fixture
def house(tmp_path):
    made = Household(tmp_path)
    made.put(
        grant("Warmth"),
        grant("Rolling", grantApplicationCloseDate=None, rolling=True),
        grant("Noon", grantApplicationCloseDate="2027-06-01T11:00:00Z"),
        contract("Lunches"),
        FACT,
    )
    yield made
    made.close()


@pytest.fixture
def closings(house):
    return ClosingsService(house.database, house.choices)


def keep(house, *ids):
    for each in ids:
        house.choices.keep(each)


def test_what_was_kept_closes_on_its_day_in_the_order_of_keeping(house, closings):
    ids = [line.record.id for line in house.funding.first_open(None, 10).open_to_you]
    assert closings.dues() == []
    keep(house, *ids)
    found = {due.what: due for due in closings.dues()}
    warmth = found["Closes: Warmth"]
    assert (warmth.on.isoformat(), warmth.starts, warmth.kind) == (
        "2026-12-18", "", DueKind.CLOSING,
    )  # fmt: skip
    assert warmth.why == "Ridgeway Fund · £500 to £2,000"
    assert (warmth.record_kind, warmth.record_id) == ("funding_call", "grant/Warmth")
    assert found["Closes: Noon"].starts == "12:00"
    assert found["Closes: Lunches"].record_kind == "tender"
    assert "Closes: Rolling" not in found


def test_what_is_no_grant_or_contract_and_what_is_gone_close_never(house, closings):
    keep(house, "fact/1", "grant/nowhere")
    assert closings.dues() == []


def test_what_is_kept_no_more_closes_no_more(house, closings):
    keep(house, "grant/Warmth")
    assert len(closings.dues()) == 1
    house.choices.unkeep("grant/Warmth")
    assert closings.dues() == []
