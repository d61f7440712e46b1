"""What the Funding page says, without a window."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLabel

from vcs_desktop.domain.fit.result import Answer, Fit, Reason, Verdict
from vcs_desktop.domain.funding import FundingCall, Question, RequiredDocument
from vcs_desktop.domain.opportunities import (
    Filters,
    OpportunityDetail,
    OpportunityLine,
    OpportunityList,
    RecordLine,
)
from vcs_desktop.domain.tenders import Change, TenderNotice
from vcs_desktop.services.library import FileReport, LoadReport, Refused
from vcs_desktop.ui import opportunity_words
from vcs_desktop.ui.loading.load_words import words_of
from vcs_desktop.ui.pages.funding import result_words, words
from vcs_desktop.ui.pages.funding.calendar_saver import file_name
from vcs_desktop.ui.pages.funding.contract_parts import contract_parts
from vcs_desktop.ui.pages.funding.grant_parts import grant_parts
from vcs_desktop.ui.pages.funding.summary_card import SummaryCard


def fit(verdict, *answers, advises=()):
    deciding = [Reason("rule", answer, "", "") for answer in answers]
    advice = [Reason("rule", answer, "", "", advises=True) for answer in advises]
    return Fit(verdict, 50, (*advice, *deciding))


MEETS, FAILS, UNKNOWN = Answer.MEETS, Answer.FAILS, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        (fit(Verdict.CAN, MEETS, MEETS), "You can apply: you meet all 2 things they ask for"),
        (fit(Verdict.CAN, MEETS), "You can apply: you meet what they ask for"),
        (fit(Verdict.CAN), "You can apply"),
        (fit(Verdict.CAN, MEETS, advises=(FAILS,)), "You can apply: you meet what they ask for"),
        (fit(Verdict.CHECK, MEETS, UNKNOWN),
         "Find out first: you meet 1 of 2 things they ask for"),
        (fit(Verdict.CANNOT, FAILS, MEETS), "You cannot apply: 1 thing rules you out"),
        (fit(Verdict.CANNOT, FAILS, FAILS), "You cannot apply: 2 things rule you out"),
    ],
)  # fmt: skip
def test_the_verdict_says_how_much_of_it_is_met(judged, expected):
    assert words.verdict_line(judged) == expected


def detail(call=None, notice=None, **record):
    line = OpportunityLine(RecordLine("id", "funding_call", "Title", **record))
    return OpportunityDetail(line, call=call, notice=notice)


def test_the_closing_day_has_its_hour_where_there_is_one():
    noon = datetime(2026, 7, 3, 11, tzinfo=UTC)
    assert words.closes_fact(detail(FundingCall("id", "T", closes_at=noon))) == (
        "Friday 3 July 2026 at 12:00"
    )
    assert words.closes_fact(detail(notice=TenderNotice("id", "T", deadline_at=noon))) == (
        "Friday 3 July 2026 at 12:00"
    )


def test_without_a_moment_the_day_stands_for_itself():
    call = FundingCall("id", "T")
    assert words.closes_fact(detail(call, closes_on=date(2026, 12, 4))) == "Friday 4 December 2026"
    assert words.closes_fact(detail(call, rolling=True)) == "Open all year"
    assert words.closes_fact(detail(call)) == "They do not say"


def test_about_when_they_decide_is_a_date():
    from dataclasses import replace

    known = replace(detail(closes_on=date(2026, 12, 4)), decides_on=date(2027, 1, 29))
    assert words.decides_fact(known) == "About Friday 29 January 2027"
    rolling = replace(detail(rolling=True), decides_on=date(2027, 1, 29))
    assert words.decides_fact(rolling) == "About Friday 29 January 2027, if you apply today"
    assert words.decides_fact(detail()) == "They do not say"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2027, 2, 1), date(2028, 1, 31), "1 February 2027 to 31 January 2028"),
        (date(2027, 2, 1), None, "From 1 February 2027"),
        (None, date(2028, 1, 31), "Until 31 January 2028"),
        (None, None, ""),
    ],
)
def test_a_contract_says_when_its_work_runs(start, end, expected):
    assert words.contract_runs(TenderNotice("id", "T", starts_on=start, ends_on=end)) == expected


def test_practice_is_said_once():
    practice = RecordLine("id", "tender", "Lunches (practice)", "City", practice=True)
    assert opportunity_words.who_says(practice) == "City"
    plain = RecordLine("id", "tender", "Lunches", "City", practice=True)
    assert opportunity_words.who_says(plain) == "Practice · City"
    assert opportunity_words.kind_words(plain) == "Contract to bid for"
    assert opportunity_words.who_says(RecordLine("id", "tender", "Hall", practice=True)) == (
        "Practice"
    )


def texts(widgets):
    return [each.text() for widget in widgets for each in widget.findChildren(QLabel)]


def test_a_grant_says_what_it_asks_and_what_it_pays_for(qapp):
    call = FundingCall(
        "id",
        "T",
        questions=(Question("1", "Who are you?", 100, "words", "Be short."), Question("2", "Why?")),
        required_documents=(RequiredDocument("accounts", 12), RequiredDocument("rules")),
        cost_types=("food",),
        pays_overheads=False,
        match_percent=10,
        max_duration_months=1,
        exclusions=("vehicles",),
    )
    told = texts(grant_parts(call))
    for expected in (
        "1. Who are you?",
        "Up to 100 words",
        "Be short.",
        "2. Why?",
        "•  Accounts, no more than 12 months old",
        "•  Rules",
        "•  Food",
        "•  Nothing towards your running costs",
        "•  You must find 10 % of the cost elsewhere",
        "•  Work that lasts up to 1 month",
        "•  Vehicles",
    ):
        assert expected in told


def test_a_grant_that_says_nothing_of_these_has_no_empty_cards(qapp):
    assert grant_parts(FundingCall("id", "T")) == []


def test_a_contract_says_what_the_buyer_changed(qapp):
    moment = datetime(2026, 11, 5, 9, tzinfo=UTC)
    notice = TenderNotice("id", "T", stage="implementation")
    from dataclasses import replace

    told = texts(
        contract_parts(
            replace(
                detail(notice=notice),
                changes=(
                    Change(moment, "Closing day", "4 December", "11 December"),
                    Change(None, "Parts", "", "2 parts"),
                    Change(None, "Value", "£5", ""),
                ),
            ),
            notice,
        )
    )
    assert "Closing day, changed on 5 November 2026" in told
    assert "It said: 4 December\nIt says now: 11 December" in told
    assert "New: 2 parts" in told
    assert "Taken out. It said: £5" in told


def test_a_long_text_begins_and_goes_on_behind_a_fold(qapp):
    long = "word " * 200
    card = SummaryCard(detail(FundingCall("id", "T", summary=long)))
    told = texts([card])
    assert any(text.endswith("…") and len(text) < 450 for text in told)
    assert long in told
    card.deleteLater()


def test_only_the_summary_is_there_when_a_record_has_no_more(qapp):
    card = SummaryCard(detail(summary="Short."))
    assert "Short." in texts([card])
    card.deleteLater()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Community kitchens: 2026/27", "Community kitchens 2026 27"),
        ("../../etc", "etc"),
        ("???", "Closing day"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_title_becomes_a_name_for_a_file(title, expected):
    assert file_name(title) == expected


@pytest.mark.parametrize(
    ("filters", "title"),
    [
        (Filters(words="lunch"), "Nothing found for “lunch”"),
        (Filters(kept_only=True), "You have not kept anything that is open"),
        (Filters(amount_max_pence=5), "Nothing matches"),
        (Filters(), "No open grants or contracts yet"),
    ],
)
def test_an_empty_list_says_why_it_is_empty(filters, title):
    assert result_words.empty_words(filters)[0] == title


def test_with_nothing_there_the_page_says_so():
    assert result_words.headline(OpportunityList(()), Filters()) == "Nothing to show"
    assert result_words.headline(OpportunityList(()), Filters(words="x")) == (
        "Results for “x”: nothing found"
    )


def report(*files, stopped=False):
    return LoadReport(tuple(files), stopped)


def test_what_came_of_files_is_told_in_all():
    told = words_of(
        report(
            FileReport("/a/one.json", "ocds", 5, 3, 1, 1),
            FileReport("/a/two.csv", "360giving", 2, 1, refused=(Refused("row 2", "no title"),)),
            FileReport("/a/three.bin", "", refused=(Refused("", "This is a picture."),)),
            FileReport("/a/four.json", "ocds"),
        )
    )
    assert told.headline == "4 added and 1 changed. What is still open is in the list."
    assert told.lines == (
        "one.json: 3 new, 1 changed, 1 already here.",
        "two.csv: 1 new, 1 could not be used.",
        "three.bin: this file could not be used. This is a picture.",
        "four.json: nothing in it.",
    )
    assert told.refused == ("two.csv, row 2: no title",)
    assert told.refused_title == "See why 1 entry could not be used"
    assert told.kind == "warn"


def test_with_one_file_its_line_stands_in_the_headline():
    told = words_of(report(FileReport("/a/one.json", "ocds", 3, 3)))
    assert told.headline.endswith("one.json: 3 new.")
    assert told.kind == "ok"


def test_a_file_of_which_nothing_could_be_used_says_why_at_once():
    told = words_of(report(FileReport("/a/x.pdf", "", refused=(Refused("", "This is a PDF."),))))
    assert told.headline == "Nothing was added. x.pdf: this file could not be used. This is a PDF."
    assert (told.refused, told.kind) == ((), "bad")


def test_what_was_given_already_is_said_to_be_elsewhere_than_in_the_list():
    given = FileReport("/a/grants.csv", "360Giving (CSV)", 2, 2)
    assert "Who has been funded near us" in words_of(report(given)).headline
    open_too = FileReport("/a/contracts.json", "OCDS (JSON)", 1, 1)
    assert "in the list" in words_of(report(given, open_too)).headline


def test_good_news_with_one_bad_file_asks_for_care():
    assert words_of(report(FileReport("a", "ocds", 1, 1), FileReport("b", ""))).kind == "warn"


@pytest.mark.parametrize(
    ("where", "said"),
    [("releases[0]", "entry 1"), ("grants[1199]", "entry 1,200"), ("row 2", "row 2")],
)
def test_places_in_a_file_are_counted_as_people_do(where, said):
    told = words_of(report(FileReport("/a/one.json", "ocds", 2, 1, refused=(Refused(where, "?"),))))
    assert told.refused == (f"one.json, {said}: ?",)


def test_a_load_without_any_file_says_that_nothing_was_added():
    assert words_of(report(stopped=True)).headline == "You stopped this. Nothing was added."
    assert words_of(report(stopped=True)).kind == "info"
