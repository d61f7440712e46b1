"""Two people changed the same thing: both versions are kept, and a person says which is right."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.widgets.basics import Button, column, panel


@pytest.fixture
def both_change(group, elsewhere, change):
    """Let Asha change fields of Cara here, and Ben others elsewhere, neither knowing."""

    def do(ours, theirs, **begin):
        cara = group.inside.people.add(Person(name="Cara", **begin))
        elsewhere.take()
        change(cara, **ours)
        held = elsewhere.people.person(cara)
        elsewhere.people.save(held, replace(held.thing, **theirs))
        elsewhere.give_back()
        return cara

    return do


@pytest.fixture
def versions(group, show, tasks, qtbot):
    made = show(TwoVersions(group, tasks, group.session), 700, 700)

    def put(record_id):
        with qtbot.waitSignal(made.found):
            made.show_versions(record_id)
        return made

    return put


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def press(widget, name):
    next(each for each in widget.findChildren(Button) if each.accessibleName() == name).click()


def test_both_versions_are_told_with_who_and_when(versions, both_change):
    shown = versions(both_change({"phone": "1"}, {"phone": "2"}))
    told = words(shown)
    assert told[0] == "There are two versions of “Phone number”. Which one is right?"
    assert any(each.startswith("Asha, Today at ") for each in told)
    assert any(each.startswith("Ben, Today at ") for each in told)
    assert {"1", "2"} <= set(told)


def test_one_is_chosen_and_the_window_told(versions, both_change, group, qtbot):
    cara = both_change({"phone": "1"}, {"phone": "2"})
    shown = versions(cara)
    with qtbot.waitSignals([shown.settled, group.session.changed, shown.found]):
        press(shown, "1 is right")
    held = group.inside.people.person(cara)
    assert held.thing.phone == "1"
    assert not held.record.choices
    assert "versions" not in " ".join(words(shown)[1:])
    assert shown.message.isVisible()
    assert "undo" in shown.message.words.text()


def test_a_choice_that_somebody_made_meanwhile_is_said_kindly(versions, both_change, group, qtbot):
    cara = both_change({"phone": "1"}, {"phone": "2"})
    shown = versions(cara)
    operation = group.inside.people.person(cara).record.choices["phone"][0].operation
    group.inside.records.choose(cara, "phone", operation)
    with qtbot.waitSignal(shown.found):
        press(shown, "1 is right")
    assert "cannot find" in shown.message.words.text()


def test_several_fields_are_asked_one_after_the_other(versions, both_change):
    shown = versions(both_change({"phone": "1", "email": "a"}, {"phone": "2", "email": "b"}))
    assert sum(each.startswith("There are two versions") for each in words(shown)) == 2


def test_a_role_taken_away_here_and_changed_there_is_named(versions, both_change, group, qtbot):
    cara = both_change(
        {"roles": ()},
        {"roles": (Role("r1", Tie.VOLUNTEER, "Van driver"),)},
        roles=(Role("r1", Tie.VOLUNTEER, "Driver"),),
    )
    shown = versions(cara)
    assert "There are two versions of “Role (Van driver)”. Which one is right?" in words(shown)
    with qtbot.waitSignal(shown.settled):
        press(shown, "Taken away: nothing stands there is right")
    assert group.inside.people.person(cara).thing.roles == ()


def test_nothing_is_shown_where_nothing_is_to_be_settled(versions, group):
    cara = group.inside.people.add(Person(name="Cara"))
    assert versions(cara).isHidden()
    assert versions("").isHidden()
    assert versions("nobody").isHidden()


@pytest.fixture
def returned(group, elsewhere):
    cara = group.inside.people.add(Person(name="Cara"))
    elsewhere.take()
    group.inside.people.remove(cara)
    held = elsewhere.people.person(cara)
    elsewhere.people.save(held, replace(held.thing, phone="2"))
    elsewhere.give_back()
    return cara


def test_what_was_deleted_here_and_changed_there_can_stay(versions, returned, group, qtbot):
    shown = versions(returned)
    told = words(shown)
    assert told[0] == "It was deleted in one place and changed in another, so it stayed."
    assert told[1].startswith("Asha put it in the bin, Today at ")
    with qtbot.waitSignals([shown.settled, shown.found]):
        press(shown, "Keep Cara")
    record = group.inside.people.person(returned).record
    assert not record.returned
    assert not record.binned_at


def test_or_go_to_the_bin(versions, returned, group, qtbot):
    shown = versions(returned)
    with qtbot.waitSignals([shown.settled, shown.found]):
        press(shown, "Put Cara in the bin")
    assert [each.title for each in group.inside.bin.things()] == ["Cara"]


def test_it_can_be_used_at_every_size(versions, both_change, qtbot):
    cara = both_change({"phone": "1", "skills": ("Van",)}, {"phone": "2" * 300, "skills": ("Tea",)})
    usable_at_every_size(qtbot, versions(cara))


def test_hostile_texts_are_words_only(versions, both_change, tmp_path):
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][3::100]
    for text in texts:
        shown = versions(both_change({"phone": text}, {"phone": text + "!"}))
        assert all(each.textFormat().name == "PlainText" for each in shown.findChildren(QLabel))
        assert shown.minimumSizeHint().width() < 700


def test_a_lock_in_the_middle_of_choosing_disturbs_nobody(both_change, group, tasks, show, qtbot):
    cara = both_change({"phone": "1"}, {"phone": "2"})
    made = TwoVersions(group, tasks, group.session)
    show(panel(column(made)))
    with qtbot.waitSignal(made.found):
        made.show_versions(cara)
    group.session.locked.connect(made.deleteLater)
    press(made, "1 is right")
    group.lock()
    group.settle()
    group.open_again()
    assert not group.inside.people.person(cara).record.choices
