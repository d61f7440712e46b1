"""How an application begins, and what is thought of before it does."""

from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.support.application_examples import BARE, WARM
from tests.support.applications_window import press, words_on
from tests.support.every_size import usable_at_every_size
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.answers import AnswerState, Unit
from vcs_desktop.domain.applications import Status
from vcs_desktop.domain.fit.result import Answer, Cost, Fit, Reason, Verdict
from vcs_desktop.domain.funding import Conflict
from vcs_desktop.services.applications.old import OldApplications
from vcs_desktop.ui.pages.applications.open_view import OpenView
from vcs_desktop.ui.pages.applications.page import ApplicationsPage

QUESTIONS = """Small grants

1. What does your group do? (max 150 words)
2. What will you do with the grant? (1,000 characters including spaces)
Say what you will buy.
3. Who comes?
"""
OLD = """1. What does your group do?
We cook lunch for forty people.

2. How do you keep people safe?
Everybody is checked.

Somebody is always there.
"""


@pytest.fixture
def view(page, house):
    page.start_button.click()
    house.settle()
    return page.places.front()


def opened(page, house):
    view = page.places.front()
    assert isinstance(view, OpenView)
    return house.application(view.application_id)


def judged(house, fit):
    """Let the library judge its first grant so."""
    detail = house.funding.detail

    def detail_with_fit(record_id):
        found = detail(record_id)
        return replace(found, line=replace(found.line, fit=fit))

    house.funding.detail = detail_with_fit


def test_a_verdict_and_the_cost_stand_there_before_it_begins(view, house):
    reasons = (
        Reason("area", Answer.MEETS, "Your area fits", "Both are in Oxfordshire."),
        Reason("age", Answer.UNKNOWN, "How old is your group?", "They ask for one year."),
    )
    cost = Cost(6.5, 1271, "Living wage", 8262, None, "About 6.5 hours, worth £83.")
    judged(house, Fit(Verdict.CHECK, 60, reasons, cost))
    view.grants.box.setCurrentIndex(1)
    house.settle()
    told = words_on(view.grant)
    assert "Find out first" in told
    assert "How old is your group?" in told
    assert "Your area fits" not in told
    assert "About 6.5 hours, worth £83." in told
    assert house.inside.applications.lines() == []


def test_a_group_that_is_not_known_yet_is_told_so(view, house):
    view.grants.box.setCurrentIndex(1)
    house.settle()
    assert any("Tell about your group first." in each for each in words_on(view.grant))


def test_an_application_that_rules_it_out_is_named(view, house):
    rule = Conflict("one_of", (WARM.id,), "Only one application at a time.")
    house.funding.calls[BARE.id] = replace(BARE, conflicts=(rule,))
    house.inside.applications.start_from_call(WARM)
    view.start_from(BARE.id)
    house.settle()
    told = words_on(view.grant)
    assert f"You have an application that may rule this out: “{WARM.title}”." in told
    assert "Only one application at a time." in told


def test_another_grant_is_found_by_typing(view, house, qtbot, page):
    def ranked(words, *, kinds, limit):
        assert (kinds, limit) == (("funding_call",), 50)
        return SimpleNamespace(
            results=[each for each in (WARM, BARE) if words.casefold() in each.title.casefold()]
        )

    house.search = SimpleNamespace(ranked=ranked)
    field = view.grant.finder
    field.box.setFocus()
    qtbot.keyClicks(field.box, "welc")
    qtbot.waitUntil(field.list.isVisible)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    house.settle()
    assert WARM.title in words_on(view.grant)
    view.from_grant.click()
    house.settle()
    assert opened(page, house).application.call == WARM.id


def test_pasted_questions_are_shown_mended_and_only_then_kept(view, house, page):
    view.questions.find_button.click()
    assert view.questions.paste.error == "Paste the text first."
    view.questions.paste.set_words(QUESTIONS)
    view.questions.find_button.click()
    house.settle()
    confirm = view.places.front()
    assert "1. What does your group do? (Up to 150 words)" in words_on(confirm)
    assert "2. What will you do with the grant? (Up to 1,000 characters)" in words_on(confirm)
    assert house.inside.applications.lines() == []
    press(confirm, "Change What does your group do?")
    assert confirm.open_row.question.box.hasFocus()
    confirm.open_row.limit.box.setText("200")
    confirm.open_row.done_button.click()
    house.settle()
    press(confirm, "Leave out: Who comes?")
    confirm.add_button.click()
    confirm.open_row.question.set_words("Where do you meet?")
    confirm.name.set_words("Warm room")
    confirm.funder.set_words("County fund")
    confirm.keep_button.click()
    house.settle()
    whole = opened(page, house)
    assert (whole.application.name, whole.application.funder) == ("Warm room", "County fund")
    assert [(each.question, each.limit, each.unit) for each in whole.answers] == [
        ("What does your group do?", 200, Unit.WORDS),
        ("What will you do with the grant?", 1000, Unit.CHARACTERS),
        ("Where do you meet?", None, Unit.WORDS),
    ]
    assert whole.answers[1].guidance == "Say what you will buy."


def test_a_question_without_words_is_not_kept(view, house):
    view.read_text(QUESTIONS, is_old=False)
    house.settle()
    confirm = view.places.front()
    confirm.add_button.click()
    confirm.keep_button.click()
    house.settle()
    assert confirm.open_row.question.error == "Type the question, or leave it out."
    assert house.inside.applications.lines() == []


def test_questions_are_kept_as_a_list_which_begins_the_next(view, house, page):
    assert not view.list_card.isVisible()
    view.read_text(QUESTIONS, is_old=False)
    house.settle()
    confirm = view.places.front()
    confirm.name.set_words("County fund")
    confirm.list_button.click()
    house.settle()
    assert confirm.kept_line.isVisible()
    confirm.back_button.click()
    house.settle()
    card = view.list_card
    assert card.isVisible()
    card.from_list.click()
    assert card.lists.error == "Choose a list first."
    card.lists.box.setCurrentIndex(1)
    card.from_list.click()
    house.settle()
    whole = opened(page, house)
    assert (whole.application.name, len(whole.answers)) == ("County fund", 3)


def test_a_file_that_is_dropped_is_read(view, house, tmp_path):
    path = tmp_path / "county_fund.txt"
    path.write_text(QUESTIONS, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    zone = view.questions.zone
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    zone.dropEvent(drop)
    house.settle()
    confirm = view.places.front()
    assert confirm.name.words() == "county fund"
    assert len(confirm.rows) == 3


def test_a_file_that_cannot_be_read_is_told_and_another_can_be_tried(view, house, page, tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    view.read_file(path, is_old=False)
    house.settle()
    assert "We cannot read this kind of file." in page.message.words.text()
    assert view.questions.find_button.isEnabled()


class SlowFile:
    """Stands for a long file: who reads it waits until it is stopped."""

    def __init__(self, monkeypatch):
        self.begun, self.stopped = Event(), Event()
        monkeypatch.setattr(OldApplications, "read_questions", self.read)

    def read(self, _path, stop):
        self.begun.set()
        if stop.wait(30):
            self.stopped.set()
        raise Stopped


def test_a_file_that_takes_long_is_left_and_another_can_be_tried(
    view, house, page, tmp_path, monkeypatch
):
    slow = SlowFile(monkeypatch)
    view.read_file(tmp_path / "long form.pdf", is_old=False)
    assert slow.begun.wait(30)
    assert view.questions.progress.words.text() == "Reading long form"
    assert not view.questions.find_button.isEnabled()
    view.questions.progress.cancel_button.click()
    house.settle()
    assert view.places.is_back()
    assert view.questions.find_button.isEnabled()
    assert not page.message.isVisible()


def test_no_file_is_read_on_behind_a_lock(view, house, tmp_path, monkeypatch):
    slow = SlowFile(monkeypatch)
    view.read_file(tmp_path / "long form.pdf", is_old=False)
    assert slow.begun.wait(30)
    house.lock()
    assert slow.stopped.wait(30)


def test_what_was_pasted_is_there_again_after_a_lock(house, show_page, qtbot):
    def opened_page():
        page = show_page(ApplicationsPage(house, house.tasks, house.session))
        page.start_button.click()
        house.settle()
        return page

    page = opened_page()
    page.places.front().old.paste.set_words(OLD)
    page.put_away()
    house.settle()
    again = opened_page().places.front()
    assert again.old.paste.words() == OLD.strip()
    assert again.questions.paste.words() == ""
    again.old.find_button.click()
    house.settle()
    again.confirm().keep_button.click()
    house.settle()
    assert opened_page().places.front().old.paste.words() == ""


def test_esc_leads_back_to_the_list_and_never_out_of_what_is_looked_through(
    view, house, page, qtbot
):
    view.read_text(OLD, is_old=True)
    house.settle()
    confirm = view.places.front()
    qtbot.keyClick(confirm.back_button, Qt.Key.Key_Escape)
    assert view.places.front() is confirm
    confirm.back_button.click()
    qtbot.keyClick(view.back_button, Qt.Key.Key_Escape)
    house.settle()
    assert page.places.is_back()


def test_an_old_application_fills_the_library_of_answers(view, house, page):
    view.old.paste.set_words(OLD)
    view.old.find_button.click()
    house.settle()
    confirm = view.places.front()
    assert "6 words: We cook lunch for forty people." in words_on(confirm)
    confirm.name.set_words("Winter 2024")
    confirm.sent_on.set_day(date(2024, 11, 1))
    confirm.status.choose(Status.AWARDED.value)
    confirm.keep_button.click()
    house.settle()
    whole = opened(page, house)
    said = whole.application
    assert (said.is_from_before, said.status, said.sent_on) == (
        True,
        Status.AWARDED,
        date(2024, 11, 1),
    )
    assert [(each.text, each.state) for each in whole.answers] == [
        ("We cook lunch for forty people.", AnswerState.DONE),
        ("Everybody is checked.\n\nSomebody is always there.", AnswerState.DONE),
    ]


def test_what_is_a_part_of_an_answer_is_joined_to_it(view, house):
    view.read_text(OLD, is_old=True)
    house.settle()
    confirm = view.places.front()
    press(confirm, "Join to the one above: How do you keep people safe?")
    assert len(confirm.rows) == 1
    assert "Everybody is checked." in confirm.rows[0].text


def test_changes_of_the_notice_are_said_and_each_is_taken_over_or_not(page, house):
    begun = house.inside.applications.start_from_call(WARM)
    newer = replace(
        WARM,
        closes_at=datetime(2026, 12, 11, 12, tzinfo=UTC),
        award_max_pence=300_000,
        questions=(*WARM.questions, replace(WARM.questions[0], ref="5", text="Who else pays?")),
    )
    house.funding.calls[WARM.id] = newer
    about = page.open(begun, "about").front()
    house.settle()
    card = about.changes_card
    told = words_on(card)
    assert any(each.startswith("Closing day: now Friday 11 December 2026") for each in told)
    assert any("is new: Who else pays?" in each for each in told)
    card.ticks.set_ticked([each for each in card.ticks.ticked() if "award_max" not in each])
    card.take_button.click()
    house.settle()
    whole = house.application(begun)
    assert whole.application.terms.closes_on == date(2026, 12, 11)
    assert whole.application.terms.award_max_pence == 200_000
    assert len(whole.answers) == 4
    assert about.changes_card is None
    page.undo_bar.undo_button.click()
    house.settle()
    assert len(house.application(begun).answers) == 3
    assert about.changes_card is not None


def test_the_check_says_that_the_notice_changed_and_leads_to_what(page, house):
    begun = house.inside.applications.start_from_call(WARM)
    house.funding.calls[WARM.id] = replace(WARM, decision_weeks=8)
    ready = page.open(begun, "ready").front()
    house.settle()
    press(ready, "Go there: The funder's notice has changed in 1 thing.")
    house.settle()
    assert page.places.front().front().changes_card is not None


def test_a_question_that_is_gone_takes_no_answer_along_unasked(page, house):
    begun = house.inside.applications.start_from_call(WARM)
    held = house.inside.applications.opened(begun).answers[2]
    house.inside.applications.save_answer(held, replace(held.thing, text="£900"))
    house.funding.calls[WARM.id] = replace(WARM, questions=WARM.questions[:2])
    about = page.open(begun, "about").front()
    house.settle()
    assert any("goes to the bin" in each for each in words_on(about.changes_card))
    assert about.changes_card.ticks.ticked() == ()
    about.changes_card.take_button.click()
    house.settle()
    assert len(house.application(begun).answers) == 3
    assert about.changes_card is None


def test_all_of_it_can_be_used_at_every_size(view, house, page, qtbot):
    rule = Conflict("one_of", (WARM.id,), "Only one application at a time.")
    house.funding.calls[BARE.id] = replace(BARE, conflicts=(rule,))
    begun = house.inside.applications.start_from_call(WARM)
    view.start_from(BARE.id)
    house.settle()
    usable_at_every_size(qtbot, page)
    view.read_text(OLD, is_old=True)
    house.settle()
    view.confirm().change(1)
    usable_at_every_size(qtbot, page)
    house.funding.calls[WARM.id] = replace(WARM, decision_weeks=8, questions=WARM.questions[:2])
    page.open(begun, "about")
    house.settle()
    usable_at_every_size(qtbot, page)
