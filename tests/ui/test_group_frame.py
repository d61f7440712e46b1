"""The window and its group: what appears when it is opened, and that nothing stays when locked."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from tests.support.demo_page import DemoPage
from tests.support.group_house import GroupHouse
from tests.support.vault_examples import CODE
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.ui.group_frame import GroupFrame
from vcs_desktop.ui.main_window import MainWindow, PageSpec

HEAD = ("Marston Lunch Club", "A group to practise with")


class GroupDemo(DemoPage):
    """A page of a group, with a field that is half written."""

    def __init__(self, house):
        super().__init__()
        self._house = house
        self.note = QLineEdit("half wri")
        self.body.put(self.note)

    def put_away(self):
        words, house = self.note.text(), self._house
        house.tasks.run(
            lambda: house.inside.desk.put("draft/note", words), then=repr, otherwise=repr
        )


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot)
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def window(show, tasks, settings, house, qtbot):
    specs = (
        PageSpec("home", "Home", "house", DemoPage, "Ctrl+1"),
        PageSpec("people", "People", "users", lambda: GroupDemo(house), "Ctrl+6", needs="group"),
        PageSpec("groups", "Open a group", "users", DemoPage, "", aside=True),
    )
    made = MainWindow(specs, tasks, settings, HEAD)
    made.frame_of_group = GroupFrame(made, house.session, house, tasks)
    show(made, 1366, 671)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


def places(window):
    model = window.navigation.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def acts(window):
    return [each.text() for each in window.menu_bar.group.actions() if each.isVisible()]


def test_without_a_group_only_the_library_is_there(window):
    assert places(window) == ["Home"]
    assert window.navigation.group_label.text() == "Marston Lunch Club"
    assert window.navigation.person_label.text() == "Guest"
    assert window.navigation.open_button.isVisible()
    assert not window.navigation.lock_button.isVisible()
    assert "&Lock" not in acts(window)


def test_a_page_of_a_group_leads_to_where_groups_are_opened(window):
    window.open_place("people")
    assert window.stack.place_id == "groups"


def test_an_open_group_has_its_places_its_name_and_a_way_to_lock_it(window, house):
    house.begin()
    assert places(window) == ["Home", "People"]
    assert window.navigation.group_label.text() == "Tea & Talk"
    assert window.navigation.person_label.text() == "Asha"
    assert window.navigation.lock_button.isVisible()
    assert "&Lock" in acts(window)
    assert window.stack.place_id == "home"
    window.open_place("people")
    assert window.windowTitle() == "People - VCS Desktop"


def test_a_page_that_cannot_put_away_takes_no_words_of_another(window, house, qtbot, monkeypatch):
    house.begin()
    window.open_place("people")
    home = window.stack.pages()[0]

    def fail():
        raise ValueError("a fault of this page")

    monkeypatch.setattr(home, "put_away", fail)
    with qtbot.captureExceptions() as caught:
        house.lock()
    assert [str(each[1]) for each in caught] == ["a fault of this page"]
    house.open_again()
    assert house.inside.desk.read("draft/note") == "half wri"


def test_a_narrow_window_locks_from_its_menu_too(window, house, qtbot):
    window.resize(700, 600)
    menu = window.top_bar.menu_button.menu()
    (lock,) = [each for each in menu.actions() if each.text() == "&Lock"]
    assert not lock.isVisible()
    house.begin()
    house.inside.group.set_code(CODE)
    assert lock.isVisible()
    with qtbot.waitSignal(house.session.locked):
        lock.trigger()
    assert not lock.isVisible()


def test_opening_a_group_makes_every_page_anew(window, house):
    before = window.page()
    house.begin()
    assert window.page() is not before


def test_locking_takes_every_word_of_the_group_away(window, house, qtbot):
    house.begin()
    window.open_place("people")
    window.status_bar.showMessage("Deleted Asha")
    window.top_bar.search.setText("Asha")
    dialog = QDialog(window)
    dialog.open()
    house.session.lock()
    assert window.stack.place_id == "groups"
    assert window.stack.count() == 1
    assert window.status_bar.currentMessage() == ""
    assert window.top_bar.search.text() == ""
    assert not dialog.isVisible()
    assert places(window) == ["Home"]
    assert window.navigation.group_label.text() == "Marston Lunch Club"
    qtbot.waitUntil(lambda: not house.space.is_open)


def test_what_is_half_written_is_kept_before_the_file_is_let_go(window, house):
    house.begin()
    window.open_place("people")
    house.lock()
    house.open_again()
    assert house.inside.desk.read("draft/note") == "half wri"


def test_another_group_takes_the_place_of_the_first_after_what_was_half_written(
    window, house, qtbot
):
    house.begin()
    first = house.inside
    window.open_place("people")
    house.begin(NewGroup("Hall", "harbour violin pebble mango", "Ben"))
    assert window.navigation.group_label.text() == "Hall"
    assert not first.group.is_open
    assert house.inside.desk.read("draft/note") is None
    qtbot.waitUntil(lambda: not house.session._tasks._stops)
    again = house.space.take(house.groups.open(first.group.id, "sunflower kettle banjo river"))
    assert again.desk.read("draft/note") == "half wri"


def test_closing_the_window_keeps_what_is_half_written(window, house):
    house.begin()
    window.open_place("people")
    group = house.inside.group.id
    house.settle()
    window.close()
    window.close()  # the first time it asks for a second way in
    assert not house.space.is_open
    with house.groups.open(group, "sunflower kettle banjo river") as again:
        house.space.take(again)
        assert house.inside.desk.read("draft/note") == "half wri"


def test_who_locks_with_only_one_way_in_is_asked_for_a_second_one(window, house, qtbot):
    house.begin()
    window.navigation.lock_button.click()
    qtbot.waitUntil(lambda: window.stack.place_id == "groups")
    assert window.page().shown_things == ["way-back/lock"]
    assert house.session.is_open


def test_with_two_ways_in_locking_locks(window, house, qtbot):
    house.begin()
    house.inside.group.set_code(CODE)
    window.menu_bar.group.lock.trigger()
    qtbot.waitUntil(lambda: not house.session.is_open)


def test_closing_asks_for_a_second_way_in_once_and_then_closes(window, house):
    house.begin()
    house.settle()
    assert not window.close()
    assert window.page().shown_things == ["way-back/close"]
    assert house.session.is_open
    assert window.close()
    assert not house.space.is_open


def test_undo_is_in_the_edit_menu_and_says_what_it_undid(window, house, qtbot):
    house.begin()
    house.inside.people.add(Person(name="Carol"))
    house.session.tell_acted()
    edit = window.menu_bar.edit
    qtbot.waitUntil(lambda: "Carol" in edit.undo.text())
    edit.undo.trigger()
    qtbot.waitUntil(lambda: bool(window.status_bar.currentMessage()))
    assert house.inside.people.people() == []


def test_a_change_elsewhere_has_the_page_in_front_look_again(window, house):
    house.begin()
    house.inside.people.add(Person(name="Carol"))
    before = window.page().visits
    house.session.tell_changed()
    assert window.page().visits == before + 1
