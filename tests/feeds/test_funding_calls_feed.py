"""Funding calls in our own format: kind in what it takes, strict in what it gives."""

import json
from datetime import UTC, date, datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import write_json, write_xlsx
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.from_record import line_of, thing_of
from vcs_desktop.domain.funding_format import FIELDS
from vcs_desktop.feeds.funding_calls.calls import call_of_item
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.wire.record import Record, canonical

_CALL = {
    "id": "grant/warm-rooms",
    "grantName": "Warm rooms",
    "grantShortDescription": "Money for rooms with soup.",
    "fundingOrganization": {"name": "Example Foundation"},
    "grantLocation": [{"geoCode": "E10000025", "name": "Oxfordshire"}],
    "legalForms": ["charity", "unincorporated"],
    "incomeMax": 100000,
    "grantMaximumAward": 2500,
    "grantApplicationCloseDate": "2026-12-04",
    "questions": [{"ref": "1", "text": "What will you do?", "limit": 150, "unit": "words"}],
    "requiredDocuments": [{"name": "Accounts", "maxAgeMonths": 18}],
    "themes": ["food", "warmth"],
    "ourOwnField": {"kept": True},
}
_ROW = {
    "id": "grant/warm-rooms",
    "Grant name": "Warm rooms",
    "grantShortDescription": "Money for rooms with soup.",
    "fundingOrganization/name": "Example Foundation",
    "grantLocation/0/geoCode": "E10000025",
    "grantLocation/0/name": "Oxfordshire",
    "legalForms": "charity; unincorporated",
    "incomeMax": "£100,000",
    "grantMaximumAward": 2500,
    "grantApplicationCloseDate": "4 December 2026",
    "questions/0/ref": 1,
    "questions/0/text": "What will you do?",
    "questions/0/limit": 150,
    "questions/0/unit": "words",
    "requiredDocuments/0/name": "Accounts",
    "requiredDocuments/0/maxAgeMonths": 18,
    "themes": "food; warmth",
}


def _one(path):
    (item,) = open_feed(path).items()
    assert isinstance(item, Record), item
    return item


def _text(path, text, encoding="utf-8"):
    path.write_text(text, encoding)
    return path


def _taken(**fields):
    item = call_of_item({"grantName": "Warm rooms", **fields}, "item")
    assert isinstance(item, Record), item
    return thing_of(item)


def _why(**fields):
    item = call_of_item({"grantName": "Warm rooms", **fields}, "row 2")
    assert isinstance(item, Refusal), item
    return item.why


def test_the_four_ways_to_write_a_call_give_the_same_call(tmp_path):
    expected = {key: value for key, value in _CALL.items() if key != "ourOwnField"}
    headings = ",".join(f'"{heading}"' for heading in _ROW)
    cells = ",".join(f'"{cell}"' for cell in _ROW.values())
    files = (
        write_json(tmp_path / "1", {"fundingCalls": [_CALL]}),
        write_json(tmp_path / "2", [_CALL]),
        write_json(tmp_path / "3", _CALL),
        _text(tmp_path / "4", yaml.safe_dump({"fundingCalls": [_CALL]})),
        _text(tmp_path / "5", yaml.safe_dump(_CALL)),
        _text(tmp_path / "6", f"{headings}\n{cells}\n", "utf-8-sig"),
        write_xlsx(tmp_path / "7", [list(_ROW), list(_ROW.values())]),
    )
    for path in files:
        record = _one(path)
        data = dict(record.data)
        assert data.pop("ourOwnField", {"kept": True}) == {"kept": True}
        assert data == expected, open_feed(path).format
        assert record.id == "grant/warm-rooms"


def test_a_field_of_ones_own_is_kept(tmp_path):
    assert _one(write_json(tmp_path / "x", _CALL)).data["ourOwnField"] == {"kept": True}
    path = write_xlsx(tmp_path / "y", [["grantName", "Our column"], ["Warm rooms", 5]])
    assert _one(path).data["Our column"] == 5


def test_a_day_alone_means_until_its_last_minute():
    assert _taken(grantApplicationCloseDate="2026-12-04").closes_at == datetime(
        2026, 12, 4, 23, 59, tzinfo=UTC
    )
    assert _taken(grantApplicationCloseDate="4 July 2026").closes_at == datetime(
        2026, 7, 4, 22, 59, tzinfo=UTC
    )


def test_a_day_with_a_time_keeps_it():
    for said in ("4 July 2026, 12 noon", "2026-07-04T12:00", "2026-07-04T11:00:00Z"):
        closes_at = _taken(grantApplicationCloseDate=said).closes_at
        assert closes_at == datetime(2026, 7, 4, 11, tzinfo=UTC)


def test_what_people_write_is_taken():
    call = _taken(
        grantMaximumAward="£20,000",
        matchFundingPercent="10%",
        rolling="yes",
        paysOverheads="No",
        legalForms="Registered charity; CIO; A group with no written rules yet",
        fundingOrganization="Example Foundation",
        grantProgramme="Winter",
        grantLocation="Oxford; West Oxfordshire; the moon",
        requiredDocuments="Accounts\nBank statement",
        questions=["What?", "Why?"],
        currency="GBP",
    )
    assert call.award_max_pence == 2_000_000
    assert call.match_percent == 10
    assert call.rolling
    assert call.pays_overheads is False
    assert call.legal_forms == ("charity", "cio", "unincorporated")
    assert call.funder == "Example Foundation"
    assert call.programme == "Winter"
    assert call.areas == ("E07000178", "E07000181")
    assert call.area_text == "Oxford, West Oxfordshire, the moon"
    assert [one.name for one in call.required_documents] == ["Accounts", "Bank statement"]
    assert [one.text for one in call.questions] == ["What?", "Why?"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"grantName": ""}, "grantName"),
        ({"grantName": ["a"]}, "grantName"),
        ({"grantMaximumAward": "a lot"}, "grantMaximumAward"),
        ({"grantMaximumAward": -5}, "grantMaximumAward"),
        ({"grantMaximumAward": float("inf")}, "grantMaximumAward"),
        ({"grantMaximumAward": 10**15}, "grantMaximumAward"),
        ({"grantMinimumAward": 9, "grantMaximumAward": 5}, "grantMinimumAward"),
        ({"incomeMin": 9, "incomeMax": 5}, "incomeMin"),
        ({"grantApplicationCloseDate": "soon"}, "grantApplicationCloseDate"),
        ({"grantApplicationCloseDate": 20261204}, "grantApplicationCloseDate"),
        ({"grantApplicationOpenDate": "31/02/2026"}, "grantApplicationOpenDate"),
        (
            {"grantApplicationOpenDate": "2026-12-02", "grantApplicationCloseDate": "2026-12-01"},
            "grantApplicationOpenDate",
        ),
        ({"rolling": True, "grantApplicationCloseDate": "2026-12-01"}, "rolling"),
        ({"rolling": "perhaps"}, "rolling"),
        ({"legalForms": ["a club"]}, "a club"),
        ({"legalForms": {"a": 1}}, "legalForms"),
        ({"decisionWeeks": 1.5}, "decisionWeeks"),
        ({"matchFundingPercent": 150}, "matchFundingPercent"),
        ({"successRate": 33}, "successRate"),
        ({"currency": "EUR"}, "EUR"),
        ({"status": "ajar"}, "ajar"),
        ({"questions": [{"text": "What?", "unit": "lines"}]}, "unit"),
        ({"questions": [{"text": "What?", "limit": "short"}]}, "questions/limit"),
        ({"questions": [{"ref": "1"}]}, "text"),
        ({"conflicts": [{"text": "Not both"}]}, "kind"),
        ({"conflicts": ["Not both"]}, "conflicts"),
        ({"requiredDocuments": [{"maxAgeMonths": 3}]}, "name"),
        ({"fundingOrganization": 5.5, "signatoriesNeeded": "two"}, "signatoriesNeeded"),
        ({"closesAfterDays": 30}, "closesAfterDays"),
        ({"validFrom": "2026-05-01", "validTo": "2026-01-01"}, "validTo"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(fields, named):
    assert named in _why(**fields)


def test_every_problem_of_a_row_is_told_at_once():
    why = _why(rolling="perhaps", incomeMax="little")
    assert "rolling" in why
    assert "incomeMax" in why


def test_a_bad_row_is_refused_by_its_number_and_the_good_rows_go_in(tmp_path):
    rows = [["grantName", "rolling"], ["Warm rooms", "yes"], ["Cold rooms", "perhaps"]]
    good, bad = open_feed(write_xlsx(tmp_path / "x", rows)).items()
    assert isinstance(good, Record)
    assert bad.where == "row 3"
    path = _text(tmp_path / "y", "- grantName: A\n- words\n- grantName: B\n  incomeMax: lots\n")
    items = list(open_feed(path).items())
    assert [getattr(item, "where", "") for item in items] == [
        "",
        "fundingCalls[1]",
        "fundingCalls[2]",
    ]


def test_a_call_without_an_id_gets_the_same_one_each_time():
    first = call_of_item({"grantName": "Warm rooms", "fundingOrganization": "A"}, "x")
    again = call_of_item({"fundingOrganization": {"name": "A"}, "grantName": "Warm rooms"}, "y")
    other = call_of_item({"grantName": "Warm rooms", "fundingOrganization": "B"}, "z")
    assert first.id == again.id != other.id
    assert first.id.startswith("grant/a-warm-rooms-")


def test_the_same_id_twice_in_a_file_is_refused_the_second_time(tmp_path):
    items = list(open_feed(write_json(tmp_path / "x", [_CALL, _CALL])).items())
    assert isinstance(items[1], Refusal)


def test_practice_material_alone_may_close_some_days_after_first_use():
    assert _taken(practice=True, closesAfterDays=30).practice


def test_the_line_of_a_call_says_what_a_list_shows(tmp_path):
    line = line_of(_one(write_json(tmp_path / "x", _CALL)))
    assert line.title == "Warm rooms"
    assert line.who == "Example Foundation"
    assert line.closes_on == date(2026, 12, 4)
    assert line.amount_max_pence == 250_000
    assert line.areas == ("E10000025",)


def test_yaml_keeps_dates_as_they_are_written_and_refuses_aliases(tmp_path):
    path = _text(tmp_path / "x", "grantName: X\ngrantApplicationCloseDate: 2026-12-04 12:00\n")
    assert _one(path).data["grantApplicationCloseDate"] == "2026-12-04T12:00+00:00"
    path = _text(tmp_path / "y", "a: &a [x]\nb: [*a, *a]\ngrantName: X\n")
    with pytest.raises(CannotUseInput):
        open_feed(path)


def test_a_list_that_is_none_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        list(open_feed(_text(tmp_path / "x", "fundingCalls: words\n")).items())
    assert "grantName" in refused.value.advice
    assert (
        len(list(open_feed(_text(tmp_path / "y", "fundingCalls:\n  grantName: A\n")).items())) == 1
    )
    assert list(open_feed(_text(tmp_path / "z", "fundingCalls:\n")).items()) == []


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
_NAMES = st.sampled_from([note.name for note in FIELDS]) | st.text(max_size=5)


@given(st.dictionaries(_NAMES, _ANY, max_size=8))
def test_any_fields_at_all_are_taken_or_refused_in_words(fields):
    item = call_of_item(fields, "row 2")
    if isinstance(item, Refusal):
        assert item.why
    else:
        canonical(item.data)
        thing_of(item)
        line_of(item)


@given(st.text(alphabet="grantNme: -\n[]{}&*!|>'\"#12.5e", max_size=60))
def test_any_yaml_is_read_or_refused_in_words(tmp_path_factory, text):
    path = _text(tmp_path_factory.mktemp("y") / "x.yaml", f"grantName: x\n{text}")
    try:
        for item in open_feed(path).items():
            assert isinstance(item, Record | Refusal)
            if isinstance(item, Record):
                json.dumps(item.data)
    except CannotUseInput as error:
        assert error.advice  # noqa: PT017 - what must hold if it is refused
