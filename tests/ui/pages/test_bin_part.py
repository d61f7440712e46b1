"""The bin of the group on the screen, and what was done lately."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from tests.support.every_size import usable_at_every_size
from tests.support.group_file import TickingClock
from tests.support.group_house import GroupHouse
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.history import AT_ONCE
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.our_group.bin_part import BinPart
from vcs_desktop.ui.widgets.basics import scroll
from vcs_desktop.ui.widgets.ticks_field import Tick


@pytest.fixture
def home(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot, TickingClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def deleted(home):
    """Add people and put them in the bin, some days apart."""

    def do(*names, days=0):
        for name in names:
            home.inside.people.remove(home.inside.people.add(Person(name=name)))
            home.clock.moment += timedelta(days=days)

    return do


@pytest.fixture
def part(home, show, tasks, qtbot):
    made = BinPart(home, tasks, home.session)
    pane = show(scroll(made), 1000, 700)

    def look():
        with qtbot.waitSignals([made.list.slices.filled, made.lately.slices.filled]):
            made.shown()
        return made

    made.pane = pane
    made.look = look
    return made


def words(widget):
    found = widget.findChildren(QLabel)
    return [each.text() for each in found if each.text() and each.isVisibleTo(widget)]


def ticks(part):
    found = part.list.slices.findChildren(Tick)
    return [each for each in found if each.isVisibleTo(part.list)]


def names(part):
    return [each.words.text() for each in ticks(part)]


def tick(part, *some):
    for each in ticks(part):
        if each.words.text() in some:
            each.box.click()


def box_of(part):
    return part.findChild(QMessageBox)


def answer(part, said):
    box = box_of(part)
    next(each for each in box.findChildren(QPushButton) if each.text() == said).click()


def test_an_empty_bin_says_what_it_is_for(part):
    part.look()
    assert part.empty.isVisible()
    assert not part.list.isVisible()
    assert not part.over_card.isVisible()


def test_what_is_in_the_bin_is_told_with_its_kind_its_day_and_when_it_is_asked_about(part, deleted):
    deleted("Cara")
    part.look()
    assert names(part) == ["Cara"]
    since = "Person. In the bin since Monday 23 November 2026."
    assert f"{since} We ask in 90 days whether to delete it." in words(part)
    assert not part.list.restore_button.isEnabled()


def test_several_things_are_taken_out_at_once_and_back_with_one_undo(part, deleted, home, qtbot):
    deleted("Cara", "Dev", "Eli")
    part.look()
    tick(part, "Cara", "Eli")
    assert part.list.chosen.text() == "2 things are ticked"
    with qtbot.waitSignals([home.session.changed, home.session.acted]):
        part.list.restore_button.click()
    qtbot.waitUntil(lambda: names(part) == ["Dev"])
    assert part.message.words.text() == "2 things are out of the bin. You can undo this."
    assert sorted(each.name for each in home.inside.people.people()) == ["Cara", "Eli"]
    home.inside.records.undo()
    assert home.inside.people.people() == []


def test_one_thing_is_named_when_it_comes_back_and_the_focus_stays_near(part, deleted, qtbot):
    deleted("Cara")
    part.look()
    tick(part, "Cara")
    part.list.restore_button.setFocus()
    part.list.restore_button.click()
    qtbot.waitUntil(part.empty.isVisible)
    assert part.message.words.text() == "Cara is out of the bin. You can undo this."
    assert part.message.close_button.hasFocus()


def test_to_delete_for_good_is_asked_about_and_cancel_changes_nothing(part, deleted, home, qtbot):
    deleted("Cara", "Dev")
    part.look()
    tick(part, "Cara")
    part.list.delete_button.click()
    box = box_of(part)
    assert box.text() == "Delete Cara for good?"
    assert "cannot be undone" in box.informativeText()
    answer(part, "Cancel")
    assert len(home.inside.bin.things()) == 2


def test_what_is_deleted_for_good_is_gone_with_every_word(part, deleted, home, qtbot):
    deleted("Cara", "Dev")
    part.look()
    part.list.all_button.click()
    part.list.delete_button.click()
    assert box_of(part).text() == "Delete 2 things for good?"
    with qtbot.waitSignal(home.session.changed):
        answer(part, "Delete for good")
    qtbot.waitUntil(part.empty.isVisible)
    assert part.message.words.text() == "2 things are deleted for good."
    qtbot.waitUntil(lambda: "Asha deleted 2 things for good" in words(part.lately))
    assert not any("Cara" in each for each in words(part.lately))


def test_what_is_over_90_days_is_offered_first_and_nothing_goes_by_itself(part, deleted, qtbot):
    deleted("Cara", "Dev", days=60)
    part.look()
    assert part.over_card.isVisible()
    assert part.over_words.text() == "1 thing has been here for more than 90 days."
    assert names(part)[0] == "Cara"
    part.over_button.click()
    answer(part, "Delete for good")
    qtbot.waitUntil(lambda: names(part) == ["Dev"])
    assert not part.over_card.isVisible()


def test_what_left_the_bin_meanwhile_is_said_kindly(part, deleted, home, qtbot):
    deleted("Cara")
    part.look()
    tick(part, "Cara")
    part.list.delete_button.click()
    home.inside.records.undo()
    answer(part, "Delete for good")
    qtbot.waitUntil(part.empty.isVisible)
    assert "not in the bin" in part.message.words.text()
    assert [each.name for each in home.inside.people.people()] == ["Cara"]


def test_a_full_bin_is_shown_a_slice_at_a_time_and_ticked_as_a_whole(part, home, qtbot):
    with home.inside.records.acting(Verb.ADD) as act:
        for number in range(AT_ONCE + 5):
            act.delete(PERSON, f"p{number}")
    part.look()
    assert len(names(part)) == AT_ONCE
    part.list.all_button.click()
    with qtbot.waitSignal(part.list.slices.filled):
        part.list.slices.older_button.click()
    assert len(names(part)) == 5
    assert all(each.box.isChecked() for each in ticks(part))
    assert part.list.chosen.text() == f"{AT_ONCE + 5} things are ticked"
    part.list.none_button.click()
    assert part.list.ticked() == []


def test_what_was_done_lately_is_told_by_day(part, deleted, qtbot):
    deleted("Cara", days=1)
    deleted("Dev")
    told = words(part.look().lately)
    assert told[0] == "What was done lately"
    assert told[1] == "Today"
    assert told[2] == "Asha put Dev in the bin"
    assert told[told.index("Yesterday") + 1] == "Asha put Cara in the bin"


def test_older_acts_are_a_step_away(part, home, qtbot):
    for number in range(AT_ONCE + 3):
        home.inside.people.add(Person(name=f"P{number}"))
    part.look()
    with qtbot.waitSignal(part.lately.slices.filled):
        part.lately.slices.older_button.click()
    assert "Asha added P0" in words(part.lately)
    assert "Asha added P52" not in words(part.lately)


def test_it_looks_again_when_something_is_undone_elsewhere(part, deleted, home, qtbot):
    deleted("Cara")
    part.look()
    home.inside.records.undo()
    home.session.tell_changed()
    qtbot.waitUntil(part.empty.isVisible)


def test_it_can_be_used_at_every_size(part, deleted, qtbot):
    deleted("Cara", "Dev" * 40, days=95)
    part.look()
    usable_at_every_size(qtbot, part.pane)


def test_hostile_names_are_words_only(part, deleted, tmp_path):
    deleted(*[text for _, text in hostile_texts(tmp_path / "canary.png") if text.strip()][5::90])
    part.look()
    said = [each for each in part.findChildren(QLabel) if each.text()]
    assert all(each.textFormat().name == "PlainText" for each in said)
    assert part.minimumSizeHint().width() < 1000


def test_ticking_all_and_none_keeps_the_focus_at_the_buttons(part, deleted):
    deleted("Cara", "Dev")
    part.look()
    assert not part.list.none_button.isVisible()
    part.list.all_button.setFocus()
    part.list.all_button.click()
    assert part.list.none_button.hasFocus()
    part.list.none_button.click()
    assert part.list.all_button.hasFocus()
    assert not part.list.restore_button.isEnabled()
