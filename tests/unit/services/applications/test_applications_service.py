"""Applications in a real, encrypted file: begun, answered, put in order."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.application_examples import BARE, WARM
from tests.support.group_file import computer
from vcs_desktop.domain.answers import AnswerState, Canonical, ListedQuestion, Unit
from vcs_desktop.domain.applications import Choice, Status
from vcs_desktop.domain.funding import Conflict
from vcs_desktop.domain.grants import Grant, Payment, ReportDue, grant_id
from vcs_desktop.domain.kinds import GRANT
from vcs_desktop.services.applications import ApplicationsService, NextDate
from vcs_desktop.services.applications.budgets import BudgetsService
from vcs_desktop.services.applications.service import NoNameOfApplication
from vcs_desktop.services.history import HistoryService
from vcs_desktop.services.records import NoSuchRecord, TooLong
from vcs_desktop.ui.history.deed_words import done_in_words

TODAY = date(2026, 11, 23)


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def applications(here):
    return ApplicationsService(here.records)


def change(applications, application_id, **told):
    held = applications.application(application_id)
    return applications.save(held, replace(held.thing, **told))


def answer_all(applications, application_id, text, state=AnswerState.DONE):
    for held in applications.opened(application_id).answers:
        applications.save_answer(held, replace(held.thing, text=text, state=state))


def test_a_notice_brings_its_questions_limits_days_and_papers_along(applications):
    whole = applications.whole(applications.start_from_call(WARM))
    said = whole.application
    assert (said.name, said.funder, said.call) == (WARM.title, WARM.funder, WARM.id)
    assert said.terms.closes_on == date(2026, 12, 4)
    assert said.terms.closes_time == "12:00"
    assert said.terms.award_max_pence == 200_000
    assert said.terms.cost_types == ("heating", "food")
    assert said.terms.hours_to_apply_tenths == 65
    assert said.terms.taken_on == TODAY
    assert [(each.name, each.max_age_months) for each in said.papers] == [
        ("Bank statement", 3),
        ("Group rules", None),
    ]
    assert [(each.ref, each.question, each.limit, each.unit) for each in whole.answers] == [
        ("1", "What does your group do?", 100, Unit.WORDS),
        ("2", "What will you do with the grant?", 200, Unit.WORDS),
        ("4", "What will it cost?", 600, Unit.CHARACTERS),
    ]
    assert whole.answers[0].guidance == "Say who comes."
    assert whole.answers[0].canonical is Canonical.WHAT_WE_DO
    assert whole.budget is None


def test_a_notice_without_questions_begins_with_six_standard_ones(applications):
    whole = applications.whole(applications.start_from_call(BARE))
    assert [each.ref for each in whole.answers] == ["1", "2", "3", "4", "5", "6"]
    assert len({each.canonical for each in whole.answers}) == 6
    assert Canonical.NONE not in {each.canonical for each in whole.answers}


def test_without_questions_an_application_begins_with_the_same_six(applications):
    whole = applications.whole(applications.start_with(()))
    assert len(whole.answers) == 6
    assert whole.application.name == "New application"


def test_it_can_begin_with_questions_of_ones_own(applications):
    asked = (ListedQuestion("x", 1, "A", "Why?", limit=5), ListedQuestion("y", 2, "B", "How?"))
    whole = applications.whole(applications.start_with(asked, name="  Our\nidea ", funder="Us"))
    assert (whole.application.name, whole.application.funder) == ("Our idea", "Us")
    assert [(each.ref, each.question, each.limit) for each in whole.answers] == [
        ("A", "Why?", 5),
        ("B", "How?", None),
    ]


def test_to_begin_is_one_act_that_is_named_and_taken_back_whole(applications, here):
    application_id = applications.start_from_call(WARM)
    assert here.records.offers().undo == "Undo: begin Warm welcome (practice)"
    here.records.undo()
    assert applications.lines() == []
    assert applications.opened(application_id).answers == ()
    here.records.redo()
    assert len(applications.whole(application_id).answers) == 3


def test_the_history_of_the_group_tells_that_an_application_was_begun(applications, here):
    applications.start_from_call(WARM)
    done = HistoryService(here.records).lately().done
    assert done_in_words(done[0]) == "Asha began the application Warm welcome (practice)"
    assert done[0].record_id == ""


def test_the_history_of_the_group_names_a_budget_by_its_application(applications, here):
    budgets = BudgetsService(here.records)
    held = budgets.of(applications.start_from_call(WARM))
    budgets.save(held, replace(held.thing, months=6))
    (done, *_) = HistoryService(here.records).lately().done
    assert done_in_words(done) == "Asha changed the budget of Warm welcome (practice)"


def test_a_list_shows_how_many_answers_are_done_and_what_comes_next(applications):
    application_id = applications.start_from_call(WARM)
    change(applications, application_id, ask_pence=120_000)
    first, second, _ = applications.opened(application_id).answers
    applications.save_answer(first, replace(first.thing, text="Tea.", state=AnswerState.DONE))
    applications.save_answer(second, replace(second.thing, text="More tea."))
    (line,) = applications.lines()
    assert (line.id, line.name, line.funder) == (application_id, WARM.title, WARM.funder)
    assert (line.done, line.all, line.ask_pence) == (1, 3, 120_000)
    assert (line.next_on, line.next_what) == (date(2026, 12, 4), NextDate.CLOSES)


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\t"])
def test_an_answer_without_words_is_not_done_whatever_is_said_of_it(applications, text):
    application_id = applications.start_from_call(WARM)
    answer_all(applications, application_id, text)
    assert applications.lines()[0].done == 0


def test_after_it_is_sent_the_day_of_the_answer_comes_next(applications):
    application_id = applications.start_from_call(WARM)
    change(applications, application_id, status=Status.SENT, sent_on=TODAY)
    (line,) = applications.lines()
    assert (line.next_on, line.next_what) == (date(2027, 1, 15), NextDate.THEY_DECIDE)


def test_where_there_is_no_closing_day_weeks_count_from_the_day_it_was_sent(applications):
    application_id = applications.start_from_call(replace(WARM, closes_at=None, rolling=True))
    assert applications.lines()[0].next_on is None
    change(applications, application_id, status=Status.SENT, sent_on=TODAY)
    assert applications.lines()[0].next_on == date(2027, 1, 4)


def test_of_a_grant_that_was_won_the_first_day_that_is_open_comes_next(applications, here):
    application_id = applications.start_from_call(WARM)
    change(applications, application_id, status=Status.AWARDED)
    assert applications.lines()[0].next_on is None
    grant = Grant(
        application=application_id,
        payments=(Payment("p", due_on=date(2027, 1, 1), received_on=date(2027, 1, 2)),),
        reports=(ReportDue("r", due_on=date(2027, 6, 1)), ReportDue("s")),
    )
    here.records.add(GRANT, grant, record_id=grant_id(application_id))
    (line,) = applications.lines()
    assert (line.next_on, line.next_what) == (date(2027, 6, 1), NextDate.REPORT)


def test_what_the_group_does_not_go_for_has_no_next_day(applications):
    application_id = applications.start_from_call(WARM)
    change(applications, application_id, choice=Choice.NOT_NOW)
    assert applications.lines()[0].next_on is None


def test_a_name_cannot_be_taken_away(applications):
    application_id = applications.start_from_call(WARM)
    for nothing in (" \n", "\u200b", ""):
        with pytest.raises(NoNameOfApplication):
            change(applications, application_id, name=nothing)
    assert applications.application(application_id).thing.name == WARM.title


def test_an_answer_that_is_too_long_is_refused_and_what_was_there_stays(applications):
    held = applications.opened(applications.start_from_call(WARM)).answers[0]
    held = applications.save_answer(held, replace(held.thing, text="Tea"))
    with pytest.raises(TooLong):
        applications.save_answer(held, replace(held.thing, text="x" * 200_000))
    assert applications.answer(held.thing.id).thing.text == "Tea"


@pytest.mark.parametrize("id_", ["nothing", "", "0190-asha"])
def test_what_is_no_application_is_not_found(applications, id_):
    with pytest.raises(NoSuchRecord):
        applications.whole(id_)
    with pytest.raises(NoSuchRecord):
        applications.application(id_)


def test_an_answer_is_no_application(applications):
    answer = applications.opened(applications.start_from_call(WARM)).answers[0].record.id
    with pytest.raises(NoSuchRecord):
        applications.opened(answer)


def test_applications_that_are_under_way_stand_in_the_way_of_a_rival(applications):
    rule = Conflict("one_of", (WARM.id,), "Only one.")
    call = replace(BARE, conflicts=(rule,))
    first = applications.start_from_call(WARM)
    second = applications.start_from_call(call)
    assert [each.application for each in applications.conflicts(call, but=second)] == [first]
    applications.remove(first)
    assert applications.conflicts(call, but=second) == []
