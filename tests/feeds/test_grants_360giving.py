"""Grants already made, as 360Giving's publishers write them."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import REAL_DATA, grant, write_json, write_xlsx
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.feeds.threesixtygiving.headings import path_of
from vcs_desktop.wire.record import Record

_REAL = REAL_DATA / "360giving"


def _read(tmp_path, *grants):
    return list(open_feed(write_json(tmp_path / "x", {"grants": list(grants)})).items())


def test_a_grant_keeps_every_field_and_says_that_it_is_a_grant(tmp_path):
    (record,) = _read(tmp_path, grant(custom={"a": 1}))
    assert isinstance(record, Record)
    assert (record.kind, record.id) == ("award", "360G-x-1")
    assert record.data["custom"] == {"a": 1}
    assert record.data["form"] == "grant"
    assert record.data["assumptions"] == []


def test_dates_in_figures_are_read_as_day_month_year_and_the_assumption_is_stated(tmp_path):
    planned = [{"startDate": "30/09/2013", "endDate": "03/10/2014"}]
    (record,) = _read(tmp_path, grant(awardDate="03/04/2014", plannedDates=planned))
    assert record.data["awardDate"] == "2014-04-03"
    assert record.data["plannedDates"] == [{"startDate": "2013-09-30", "endDate": "2014-10-03"}]
    award = thing_of(record)
    assert award.awarded_on == date(2014, 4, 3)
    assert award.starts_on == date(2013, 9, 30)
    assert "3 April 2014" in award.assumptions[0]


def test_a_date_with_a_time_is_the_day_in_london(tmp_path):
    (record,) = _read(tmp_path, grant(awardDate="2024-06-30T23:30:00+00:00"))
    assert record.data["awardDate"] == "2024-07-01"


def test_a_planned_date_that_cannot_be_read_stays_and_the_grant_goes_in(tmp_path):
    planned = [{"startDate": "spring", "duration": 12}, "odd"]
    (record,) = _read(tmp_path, grant(plannedDates=planned))
    assert record.data["plannedDates"] == planned


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"id": ""}, "“id”"),
        ({"awardDate": None}, "when it was given"),
        ({"awardDate": "04/13/2014"}, "04/13/2014"),
        ({"amountAwarded": None}, "how much"),
        ({"amountAwarded": "lots"}, "lots"),
        ({"amountAwarded": True}, "True"),
        ({"amountAwarded": 1e30}, "more than any grant"),
        ({"amountAppliedFor": [5]}, "amountAppliedFor"),
        ({"fundingOrganization": []}, "who gave it"),
        ({"recipientOrganization": [{}]}, "who got it"),
    ],
)
def test_a_grant_that_lacks_what_it_needs_is_refused_where_it_stands(tmp_path, change, why):
    good, bad = grant(), grant("360G-x-2", **change)
    items = _read(tmp_path, good, bad, "odd")
    assert isinstance(items[0], Record)
    assert items[1].where == "grants[1]"
    assert why in items[1].why
    assert items[2].where == "grants[2]"


def test_a_grant_to_a_person_names_nobody(tmp_path):
    private = grant(recipientIndividual={"id": "1", "name": "Ann Other"})
    del private["recipientOrganization"]
    (record,) = _read(tmp_path, private)
    assert thing_of(record).recipient == "A person"


def test_the_same_grant_twice_in_a_file_is_refused_the_second_time(tmp_path):
    items = _read(tmp_path, grant(), grant())
    assert isinstance(items[1], Refusal)
    assert "grants[0]" in items[1].why


def test_mojibake_in_a_grant_is_put_right(tmp_path):
    (record,) = _read(tmp_path, grant(title="CafÃ© club"))
    assert record.data["title"] == "Café club"


_PATHS = [
    ("Identifier", ("id",)),
    ("Recipient Org:Name", ("recipientOrganization", 0, "name")),
    ("Recipient Org:0:Name", ("recipientOrganization", 0, "name")),
    ("recipientOrganization/0/name", ("recipientOrganization", 0, "name")),
    ("recipientOrganization/1/name", ("recipientOrganization", 1, "name")),
    ("Recipient Org:Location:Geographic Code",
     ("recipientOrganization", 0, "location", 0, "geoCode")),
    ("Funding Org:Identifier", ("fundingOrganization", 0, "id")),
    ("Planned Dates:Start Date", ("plannedDates", 0, "startDate")),
    ("From An Open Call?", ("fromOpenCall",)),
    ("Website:Decision Notes", ("Website", "Decision Notes")),
    ("Our own column", ("Our own column",)),
    ("Yes/No", ("Yes/No",)),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "path"), _PATHS)
def test_a_heading_says_where_its_cells_belong(heading, path):
    assert path_of(heading) == path


_TITLES = ["Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date",
           "Recipient Org:Identifier", "Recipient Org:Name", "Recipient Org:Charity Number",
           "Funding Org:Identifier", "Funding Org:Name", "From An Open Call?"]  # fmt: skip
_CELLS = ["360G-x-1", "A warm room", "A room with soup on winter days.", "GBP", 1500,
          "2024-03-01", "GB-CHC-1", "Hall Committee", 1126147, "GB-CHC-2", "Example Foundation",
          "No"]  # fmt: skip


def _expected():
    recipient = {"id": "GB-CHC-1", "name": "Hall Committee", "charityNumber": "1126147"}
    return grant(recipientOrganization=[recipient], fromOpenCall="No", form="grant", assumptions=[])


def test_a_spreadsheet_gives_the_same_grant_as_json(tmp_path):
    cells = [*_CELLS]
    cells[5] = datetime.fromisoformat("2024-03-01T00:00")
    path = write_xlsx(tmp_path / "x", [_TITLES, cells])
    (record,) = open_feed(path).items()
    assert record.data == _expected()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_gives_the_same_grant_as_json(tmp_path, encoding):
    path = tmp_path / "x"
    cells = ["£1,500.00" if cell == 1500 else str(cell) for cell in _CELLS]
    text = "\n".join(";".join(f'"{cell}"' for cell in row) for row in (_TITLES, cells))
    path.write_bytes(text.encode(encoding))
    (record,) = open_feed(path).items()
    assert record.data == _expected()


def test_a_row_that_cannot_be_used_is_refused_by_its_number(tmp_path):
    bad = ["", *_CELLS[1:]]
    path = write_xlsx(tmp_path / "x", [_TITLES, _CELLS, bad])
    items = list(open_feed(path).items())
    assert items[1] == Refusal("row 3", "The grant has no number (“id”).")


_CELL = st.none() | st.text(max_size=12) | st.integers() | st.booleans()


@given(st.lists(st.dictionaries(st.sampled_from([h for h, _ in _PATHS] + _TITLES), _CELL)))
def test_any_cells_under_any_headings_are_taken_or_refused(tmp_path_factory, rows):
    from vcs_desktop.feeds.threesixtygiving.grants import _from_cells, _grant

    for cells in rows:
        named = {heading: cell for heading, cell in cells.items() if cell is not None}
        found = _grant(_from_cells(named), "row 2")
        assert isinstance(found, Record | Refusal)


def _flat(value, path=""):
    """Flatten a grant as the standard's own tool does."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}/{key}" if path else key)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _flat(inner, f"{path}/{place}")
    else:
        yield path, value


@pytest.mark.skipif(not _REAL.exists(), reason="the real grants are not here")
def test_783_real_grants_come_the_same_out_of_json_and_out_of_a_spreadsheet(tmp_path):
    original = _REAL / "ab_charitable_trust.json"
    grants = json.loads(original.read_text("utf-8-sig"))["grants"]
    rows = [
        {(p.replace("/", ":") if p.startswith("Website") else p): v for p, v in _flat(one)}
        for one in grants
    ]
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    table = [headings, *([row.get(heading) for heading in headings] for row in rows)]
    from_sheet = list(open_feed(write_xlsx(tmp_path / "x", table)).items())
    from_json = list(open_feed(original).items())
    assert len(from_json) == 783
    assert all(isinstance(record, Record) for record in from_json)
    for one, other in zip(from_json, from_sheet, strict=True):
        assert _tidy(one) == _tidy(other)


def _tidy(record):
    """Leave out what a spreadsheet cannot keep: spaces at the ends and kinds of line ends."""
    return {
        path: value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
        for path, value in _flat(record.data)
        if value != ""
    }


@pytest.mark.skipif(not _REAL.exists(), reason="the real grants are not here")
def test_254_real_grants_in_oxfordshire_with_dates_in_figures_all_go_in():
    found = [
        record
        for number in (1, 2)
        for record in open_feed(_REAL / f"oxfordshire_community_foundation_{number}.json").items()
    ]
    assert len(found) == 254
    for record in found:
        award = thing_of(record)
        assert award.awarded_on.year in range(2012, 2017)
        assert "day, month, year" in award.assumptions[0]
        assert award.amount_pence
