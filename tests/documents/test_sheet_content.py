"""What the sheet says of a grant or a contract, in words."""

from datetime import UTC, date, datetime

import pytest

from tests.support.sheet_examples import (
    AREA,
    CAN,
    CANNOT,
    CHECK,
    COST,
    FORM,
    TODAY,
    WORTH,
    a_contract,
    a_grant,
)
from vcs_desktop.documents.committee_sheet import item_of
from vcs_desktop.documents.committee_sheet.data import SheetData, counted, warnings_first
from vcs_desktop.domain.fit.result import Answer, Fit, Reason, Verdict
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.tenders import Lot


def facts(thing, fit=CAN, today=TODAY):
    return {fact.label: fact.text for fact in item_of(thing, fit, today).facts}


def test_a_grant_says_who_how_much_and_until_when():
    told = facts(a_grant())
    assert told["Who"] == "Thames Valley Hearth Fund, Small Grants"
    assert told["How much"] == "£500 to £3,000"
    assert told["Closes"] == "Friday 4 December 2026 at 12:00"


def test_the_decision_is_given_as_a_date():
    assert facts(a_grant())["They decide"] == "About Friday 29 January 2027"


def test_the_decision_of_a_rolling_grant_counts_from_today():
    rolling = a_grant(closes_at=None, rolling=True)
    assert facts(rolling)["They decide"] == "About Sunday 17 January 2027, if we apply today"
    assert facts(rolling)["Closes"] == "Open all year"


def test_when_they_decide_is_not_made_up():
    assert facts(a_grant(decision_weeks=None))["They decide"] == "They do not say when."


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 4), "the day this sheet was made"),
        (date(2026, 12, 3), "the day after this sheet was made"),
        (date(2026, 12, 5), "It has closed."),
    ],
)
def test_that_time_is_short_or_over_is_said_in_words(today, words):
    assert words in facts(a_grant(), today=today)["Closes"]


def test_a_day_without_an_hour_is_a_day():
    item = item_of(a_contract(), CHECK, TODAY)
    assert item.closes == "15 January 2027"
    assert facts(a_contract())["Closes"] == "Friday 15 January 2027"


def test_a_contract_says_what_a_contract_says():
    item = item_of(a_contract(), CHECK, TODAY)
    told = facts(a_contract())
    assert (item.sort, item.who, item.amount) == (
        "Contract to bid for",
        "Oxfordshire County Council",
        "£45,000",
    )
    assert told["Work starts"] == "Thursday 1 April 2027, until Saturday 31 March 2029"
    assert "They decide" not in told
    assert facts(a_contract(ends_on=None))["Work starts"] == "Thursday 1 April 2027"


def test_a_contract_in_parts_names_them():
    lots = tuple(Lot(str(number), f"Area {number}") for number in range(1, 13))
    assert facts(a_contract(lots=lots))["Parts"] == (
        "It has 12 parts: Area 1, Area 2, Area 3, Area 4, Area 5, Area 6 and 6 more. "
        "You may bid for one part."
    )
    assert "Parts" not in facts(a_contract())


def test_what_is_not_stated_is_said_not_to_be():
    bare = a_contract(
        buyer="", title=" ", value_pence=None, deadline_at=None, starts_on=None, description=""
    )
    item = item_of(bare, CHECK, TODAY)
    assert item.title == "No title given"
    assert item.who == "The buyer is not named"
    assert item.amount == "Amount not stated"
    assert item.closes == "No closing date given"
    assert item_of(a_grant(funder="", programme=""), CAN, TODAY).who == "The funder is not named"


def test_another_currency_keeps_its_name():
    assert item_of(a_contract(currency="EUR"), CHECK, TODAY).amount == "EUR 45,000"


def test_the_programme_is_not_said_twice():
    same = a_grant(programme="Winter Warmth Small Grants")
    assert item_of(same, CAN, TODAY).who == "Thames Valley Hearth Fund"


def test_the_papers_they_ask_for_are_listed():
    assert facts(a_grant())["They ask for"] == (
        "Bank statement, from the last 3 months\nYour rules (constitution)"
    )


def test_a_long_description_is_shortened_and_says_so():
    item = item_of(a_contract(description="many words " * 300), CHECK, TODAY)
    assert "…\nThis is the beginning. The whole text has about 600 words." in item.what
    assert len(item.what.split()) < 120


def test_the_cost_stands_by_itself_and_not_among_the_reasons():
    item = item_of(a_grant(), CAN, TODAY)
    assert item.worth == WORTH
    assert WORTH not in item.reasons
    assert item.cost == COST.in_words


def test_a_cost_that_is_not_known_is_said_not_to_be():
    assert "how many hours" in item_of(a_grant(), CANNOT, TODAY).cost
    assert "contract" in item_of(a_contract(), CANNOT, TODAY).cost


def test_source_and_the_day_it_was_checked_are_given():
    assert item_of(a_grant(), CAN, TODAY).source == (
        "Source: Oxfordshire Community Foundation. Licence: Facts only. Checked on 2 November 2026."
    )
    nothing = item_of(a_grant(provenance=Provenance()), CAN, TODAY).source
    assert nothing == "Source: not stated. Nobody has noted when it was checked."


@pytest.mark.parametrize(
    ("given", "called"),
    [
        (
            "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            "Open Government Licence v3.0",
        ),
        ("https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0"),
        ("Our own", "Our own"),
    ],
)
def test_a_licence_is_called_by_its_name(given, called):
    thing = a_grant(provenance=Provenance("A", licence=given))
    assert f"Licence: {called}." in item_of(thing, CAN, TODAY).source


def test_the_web_page_is_the_grants_own_or_else_its_sources():
    assert item_of(a_grant(), CAN, TODAY).address == "https://example.org/warmth"
    assert item_of(a_grant(url=""), CAN, TODAY).address == "https://example.org/grants/small"


def test_what_is_not_known_becomes_a_question():
    questions = item_of(a_grant(), CHECK, TODAY).questions
    assert questions[0] == "Does the place where we work count? Who will ask them?"
    assert questions[-1] == "Who will write it, and by when?"


def test_what_fails_is_asked_first():
    questions = item_of(a_grant(), CANNOT, TODAY).questions
    assert questions[0] == (
        "They do not fund your kind of group: can this change, or do we leave it?"
    )


def test_advice_that_is_not_met_is_asked_as_advice():
    advice = Reason("documents", Answer.FAILS, "Review your policy first", "…", advises=True)
    other = Reason("new_rule", Answer.FAILS, "Far away.", "…", advises=True)
    strange = Reason("new_rule", Answer.UNKNOWN, "Check the moon?", "…")
    questions = item_of(a_grant(), Fit(Verdict.CHECK, 1, (advice, other, strange)), TODAY).questions
    assert questions[:3] == (
        "Who will bring our policy up to date before it closes?",
        "Far away: are we content with that?",
        "Check the moon: who can find out?",
    )


def test_money_we_must_find_and_running_costs_are_asked_about():
    questions = item_of(a_grant(pays_overheads=False), CAN, TODAY).questions
    assert questions[0] == "They want us to find 10% ourselves. Where from?"
    assert "running costs" in questions[1]


def test_few_questions_are_better_than_many():
    many = tuple(Reason(f"rule {n}", Answer.UNKNOWN, f"Thing {n}", "…") for n in range(20))
    assert len(item_of(a_contract(), Fit(Verdict.CHECK, 1, many), TODAY).questions) == 8


def test_no_question_is_asked_twice():
    questions = item_of(a_grant(), Fit(Verdict.CHECK, 1, (AREA, AREA)), TODAY).questions
    assert len(set(questions)) == len(questions)


def test_what_forbids_is_read_first_and_advice_only_warns():
    advice = Reason("amount", Answer.FAILS, "Large for your group", "…", advises=True)
    met = CAN.reasons[0]
    assert warnings_first((met, advice, FORM)) == [FORM, advice, met]


def test_the_count_is_a_sentence():
    def sheet(*fits):
        items = tuple(item_of(a_grant(), fit, TODAY) for fit in fits)
        return counted(SheetData("", TODAY, items))

    assert sheet(CAN, CHECK, CANNOT) == (
        "3 in all: 1 you can apply for, 1 to find out about first, 1 you cannot apply for."
    )
    assert sheet(CAN, CAN) == "2 in all: 2 you can apply for."
    assert sheet() == "Nothing was chosen."


def test_a_moment_of_summer_is_said_in_local_time():
    summer = a_grant(closes_at=datetime(2027, 6, 30, 11, tzinfo=UTC))
    assert facts(summer)["Closes"].startswith("Wednesday 30 June 2027 at 12:00")
