"""What the steps of publishing say, and where the keyboard is meanwhile."""

from tests.support.council_office import DAYS, WARM
from vcs_desktop.publishing.comparing import Counts
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
        plan.items *= 1_000
        plan.counts = Counts(added=len(plan.items) - 1_002, gone=1_002)
        changes.show_plan(plan)
    assert changes.chips["all"].text() == "All (4,000)"
    assert changes.chips["added"].text() == "Added (2,998)"
    assert "1,002 things are not in your files" in changes.warning.text()
    changes.forget()
