"""What is typed about a person is never lost: not by a lock in mid-word, not by a full disk."""

import pytest
from PySide6.QtWidgets import QStackedWidget

from tests.support.people_window import DEV, box, people_of, person_named, type_in
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.ui.pages.people.page import PeoplePage


class Frame(QStackedWidget):
    """Makes the page when the group is open, and deletes it when it is locked, as the window."""

    def __init__(self, house, tasks, qtbot):
        super().__init__()
        self._asked = (house, tasks, house.session)
        self._qtbot = qtbot
        house.session.locking.connect(self.put_away)
        house.session.locked.connect(self.throw_away)

    def bring(self):
        """Make the page anew, and return it when it shows what it has."""
        self.page = PeoplePage(*self._asked)
        self.addWidget(self.page)
        with self._qtbot.waitSignal(self.page.ready):
            self.page.shown()
        return self.page

    def put_away(self):
        """Have the page keep what is half written."""
        self.page.put_away()

    def throw_away(self):
        """Delete the page."""
        self.page.hide()
        self.removeWidget(self.page)
        self.page.deleteLater()


@pytest.fixture
def frame(group_house, tasks, show, qtbot):
    return show(Frame(group_house, tasks, qtbot), 1150, 600)


def locked_and_opened(frame, group_house):
    """Lock the group, open it again, and return its new page."""
    group_house.lock()
    group_house.open_again()
    return frame.bring()


def test_words_typed_until_the_moment_of_locking_are_kept(frame, open_form, group_house, qtbot):
    group_house.inside.people.add(DEV)
    page = frame.bring()
    form = open_form(page, "dev Singh")
    box(form, "notes").take_focus()
    qtbot.keyClicks(box(form, "notes").box, "Likes mornin")
    assert person_named(group_house, "dev Singh").notes == ""
    page = locked_and_opened(frame, group_house)
    assert person_named(group_house, "dev Singh").notes == "Likes mornin"
    qtbot.waitUntil(lambda: page.view.form is not None)
    assert box(page.view.form, "notes").words() == "Likes mornin"


def test_a_name_typed_until_the_moment_of_locking_makes_one_person(frame, group_house, qtbot):
    page = frame.bring()
    page.add_button.click()
    form = page.view.form
    form.fields.name.take_focus()
    qtbot.keyClicks(form.fields.name.box, "Ash")
    page = locked_and_opened(frame, group_house)
    assert people_of(group_house) == ["Ash"]
    qtbot.waitUntil(lambda: page.view.form is not None)
    assert page.view.form.fields.name.words() == "Ash"
    type_in(qtbot, page.view.form.fields.name, "Asha")
    qtbot.waitUntil(lambda: people_of(group_house) == ["Asha"])


def test_what_could_not_be_kept_at_the_lock_lies_there_as_a_draft(frame, group_house, qtbot):
    page = frame.bring()
    page.add_button.click()
    form = page.view.form
    qtbot.keyClicks(box(form, "phone").box, "0186")
    qtbot.keyClicks(box(form, "dbs_seen_on").box, "31/11/20")
    row = form.fields.parts["roles"].add()
    qtbot.keyClicks(row.editor.role_title.box, "Trea")
    page = locked_and_opened(frame, group_house)
    assert people_of(group_house) == []
    qtbot.waitUntil(lambda: page.view.form is not None)
    form = page.view.form
    assert box(form, "phone").words() == "0186"
    assert box(form, "dbs_seen_on").box.text() == "31/11/20"
    (row,) = form.fields.parts["roles"].rows.values()
    assert row.editor.role_title.words() == "Trea"


def test_what_the_disk_did_not_take_stays_in_the_form_and_is_tried_again(
    open_people, open_form, group_house, monkeypatch, qtbot
):
    page = open_people(people=(DEV,))
    form = open_form(page, "dev Singh")
    people = group_house.inside.people

    def no_room(*given):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(people, "save", no_room)
        type_in(qtbot, box(form, "phone"), "777")
        qtbot.waitUntil(page.message.isVisible)
    assert "no room" in page.message.words.text()
    assert box(form, "phone").words() == "777"
    form.saved_line.again_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "dev Singh").phone == "777")
