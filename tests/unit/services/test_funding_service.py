"""Lists, details and awards out of a real library file."""

from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from tests.support.fit_examples import LUNCH_CLUB, NOBODY
from tests.support.funding_library import (
    ARTS,
    EVERYTHING,
    LUNCHES,
    MEALS,
    TODAY,
    Household,
    award,
    contract,
    grant,
    place,
    put_process,
)
from vcs_desktop.core.errors import CannotUseInput, NotFound
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import pence_of
from vcs_desktop.domain.opportunities import Filters, Order
from vcs_desktop.services import funding as module
from vcs_desktop.services.choices import NO_REASON
from vcs_desktop.services.funding import FundingService
from vcs_desktop.wire.record import Record


@pytest.fixture
def house(tmp_path):
    made = Household(tmp_path)
    made.put(*EVERYTHING)
    yield made
    made.close()


@pytest.fixture
def funding(house):
    return house.funding


def titles(lines):
    return [line.record.title for line in lines]


def test_the_first_list_is_what_is_open_by_closing_day_and_not_judged_yet(funding):
    answer = funding.first_open()
    assert titles(answer.open_to_you) == [
        "arts", "lunches", "surgery", "meals", "charities", "rolling",
    ]  # fmt: skip
    assert {line.fit for line in answer.open_to_you} == {None}
    assert (answer.total, answer.on, answer.judged_for) == (6, TODAY, "")


def test_a_grant_that_closed_yesterday_is_not_offered(funding):
    assert "closed" not in titles(funding.first_open().open_to_you)
    found = funding.find(Filters())
    assert "closed" not in titles((*found.open_to_you, *found.not_for_you))


def test_the_first_list_is_short_and_says_how_many_there_are(funding):
    answer = funding.first_open(limit=2)
    assert titles(answer.open_to_you) == ["arts", "lunches"]
    assert answer.total == 6


def test_the_best_come_first_and_what_cannot_be_applied_for_stands_apart(funding):
    found = funding.find(Filters())
    assert set(titles(found.open_to_you)[:3]) == {"meals", "rolling", "lunches"}
    assert titles(found.open_to_you)[3:] == ["arts"]
    assert set(titles(found.not_for_you)) == {"charities", "surgery"}
    assert found.total == 6
    assert all(line.fit for line in (*found.open_to_you, *found.not_for_you))


def test_the_list_says_for_whom_it_was_judged(house, tmp_path):
    practice = replace(LUNCH_CLUB, name="Marston Lunch Club (practice)")
    parts = (house.database, house.clock, house.fit, house.choices)
    told = [
        FundingService(*parts, lambda each=each: each).find(Filters()).judged_for
        for each in (practice, LUNCH_CLUB)
    ]
    assert told == ["Marston Lunch Club, a practice group", LUNCH_CLUB.name]


def test_by_closing_day_what_cannot_be_applied_for_still_stands_apart(funding):
    found = funding.find(Filters(order=Order.CLOSING))
    assert titles(found.open_to_you) == ["arts", "lunches", "meals", "rolling"]
    assert titles(found.not_for_you) == ["surgery", "charities"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(kinds=(Kind.TENDER,)), {"lunches", "surgery"}),
        (Filters(kinds=(Kind.FUNDING_CALL, Kind.TENDER)),
         {"meals", "arts", "charities", "rolling", "lunches", "surgery"}),
        (Filters(closing_within_days=7), {"arts"}),
        (Filters(amount_max_pence=pence_of(5_000)), {"meals", "arts", "rolling"}),
        (Filters(words="theatre"), {"arts"}),
        (Filters(area="E07000178", kinds=(Kind.FUNDING_CALL,), words="arts"), {"arts"}),
        (Filters(kept_only=True), set()),
    ],
)  # fmt: skip
def test_filters_leave_only_what_answers_them(house, funding, filters, expected):
    house.library.finish_index()
    found = funding.find(filters)
    assert set(titles((*found.open_to_you, *found.not_for_you))) == expected
    assert found.total == len(expected)
    assert set(titles(funding.first_open(filters).open_to_you)) == expected


def test_with_filters_too_the_best_come_first(funding):
    found = funding.find(Filters(kinds=(Kind.FUNDING_CALL,)))
    assert titles(found.open_to_you)[-1] == "arts"


def test_what_is_hidden_leaves_both_lists_until_it_is_asked_for(house, funding):
    house.choices.hide(MEALS.id, "Too much work")
    assert "meals" not in titles(funding.first_open().open_to_you)
    assert "meals" not in titles(funding.find(Filters()).open_to_you)
    assert funding.find(Filters()).total == 5
    shown = funding.find(Filters(hidden_too=True))
    line = next(line for line in shown.open_to_you if line.record.title == "meals")
    assert line.hidden_because == "Too much work"
    assert shown.total == 6


def test_something_hidden_without_a_reason_still_says_that_it_is_hidden(house, funding):
    house.choices.hide(MEALS.id, " ")
    assert funding.detail(MEALS.id).line.hidden_because == NO_REASON


def test_cards_say_what_is_kept_and_what_is_on_the_sheet(house, funding):
    house.choices.keep(MEALS.id)
    house.choices.put_on_sheet(ARTS.id)
    lines = {line.record.title: line for line in funding.find(Filters()).open_to_you}
    assert (lines["meals"].kept, lines["meals"].on_sheet) == (True, False)
    assert (lines["arts"].kept, lines["arts"].on_sheet) == (False, True)
    assert titles(funding.find(Filters(kept_only=True)).open_to_you) == ["meals"]


def test_what_was_not_judged_at_once_is_judged_while_nobody_asks(funding, monkeypatch):
    monkeypatch.setattr(module, "JUDGED_AT_ONCE", 2)
    assert len(titles(funding.find(Filters()).open_to_you)) <= 2
    assert funding.judge_the_rest(Event()) is True
    found = funding.find(Filters())
    assert len((*found.open_to_you, *found.not_for_you)) == 6
    assert funding.judge_the_rest(Event()) is False


def test_lines_come_in_the_order_asked_for_and_gone_ones_are_left_out(funding):
    lines = funding.lines([LUNCHES.id, "gone", MEALS.id])
    assert titles(lines) == ["lunches", "meals"]
    assert lines[1].fit.verdict is Verdict.CAN


def test_a_grant_in_full_says_about_when_they_decide(funding):
    detail = funding.detail(MEALS.id)
    assert detail.call.title == "meals"
    assert detail.notice is None
    assert detail.decides_on == date(2027, 1, 29)
    assert detail.provenance.licence == "OGL-UK-3.0"
    assert detail.line.fit.verdict is Verdict.CAN


def test_a_grant_that_is_open_all_year_decides_so_many_weeks_from_today(funding):
    assert funding.detail("grant/rolling").decides_on == date(2027, 1, 4)


def test_a_contract_in_full_is_explained_in_plain_english(funding):
    detail = funding.detail(LUNCHES.id)
    assert detail.call is None
    assert detail.notice.lots[0].title == "Monday lunches"
    assert "Where it stands" in [heading for heading, _ in detail.plainly]
    assert detail.changes == ()


def test_what_the_buyer_changed_is_told_newest_first(house):
    first = contract("changed", 8_000, date="2026-11-01T09:00:00Z")
    second = contract("changed", 9_000, date="2026-11-05T09:00:00Z")
    put_process(house.database, first, second)
    changes = house.funding.detail(first.id).changes
    assert ("£8,000", "£9,000") in [(each.before, each.after) for each in changes]


@pytest.mark.parametrize("record_id", ["nothing", "360G-one", "grant/broken"])
def test_what_is_not_a_grant_or_contract_we_can_read_is_not_found(house, record_id):
    house.put(award("one", 100))
    house.put(grant("broken", rolling="perhaps"))
    with pytest.raises(NotFound):
        house.funding.detail(record_id)


def test_a_closing_day_is_saved_for_any_calendar(funding, tmp_path):
    funding.add_to_calendar(MEALS.id, tmp_path / "meals.ics")
    assert b"DTSTART;VALUE=DATE:20261218" in (tmp_path / "meals.ics").read_bytes()


def test_without_a_closing_day_there_is_nothing_for_the_calendar(funding, tmp_path):
    with pytest.raises(CannotUseInput):
        funding.add_to_calendar("grant/rolling", tmp_path / "rolling.ics")
    assert not (tmp_path / "rolling.ics").exists()


def test_areas_to_choose_from_are_those_that_there_are_today(house):
    house.put(
        place("Cherwell", "E07000177"),
        place("Old Town", "E07000999", validTo="2024-01-01"),
        place("New Town", "E07000998", validFrom="2028-04-01"),
        place("Oxfordshire", "E10000025", "county"),
        place("England", "E92000001", "country"),
        place("Damaged", "E07000180", offers=[{"not": "words"}]),
    )
    assert house.funding.areas() == [("E07000177", "Cherwell"), ("E10000025", "Oxfordshire")]


def test_grants_to_be_asked_about_are_those_whose_rules_look_at_others(house):
    assert house.funding.grants_to_hold() == []
    one_of = [{"kind": "one_of", "ids": [MEALS.id, "grant/gone"]}]
    alone = [{"kind": "one_live_grant", "ids": []}]
    house.put(grant("zeal", conflicts=one_of))
    house.put(grant("again", conflicts=alone))
    found = house.funding.grants_to_hold()
    assert [each for each, _ in found] == ["grant/again", MEALS.id, "grant/zeal"]
    assert [title for _, title in found] == sorted(title for _, title in found)


def test_a_library_with_nothing_in_it_answers_too(tmp_path):
    house = Household(tmp_path)
    try:
        assert house.funding.first_open().open_to_you == ()
        assert house.funding.find(Filters()).total == 0
        assert house.funding.funded_near_us().awards == ()
    finally:
        house.close()


AWARDS = (
    award("lunch", 500, "2025-01-01", "Cherwell 004A"),
    award("choir", 2_000, "2025-06-01", "Cherwell 005B"),
    award("hall", 90_000, "2024-01-01", "Oxford 018B", funder="Lottery"),
)


def test_one_award_is_shown_among_what_its_funder_gave(house, monkeypatch):
    house.put(
        award("choir", 2_000, funder="Parish Trust"),
        award("hall", 800, on="2020-01-01", funder="Parish Trust"),
        award("boat", 500),
    )
    near = house.funding.funded_with("360G-hall")
    assert [each.title for each in near.awards] == ["choir", "hall"]
    assert near.words == "Parish Trust"
    monkeypatch.setattr(module, "AWARDS_LISTED", 1)
    assert [each.title for each in house.funding.funded_with("360G-hall").awards] == ["hall"]


@pytest.mark.parametrize("other", ["gone", MEALS.id])
def test_what_is_no_award_is_not_shown_among_awards(house, other):
    with pytest.raises(NotFound):
        house.funding.funded_with(other)


def test_awards_near_us_are_listed_newest_first_and_summed_up(house):
    house.put(*AWARDS)
    near = house.funding.funded_near_us()
    assert [each.title for each in near.awards] == ["choir", "lunch"]
    assert near.where == "in or near Cherwell"
    assert near.summary.median_pence == pence_of(1_250)
    assert near.total == 2


def test_awards_are_found_by_place_or_by_funder_each_once(house):
    house.put(*AWARDS)
    assert [each.title for each in house.funding.funded_near_us("oxford").awards] == ["hall"]
    by_funder = house.funding.funded_near_us("lottery")
    assert [each.title for each in by_funder.awards] == ["hall"]
    assert by_funder.where == "for “lottery”"
    assert house.funding.funded_near_us("Mars").total == 0


def test_only_the_newest_awards_are_listed_but_all_are_measured(house):
    house.put(*AWARDS)
    near = house.funding.funded_near_us("c", limit=1)
    assert len(near.awards) == 1
    assert near.total == near.summary.count > 1


def test_a_group_that_says_no_area_sees_every_award(tmp_path):
    house = Household(tmp_path, profile=NOBODY)
    try:
        house.put(*AWARDS)
        near = house.funding.funded_near_us()
        assert (near.total, near.where) == (3, "in the library")
    finally:
        house.close()


def test_a_broken_record_does_not_spoil_the_list(house):
    house.put(Record("funding_call", "grant/odd", {"grantName": "odd", "rolling": True,
                                                   "legalForms": ["no such form"]}))  # fmt: skip
    found = house.funding.find(Filters())
    assert "meals" in titles(found.open_to_you)
