"""Bringing a group back: from a copy on a stick, or from the backup beside a damaged group."""

import pytest

from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import Typist, row_of, words_kept
from tests.support.kept_files import kept
from tests.support.vault_examples import ASHA, BEN, CODE, written
from vcs_desktop.domain.people import Person
from vcs_desktop.services.in_group import in_group
from vcs_desktop.ui.pages.groups import page as groups_page

WRONG = "apple onion window teapot"


@pytest.fixture
def hands(qtbot):
    return Typist(qtbot, None)


@pytest.fixture
def choose(monkeypatch):
    """Answer the computer's own dialog with a file."""

    def answer_with(path):
        monkeypatch.setattr(
            groups_page.files, "ask_what_to_open", lambda _p, _t, _k, then: then(str(path))
        )

    return answer_with


def filled(house, group):
    """Put a person into a group, make a backup, and return the group's services, open."""
    inside = in_group(house.groups.open(group, ASHA), house.clock)
    inside.people.add(Person(name="Carol"))
    return inside


@pytest.fixture
def copy(house, tmp_path):
    """The file of a copy of a group with one person in it, and the group's id."""
    group = house.tea()
    inside = filled(house, group)
    path = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
    inside.group.close()
    return path, group


def test_a_copy_says_what_it_is_and_holds_before_it_is_brought_back(
    house, copy, open_page, choose, hands
):
    path, group = copy
    house.groups.delete_folder(group)
    choose(path)
    page = open_page()
    hands.press(page.picker.ways["restore"])
    hands.wait(page.views.restore.way_in.isVisible)
    assert page.views.restore.title.text() == "Tea & Talk"
    assert "Monday 23 November 2026" in page.views.restore.about.text()
    hands.wait_focus(page.views.restore.way_in.who.box)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait_focus(page.views.restore.restore_button)
    assert "1 person" in page.views.restore.inside.text()
    assert page.views.restore.replaces.isHidden()
    assert words_kept(page) == []
    hands.enter()
    hands.wait(lambda: page.front is page.picker and page.message.isVisible())
    hands.wait(lambda: len(page.picker.rows) == 1)
    page.message.act_button.click()
    hands.wait_focus(page.opening.way_in.who.box)
    hands.tab_to(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(lambda: house.session.is_open)
    assert [each.name for each in house.inside.people.people()] == ["Carol"]


def test_wrong_words_and_the_code_are_told_as_when_a_group_is_opened(
    house, copy, open_page, choose, hands
):
    path, group = copy
    house.groups.delete_folder(group)
    choose(path)
    page = open_page()
    page.show_thing("restore")
    way_in = page.views.restore.way_in
    hands.wait(way_in.isVisible)
    hands.tab_to(way_in.words_field.box)
    hands.type(WRONG)
    hands.enter()
    hands.wait(lambda: "not the right secret words" in way_in.words_field.error)
    hands.press(way_in.way_button)
    hands.type(written(CODE))
    hands.enter()
    hands.wait(page.views.restore.restore_button.isVisible)


def test_a_copy_of_a_group_that_is_here_says_that_it_takes_its_place(
    house, copy, open_page, choose, hands
):
    path, group = copy
    with house.groups.open(group, ASHA) as opened:
        in_group(opened, house.clock).people.add(Person(name="Dev"))
    choose(path)
    page = open_page()
    page.show_thing("restore")
    hands.wait(page.views.restore.way_in.isVisible)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(page.views.restore.replaces.isVisible)
    hands.press(page.views.restore.restore_button)
    hands.wait(page.message.isVisible)
    with house.groups.open(group, ASHA) as opened:
        names = [each.name for each in in_group(opened, house.clock).people.people()]
    assert names == ["Carol"]


def test_a_file_that_is_no_copy_is_said_to_be_none(house, open_page, choose, hands, tmp_path):
    (tmp_path / "a.vcsgroup").write_bytes(b"nothing of use")
    choose(tmp_path / "a.vcsgroup")
    page = open_page()
    page.show_thing("restore")
    hands.wait(page.views.restore.message.isVisible)
    assert "not a whole copy" in page.views.restore.message.words.text()
    assert page.views.restore.way_in.isHidden()
    assert not page.views.restore.title.isVisible()  # nor a card with nothing in it


def test_after_a_file_that_is_no_copy_another_is_chosen(
    house, copy, open_page, choose, hands, tmp_path
):
    (tmp_path / "a.vcsgroup").write_bytes(b"nothing of use")
    choose(tmp_path / "a.vcsgroup")
    page = open_page()
    page.show_thing("restore")
    hands.wait_focus(page.views.restore.message.act_button)
    choose(copy[0])
    hands.enter()
    hands.wait(page.views.restore.way_in.isVisible)
    assert page.views.restore.title.text() == "Tea & Talk"


def test_a_damaged_group_comes_back_from_its_newest_backup(house, open_page, hands):
    group = house.tea()
    inside = filled(house, group)
    inside.backups.back_up_if_changed()
    inside.group.close()
    house.damage(group)
    page = open_page()
    row = row_of(page, "A group that cannot be read")
    hands.press(row.buttons[0])
    hands.wait(page.views.restore.way_in.isVisible)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait_focus(page.views.restore.restore_button)
    assert "1 person" in page.views.restore.inside.text()
    hands.enter()
    hands.wait(lambda: page.front is page.picker)
    with house.groups.open(group, ASHA) as opened:
        assert in_group(opened, house.clock).people.people()[0].name == "Carol"


@pytest.mark.logs("SQLITE_NOTADB")
def test_records_that_are_damaged_come_back_too_and_who_opened_them_need_not_look_for_the_way(
    house, open_page, hands
):
    group = house.tea(ben=False)
    inside = filled(house, group)
    inside.backups.back_up_if_changed()
    inside.group.close()
    file = house.data_file(group)
    file.write_bytes(b"\x00" * file.stat().st_size)
    page = open_page()
    page.show_thing(group)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait_focus(page.opening.message.act_button)
    hands.enter()
    hands.wait(page.views.restore.way_in.isVisible)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait_focus(page.views.restore.restore_button)
    hands.enter()
    hands.wait(lambda: page.front is page.picker)
    house.groups.open(group, ASHA).close()


def test_who_looks_inside_may_leave_it_at_that(house, copy, open_page, choose, hands):
    path, _ = copy
    choose(path)
    page = open_page()
    page.show_thing("restore")
    hands.wait(page.views.restore.way_in.isVisible)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(BEN)
    page.views.restore.way_in.who.box.setCurrentIndex(1)
    hands.enter()
    hands.wait(page.views.restore.other_button.isVisible)
    hands.press(page.views.restore.other_button)
    assert page.front is page.picker
    assert words_kept(page) == []


def test_it_can_be_used_by_everybody_at_each_size(house, copy, open_page, choose, hands, qtbot):
    choose(copy[0])
    page = open_page()
    page.show_thing("restore")
    hands.wait(page.views.restore.way_in.isVisible)
    usable_at_every_size(qtbot, page.host)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait(page.views.restore.replaces.isVisible)
    usable_at_every_size(qtbot, page.host)


def test_a_copy_that_lacks_a_file_says_so_before_it_is_brought_back(
    house, open_page, choose, hands, tmp_path
):
    group = house.tea()
    inside = filled(house, group)
    paper = tmp_path / "policy.pdf"
    paper.write_bytes(b"%PDF-1.7 policy")
    _, stored = kept(inside, paper)
    inside.group.files().folder.path.joinpath("blobs", stored.blob).unlink()
    path = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
    inside.group.close()
    house.groups.delete_folder(group)
    choose(path)
    page = open_page()
    hands.press(page.picker.ways["restore"])
    hands.wait(page.views.restore.way_in.isVisible)
    hands.wait_focus(page.views.restore.way_in.who.box)
    hands.tab_to(page.views.restore.way_in.words_field.box)
    hands.type(ASHA)
    hands.enter()
    hands.wait_focus(page.views.restore.restore_button)
    said = page.views.restore.inside.text()
    assert "1 person" in said
    assert "1 file of your documents is missing or damaged." in said
