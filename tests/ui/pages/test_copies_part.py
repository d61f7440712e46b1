"""Copies to fall back on, on the screen: here, on a stick, and back from an older one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QMessageBox

from tests.support.every_size import usable_at_every_size
from tests.support.group_file import TickingClock
from tests.support.group_house import GroupHouse
from tests.support.vault_examples import ASHA, CODE, written
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.room import LOW_BYTES
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.our_group import copies_words
from vcs_desktop.ui.pages.our_group.copies_part import CopiesPart
from vcs_desktop.ui.widgets.basics import scroll


@pytest.fixture
def home(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot, TickingClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def window(show):
    return show(QMainWindow(), 1000, 700)


@pytest.fixture
def part(home, window, tasks, qtbot):
    made = CopiesPart(home, tasks, home.session)
    window.setCentralWidget(scroll(made))

    def look():
        with qtbot.waitSignal(made.view_model.looked):
            made.shown()
        return made

    made.look = look
    return made


@pytest.fixture
def add(home):
    def do(name, *, back_up=True):
        added = home.inside.people.add(Person(name=name))
        if back_up:
            home.inside.backups.back_up_if_changed()
        home.clock.moment += timedelta(days=1)
        return added

    return do


def words(widget):
    found = widget.findChildren(QLabel)
    return [each.text() for each in found if each.text() and each.isVisibleTo(widget)]


def press(part, button, qtbot):
    """Press a button and wait for what comes of it."""
    with qtbot.waitSignal(part.message.told):
        button.click()
    return part.message.words.text()


def test_a_new_group_is_told_that_it_has_no_copy_yet(part):
    told = words(part.look())
    assert "There is no copy in another place yet." in told
    assert "There is none yet. The first is made when you lock the group." in told
    assert not any("tested" in each for each in told)
    assert "Copies on this laptop do not help" in " ".join(told)
    assert not part.back.list.isVisible()
    assert not part.elsewhere.stick_home.isVisible()
    assert not part.here.room.isVisible()


def test_a_copy_is_made_now_and_nothing_new_makes_none(part, home, add, qtbot):
    add("Cara", back_up=False)
    part.look()
    assert press(part, part.here.make_button, qtbot) == "A copy was made, and read back."
    qtbot.waitUntil(part.back.list.isVisible)
    assert len(home.inside.backups.list()) == 1
    said = press(part, part.here.make_button, qtbot)
    assert said == "Nothing was changed since the last copy."
    assert len(home.inside.backups.list()) == 1


def test_a_copy_is_tested_and_the_day_is_told(part, add, qtbot):
    part.look()
    assert "no copy here yet" in press(part, part.here.test_button, qtbot)
    add("Cara")
    add("Dev")
    said = press(part, part.here.test_button, qtbot)
    assert said == "The newest copy is whole: 2 people are in it."
    qtbot.waitUntil(lambda: part.here.tested.text().startswith("Last tested on "))


def test_a_copy_that_is_not_whole_is_said_and_made_again(part, home, add, qtbot):
    add("Cara")
    part.look()
    file = home.inside.backups.list()[0].path
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)
    said = press(part, part.here.test_button, qtbot)
    assert said == "That copy was not whole. A new one was made in its place."
    assert press(part, part.here.test_button, qtbot).startswith("The newest copy is whole")


def test_a_copy_goes_to_a_stick_is_read_back_and_the_reminder_ends(
    part, add, qtbot, tmp_path, monkeypatch
):
    add("Cara")
    part.look()
    assert part.elsewhere.later_button.isVisible()
    asked = []
    monkeypatch.setattr(files, "ask_where_to_save", lambda *what: asked.append(what))
    part.elsewhere.copy_button.click()
    _, _, name, kinds, then = asked[0]
    assert name.endswith(".vcsgroup")
    assert "Tea" not in name
    assert "*.vcsgroup" in kinds
    stick = tmp_path / "stick" / name
    stick.parent.mkdir()
    heard = []
    part.view_model.progressed.connect(lambda *far: heard.append(far))
    with qtbot.waitSignal(part.message.told):
        then(str(stick))
    assert part.message.words.text() == (
        f"Copied to “{name}”, and read back whole. Keep the stick in another house."
    )
    assert stick.stat().st_size > 0
    assert heard[-1][0] == heard[-1][1] > 0
    qtbot.waitUntil(lambda: not part.elsewhere.later_button.isVisible())
    assert part.elsewhere.age.text() == "The last copy in another place is of today."


def test_a_copy_that_cannot_be_written_is_said_and_the_buttons_work_again(
    part, qtbot, tmp_path, add
):
    add("Cara")
    part.look()
    with qtbot.waitSignal(part.message.told):
        part.copy_to(str(tmp_path / "no stick" / "copy.vcsgroup"))
    assert "not finished" in part.message.words.text()
    assert press(part, part.here.make_button, qtbot)


def test_a_copy_can_be_stopped_and_leaves_nothing(part, home, add, qtbot, tmp_path):
    add("Cara")
    part.look()
    with qtbot.waitSignal(part.message.told):
        part.copy_to(str(tmp_path / "copy.vcsgroup"))
        part.progress.cancelled.emit()
    assert part.message.words.text() == "Stopped. Nothing was changed."
    assert part.message.property("kind") == "info"  # it is what was asked for
    assert not list(tmp_path.glob("*.vcsgroup*"))
    assert home.inside.backups.last_copy_on is None


def test_the_reminder_can_be_put_off_for_a_week(part, home, qtbot):
    part.look()
    with qtbot.waitSignal(part.view_model.looked):
        part.elsewhere.later_button.click()
    assert not part.elsewhere.later_button.isVisible()
    assert part.elsewhere.copy_button.hasFocus()
    home.clock.moment += timedelta(days=7)
    part.look()
    assert part.elsewhere.later_button.isVisible()


def test_little_room_and_a_stick_as_home_are_said_in_words(part, home):
    low = replace(home.groups.ballast, free_bytes=lambda _: LOW_BYTES - 1)
    home.groups.ballast = low
    home.inside.group._journal = "DELETE"
    told = words(part.look())
    assert any(
        each.startswith("There is little room left on this disk: 200.0 MB.") for each in told
    )
    assert any(each.startswith("This group lives on a stick.") for each in told)


@pytest.fixture
def older(part, add, home, qtbot):
    """Open the oldest of two copies: Cara was there, Dev came later."""
    add("Cara")
    add("Dev")
    part.look()
    part.back.list.fold.set_open(True)
    part.back.list.wanted.emit(home.inside.backups.list()[-1], "Monday")
    qtbot.waitUntil(part.back.older.isVisible)
    return part.back.older


def look_inside(older, secret, qtbot):
    older.field.box.setText(secret)
    older.look_button.click()
    qtbot.waitUntil(older.found.isVisible)


def test_an_older_copy_says_what_it_holds_beside_what_there_is_now(older, qtbot):
    assert older.title.text() == "The copy: Monday"
    assert not older.found.isVisible()
    look_inside(older, ASHA, qtbot)
    assert older.holds.text().startswith("This copy holds 1 person. Its last change was on Monday")
    assert older.now.text().startswith("The group now has 2 people. Its last change: Yesterday at")
    assert older.field.secret() == ""
    assert older.back_button.hasFocus()


def test_wrong_words_are_said_beside_the_field_and_change_nothing(older, qtbot):
    older.field.box.setText("wrong words here now")
    older.look_button.click()
    qtbot.waitUntil(lambda: bool(older.field.problem()))
    assert "not the right secret words" in older.field.problem()
    assert older.look_button.isEnabled()
    look_inside(older, ASHA, qtbot)


def test_one_can_leave_it_as_it_is(older, part, home, qtbot):
    look_inside(older, ASHA, qtbot)
    older.keep_button.click()
    assert older.isHidden()
    assert part.back.list.fold.button.hasFocus()
    assert len(home.inside.people.people()) == 2


def names(home):
    return [each.name for each in home.inside.people.people()]


def test_an_older_copy_comes_back_in_place_and_the_group_is_open_again(older, home, window, qtbot):
    look_inside(older, ASHA, qtbot)
    home.session.locked.connect(lambda: window.setCentralWidget(QLabel()))  # as the window does
    with qtbot.waitSignals([home.session.locked, home.session.opened], timeout=30_000):
        older.back_button.click()
    assert names(home) == ["Cara"]
    assert window.statusBar().currentMessage() == "The older copy is back in its place."


def test_what_was_deleted_for_good_since_stays_deleted(older, home, window, qtbot):
    home.inside.records.erase([home.inside.people.people()[0].id])
    look_inside(older, ASHA, qtbot)
    with qtbot.waitSignal(home.session.opened, timeout=30_000):
        older.back_button.click()
    assert names(home) == []
    assert "1 thing that was deleted for good is deleted again." in (
        window.statusBar().currentMessage()
    )


def test_the_printed_code_opens_it_too(older, home, qtbot, part):
    home.inside.group.set_code(CODE)
    look_inside(older, written(CODE), qtbot)
    with qtbot.waitSignal(home.session.opened, timeout=30_000):
        older.back_button.click()
    assert names(home) == ["Cara"]


def test_what_cannot_be_brought_back_is_said_and_the_group_stays_as_it_was(
    older, home, window, qtbot
):
    look_inside(older, ASHA, qtbot)
    file = home.inside.backups.list()[-1].path
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)
    older.back_button.click()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=30_000)
    assert not home.session.is_open
    home.open_again()
    assert names(home) == ["Cara", "Dev"]


def test_no_secret_stays_when_the_group_is_put_away(older, part, qtbot):
    older.field.box.setText(ASHA)
    part.put_away()
    assert older.field.secret() == ""
    assert older.isHidden()


def test_it_can_be_used_at_every_size(older, part, window, qtbot):
    usable_at_every_size(qtbot, window.centralWidget())
    look_inside(older, ASHA, qtbot)
    usable_at_every_size(qtbot, window.centralWidget())


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "1 KB"), (1_499, "1 KB"), (115_000, "115 KB"), (1_440_000, "1.4 MB"),
        (4_000_000_000, "4.0 GB"),
    ],
)  # fmt: skip
def test_sizes_are_told_in_words(size, said):
    assert copies_words.size_in_words(size) == said


def test_files_that_are_not_whole_are_said_when_a_copy_is_made_or_tested(
    part, home, qtbot, tmp_path
):
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"%PDF-1.7 policy")
    for _ in range(2):
        version = PaperVersion(id=home.inside.records.ids.new(), file=home.inside.blobs.add(path))
        home.inside.records.add(DOCUMENT, Paper(name="Policy", versions=(version,)))
    home.inside.group.files().folder.path.joinpath("blobs", version.file.blob).unlink()
    part.look()
    press(part, part.here.make_button, qtbot)
    said = "1 file of your documents is missing or damaged."
    assert said in press(part, part.here.test_button, qtbot)
    with qtbot.waitSignal(part.message.told):
        part.copy_to(str(tmp_path / "copy.vcsgroup"))
    assert said in part.message.words.text()
    assert "read back whole" in part.message.words.text()
