"""What is typed is kept without being asked for, the newest of it last, and it is said."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.support.accessibility import every_complaint
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.ui.widgets import autosave
from vcs_desktop.ui.widgets.autosave import LONGEST_MS, QUIET_MS, WAIT_MS, Autosave, SavedLine
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.form_field import TextField


class Desk:
    """A form with one field, and what was kept of it; it can be slow, and full."""

    def __init__(self, tasks, show):
        self.kept = []
        self.may_go_on = Event()
        self.may_go_on.set()
        self.is_full = False
        self.field = TextField("Name")
        self.elsewhere = QLineEdit()
        self.elsewhere.setAccessibleName("Elsewhere")
        self.owner = QWidget()
        self.autosave = Autosave(tasks, self.take, self.owner)
        self.line = SavedLine(self.autosave)
        self.autosave.watch(self.field)
        self.owner.setLayout(column(self.field, self.elsewhere, self.line, None))
        show(panel(column(self.owner)), 700, 300)
        self.field.take_focus()

    def take(self):
        words = self.field.words()
        if self.kept[-1:] == [words]:
            return None
        return lambda: self.keep(words)

    def keep(self, words):
        self.may_go_on.wait()
        if self.is_full:
            raise DiskFull
        self.kept.append(words)
        return words


@pytest.fixture
def desk(tasks, show):
    made = Desk(tasks, show)
    yield made
    made.may_go_on.set()


def test_it_saves_a_while_after_the_last_change(desk, qtbot):
    with qtbot.waitSignal(desk.autosave.saved, timeout=10 * WAIT_MS) as saved:
        qtbot.keyClicks(desk.field.box, "Asha")
    assert saved.args == ["Asha"]
    assert desk.kept == ["Asha"]
    assert desk.autosave.is_settled


def test_whoever_types_on_without_a_pause_is_kept_all_the_same(desk, qtbot):
    hand = QTimer()
    hand.setInterval(WAIT_MS // 10)
    hand.timeout.connect(lambda: qtbot.keyClicks(desk.field.box, "a"))
    saved = desk.autosave.saved
    with qtbot.waitSignals([saved, saved], timeout=20 * LONGEST_MS):
        hand.start()
    assert hand.isActive()
    hand.stop()
    assert len(desk.kept) == 2
    assert desk.kept[1].startswith(desk.kept[0])


def test_what_was_forgotten_is_not_saved_later(desk, qtbot):
    qtbot.keyClicks(desk.field.box, "Asha")
    desk.autosave.forget()
    assert desk.autosave.is_settled
    with qtbot.assertNotEmitted(desk.autosave.saving, wait=LONGEST_MS + WAIT_MS):
        pass


def test_it_saves_at_once_when_the_focus_leaves_the_field(desk, qtbot):
    qtbot.keyClicks(desk.field.box, "Asha")
    assert not desk.autosave.is_settled
    with qtbot.waitSignal(desk.autosave.saved, timeout=WAIT_MS // 2):
        desk.elsewhere.setFocus()


def test_what_is_typed_while_a_save_is_running_is_kept_after_it(desk, qtbot):
    desk.may_go_on.clear()
    qtbot.keyClicks(desk.field.box, "Ash")
    desk.autosave.now()
    qtbot.keyClicks(desk.field.box, "a")
    desk.autosave.now()
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: desk.autosave.is_settled)
    assert desk.kept == ["Ash", "Asha"]


def test_now_queues_what_is_new_so_that_nothing_is_lost_when_the_form_goes(desk, qtbot, tasks):
    desk.may_go_on.clear()
    qtbot.keyClicks(desk.field.box, "Asha")
    desk.autosave.now()
    desk.owner.deleteLater()
    done = []
    tasks.run(int, then=done.append, otherwise=pytest.fail)
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    assert desk.kept == ["Asha"]


def test_nothing_new_is_not_saved_again(desk, qtbot):
    qtbot.keyClicks(desk.field.box, "Asha")
    with qtbot.waitSignal(desk.autosave.saved):
        desk.autosave.now()
    with qtbot.assertNotEmitted(desk.autosave.saving):
        desk.autosave.now()
        qtbot.keyClicks(desk.field.box, "s\b")
        desk.autosave.now()
    assert desk.autosave.is_settled


def test_a_form_that_shows_something_else_saves_nothing_of_the_one_before(desk, qtbot):
    qtbot.keyClicks(desk.field.box, "Asha")
    desk.autosave.forget()
    with qtbot.assertNotEmitted(desk.autosave.saving):
        desk.autosave.now()
    assert desk.kept == []


def test_what_could_not_be_kept_is_said_and_kept_when_there_is_room_again(desk, qtbot):
    desk.is_full = True
    qtbot.keyClicks(desk.field.box, "Asha")
    with qtbot.waitSignal(desk.autosave.failed):
        desk.autosave.now()
    assert not desk.autosave.is_settled
    assert "no room left on this disk" in desk.line.words.text()
    assert "This is not saved yet." in desk.line.words.text()
    assert desk.line.again_button.isVisible()
    assert every_complaint(desk.owner) == []
    desk.is_full = False
    with qtbot.waitSignal(desk.autosave.saved):
        desk.line.again_button.click()
    assert desk.kept == ["Asha"]
    assert desk.line.words.text() == "Saved"
    assert not desk.line.again_button.isVisible()


def test_the_line_says_saving_only_where_that_takes_a_while(desk, qtbot):
    desk.may_go_on.clear()
    qtbot.keyClicks(desk.field.box, "Asha")
    desk.autosave.now()
    assert desk.line.words.text() == ""
    qtbot.waitUntil(lambda: desk.line.words.text() == "Saving")
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: desk.line.words.text() == "Saved")


def test_a_screen_reader_is_told_once_and_only_when_it_is_quiet(desk, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(autosave, "say", lambda _widget, words: told.append(words))
    QAccessible.setActive(True)
    for letter in "Asha":
        qtbot.keyClicks(desk.field.box, letter)
        with qtbot.waitSignal(desk.autosave.saved):
            desk.autosave.now()
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=10 * QUIET_MS)
    assert told == ["Saved"]
