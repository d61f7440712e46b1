"""What is typed beside an application stays with it: when its part is made anew, and only there."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.support.application_examples import BARE
from tests.support.applications_window import press
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.applications import NeededPaper
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.ui.pages.applications.answer_card import AnswerCard


def part(page, house, application_id, name):
    view = page.open(application_id, name)
    house.settle()
    return view.front()


def from_elsewhere(house, begun):
    """Let another program on this computer add a paper."""
    held = house.inside.applications.application(begun)
    new = NeededPaper(house.inside.records.ids.new(), 900, "From elsewhere")
    house.inside.applications.save(held, replace(held.thing, papers=(*held.thing.papers, new)))
    house.session.tell_changed()
    house.settle()


def test_what_is_half_typed_about_papers_stays_when_the_list_changes(page, house, begun, qtbot):
    papers = part(page, house, begun, "papers")
    qtbot.keyClicks(papers.new_paper.box, "Quote for the")
    qtbot.keyClicks(papers.checker.box, "Sam Oka")
    qtbot.keyClicks(papers.signer.box, "Jea")
    from_elsewhere(house, begun)
    assert len(papers.choices) == 3
    assert papers.new_paper.words() == "Quote for the"
    assert papers.checker.box.text() == "Sam Oka"
    assert papers.signer.box.text() == "Jea"
    assert not papers.checker.list.isVisibleTo(papers)


def test_it_goes_to_no_other_application(page, house, begun, qtbot):
    other = house.inside.applications.start_from_call(BARE)
    papers = part(page, house, begun, "papers")
    qtbot.keyClicks(papers.new_paper.box, "Quote for the")
    part(page, house, other, "papers")
    assert papers.new_paper.words() == ""


def test_a_paper_that_was_added_is_not_typed_still(page, house, begun, qtbot):
    papers = part(page, house, begun, "papers")
    qtbot.keyClicks(papers.new_paper.box, "Quote")
    qtbot.keyClicks(papers.checker.box, "Sam")
    papers.add_paper_button.click()
    house.settle()
    assert (papers.new_paper.words(), papers.checker.box.text()) == ("", "Sam")


def test_an_answer_that_cannot_be_kept_is_there_still_when_somebody_comes_back(page, house, begun):
    answers = part(page, house, begun, "answers")
    first, second = answers.list.ids[:2]
    words = "word " * 60_000
    answers.card.text_field.box.setPlainText(words)
    answers.list.choose(second)
    house.settle()
    assert "This text is too long to be saved." in page.message.words.text()
    answers.list.choose(first)
    house.settle()
    assert answers.card.text_field.box.toPlainText() == words
    answers.card.text_field.box.setPlainText("Short")
    answers.list.choose(second)
    house.settle()
    assert house.application(begun).answers[0].text == "Short"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(answers.findChildren(AnswerCard)) == 1


def test_what_could_not_be_kept_for_a_moment_is_kept_when_the_page_is_left(
    page, house, begun, monkeypatch
):
    answers = part(page, house, begun, "answers")
    whole = ApplicationsService.save_answer

    def full(*_given):
        raise DiskFull

    monkeypatch.setattr(ApplicationsService, "save_answer", full)
    answers.card.text_field.box.setPlainText("We cook.")
    answers.list.choose(answers.list.ids[1])
    house.settle()
    assert house.application(begun).answers[0].text == ""
    monkeypatch.setattr(ApplicationsService, "save_answer", whole)
    page.back_button.click()
    house.settle()
    assert house.application(begun).answers[0].text == "We cook."


def test_the_note_for_a_copy_goes_to_no_other_application(page, house, begun, qtbot):
    other = house.inside.applications.start_from_call(BARE)
    ready = part(page, house, begun, "ready")
    ready.keep_button.click()
    house.settle()
    qtbot.keyClicks(ready.note.box, "By post to")
    part(page, house, other, "ready")
    assert ready.note.words() == ""
    assert not ready.message.isVisible()


def test_the_form_of_a_row_is_not_open_in_another_application(page, house, begun):
    other = house.inside.applications.start_from_call(BARE)
    budget = part(page, house, begun, "budget")
    press(budget, "Add a cost")
    house.settle()
    assert len(budget.forms) == 2
    part(page, house, other, "budget")
    assert len(budget.forms) == 1
