"""What an officer stops, or leaves by putting the key away, does not go on behind their back."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.support.council_office import CHECKER, WORDS, Office
from tests.support.vault_examples import QUICK
from vcs_desktop.core.publish_errors import NoUsableKey
from vcs_desktop.publishing import tree as tree_module
from vcs_desktop.ui import files
from vcs_desktop.vault import sealing

A_MONTH_S = 30 * 24 * 60 * 60


def _nothing(_outcome):
    pass


def busy(officer):
    """Keep the work lane busy until it is let go."""
    go = Event()
    officer.window._tasks.run(lambda: go.wait(30), then=_nothing, otherwise=_nothing, lane="work")
    return go


def all_done(officer):
    """Wait until everything that was begun has ended."""
    done = []
    officer.window._tasks.run(int, then=done.append, otherwise=done.append, lane="work")
    officer.wait(lambda: done == [0])


def ready_to_sign(officer):
    """Come to the button that signs."""
    officer.see_changes().next_button.click()
    officer.qtbot.keyClicks(officer.flow.checked_by.field.box, CHECKER)
    officer.flow.checked_by.next_button.click()
    return officer.flow.sign.sign_button


@pytest.mark.parametrize("how", ["cancel", "put away"])
def test_signing_anew_is_stopped_before_it_begins(officer, how):
    officer.come_in()
    officer.publish().again_asked.emit()
    manifest = officer.flow.put_in.tree / "library.json"
    before = manifest.read_bytes()
    officer.office.clock.go_on(A_MONTH_S)
    sign = ready_to_sign(officer)
    go = busy(officer)
    sign.click()
    if how == "cancel":
        officer.flow.progress.cancelled.emit()
    else:
        officer.publisher.forget()
    go.set()
    all_done(officer)
    assert manifest.read_bytes() == before


def test_nothing_counts_that_was_being_written_when_the_key_was_put_away(officer, monkeypatch):
    officer.come_in()
    officer.put_in()
    sign = ready_to_sign(officer)
    tree, real = officer.flow.put_in.tree, tree_module.write_history
    began, go = Event(), Event()

    def slow(*what):
        began.set()
        go.wait(30)
        real(*what)

    monkeypatch.setattr(tree_module, "write_history", slow)
    sign.click()
    assert began.wait(30)
    officer.publisher.forget()
    go.set()
    all_done(officer)
    assert not (tree / "library.json").exists()


def test_a_file_for_a_stick_can_be_stopped(officer, tmp_path, monkeypatch):
    out = tmp_path / "stick.vcslibrary"

    def ask(_parent, _title, _name, _kinds, then, **_more):
        then(str(out))

    monkeypatch.setattr(files, "ask_where_to_save", ask)
    officer.come_in()
    done = officer.publish()
    go = busy(officer)
    done.stick_button.click()
    officer.wait(officer.flow.progress.cancel_button.isVisible)
    officer.flow.progress.cancel_button.click()
    go.set()
    officer.wait(officer.flow.message.isVisible)
    assert not out.exists()
    assert done.stick_button.isEnabled()


def test_a_second_key_takes_the_place_of_the_one_that_is_open(officer, tmp_path):
    officer.come_in()
    first = officer.publisher.desk
    officer.window.go_back()
    other = Office(tmp_path / "other")
    officer.page.open.choose(other.key_file)
    officer.qtbot.keyClicks(officer.page.open.words_field.box, WORDS)
    officer.page.open.open_button.click()
    officer.wait(lambda: officer.publisher.desk not in (first, None))
    assert officer.publisher.desk.keys == other.keys
    assert officer.flow.work.desk is officer.publisher.desk
    with pytest.raises(NoUsableKey):  # whoever still holds it can sign nothing
        _ = first.signer


@pytest.mark.parametrize("how", ["escape", "another page"])
def test_who_leaves_while_keys_are_made_is_told_where_they_are(officer, tmp_path, monkeypatch, how):
    began, go, real = Event(), Event(), sealing.stretched

    def slow(secret, salt, _effort):
        began.set()
        go.wait(30)
        return real(secret, salt, QUICK)

    monkeypatch.setattr(sealing, "stretched", slow)
    (tmp_path / "keys").mkdir()
    monkeypatch.setattr(files, "ask_for_folder", lambda _p, _t, then: then(f"{tmp_path / 'keys'}"))
    page = officer.window.open_place("publisher-key")
    page.open.make_button.click()
    make = page.make
    answers = ("Other Council", "other", "Cy Example", "Head of Communities")
    for field, words in zip(make.who.fields, answers, strict=True):
        field.set_words(words)
    make.next_button.click()
    for step in (make.root_words, make.words):
        officer.wait(lambda step=step: make.front is step and step.words() != "")
        step.new_words.once_more.field.box.setText(step.words())
        make.next_button.click()
    officer.wait(began.is_set)
    if how == "escape":
        officer.qtbot.keyClick(page, Qt.Key.Key_Escape)
    else:
        officer.window.open_place("home")
        assert make.root_words.words() == make.words.words() == ""
    go.set()
    officer.wait(lambda: make.front is make.done)
    officer.window.open_place("publisher-key")
    assert make.done.isVisible()
    made = next((tmp_path / "keys").glob("publisher-*"))
    assert made.name in make.done.where.text()
