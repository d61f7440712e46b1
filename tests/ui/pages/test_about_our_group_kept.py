"""What a group tells of itself is kept: beside what others tell, on a full disk, when locked."""

from dataclasses import replace

import pytest

from tests.support.about_window import TOLD, AboutHouse, AboutWindow, type_in
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group import BankAccount
from vcs_desktop.domain.our_group_gaps import Step
from vcs_desktop.ui.pages.our_group.about_keeping import DRAFT
from vcs_desktop.ui.pages.our_group.about_part import AboutPart
from vcs_desktop.ui.widgets.basics import button, column, panel


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = AboutHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def told(house, show, qtbot):
    house.tell(lambda _: TOLD)
    house.keep_papers()
    return AboutWindow(house, show, qtbot)


def test_an_answer_that_could_not_be_kept_is_kept_with_the_next(told, qtbot, monkeypatch):
    ours = told.house.inside.our_group
    keep = ours.tell
    monkeypatch.setattr(ours, "tell", full_disk)
    question = told.open(Step.NAME)
    type_in(qtbot, question.name_field, "Tea and Talk")
    told.go_on()
    assert "no room left" in told.form.saved_line.words.text()
    assert told.form.step == Step.LEGAL_FORM
    monkeypatch.setattr(ours, "tell", keep)
    told.question.form_field.options[2].button.click()
    told.go_on()
    assert told.house.told.name == "Tea and Talk"
    assert told.house.told.legal_form == LegalForm.CHARITY


def test_an_answer_that_could_not_be_kept_before_one_left_is_told_and_tried_again(
    told, qtbot, monkeypatch
):
    ours = told.house.inside.our_group
    keep = ours.tell
    monkeypatch.setattr(ours, "tell", full_disk)
    question = told.open(Step.NAME)
    type_in(qtbot, question.name_field, "Tea and Talk")
    told.form.leave_button.click()
    qtbot.waitUntil(told.part.message.isVisible)
    assert "Your last answer is not saved yet." in told.part.message.words.text()
    monkeypatch.setattr(ours, "tell", keep)
    told.part.message.act_button.click()
    told.house.settle()
    assert told.house.told.name == "Tea and Talk"
    assert not told.part.message.isVisible()


def full_disk(*_):
    raise DiskFull


# With others


def test_what_another_window_tells_meanwhile_stays(told, qtbot):
    question = told.open(Step.NAME)
    told.house.tell(lambda ours: replace(ours, what_we_do="Tea.", areas=()))
    type_in(qtbot, question.name_field, "Tea")
    told.go_on()
    assert (told.house.told.name, told.house.told.what_we_do) == ("Tea", "Tea.")
    assert told.house.told.areas == ()


def test_two_names_told_at_once_are_both_offered(told, qtbot):
    question = told.open(Step.NAME)
    told.house.tell(lambda ours: replace(ours, name="Coffee & Talk"))
    for words in ("Tea", "Tea and", "Tea and Cake"):
        type_in(qtbot, question.name_field, words)
        told.part.keeping.autosave.now()
    told.house.settle()
    choices = told.house.inside.our_group.held().record.choices["name"]
    assert {each.value for each in choices} == {"Coffee & Talk", "Tea and Cake"}
    told.form.leave_button.click()
    told.house.settle()
    qtbot.waitUntil(told.part.versions.isVisible)


# Locking


def test_what_is_half_written_is_there_again_when_the_group_is_opened(told, qtbot, show):
    question = told.open(Step.BANK)
    type_in(qtbot, question.fields["bank_name"], "The Bank")
    type_in(qtbot, question.fields["account_number"], "1234")
    told.house.session.locking.connect(told.part.put_away)
    told.house.lock()
    told.pane.hide()
    told.house.open_again()
    again = AboutWindow(told.house, show, qtbot)
    assert again.form.step == Step.BANK
    assert again.form.isVisible()
    assert again.question.fields["bank_name"].words() == "The Bank"
    number = again.question.fields["account_number"]
    assert number.words() == "1234"
    assert number.error.startswith("An account number has 8 digits.")
    assert again.house.told.bank == BankAccount("The Bank")


def test_the_question_that_was_open_takes_no_focus_while_another_part_is_in_front(house, show):
    house.tell(lambda _: TOLD)
    house.keep_papers()
    house.inside.desk.put(DRAFT, {"step": "bank", "is_open": True})
    part, other = AboutPart(house, house.tasks, house.session), button("Another part")
    part.hide()
    show(panel(column(other, part)), 1150, 600)
    other.setFocus()
    part.shown()
    house.settle()
    assert part.form.step == Step.BANK
    assert other.hasFocus()


def test_what_is_of_no_use_on_the_desk_is_passed_over(told):
    for content in (["x"], {"step": "gone", "is_open": True}, {"words": {"numbers": "x"}}):
        told.house.inside.desk.put(DRAFT, content)
        told.part._has_resumed = False
        told.look_again()
        assert told.part.overview.isVisible()
