"""The second way in while a group is started, what is left of it, and its looks."""

import pytest
from PySide6.QtCore import Qt

from tests.support import accessibility
from tests.support.every_size import usable_at_every_size
from tests.support.groups_window import (
    Typist,
    start_it,
    to_way_back,
    words_kept,
)
from tests.support.vault_examples import ASHA, BEN, TEA, written
from vcs_desktop.services.groups.beginning import Beginning, SecondPerson
from vcs_desktop.ui import files
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.way_back import code_flow


@pytest.fixture
def page(starting):
    return starting


@pytest.fixture
def hands(qtbot, page):
    return Typist(qtbot, page)


def test_a_second_person_chooses_words_and_can_open_the_group(page, hands, house):
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow
    hands.press(flow.person_button)
    hands.wait_focus(flow.person.name_field.box)
    hands.type("Ben")
    hands.wait(lambda: flow.person.words.words() != "")
    words = flow.person.words.words()
    hands.tab_to(flow.person.words.once_more.field.box)
    hands.type(words)
    hands.enter()
    start_it(page, hands, house)
    assert [each.label for each in house.inside.group.openers] == ["Asha", "Ben"]
    group = house.session.group_id
    house.lock()
    house.groups.open(group, words).close()


def test_a_wrong_group_of_the_code_is_said_beside_its_field(page, hands):
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow.code
    hands.press(flow.copy_button)
    hands.wait(lambda: flow.have_button is not None)
    hands.press(flow.have_button)
    hands.wait(lambda: len(flow.fields) == 2)
    first, second = flow.fields
    right = flow.making.rehearsal.groups[flow.making.rehearsal.places[1] - 1]
    hands.type("0000")
    hands.enter()
    hands.type(right)
    hands.enter()
    assert "not what the paper says" in first.error
    assert second.error == ""
    hands.wait_focus(first.box)
    code = flow.making.rehearsal.groups
    next_to_it = flow.check_button
    hands.tab_to(next_to_it)
    assert page.views.start.way_back.can_go_on() is False
    flow.making.show_code()
    hands.wait(lambda: flow.code_card is not None)
    assert tuple(each.text() for each in flow.code_card.groups) == code


def test_the_code_is_printed_from_a_page_that_goes_again(page, hands, house, monkeypatch):
    opened = []
    monkeypatch.setattr(files, "open_file", lambda path: opened.append(path.read_bytes()) or True)
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow.code
    hands.press(flow.print_button)
    hands.wait(lambda: flow.have_button is not None)
    assert opened[0].startswith(b"%PDF")
    assert house.groups.page_to_print.exists()
    hands.press(flow.have_button)
    hands.wait(lambda: len(flow.fields) == 2)
    for field, place in zip(flow.fields, flow.making.rehearsal.places, strict=True):
        field.box.setText(flow.making.rehearsal.groups[place - 1])
    hands.press(flow.check_button)
    hands.wait(page.views.start.last.isVisible)
    hands.wait(lambda: not house.groups.page_to_print.exists())


def test_where_nothing_opens_a_page_the_other_ways_are_named(page, hands, house, monkeypatch):
    monkeypatch.setattr(files, "open_file", lambda path: False)
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow.code
    hands.press(flow.print_button)
    hands.wait(flow.message.isVisible)
    assert "copy it by hand" in flow.message.words.text()
    page.put_away()
    hands.wait(lambda: not house.groups.page_to_print.exists())


def test_the_code_is_saved_where_somebody_says(page, hands, tmp_path, monkeypatch):
    asked = []

    def answer(parent, title, name, kinds, then):
        asked.append(name)
        then(str(tmp_path / name))

    monkeypatch.setattr(code_flow.files, "ask_where_to_save", answer)
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow.code
    hands.press(flow.save_button)
    hands.wait(lambda: flow.have_button is not None)
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF")


def test_a_page_that_cannot_be_saved_is_said(page, hands, tmp_path):
    to_way_back(page, hands)
    flow = page.views.start.way_back.flow.code
    flow.making.save(str(tmp_path / "no" / "such" / "code.txt"))
    hands.wait(flow.message.isVisible)
    assert flow.print_button.isVisible()


def test_leaving_forgets_everything(page, hands):
    to_way_back(page, hands)
    hands.press(page.views.start.leave_button)
    assert page.front is page.picker
    assert words_kept(page) == []
    page.show_thing("start")
    assert page.views.start.name.name() == ""


def test_secrets_do_not_stay_when_another_page_comes_to_the_front_but_names_do(page, hands):
    to_way_back(page, hands)
    page.hide()
    assert page.views.start.name.name() == "Tea & Talk"
    assert page.views.start.words.choose.chosen() == ""
    assert page.views.start.words.choose.offered_label.text() == ""
    assert set(words_kept(page)) == {"Tea & Talk", "Asha"}
    page.show()
    page.shown()
    hands.wait(page.views.start.words.isVisible)


def test_a_disk_that_takes_no_group_is_said_and_nothing_is_left(page, hands, house, tmp_path):
    (tmp_path / "groups").rmdir() if (tmp_path / "groups").exists() else None
    (tmp_path / "groups").write_text("in the way", "utf-8")
    to_way_back(page, hands)
    hands.press(page.views.start.way_back.flow.later_button)
    hands.press(page.views.start.next_button)
    hands.wait(page.views.start.message.isVisible)
    assert "cannot save anything" in page.views.start.message.words.text()
    assert page.views.start.next_button.isEnabled()
    assert not house.session.is_open


def test_what_fails_after_the_group_was_made_leaves_no_group(house):
    with pytest.raises(Exception, match="too easy"):
        house.groups.beginnings.make(Beginning(TEA, person=SecondPerson("Ben", "ben")))
    assert house.groups.groups() == ()


def test_everything_that_was_asked_for_is_there_when_it_is_started(house):
    from vcs_desktop.services.groups.rehearsal import Rehearsal

    code = Rehearsal.begin(house.groups)
    asked = Beginning(TEA, role="chair", code=code, person=SecondPerson("Ben", BEN))
    with house.groups.beginnings.make(asked) as made:
        assert made.has_code
        assert len(made.openers) == 2
    house.groups.open_with_code(made.id, written(code.code)).close()
    house.groups.open(made.id, ASHA).close()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_each_question_can_be_used_by_everybody_at_each_size(page, hands, qtbot, theme):
    look.set_theme(theme)
    start_view = page.views.start
    usable_at_every_size(qtbot, page.host)
    start_view.name.field.box.setText("Tea & Talk")
    start_view._next()
    usable_at_every_size(qtbot, page.host)
    start_view._next()
    hands.wait(lambda: start_view.words.choose.chosen() != "")
    usable_at_every_size(qtbot, page.host)
    start_view.words.choose.own_option.button.click()
    usable_at_every_size(qtbot, page.host)
    start_view.words.choose.offered_option.button.click()
    start_view._next()
    usable_at_every_size(qtbot, page.host)
    start_view.once_more.once_more.copied.box.setChecked(True)
    start_view._next()
    flow = start_view.way_back.flow
    usable_at_every_size(qtbot, page.host)
    flow.person_button.click()
    usable_at_every_size(qtbot, page.host)
    flow.person.leave_button.click()
    flow.code.copy_button.click()
    hands.wait(lambda: flow.code.code_card is not None)
    usable_at_every_size(qtbot, page.host)
    flow.code.have_button.click()
    usable_at_every_size(qtbot, page.host)
    flow.begin()
    flow.later_button.click()
    usable_at_every_size(qtbot, page.host)


@pytest.fixture
def mirrored(qapp):
    """Read from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.begin(qapp, "light", 100)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("width", "percent"), [(1150, 100), (683, 200)])
def test_from_right_to_left_every_question_stands_the_other_way_round(
    mirrored, page, hands, qtbot, width, percent
):
    def nothing_is_wrong():
        for check in (
            accessibility.wider_than_the_window,
            accessibility.words_cut_off,
            accessibility.words_without_room,
        ):
            assert check(page.host) == []

    look.set_text_size(percent)
    page.host.resize(width, 600)
    qtbot.waitUntil(nothing_is_wrong)
    hands.wait(page.views.start.leave_button.isVisible)
    assert page.views.start.next_button.x() > page.views.start.leave_button.x()
    to_way_back(page, hands)
    qtbot.waitUntil(nothing_is_wrong)
    page.views.start.way_back.flow.code.copy_button.click()
    hands.wait(lambda: page.views.start.way_back.flow.code.code_card is not None)
    qtbot.waitUntil(nothing_is_wrong)
