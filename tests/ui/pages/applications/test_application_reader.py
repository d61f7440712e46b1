"""Somebody reads an application in Word, and what they wrote is taken over answer by answer."""

from dataclasses import replace

import docx
import pytest

from tests.support.application_examples import WARM
from tests.support.applications_window import words_on
from tests.support.every_size import usable_at_every_size


@pytest.fixture
def begun(house):
    applications = house.inside.applications
    made = applications.start_from_call(WARM)
    for held in applications.opened(made).answers[:2]:
        applications.save_answer(held, replace(held.thing, text="We cook.\nWe talk."))
    return made


@pytest.fixture
def reader(page, house, begun):
    part = page.open(begun, "ready").front()
    house.settle()
    return part.reader


def texts(house, begun):
    return [each.text for each in house.application(begun).answers]


def sent_and_back(reader, house, path, *, without_question=False):
    """Save the copy, change the first answer in it as somebody does, and bring it back."""
    reader.save_at(str(path))
    house.settle()
    document = docx.Document(path)
    lines = document.paragraphs
    lines[3].text = "We cook lunch."
    document.add_comment(lines[4].runs, "Say more.", author="Sam")
    if without_question:
        for each in lines[5:8]:
            each._p.getparent().remove(each._p)
    document.save(path)
    reader.read(str(path))
    house.settle()


def test_the_copy_is_saved_where_somebody_chose(reader, house, tmp_path):
    reader.save_at(str(tmp_path / "to-read.docx"))
    house.settle()
    assert "Saved as “to-read.docx”." in reader.message.words.text()
    assert (tmp_path / "to-read.docx").stat().st_size


def test_what_came_back_is_shown_and_nothing_is_taken_over(reader, house, begun, tmp_path):
    sent_and_back(reader, house, tmp_path / "to-read.docx")
    told = words_on(reader)
    assert "They changed 1 answer. Nothing is taken over yet." in told
    assert "They left 1 comment beside the words." in told
    assert "Sam: Say more." in told
    assert told[told.index("They took out:") + 1] == "We cook."
    assert told[told.index("They added:") + 1] == "We cook lunch."
    assert texts(house, begun) == ["We cook.\nWe talk.", "We cook.\nWe talk.", ""]


def test_theirs_is_used_by_a_button_and_taken_back_by_another(reader, house, begun, tmp_path, page):
    sent_and_back(reader, house, tmp_path / "to-read.docx")
    (use,) = reader.use_buttons
    assert use.accessibleName() == "Use theirs: 1. What does your group do?"
    use.click()
    house.settle()
    assert texts(house, begun)[0] == "We cook lunch.\nWe talk."
    assert "All that came back is as your answers are now." in words_on(reader)
    page.undo_bar.undo_button.click()
    house.settle()
    assert texts(house, begun)[0] == "We cook.\nWe talk."
    assert len(reader.use_buttons) == 1


def test_a_question_that_cannot_be_found_is_said(reader, house, tmp_path):
    sent_and_back(reader, house, tmp_path / "to-read.docx", without_question=True)
    name = "2. What will you do with the grant?"
    assert f"We do not find question “{name}” in the file." in words_on(reader)


def test_a_file_that_is_another_is_told_in_words(reader, house, tmp_path):
    other = tmp_path / "letter.docx"
    docx.Document().save(other)
    reader.read(str(other))
    house.settle()
    assert "We find no question of this application in this file." in reader.message.words.text()
    assert reader.use_buttons == []


def test_what_came_back_does_not_follow_to_another_application(reader, house, tmp_path, page):
    sent_and_back(reader, house, tmp_path / "to-read.docx")
    page.open(house.inside.applications.start_from_call(WARM), "ready")
    house.settle()
    assert reader.use_buttons == []
    assert not reader.summary.isVisible()


def test_all_of_it_can_be_used_at_every_size(reader, house, tmp_path, page, qtbot):
    sent_and_back(reader, house, tmp_path / "to-read.docx", without_question=True)
    usable_at_every_size(qtbot, page)
