"""Whether an application is ready: each thing that is missing is said, and what to do about it."""

from dataclasses import replace
from datetime import date

import pytest

from vcs_desktop.domain.answers import Answer, AnswerState, UsedFact
from vcs_desktop.domain.application_whole import Whole, digest_of
from vcs_desktop.domain.applications import (
    Application,
    Choice,
    EarlySpending,
    NeededPaper,
    Signature,
    Terms,
)
from vcs_desktop.domain.budgets import Budget, BudgetLine, Vat
from vcs_desktop.domain.fit.result import Answer as RuleAnswer
from vcs_desktop.domain.fit.result import Fit, Reason, Verdict
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.readiness import Around, is_ready, readiness
from vcs_desktop.domain.ready_lines import State, Topic
from vcs_desktop.domain.stored_file import StoredFile

TODAY = date(2026, 11, 28)
FACT = UsedFact("f", key="k", value="38")
ANSWER = Answer(
    "q1", question="What do you do?", limit=4, text="We eat.", state=AnswerState.DONE, facts=(FACT,)
)
RULES = Paper(
    "rules",
    "Group rules",
    agreed_on=date(2026, 1, 5),
    versions=(PaperVersion("v", file=StoredFile("rules.pdf", size=9), added_on=date(2026, 1, 6)),),
)
APPLICATION = Application(
    name="Warm room",
    ask_pence=900_00,
    choice=Choice.GO,
    decided_on=date(2026, 11, 20),
    terms=Terms(closes_on=date(2026, 12, 4), closes_time="12:00", signatories_needed=1),
    papers=(NeededPaper("p", 1, "Group rules", 18, "rules"),),
    signatures=(Signature("jean", "Chair", TODAY),),
    starts_on=date(2027, 3, 1),
)
BUDGET = Budget(lines=(BudgetLine("oven", what="Oven", unit_pence=900_00),), vat=Vat.NOT_REGISTERED)
FITS = Fit(Verdict.CAN, 80, ())
AROUND = Around(TODAY, {"rules": RULES}, fit=FITS, decides_on=date(2027, 1, 15))


def checked(whole):
    told = replace(whole.application, checked_by="Sam", checked_on=date(2026, 11, 27))
    return replace(
        whole, application=replace(told, checked_digest=digest_of(replace(whole, application=told)))
    )


GOOD = checked(Whole(APPLICATION, (ANSWER,), BUDGET))


def found(whole, around=AROUND, states=(State.TO_DO, State.LOOK)):
    return [(each.topic, each.said) for each in readiness(whole, around) if each.state in states]


def with_application(**told):
    return checked(replace(GOOD, application=replace(GOOD.application, **told)))


def with_answer(**told):
    return checked(replace(GOOD, answers=(replace(ANSWER, **told),)))


def with_paper(**told):
    return replace(AROUND, papers={"rules": replace(RULES, **told)})


def test_one_that_is_ready_says_only_what_is_good_and_when_it_closes():
    lines = readiness(GOOD, AROUND)
    assert {each.state for each in lines} == {State.GOOD}
    assert is_ready(lines)
    assert [each.said for each in lines] == [
        "The committee decided on 20 November 2026 to apply.",
        "Your group still meets the funder's rules.",
        "Every question is answered, and within its limit.",
        "1 figure has its source, and is the newest there is.",
        "The budget adds up, to the penny.",
        "Every paper they ask for is there, and in date.",
        "A second person checked it on 27 November 2026.",
        "1 person has signed.",
        "It closes on Friday 4 December 2026 at 12:00.",
    ]


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (with_application(choice=Choice.NOT_NOW), (Topic.DECISION, "The committee said: not now.")),
        (
            with_application(choice=Choice.NOT_YET),
            (Topic.DECISION, "It is not written down that the committee wants to apply."),
        ),
        (replace(GOOD, answers=()), (Topic.QUESTIONS, "There are no questions yet.")),
        (with_answer(text=" "), (Topic.QUESTIONS, "Question 1 has no answer yet.")),
        (with_answer(ref="B2", text=""), (Topic.QUESTIONS, "Question B2 has no answer yet.")),
        (with_answer(text="a b c d e"), (Topic.QUESTIONS, "Question 1 is too long.")),
        (
            with_answer(state=AnswerState.NEEDS_CHECKING),
            (Topic.QUESTIONS, "Question 1 needs checking."),
        ),
        (with_answer(state=AnswerState.DRAFT), (Topic.QUESTIONS, "Question 1 is still a draft.")),
        (checked(replace(GOOD, budget=None)), (Topic.BUDGET, "There is no budget yet.")),
        (
            with_application(ask_pence=900_01),
            (Topic.BUDGET, "You ask for £0.01 more than the budget needs."),
        ),
        (
            with_application(starts_on=date(2027, 1, 14)),
            (Topic.EARLY, "The work starts before they decide, about Friday 15 January 2027."),
        ),
        (
            with_application(papers=(NeededPaper("p", 1, "Bank statement"),)),
            (Topic.PAPERS, "They ask for: Bank statement. None is chosen."),
        ),
        (
            with_application(signatures=(Signature("jean"),)),
            (Topic.SIGNATURES, "0 of 1 have signed."),
        ),
        (
            with_application(terms=replace(APPLICATION.terms, closes_on=date(2026, 11, 27))),
            (Topic.CLOSING, "It closed on Friday 27 November 2026."),
        ),
        (
            replace(GOOD, application=replace(GOOD.application, checked_by="")),
            (Topic.CHECKED, "No second person has checked it yet."),
        ),
        (
            replace(GOOD, answers=(replace(ANSWER, text="We cook."),)),
            (Topic.CHECKED, "It was changed after it was checked on 27 November 2026."),
        ),
    ],
)
def test_each_thing_that_is_missing_is_found(whole, expected):
    assert expected in found(whole)
    # Without any questions left it is also another draft than the one that was checked.
    assert {topic for topic, _said in found(whole)} <= {expected[0], Topic.CHECKED}


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (
            replace(AROUND, newer_terms=2),
            (Topic.RULES, "The funder's notice has changed in 2 things."),
        ),
        (replace(AROUND, stale={"q1": 1}), (Topic.FIGURES, "1 figure has a newer one.")),
        (with_paper(expires_on=date(2026, 11, 27)), (Topic.PAPERS, "“Group rules” has run out.")),
        (
            with_paper(agreed_on=date(2025, 5, 27)),
            (Topic.PAPERS, "“Group rules” may be 18 months old at most."),
        ),
        (
            with_paper(review_on=TODAY),
            (Topic.PAPERS, "The day has come to look through “Group rules”."),
        ),
        (with_paper(versions=()), (Topic.PAPERS, "“Group rules” has no file here.")),
        (
            replace(AROUND, papers={}),
            (Topic.PAPERS, "They ask for: Group rules. None is chosen."),
        ),
    ],
)
def test_what_changed_around_it_is_found(around, expected):
    assert found(GOOD, around) == [expected]


def test_a_line_about_a_paper_that_has_to_change_names_it_and_one_that_is_not_there_none():
    old, fileless = with_paper(expires_on=date(2026, 11, 27)), with_paper(versions=())
    missing = replace(AROUND, papers={})
    lines = [
        [each.paper for each in readiness(GOOD, around) if each.state != State.GOOD]
        for around in (old, fileless, missing)
    ]
    assert lines == [["rules"], ["rules"], [""]]


def test_a_paper_may_be_as_old_as_they_say_to_the_day():
    assert found(GOOD, with_paper(agreed_on=date(2025, 5, 28))) == []


@pytest.mark.parametrize(
    ("answer", "state"),
    [(RuleAnswer.FAILS, State.TO_DO), (RuleAnswer.UNKNOWN, State.LOOK)],
)
def test_a_rule_that_fails_has_to_be_seen_to_and_one_that_nobody_knows_looked_at(answer, state):
    fit = Fit(Verdict.CANNOT, 0, (Reason("income", answer, "Income", "It is too large."),))
    around = replace(AROUND, fit=fit)
    lines = [each for each in readiness(GOOD, around) if each.topic == Topic.RULES]
    assert [(each.state, each.said, each.advice) for each in lines] == [
        (state, "Income", "It is too large.")
    ]


def test_what_only_advises_is_left_out():
    fit = Fit(Verdict.CAN, 0, (Reason("effort", RuleAnswer.FAILS, "Work", "Much.", advises=True),))
    assert found(GOOD, replace(AROUND, fit=fit)) == []


@pytest.mark.parametrize(
    ("early", "count"),
    [(EarlySpending.UNKNOWN, 1), (EarlySpending.NOT_ALLOWED, 1), (EarlySpending.ALLOWED, 0)],
)
def test_what_is_bought_before_they_decide_is_found_where_they_may_not_pay(early, count):
    line = replace(BUDGET.lines[0], starts_on=date(2027, 1, 14))
    whole = checked(
        replace(with_application(early_spending=early), budget=replace(BUDGET, lines=(line,)))
    )
    assert [topic for topic, _said in found(whole)] == [Topic.EARLY] * count


def test_every_line_that_is_not_good_says_what_to_do():
    bare = Whole(
        Application(papers=(NeededPaper("p", name="Rules", max_age_months=1),)), (Answer("a"),)
    )
    lines = readiness(bare, Around(TODAY, newer_terms=1))
    assert not is_ready(lines)
    assert all(each.advice for each in lines if each.state != State.GOOD)
