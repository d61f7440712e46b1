"""Removing the group from this laptop: on purpose, wholly, and with a copy made first."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.support.groups_window import GroupsHouse, Typist, make_part
from tests.support.keyrings import WorkingRing, remembering
from tests.support.vault_examples import ASHA, MovableClock


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupsHouse(tmp_path, tasks, qtbot, MovableClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_part(house, settings, tasks, show):
    return partial(make_part, house, settings, tasks, show)


@pytest.fixture
def hands(qtbot):
    return Typist(qtbot, None)


def test_removing_the_group_asks_for_its_name_and_deletes_all_of_it(house, open_part, hands, qtbot):
    part = open_part()
    group, folder = house.session.group_id, house.groups._folder
    part.removal.fold.set_open(True)
    part.people.words_button.setFocus()
    hands.tab_to(part.removal.field.box)
    hands.type("Tea")
    hands.enter()
    assert "not the name" in part.removal.field.error
    assert house.session.is_open
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type("tea & talk")
    with qtbot.waitSignal(house.session.locked):
        hands.enter()
    hands.wait(lambda: not (folder / group).exists())
    house.settle()
    assert house.groups.groups() == ()
    assert not house.space.is_open


def test_a_copy_is_offered_first_and_brings_the_group_back(
    house, open_part, tmp_path, monkeypatch, qtbot
):
    from vcs_desktop.services.groups.restoring import by_words
    from vcs_desktop.ui.pages.our_group import access_removal

    asked = []
    monkeypatch.setattr(
        access_removal.files,
        "ask_where_to_save",
        lambda _p, _t, name, _k, then: asked.append(name) or then(str(tmp_path / name)),
    )
    part = open_part()
    part.removal.fold.set_open(True)
    part.removal.copy_button.click()
    qtbot.waitUntil(part.removal.message.isVisible, timeout=15_000)
    assert "The copy is whole" in part.removal.message.words.text()
    part.removal.field.box.setText("Tea & Talk")
    with qtbot.waitSignal(house.session.locked):
        part.removal.remove_button.click()
    house.settle()
    assert house.groups.groups() == ()
    house.groups.restoring.restore(tmp_path / asked[0], by_words(ASHA))
    assert house.groups.groups()[0].name == "Tea & Talk"


def test_what_the_computer_remembered_of_a_group_goes_with_it(
    tmp_path, house, open_part, settings, qtbot
):
    house.lock()
    ring = WorkingRing()
    house.groups = remembering(tmp_path / "groups", ring, clock=house.clock)
    house.open_again()
    house.groups.remembered.remember(house.inside.group)
    assert ring.kept
    part = open_part()
    part.removal.field.box.setText("Tea & Talk")
    with qtbot.waitSignal(house.session.locked):
        part.removal.remove_button.click()
    house.settle()
    assert ring.kept == {}
    assert house.groups.groups() == ()


def test_a_group_that_is_open_elsewhere_too_is_locked_and_stays(house, open_part, qtbot):
    part = open_part()
    group = house.session.group_id
    with house.groups.open(group, ASHA):
        part.removal.field.box.setText("Tea & Talk")
        part.removal.remove_button.click()
        qtbot.waitUntil(lambda: part.host.findChild(QMessageBox) is not None, timeout=15_000)
        box = part.host.findChild(QMessageBox)
        assert "open in another window" in box.text()
        box.close()
    house.groups.open(group, ASHA).close()
