"""Who may publish, in the window: a new officer, one taken out, and another root key."""

from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from tests.support import accessibility
from tests.support.council_office import CHECKER, ROOT_HOLDER, ROOT_WORDS, WORDS
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.domain.publisher_keys import Change
from vcs_desktop.services.publishing import changing
from vcs_desktop.ui import files

NEW = "copper violin harbour sunset lantern"


@pytest.fixture
def part(officer):
    """Return who may publish, in front."""
    page = officer.come_in()
    page.sections.open("keys")
    officer.wait(lambda: page.keys.held.shown is not None)
    return page.keys


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Answer the question for a folder with an empty one."""
    made = tmp_path / "dee"
    made.mkdir()
    monkeypatch.setattr(files, "ask_for_folder", lambda _parent, _title, then: then(str(made)))
    return made


def said(view):
    return " ".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def begin(officer, part, change, holder=""):
    """Say what is wanted, and see what would change."""
    part.held.buttons[change].click()
    if holder:
        officer.qtbot.keyClicks(part.what.holder.box, holder)
    part.next_button.click()
    officer.wait(lambda: part.front is part.preview)


def bring_root(officer, part, words=ROOT_WORDS):
    """Let both holders bring what they have."""
    if part.front is part.preview:
        part.next_button.click()
    part.root.choose(officer.office.root_file)
    part.root.field.forget()
    officer.qtbot.keyClicks(part.root.field.box, words)
    part.next_button.click()


def choose_words(officer, part, words=NEW):
    """Let whoever gets the key choose its words."""
    officer.wait(lambda: part.front is part.words)
    new_words = part.words.new_words
    new_words.choose.own_option.button.click()
    officer.qtbot.keyClicks(new_words.choose.own_field.box, words)
    officer.qtbot.keyClicks(new_words.once_more.field.box, words)
    part.next_button.click()


def test_it_says_who_may_publish_and_has_nobody_to_take_out_where_one_is_alone(officer, part):
    assert "Ann" in said(part)
    assert officer.publisher.desk.digits.split()[0] in said(part)
    assert not part.held.buttons[Change.TAKE_OUT].isEnabled()
    assert part.held.alone.isVisible()
    assert accessibility.every_complaint(officer.page) == []


def test_a_new_officer_gets_a_key_and_publishes_with_it(officer, part):
    begin(officer, part, Change.NEW_KEY, "Cy Example")
    assert part.title.text() == "What will change"
    assert "Ann" in said(part.preview)
    assert "Cy Example gets a key. The key that is open counts no more." in said(part.preview)
    bring_root(officer, part)
    choose_words(officer, part)
    officer.wait(lambda: part.front is part.done)
    assert "Put this key away, and open the new one." in said(part.done)
    new = next(e for e in officer.office.keys.glob("publisher-*") if e.name in said(part.done))
    officer.page.close_button.click()
    desk = officer.office.publishing.open_key(new, NEW)
    assert desk.holder == "Cy Example"
    with officer.office.plan() as plan:
        officer.office.publishing.publish(plan, desk.signer, CHECKER)


def test_one_more_officer_gets_a_folder_and_is_taken_out_again(officer, part, folder):
    part.held.buttons[Change.NEW_KEY].click()
    part.what.beside.button.click()
    officer.qtbot.keyClicks(part.what.holder.box, "Dee")
    part.next_button.click()
    officer.wait(lambda: part.front is part.preview)
    bring_root(officer, part)
    choose_words(officer, part)
    officer.wait(lambda: part.front is part.done)
    assert [each.suffix for each in sorted(folder.iterdir())] == [".key", ".json"]
    part.done.end_button.click()
    officer.wait(part.held.buttons[Change.TAKE_OUT].isEnabled)
    part.held.buttons[Change.TAKE_OUT].click()
    part.next_button.click()
    assert part.what.problem.text() == "Choose whose key is to count no more."
    next(iter(part.what.others.values())).button.click()
    part.next_button.click()
    officer.wait(lambda: part.front is part.preview)
    assert part.number.text() == "Step 2 of 3"
    bring_root(officer, part)
    officer.wait(lambda: part.front is part.done)
    held = officer.office.publishing.keys_held(officer.publisher.desk, officer.office.tree)
    assert [each.name for each in held.holdings] == ["Ann"]


def test_another_root_key_is_announced_and_printed(officer, part, tmp_path, monkeypatch):
    out = tmp_path / "paper.pdf"
    monkeypatch.setattr(files, "ask_where_to_save", lambda *given, **_more: given[4](str(out)))
    begin(officer, part, Change.HAND_OVER, "Head of Places")
    bring_root(officer, part)
    choose_words(officer, part)
    officer.wait(lambda: part.front is part.done)
    assert "The new root key: root-" in said(part.done)
    with officer.qtbot.waitSignal(part.message.told):
        part.done.paper_button.click()
    assert out.read_bytes().startswith(b"%PDF-")
    assert "paper.pdf" in part.message.words.text()


def test_wrong_words_and_wrong_files_are_said_beside_them_and_nothing_changes(officer, part):
    before = (officer.office.keys / "root.json").read_bytes()
    begin(officer, part, Change.NEW_KEY, "Cy Example")
    part.next_button.click()
    part.next_button.click()
    assert part.root.problem.text() == "Choose the file of the root key first."
    part.root.choose(officer.office.key_file)
    officer.qtbot.keyClicks(part.root.field.box, WORDS)
    part.next_button.click()
    officer.wait(lambda: "begins with “root”" in part.root.problem.text())
    bring_root(officer, part, "not those words")
    officer.wait(lambda: "not the secret words" in part.root.field.problem())
    assert part.front is part.root
    assert (officer.office.keys / "root.json").read_bytes() == before


def test_nobody_gets_both_keys_and_it_is_said_before_new_words_are_thought_of(officer, part):
    part.held.buttons[Change.HAND_OVER].click()
    officer.qtbot.keyClicks(part.what.holder.box, "ann")
    part.next_button.click()
    officer.wait(lambda: "One person cannot hold both keys." in part.what.holder.error)
    assert part.what.holder.box.hasFocus()
    part.leave_button.click()
    begin(officer, part, Change.NEW_KEY, ROOT_HOLDER)
    bring_root(officer, part)
    officer.wait(lambda: "One person cannot hold both keys." in part.root.problem.text())
    assert part.front is part.root


def test_who_goes_elsewhere_leaves_no_word_behind_and_has_changed_nothing(officer, part):
    before = (officer.office.keys / "root.json").read_bytes()
    begin(officer, part, Change.NEW_KEY, "Cy Example")
    part.next_button.click()
    part.root.choose(officer.office.root_file)
    officer.qtbot.keyClicks(part.root.field.box, ROOT_WORDS)
    officer.page.sections.open("publish")
    assert part.root.field.secret() == ""
    assert part.what.holder.words() == ""
    officer.page.sections.open("keys")
    assert part.front is part.held
    assert (officer.office.keys / "root.json").read_bytes() == before


def go_elsewhere_at_work(officer, part, began):
    """Begin to give a key, and open another part of the page while that is at work."""
    begin(officer, part, Change.NEW_KEY, "Cy Example")
    bring_root(officer, part)
    choose_words(officer, part)
    officer.wait(began.is_set)
    officer.page.sections.open("publish")


def test_who_goes_elsewhere_while_it_is_changed_is_told_what_became_of_it(
    officer, part, monkeypatch
):
    began, go, real = Event(), Event(), changing.rotate

    def slow(*what, **more):
        began.set()
        go.wait(30)
        return real(*what, **more)

    monkeypatch.setattr(changing, "rotate", slow)
    go_elsewhere_at_work(officer, part, began)
    assert part.root.field.secret() == part.words.new_words.words() == ""
    go.set()
    officer.wait(lambda: part.front is part.done)
    assert officer.page.sections.current() is officer.flow
    officer.page.sections.open("keys")
    assert "Put this key away, and open the new one." in said(part.done)


def test_who_goes_elsewhere_while_it_fails_is_told_why_and_can_begin_anew(
    officer, part, monkeypatch
):
    began, go = Event(), Event()

    def fails(*_what, **_more):
        began.set()
        go.wait(30)
        raise FolderNotWritable

    monkeypatch.setattr(changing, "rotate", fails)
    go_elsewhere_at_work(officer, part, began)
    go.set()
    officer.wait(lambda: part.front is part.held)
    officer.page.sections.open("keys")
    assert "We cannot save anything in this folder." in part.message.words.text()
    assert part.message.isVisible()


def test_words_that_are_those_of_the_root_key_are_refused(officer, part):
    begin(officer, part, Change.NEW_KEY, "Cy Example")
    bring_root(officer, part)
    choose_words(officer, part, ROOT_WORDS)
    officer.wait(part.message.isVisible)
    assert "the same secret words" in part.message.words.text()
    assert part.front is part.words
