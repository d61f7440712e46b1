"""The whole job of an officer in the window: files in, looked at, checked, signed, handed on."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support.arriving import Laptop
from tests.support.council_office import CHECKER, DAYS, WARM, WORDS
from tests.support.publish_changes import titles, words_of_card
from tests.support.publishers import files_of
from tests.support.session_events import FakeSessionEvents
from vcs_desktop.core.publish_errors import DamagedTree, NoUsableKey
from vcs_desktop.ui import files
from vcs_desktop.ui.publisher_frame import PublisherFrame
from vcs_desktop.ui.theme import look


@pytest.fixture
def laptop(tmp_path):
    made = Laptop(tmp_path / "laptop")
    yield made
    made.close()


@pytest.fixture
def chosen(monkeypatch):
    """Answer every question where to save with a path."""
    answers = {}

    def ask(_parent, _title, name, _kinds, then, **_more):
        then(str(answers[Path(name).suffix]))

    monkeypatch.setattr(files, "ask_where_to_save", ask)
    return answers


def places(window):
    return [spec.id for spec in window.navigation._model.places]


def test_the_place_shows_only_while_a_key_is_open(officer):
    window = officer.window
    assert "publish" not in places(window)
    officer.come_in()
    assert "publish" in places(window)
    assert officer.page.title == "Publish"
    officer.page.close_button.click()
    assert "publish" not in places(window)
    assert window.stack.place_id == "home"
    assert officer.publisher.desk is None
    assert window.open_place("publish").title == "Publish for the council"


def test_the_file_menu_leads_to_where_a_key_is_opened(officer):
    menu = officer.window.menu_bar.file
    entry = next(each for each in menu.actions() if "council" in each.text())
    entry.trigger()
    assert officer.page.title == "Publish for the council"


def test_wrong_words_are_told_beside_the_field(officer):
    page = officer.open_key("other words that open nothing")
    officer.wait(lambda: page.open.words_field.error != "")
    assert "not the secret words" in page.open.words_field.error
    assert officer.publisher.desk is None
    assert page.open.words_field.box.hasFocus()


def test_a_file_that_is_no_publishers_key_is_told(officer):
    page = officer.window.open_place("publish")
    page.open.choose(officer.office.root_file)
    officer.qtbot.keyClicks(page.open.words_field.box, WORDS)
    page.open.open_button.click()
    officer.wait(page.open.message.isVisible)
    assert "This is a root key." in page.open.message.words.text()


def test_an_officer_publishes_a_workbook_and_laptops_get_it(officer, laptop, chosen, tmp_path):
    officer.come_in()
    flow = officer.flow
    officer.put_in()
    assert "The workbook" in flow.put_in._lines[officer.office.book].what.text()
    changes = officer.see_changes()
    assert titles(changes) >= {("Added", "Warm rooms"), ("Added", "Away days")}
    done = officer.sign()
    tree = flow.put_in.tree
    digits = officer.publisher.desk.digits
    assert laptop.arrivals.take_in(tree, trust=digits).error is None
    assert laptop.found("warm") == ["Warm rooms"]

    done.again_asked.emit()
    officer.office.fill(WARM | {"Largest amount": 2_000}, DAYS)
    changes = officer.see_changes()
    assert titles(changes) == {("Changed", "Warm rooms")}
    officer.wait(lambda: "Before: £1,000" in words_of_card(changes))
    assert "Now: £2,000" in words_of_card(changes)
    done = officer.sign()
    chosen[".vcslibrary"] = tmp_path / "stick.vcslibrary"
    done.stick_button.setFocus()
    done.stick_button.click()
    officer.wait(done.told.isVisible)
    assert done.stick_button.hasFocus()
    assert laptop.arrivals.take_in(tmp_path / "stick.vcslibrary").error is None
    assert laptop.origin("oxfordshire").version == 2


def test_the_zip_unpacks_to_a_folder_that_readers_take(officer, laptop, chosen, tmp_path):
    officer.come_in()
    done = officer.publish()
    chosen[".zip"] = tmp_path / "web.zip"
    done.zip_button.click()
    officer.wait(done.told.isVisible)
    with zipfile.ZipFile(tmp_path / "web.zip") as zipped:
        zipped.extractall(tmp_path / "web")
    digits = officer.publisher.desk.digits
    assert laptop.arrivals.take_in(tmp_path / "web", trust=digits).error is None
    assert laptop.found("warm") == ["Warm rooms"]


def test_where_nothing_changes_the_date_can_be_signed_anew(officer, laptop):
    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.clock.go_on(30 * 24 * 60 * 60)
    changes = officer.see_changes()
    assert changes.told.text() == "Nothing changes"
    assert changes.titles.empty.title.text() == "Nothing will change"
    done = officer.sign()
    assert "Version 1" in done.headline.text()
    assert "March" in done.until.text()
    digits = officer.publisher.desk.digits
    offer = laptop.arrivals.look_at(officer.flow.put_in.tree)
    assert (offer.fingerprint, offer.version) == (digits, 1)


def test_whoever_publishes_cannot_be_who_checked_it(officer):
    officer.come_in()
    officer.put_in()
    officer.see_changes().next_button.click()
    step = officer.flow.checked_by
    step.next_button.click()
    assert step.field.error
    officer.qtbot.keyClicks(step.field.box, "ann")
    step.next_button.click()
    assert "cannot be the one who checked" in step.field.error
    assert officer.flow.front is step


def test_a_mistake_is_taken_back_with_a_look_at_what_that_does(officer, laptop):
    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.fill(DAYS)
    officer.publish()
    page = officer.page
    page.sections.open("history")
    history = page.history
    officer.wait(lambda: len(history._notes) == 2)
    assert (
        "checked by Bo Example"
        in history.titles.list.model().index(0).data(Qt.ItemDataRole.UserRole).line
    )
    history.titles.list.choose("1")
    history.take_back_asked.emit(1)
    officer.wait(lambda: officer.flow.front is officer.flow.changes)
    assert titles(officer.flow.changes) == {("Added", "Warm rooms")}
    assert "version 1" in officer.flow.title.text()
    done = officer.sign()
    assert "Version 3" in done.headline.text()
    assert "still stands in your files" in done.until.text()
    digits = officer.publisher.desk.digits
    assert laptop.arrivals.take_in(officer.flow.put_in.tree, trust=digits).error is None
    assert laptop.found("warm") == ["Warm rooms"]


def test_the_button_that_takes_back_stands_on_the_older_version(officer, qtbot):
    from vcs_desktop.ui.widgets.basics import Button

    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.fill(DAYS)
    officer.publish()
    page = officer.page
    page.sections.open("history")
    history = page.history
    officer.wait(lambda: len(history._notes) == 2)

    def back():
        found = history.titles.area.findChildren(Button)
        return [each for each in found if each.text() == "Take back to this version"]

    history.titles.list.choose("2")
    officer.wait(lambda: "This is what groups get now." in words_of_card(history))
    assert back() == []
    history.titles.list.choose("1")
    officer.wait(lambda: len(back()) == 1)
    with qtbot.waitSignal(history.take_back_asked):
        back()[0].click()
    officer.wait(lambda: officer.flow.front is officer.flow.changes)


def test_a_folder_that_somebody_changed_is_told_and_nothing_is_written(officer):
    officer.come_in()
    officer.publish().again_asked.emit()
    tree = officer.flow.put_in.tree
    snapshot = next((tree / "snapshots").iterdir())
    snapshot.write_bytes(b"x" + snapshot.read_bytes()[1:])
    before = files_of(tree)
    officer.flow.put_in.next_button.click()
    officer.wait(officer.flow.message.isVisible)
    assert DamagedTree.message in officer.flow.message.words.text()
    assert officer.flow.front is officer.flow.put_in
    assert files_of(tree) == before


def test_what_was_put_in_is_there_the_next_time_and_can_be_removed_and_put_back(officer):
    officer.come_in()
    officer.publish()
    tree = officer.flow.put_in.tree
    officer.page.close_button.click()
    officer.come_in()
    step = officer.flow.put_in
    assert (step.tree, step.sources) == (tree, [officer.office.book])
    step._lines[officer.office.book].remove_button.click()
    assert step.sources == []
    assert not step.next_button.isEnabled()
    step.undo_bar.undo_button.click()
    assert step.sources == [officer.office.book]


def test_a_stop_leaves_everything_as_it_was(officer):
    officer.come_in()
    officer.put_in()
    officer.see_changes().next_button.click()
    flow = officer.flow
    officer.qtbot.keyClicks(flow.checked_by.field.box, CHECKER)
    flow.checked_by.next_button.click()
    flow.sign.sign_button.click()
    flow.work.stop()
    officer.wait(lambda: flow.message.isVisible() or flow.front is flow.done)
    written = (flow.put_in.tree / "library.json").exists()
    assert written is (flow.front is flow.done)  # wholly, or not at all
    assert flow.sign.sign_button.isEnabled()


def test_the_empty_workbook_is_saved_and_never_over_another(officer, chosen, tmp_path):
    officer.come_in()
    chosen[".xlsx"] = tmp_path / "book.xlsx"
    officer.flow.put_in.template_button.click()
    officer.wait(officer.flow.message.isVisible)
    content = (tmp_path / "book.xlsx").read_bytes()
    officer.flow.message.hide()
    officer.flow.put_in.template_button.click()
    officer.wait(officer.flow.message.isVisible)
    assert "already" in officer.flow.message.words.text()
    assert (tmp_path / "book.xlsx").read_bytes() == content


def test_the_key_is_forgotten_when_nobody_may_be_there(officer, settings):
    frame = officer.window.findChild(PublisherFrame)
    events = FakeSessionEvents()
    frame._make_events = lambda: events
    officer.come_in()
    desk = officer.publisher.desk
    events.go_away()
    assert officer.publisher.desk is None
    with pytest.raises(NoUsableKey):
        desk.signer  # noqa: B018  whoever still holds it can sign nothing
    officer.come_in()
    frame.idle.idle.emit()
    assert officer.publisher.desk is None
    assert "put away" in officer.window.status_bar.currentMessage()
    officer.come_in()
    officer.window.close()
    assert officer.publisher.desk is None


def test_a_key_that_opens_after_it_was_to_be_forgotten_stays_closed(officer):
    officer.open_key()
    officer.publisher.forget()
    done = []
    for lane in ("work", "data"):
        officer.window._tasks.run(int, then=done.append, otherwise=done.append, lane=lane)
    officer.wait(lambda: len(done) == 2)
    assert officer.publisher.desk is None
    assert "publish" not in places(officer.window)


def test_a_name_that_no_key_can_have_is_told_at_once(officer):
    page = officer.window.open_place("publisher-key")
    page.open.make_button.click()
    make = page.make
    make.next_button.click()
    assert make.who.problems.isVisible()
    answers = ("Other Council", "other", "Cy Example " * 12, "Head of Communities")
    for field, words in zip(make.who.fields, answers, strict=True):
        field.set_words(words)
    make.next_button.click()
    assert "at most 120 letters" in make.who.holder.error
    assert make.front is make.who
    make.who.holder.set_words("Cy Example")
    make.next_button.click()
    officer.wait(lambda: make.front is make.root_words)


def test_keys_are_made_in_the_window_and_open(officer, chosen, tmp_path, monkeypatch):
    from tests.support.vault_examples import QUICK
    from vcs_desktop.vault import sealing

    real = sealing.stretched
    monkeypatch.setattr(sealing, "stretched", lambda secret, salt, _: real(secret, salt, QUICK))
    folder = tmp_path / "new keys"
    folder.mkdir()
    (folder / "sea.txt").touch()
    monkeypatch.setattr(files, "ask_for_folder", lambda _p, _t, then: then(str(folder)))
    page = officer.window.open_place("publisher-key")
    page.open.make_button.click()
    make = page.make
    answers = ("Other Council", "Other Council!", "Cy Example", " cy  EXAMPLE")
    for field, words in zip(make.who.fields, answers, strict=True):
        field.set_words(words)
    make.next_button.click()
    assert "One person cannot hold both keys" in make.who.root_holder.error
    make.who.root_holder.set_words("Head of Communities")
    make.who.root_holder.on_edited()
    make.next_button.click()
    officer.wait(lambda: "short name cannot be used" in make.who.line.error)
    make.who.line.set_words("other")
    make.who.line.on_edited()
    make.next_button.click()
    secrets = []
    for step in (make.root_words, make.words):
        officer.wait(lambda step=step: make.front is step and step.words() != "")
        secrets.append(step.words())
        step.new_words.once_more.field.box.setText(step.words())
        make.next_button.click()
    officer.wait(lambda: "There are other files" in make.message.words.text())
    (folder / "sea.txt").unlink()
    make.next_button.click()
    officer.wait(lambda: make.front is make.done)
    names = {path.name.partition("-")[0] for path in folder.iterdir()}
    assert names == {"publisher", "root", "root.json"}
    assert make.root_words.words() == make.words.words() == ""
    chosen[".pdf"] = tmp_path / "paper.pdf"
    make.done.paper_button.click()
    officer.wait(make.message.isVisible)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    make.done.open_button.click()
    officer.qtbot.keyClicks(page.open.words_field.box, secrets[1])
    page.open.open_button.click()
    officer.wait(lambda: officer.publisher.desk is not None)
    assert officer.publisher.desk.name == "Other Council"


def test_in_little_room_each_step_comes_with_its_field_in_sight(officer, qtbot):
    flow = officer.come_in().flow
    look.set_text_size(200)
    officer.put_in()
    officer.see_changes().next_button.click()
    field, sign = flow.checked_by.field.box, flow.sign.sign_button
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    qtbot.keyClicks(field, CHECKER)
    flow.checked_by.next_button.click()
    qtbot.waitUntil(lambda: sign.visibleRegion().boundingRect() == sign.rect())
