"""The history of one record on the screen: told by day, brought back, gone when locked."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.history import AT_ONCE
from vcs_desktop.domain.people import EmergencyContact, Person
from vcs_desktop.ui.history.dialog import HistoryButton, HistoryDialog
from vcs_desktop.ui.history.panel import HistoryPanel
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.fold import Fold


@pytest.fixture
def cara(group, change):
    cara = group.inside.people.add(Person(name="Cara", phone="01865 1", notes="Likes tea."))
    group.clock.moment += timedelta(days=1)
    change(cara, phone="01865 2", notes="Likes tea. Has a van.")
    return cara


@pytest.fixture
def panel(group, show, tasks, qtbot):
    made = HistoryPanel(group, tasks, group.session)
    show(made, 700, 900)

    def put(record_id):
        with qtbot.waitSignal(made.slices.filled):
            made.show_history(record_id)
        return made

    return put


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def back_buttons(widget):
    found = widget.slices.findChildren(Button)
    return {
        each.text(): each
        for each in found
        if each.isVisibleTo(widget) and each.text().startswith("Bring")
    }


def test_a_history_is_told_by_day_the_newest_first(panel, cara):
    told = words(panel(cara))
    assert told[0] == "Today"
    assert told[1] == "Asha changed this"
    assert told[2].startswith("at ")
    assert told[3] == "Phone number: changed from “01865 1” to “01865 2”"
    yesterday = told.index("Yesterday")
    assert told[yesterday + 1] == "Asha added this"
    assert "Phone number: 01865 1" in told[yesterday:]


def test_a_long_text_is_folded_with_what_was_added(panel, cara, qtbot):
    shown = panel(cara)
    fold = next(
        each for each in shown.findChildren(Fold) if each.button.text() == "See what changed"
    )
    assert "Has a van." not in words(shown)
    fold.set_open(True)
    qtbot.waitUntil(lambda: words(shown).count("Has a van.") == 1)
    assert "Taken away" not in words(shown)
    fold.set_open(False)
    fold.set_open(True)
    assert words(shown).count("Has a van.") == 1


def test_a_value_is_brought_back_and_the_window_told(panel, cara, group, qtbot):
    shown = panel(cara)
    with qtbot.waitSignals([group.session.changed, group.session.acted]):
        back_buttons(shown)["Bring back “01865 1”"].click()
    assert group.inside.people.person(cara).thing.phone == "01865 1"
    qtbot.waitUntil(lambda: "Phone number: changed from “01865 2” to “01865 1”" in words(shown))
    assert shown.message.isVisible()
    assert shown.message.close_button.hasFocus()
    assert "Bring back “01865 1”" not in back_buttons(shown)
    group.inside.records.undo()
    assert group.inside.people.person(cara).thing.phone == "01865 2"


def test_one_part_of_a_field_comes_back_and_the_rest_stays(panel, group, change, qtbot):
    dev = group.inside.people.add(Person(name="Dev", emergency=EmergencyContact("Eli", "1", "Son")))
    change(dev, emergency=EmergencyContact("Eli", "2", "Brother"))
    shown = panel(dev)
    with qtbot.waitSignal(group.session.changed):
        back_buttons(shown)["Bring back “1”"].click()
    person = group.inside.people.person(dev).thing
    assert person.emergency == EmergencyContact("Eli", "1", "Brother")


def test_what_was_erased_meanwhile_cannot_come_back_and_that_is_said(panel, cara, group, qtbot):
    shown = panel(cara)
    button = back_buttons(shown)["Bring back “01865 1”"]
    group.inside.records.erase([cara])
    button.click()
    qtbot.waitUntil(shown.message.isVisible)
    assert "deleted for good" in shown.message.words.text()


def test_an_erased_record_says_by_whom_and_nothing_else(panel, cara, group):
    group.inside.records.erase([cara])
    told = words(panel(cara))
    assert "Asha deleted this for good" in told
    assert told.count("What it was is deleted for good.") == 2
    assert not any("01865" in each or "tea" in each for each in told)


def test_what_never_was_is_said_in_words(group, show, tasks, qtbot):
    made = HistoryPanel(group, tasks, group.session)
    show(made)
    made.show_history("nobody")
    qtbot.waitUntil(made.trouble.isVisible)
    assert "cannot find" in made.trouble.text()
    assert made.slices.isHidden()


def test_thousands_of_entries_are_shown_a_slice_at_a_time(panel, group, change, qtbot):
    eli = group.inside.people.add(Person(name="Eli"))
    for number in range(AT_ONCE + 9):
        change(eli, phone=str(number))
    shown = panel(eli)
    slices = shown.slices
    assert slices.where.text() == f"1 to {AT_ONCE} of {AT_ONCE + 10}"
    assert not slices.newer_button.isVisible()
    slices.older_button.setFocus()
    with qtbot.waitSignals([slices.filled, shown.moved]):
        slices.older_button.click()
    assert slices.where.text() == f"{AT_ONCE + 1} to {AT_ONCE + 10} of {AT_ONCE + 10}"
    assert "Asha added this" in words(shown)
    assert not slices.older_button.isVisible()
    assert slices.newer_button.hasFocus()
    with qtbot.waitSignal(slices.filled):
        slices.newer_button.click()
    assert slices.older_button.hasFocus()


def test_a_short_history_has_no_way_to_older_ones(panel, cara):
    slices = panel(cara).slices
    assert not slices.where.isVisible()
    assert not slices.older_button.isVisible()


def test_hostile_texts_are_words_only(panel, group, change, tmp_path, qtbot):
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][7::100]
    fay = group.inside.people.add(Person(name="Fay"))
    for text in texts:
        change(fay, phone=text, notes=text, skills=(text, "Van"))
    shown = panel(fay)
    for fold in shown.findChildren(Fold)[::3]:
        fold.set_open(True)
    assert all(each.textFormat().name == "PlainText" for each in shown.findChildren(QLabel))
    wide = {
        type(each).__name__ + repr(each.text()[:90])
        for each in shown.findChildren(QWidget)
        if hasattr(each, "text") and each.minimumSizeHint().width() > 600
    }
    assert wide == set()


@pytest.fixture
def dialog(group, cara, show, tasks, qtbot):
    window = show(QWidget(), 1150, 600)
    made = HistoryDialog(window, group, tasks, group.session)
    with qtbot.waitSignal(made.history.slices.filled):
        made.show_history(cara, "Cara")
    return made


def test_the_dialog_can_be_used_at_every_size(dialog, qtbot):
    for fold in dialog.findChildren(Fold):
        fold.set_open(True)
    usable_at_every_size(qtbot, dialog)


def test_the_dialog_goes_away_when_the_group_is_locked(dialog, group, qtbot):
    assert dialog.title.text() == "History of Cara"
    assert "Cara" not in dialog.windowTitle()
    with qtbot.waitSignal(dialog.destroyed):
        group.lock()


def test_the_button_opens_the_history_of_its_record(group, cara, show, tasks, qtbot):
    window = show(QWidget())
    made = HistoryButton(group, tasks, group.session)
    made.setParent(window)
    made.show()
    assert not made.isEnabled()
    made.set_record(cara, "Cara")
    assert made.accessibleName() == "History of Cara"
    made.click()
    dialog = window.findChild(HistoryDialog)
    qtbot.waitUntil(lambda: "Asha changed this" in words(dialog))
    dialog.history.moved.emit()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close_button.click()


def test_a_lock_in_the_middle_of_bringing_back_disturbs_nobody(dialog, group, qtbot, cara):
    back_buttons(dialog.history)["Bring back “01865 1”"].click()
    group.lock()
    group.settle()
    group.open_again()
    assert group.inside.people.person(cara).thing.phone == "01865 1"
