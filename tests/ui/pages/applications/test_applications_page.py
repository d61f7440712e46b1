"""Applications are begun, opened, written and put away; the list says how far each has come."""

from dataclasses import replace

from PySide6.QtCore import Qt

from tests.support.application_examples import WARM
from tests.support.applications_window import rows
from vcs_desktop.domain.answers import AnswerState
from vcs_desktop.ui.pages.applications.open_view import OpenView
from vcs_desktop.ui.pages.applications.start_view import StartView
from vcs_desktop.ui.widgets.title_list import RowRole


def start(page, house):
    page.start_button.click()
    house.settle()
    view = page.places.front()
    assert isinstance(view, StartView)
    return view


def started(page, house):
    """Begin with the first grant that was kept; return its id and the view on it."""
    view = start(page, house)
    view.grants.choose(WARM.id)
    view.from_grant.click()
    house.settle()
    open_view = page.places.front()
    assert isinstance(open_view, OpenView)
    return open_view.application_id, open_view


def type_answer(qtbot, part, words):
    part.card.text_field.box.setFocus()
    qtbot.keyClicks(part.card.text_field.box, words)


def test_a_new_group_is_told_how_to_begin(page, house):
    assert page.view.titles.empty.title.text() == "No applications yet"
    page.view.titles.empty.button.click()
    house.settle()
    assert isinstance(page.places.front(), StartView)


def test_a_grant_that_was_kept_brings_its_questions(page, house):
    id_, view = started(page, house)
    assert page.title == WARM.title
    assert page.subtitle == WARM.funder
    part = view.front()
    assert rows(part) == [f"{each.ref}. {each.text}" for each in WARM.questions]
    assert house.application(id_).application.call == WARM.id


def test_without_a_grant_chosen_it_says_so_and_begins_nothing(page, house):
    view = start(page, house)
    view.from_grant.click()
    house.settle()
    assert view.grants.error == "Choose a grant first."
    assert house.inside.applications.lines() == []


def test_six_usual_questions_begin_one_without_a_grant(page, house):
    start(page, house).standard_button.click()
    house.settle()
    assert len(rows(page.places.front().front())) == 6


def test_an_answer_is_counted_as_it_is_typed_and_kept_without_a_button(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    type_answer(qtbot, part, "We cook for forty people")
    assert part.card.count.text() == "5 words of 100."
    part.put_away()
    house.settle()
    assert house.application(id_).answers[0].text == "We cook for forty people"


def test_too_long_is_said_and_never_stops_anybody(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    part.card.text_field.box.setPlainText("word " * 101)
    assert part.card.count.text() == "101 words of 100. 1 word too many: please cut some."
    part.put_away()
    house.settle()
    assert len(house.application(id_).answers[0].text.split()) == 101


def test_next_question_keeps_this_one_and_goes_on(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    type_answer(qtbot, part, "We cook")
    part.card.next_button.click()
    house.settle()
    assert part.card.answer.question == WARM.questions[1].text
    assert house.application(id_).answers[0].text == "We cook"
    part.show_thing(house.application(id_).answers[-1].id)
    house.settle()
    assert part.card.next_button.text() == "Next: About it"
    part.card.next_button.click()
    house.settle()
    assert view.sections.current_id() == "about"


def test_an_answer_is_done_and_the_next_begun_with_one_press(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    assert not part.card.ways_on.done_button.isVisible()
    type_answer(qtbot, part, "We cook")
    assert part.card.ways_on.done_button.text() == "Done, next question"
    part.card.ways_on.done_button.click()
    house.settle()
    first = house.application(id_).answers[0]
    assert (first.text, first.state) == ("We cook", AnswerState.DONE)
    assert part.card.answer.question == WARM.questions[1].text
    assert part.card.text_field.box.hasFocus()


def test_the_same_goes_by_key_and_never_calls_done_what_is_empty(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    box = part.card.text_field.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert part.card.answer.question == WARM.questions[1].text
    type_answer(qtbot, part, "Neighbours")
    box = part.card.text_field.box
    qtbot.keyClick(box, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    states = [each.state for each in house.application(id_).answers[:2]]
    assert states == [AnswerState.DRAFT, AnswerState.DONE]
    assert house.application(id_).answers[1].text == "Neighbours"


def test_an_answer_over_its_limit_can_be_called_done_and_that_is_said_calmly(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    part.card.text_field.box.setPlainText("word " * 101)
    assert part.card.ways_on.note.text() == "You can go on, and cut it later."
    part.card.ways_on.done_button.click()
    house.settle()
    assert house.application(id_).answers[0].state is AnswerState.DONE


def test_what_is_done_offers_only_to_go_on(page, house, qtbot):
    _id, view = started(page, house)
    part = view.front()
    type_answer(qtbot, part, "We cook")
    part.card.state_field.box.setCurrentIndex(2)
    assert not part.card.ways_on.done_button.isVisible()
    assert part.card.next_button.property("kind") == "primary"


def test_the_last_answer_is_done_and_leads_to_the_next_part(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    part.show_thing(house.application(id_).answers[-1].id)
    house.settle()
    type_answer(qtbot, part, "Thank you")
    assert part.card.ways_on.done_button.text() == "Done. Next: About it"
    part.card.ways_on.done_button.click()
    house.settle()
    assert house.application(id_).answers[-1].state is AnswerState.DONE
    assert view.sections.current_id() == "about"


def test_an_answer_without_words_is_not_started_in_its_list_and_its_field(page, house, qtbot):
    _id, view = started(page, house)
    part = view.front()
    model = part.list.model()
    assert model.index(0, 0).data(RowRole).mark == "Not started"
    assert part.card.state_field.box.currentText() == "Not started"
    type_answer(qtbot, part, "We cook")
    part.put_away()
    house.settle()
    assert model.index(0, 0).data(RowRole).mark == "Draft"
    assert part.card.state_field.box.currentText() == "Draft"
    part.card.state_field.box.setCurrentIndex(2)
    part.put_away()
    house.settle()
    part.card.text_field.box.setPlainText("")
    part.put_away()
    house.settle()
    assert model.index(0, 0).data(RowRole).mark == "Not started"
    assert part.card.state_field.box.currentText() == "Not started"
    type_answer(qtbot, part, "Again")
    assert part.card.state_field.box.currentText() == "Done"


def test_how_far_an_answer_has_come_stands_in_both_lists(page, house, qtbot):
    id_, view = started(page, house)
    part = view.front()
    type_answer(qtbot, part, "We cook")
    part.card.state_field.box.setFocus()
    part.card.state_field.box.setCurrentIndex(2)
    part.put_away()
    house.settle()
    assert house.application(id_).answers[0].state is AnswerState.DONE
    page.back_button.click()
    house.settle()
    assert page.places.is_back()
    spoken = page.view.titles.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 of 3 answers done" in spoken


def test_esc_leads_back_to_the_list(page, house, qtbot):
    _id, _view = started(page, house)
    page.back_button.setFocus()
    qtbot.keyClick(page.back_button, Qt.Key.Key_Escape)
    house.settle()
    assert page.places.is_back()


def test_an_application_goes_to_the_bin_whole_and_comes_back(page, house):
    id_, _view = started(page, house)
    page.back_button.click()
    house.settle()
    page.view.card.remove_button.click()
    house.settle()
    assert house.inside.applications.lines() == []
    page.undo_bar.undo_button.click()
    house.settle()
    assert [each.id for each in house.inside.applications.lines()] == [id_]
    assert len(house.application(id_).answers) == len(WARM.questions)


def test_another_page_can_begin_one_with_a_grant(page, house):
    page.show_thing(f"from:{WARM.id}")
    house.settle()
    view = page.places.front()
    assert view.grant.before.call == WARM  # what is to be thought of is said first
    assert not view.grants.isVisible()  # it is chosen already
    view.back_button.click()
    page.start_button.click()
    assert view.grants.isVisible()
    page.show_thing(f"from:{WARM.id}")
    house.settle()
    view.from_grant.click()
    house.settle()
    assert page.title == WARM.title


def test_an_answer_that_is_searched_for_opens_its_application(page, house):
    id_ = house.inside.applications.start_from_call(WARM)
    answer = house.application(id_).answers[1]
    page.show_record("answer", answer.id)
    house.settle()
    view = page.places.front()
    assert (view.application_id, view.front().card.answer.id) == (id_, answer.id)


def test_what_somebody_else_kept_meanwhile_comes_into_the_list(page, house):
    id_ = house.inside.applications.start_from_call(WARM)
    held = house.inside.applications.application(id_)
    house.inside.applications.save(held, replace(held.thing, name="Another name"))
    page.shown()
    house.settle()
    assert rows(page.view.titles) == ["Being written", "Another name"]


def test_the_focus_goes_to_what_was_opened(page, house):
    house.inside.applications.start_from_call(WARM)
    page.shown()
    house.settle()
    page.view.card.open_button.setFocus()
    page.view.card.open_button.click()
    assert page.places.front().sections.buttons["answers"].hasFocus()
