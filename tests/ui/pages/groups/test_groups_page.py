"""The groups on this laptop: what each row says, the practice group, and how to begin."""

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import row_of
from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.services.groups.practice import WORDS
from vcs_desktop.ui.pages.groups.page import GroupsPage

WRONG = "apple onion window teapot"


def names(page):
    return [row.name.text() for row in page.picker.rows]


def test_a_laptop_without_groups_says_so_and_starts_at_the_way_to_start_one(open_page):
    page = open_page()
    assert page.picker.none_yet.isVisible()
    assert page.first_focus() is page.picker.ways["start"]


def test_the_keyboard_begins_at_the_first_group_and_stays_there(
    house, settings, tasks, show, qtbot
):
    house.tea()
    hall = house.hall()
    page = show(GroupsPage(house, tasks, house.session, settings), 1150, 600)
    page.first_focus().setFocus()
    assert page.picker.ways["start"].hasFocus()
    page.shown()
    qtbot.waitUntil(lambda: len(page.picker.rows) == 2)
    assert page.picker.rows[0].open_button.hasFocus()
    last = page.picker.rows[1]
    last.open_button.setFocus()
    page.shown()
    qtbot.waitUntil(lambda: page.picker.rows[1] is not last)
    assert page.picker.rows[1].open_button.hasFocus()
    assert hall in {row.line.id for row in page.picker.rows}


def test_each_group_has_a_row_that_says_who_can_open_it(house, open_page):
    house.tea()
    house.hall(hides_name=True)
    house.groups.practice.open().close()
    page = open_page()
    assert names(page) == [
        "Marston Lunch Club (practice)",
        "Tea & Talk",
        "A group that hides its name",
    ]
    assert "anybody can open it" in page.picker.rows[0].who.text()
    assert page.picker.rows[1].who.text() == "Can be opened by: Asha, Ben."
    assert page.picker.rows[2].who.text() == "1 person can open it."


def test_many_people_are_counted_and_not_all_named(house, open_page):
    with house.groups.open(house.tea(), ASHA) as made:
        for number in range(3):
            made.add_opener(f"Person {number}", f"{BEN} {number}")
    assert (
        open_page().picker.rows[0].who.text()
        == "Can be opened by: Asha, Ben, Person 0, and 2 more."
    )


def test_what_is_wrong_with_a_group_stands_in_its_row_with_what_to_do(house, open_page):
    damaged, moved = house.tea(), house.hall()
    house.damage(damaged)
    folder = house.groups._folder
    (folder / moved).rename(folder / ("0" + moved[1:] if moved[0] != "0" else "1" + moved[1:]))
    page = open_page()
    said = " ".join(row.problem.text() for row in page.picker.rows)
    assert "damaged" in said
    assert "newest copy" in said
    assert "belong to another group" in said
    assert [len(row.buttons) for row in page.picker.rows].count(0) == 1


def test_the_group_that_is_open_is_gone_back_to_without_words(house, open_page, qtbot):
    house.begin()
    page = open_page()
    row = row_of(page, "Tea & Talk")
    assert row.open_button.text() == "Go back to it"
    row.open_button.click()
    assert page.led == [("home", "")]


def test_sample_data_makes_the_practice_group_and_opens_it(house, open_page, typist):
    page = open_page()
    typist(page).press(page.picker.ways["practice"])
    typist(page).wait(lambda: page.led == [("home", "")])
    assert house.session.is_practice
    assert house.groups.groups()[0].is_practice
    assert len(house.inside.people.people()) >= 5


def test_the_practice_group_opens_from_its_row_without_words(house, open_page, qtbot):
    house.groups.practice.open().close()
    page = open_page()
    page.picker.rows[0].open_button.click()
    qtbot.waitUntil(lambda: house.session.is_practice)


def test_the_practice_group_is_thrown_away_after_a_question(house, open_page, qtbot):
    house.groups.practice.open().close()
    page = open_page()
    page.picker.rows[0].buttons[1].click()
    box = page.findChild(QMessageBox)
    next(each for each in box.buttons() if each.text() == "Throw it away").click()
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.message.isVisible()
    assert house.groups.groups() == ()


def test_a_practice_group_with_words_of_its_own_says_why_it_does_not_open(house, open_page, qtbot):
    with house.groups.practice.open() as opened:
        opened.change_words(opened.opener_id, ASHA)
    page = open_page()
    page.show_thing("practice")
    qtbot.waitUntil(page.message.isVisible)
    assert "not the right secret words" in page.message.words.text()
    with pytest.raises(Exception, match="right secret words"):
        house.groups.open(opened.id, WORDS)


def test_just_looking_leads_home_and_nobody_is_asked_again_how_to_begin(
    open_page, typist, settings
):
    page = open_page()
    typist(page).press(page.picker.ways["library"])
    assert page.led == [("home", "")]
    assert settings.current.welcomed


def test_the_page_can_be_used_by_everybody_at_each_size(house, open_page, qtbot):
    group = house.tea()
    house.hall(hides_name=True)
    house.damage(house.hall())
    house.groups.practice.open().close()
    page = open_page()
    usable_at_every_size(qtbot, page.host)
    page.show_thing(group)
    qtbot.waitUntil(lambda: page.front is page.opening)
    page.opening.way_in.words_field.tell("Those are not the right secret words.")
    usable_at_every_size(qtbot, page.host)
    page.opening.way_in.way_button.click()
    usable_at_every_size(qtbot, page.host)
    page.show_thing("join")
    usable_at_every_size(qtbot, page.host)
