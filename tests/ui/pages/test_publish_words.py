"""What the steps of publishing say, and where the keyboard is meanwhile."""

from dataclasses import replace
from threading import Event

from PySide6.QtWidgets import QApplication

from tests.support.council_office import CHECKER, DAYS, WARM
from vcs_desktop.publishing.comparing import Counts, What
from vcs_desktop.ui.pages.publish import words


def go_back_to_the_first(officer):
    """Publish one version, another one with more in it, and ask for the first again."""
    officer.office.fill(WARM)
    officer.come_in()
    officer.publish().again_asked.emit()
    officer.office.fill(WARM, DAYS)
    officer.publish()
    officer.page.sections.open("history")
    officer.wait(lambda: len(officer.page.history._notes) == 2)
    officer.page.history.take_back_asked.emit(1)
    officer.wait(lambda: officer.flow.front is officer.flow.changes)
    return officer.flow.changes


def test_what_goes_by_going_back_is_said_of_the_version_and_not_of_files(officer):
    changes = go_back_to_the_first(officer)
    assert "1 thing is not in version 1. It goes" in changes.warning.text()
    assert "your files" not in changes.warning.text()


def test_when_to_publish_again_is_said_after_going_back_too(officer):
    go_back_to_the_first(officer)
    done = officer.sign()
    assert "still stands in your files" in done.until.text()
    assert "Publish again before" in done.until.text()


def test_what_was_removed_is_no_longer_offered_once_one_has_gone_on(officer, tmp_path):
    other = tmp_path / "other.json"
    other.write_text("[]", "utf-8")
    officer.come_in()
    officer.put_in(officer.office.book, other)
    step = officer.flow.put_in
    step._lines[other].remove_button.click()
    assert step.undo_bar.isVisible()
    officer.see_changes()
    officer.sign().again_asked.emit()
    assert officer.flow.front is step
    assert not step.undo_bar.isVisible()


def test_large_counts_are_said_with_a_comma(officer):
    assert words.counts_in_words(50_001, 1_200, 3) == "50,001 added, 1,200 changed, 3 taken out"
    changes = officer.come_in().flow.changes
    with officer.office.plan() as plan:
        gone = [replace(plan.items[0], what=What.GONE)] * 1_002
        plan.items = [*gone, *(plan.items * 1_000)[1_002:]]
        plan.counts = Counts(added=len(plan.items) - len(gone), gone=len(gone))
        changes.show_plan(plan)
    assert changes.chips["all"].text() == "All (4,000)"
    assert changes.chips["added"].text() == "Added (2,998)"
    assert "1,002 things are not in your files" in changes.warning.text()
    changes.forget()


def test_the_keyboard_stays_in_the_page_while_it_is_signed_and_comes_to_what_went_wrong(officer):
    officer.come_in()
    officer.put_in()
    flow = officer.flow
    officer.see_changes().next_button.click()
    officer.qtbot.keyClicks(flow.checked_by.field.box, CHECKER)
    flow.checked_by.next_button.click()
    flow.sign.sign_button.setFocus()
    go_on, begun = Event(), Event()
    officer.window._tasks.run(
        lambda: begun.set() or go_on.wait(), then=repr, otherwise=repr, lane="work"
    )
    officer.wait(begun.is_set)
    try:
        flow.sign.sign_button.click()
        assert flow.hasFocus()
        officer.wait(flow.progress.cancel_button.hasFocus)
        flow.progress.cancel_button.click()
        assert flow.isAncestorOf(QApplication.focusWidget())
    finally:
        go_on.set()
    officer.wait(flow.message.isVisible)
    assert flow.message.close_button.hasFocus()
    flow.sign.sign_button.click()
    officer.wait(lambda: flow.front is flow.done)
    assert flow.done.stick_button.hasFocus()
