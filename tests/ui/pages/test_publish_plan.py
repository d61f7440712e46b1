"""The council's own plan and its yearly report, as an officer works them in the window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.arriving import Laptop
from tests.support.council_year import Inbox, a_full_inbox, written_plan
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.action_plan import Progress
from vcs_desktop.domain.action_plan_json import FILE_NAME, from_json
from vcs_desktop.ui import files


@pytest.fixture
def laptop(tmp_path):
    made = Laptop(tmp_path / "laptop")
    yield made
    made.close()


@pytest.fixture
def plan(officer):
    """The part of the page with the plan, in front."""
    page = officer.come_in()
    page.sections.open("plan")
    officer.wait(lambda: page.plan._view is not None)
    return page.plan


def kept(officer):
    return from_json(json.loads((officer.office.keys / FILE_NAME).read_text("utf-8")))


def rows(part):
    model = part.titles.list.model()
    return [model.index(n).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]


def add(officer, plan, title):
    before = len(rows(plan))
    plan.add_button.click()
    officer.wait(lambda: len(rows(plan)) == before + 1 and not plan._new_id)
    form = plan._form
    officer.wait(form.name.box.hasFocus)
    officer.qtbot.keyClicks(form.name.box, title)
    plan.autosave.now()
    officer.wait(lambda: plan.autosave.is_settled)
    return form


def test_an_action_is_written_and_kept_without_being_asked(officer, plan):
    assert plan.titles.empty.isVisible()
    form = add(officer, plan, "Train treasurers")
    officer.qtbot.keyClicks(form.owner.box, "Communities team")
    officer.qtbot.keyClicks(form.due_on.box, "30 September 2027")
    form.progress.options[1].button.click()
    form.under.box.setCurrentIndex(1)
    officer.qtbot.keyClicks(form.evidence.box, "9 March 2026: The first morning.")
    plan.autosave.now()
    officer.wait(lambda: plan.autosave.is_settled)
    (action,) = kept(officer).actions
    assert (action.title, action.owner) == ("Train treasurers", "Communities team")
    assert (action.due_on.isoformat(), action.progress) == ("2027-09-30", Progress.ON_THE_WAY)
    assert action.under.startswith("strategy/commitment/")
    (row,) = rows(plan)
    assert (row.title, row.mark) == ("Train treasurers", "On the way")
    assert row.line == "Communities team · By 30 September 2027"
    form.history.set_open(is_open=True)
    told = [each.text() for each in form.history.findChildren(QLabel)]
    assert "Now: Train treasurers" in told


def test_what_keeps_an_action_from_being_published_is_said_beside_it(officer, plan):
    form = add(officer, plan, "Meet")
    assert not form.why_late.isVisible()
    form.progress.options[3].button.click()
    assert form.why_late.isVisible()
    plan.autosave.now()
    officer.wait(form.wrong.isVisible)
    assert "late" in form.wrong.text()
    officer.qtbot.keyClicks(form.why_late.box, "The hall flooded.")
    plan.autosave.now()
    officer.wait(lambda: not form.wrong.isVisible())
    officer.qtbot.keyClicks(form.owner.box, "Mrs Example")
    form.owner.on_left()
    assert "name" in form.owner.error
    officer.qtbot.keyClicks(form.evidence.box, "9 March 2027: The first morning.")
    form.evidence.on_left()
    assert form.evidence.error.startswith("9 March 2027 is still to come.")


def test_what_is_half_written_stays_when_another_action_is_chosen(officer, plan):
    form = add(officer, plan, "First")
    add(officer, plan, "Second")
    first = kept(officer).actions[0]
    plan.titles.list.choose(first.id)
    officer.wait(lambda: plan._form is not form and plan._form.action_id == first.id)
    officer.qtbot.keyClicks(plan._form.about.box, "More of it.")
    plan.titles.list.choose(kept(officer).actions[1].id)
    officer.wait(lambda: plan.autosave.is_settled)
    assert kept(officer).actions[0].text == "More of it."
    plan.titles.list.choose(first.id)
    officer.wait(lambda: plan._form.action_id == first.id)
    assert plan._form.about.words() == "More of it."


def test_an_action_taken_out_comes_back(officer, plan):
    for title in ("First", "Second"):
        add(officer, plan, title)
    before = kept(officer)
    plan.titles.list.choose(before.actions[0].id)
    officer.wait(lambda: plan._form.action_id == before.actions[0].id)
    plan._form.remove_button.click()
    officer.wait(lambda: [each.title for each in rows(plan)] == ["Second"])
    plan.undo_bar.undo_button.click()
    officer.wait(lambda: [each.title for each in rows(plan)] == ["First", "Second"])
    assert kept(officer) == before


def test_what_is_half_written_is_kept_when_the_key_is_put_away(officer, plan, tasks):
    form = add(officer, plan, "First")
    officer.qtbot.keyClicks(form.about.box, "Half a sen")
    officer.page.close_button.click()
    officer.wait(lambda: kept(officer).actions[0].text == "Half a sen")


def test_a_damaged_plan_is_told_and_not_written_over(officer):
    page = officer.come_in()
    (officer.office.keys / FILE_NAME).write_text("{half", "utf-8")
    page.sections.open("plan")
    officer.wait(lambda: "damaged" in page.plan.titles.empty.text.text())
    page.plan.add_button.click()
    officer.wait(page.plan.message.isVisible)
    assert (officer.office.keys / FILE_NAME).read_text("utf-8") == "{half"


def test_the_plan_is_published_and_laptops_get_it(officer, laptop):
    written_plan(officer.office.keys)
    page = officer.come_in()
    page.sections.open("plan")
    officer.wait(lambda: len(rows(page.plan)) == 3)
    page.plan.put_in_button.click()
    assert page.sections.current_id() == "publish"
    officer.put_in(officer.office.book)
    assert officer.flow.put_in._lines[officer.office.keys / FILE_NAME].what.text() == (
        "Our action plan"
    )
    officer.see_changes()
    officer.sign()
    digits = officer.publisher.desk.digits
    assert laptop.arrivals.take_in(officer.flow.put_in.tree, trust=digits).error is None
    assert "Train 40 treasurers" in laptop.found("treasurers")


def test_the_report_of_a_year_is_read_and_saved(officer, monkeypatch, tmp_path):
    written_plan(officer.office.keys)
    inbox = a_full_inbox()
    inbox.need("work", "E07000181", 6, year=2026)
    monkeypatch.setattr(
        files, "ask_what_to_open", lambda *said: said[-1](str(inbox.export(tmp_path)))
    )
    monkeypatch.setattr(files, "ask_for_folder", lambda *said: said[-1](str(tmp_path / "out")))
    page = officer.come_in()
    page.sections.open("report")
    part = page.report
    officer.wait(lambda: part.year.box.count() > 0)
    assert [part.year.box.itemText(n) for n in range(2)] == ["2026", "2025"]
    assert not part.save_button.isEnabled()
    part.choose_button.click()
    part.look_button.click()
    officer.wait(part.reading.isVisible)
    assert part.made.year == 2026
    assert {e.name: e.count for e in part.made.shared.sorts}["What we are hearing"] == 6
    part.save_button.click()
    officer.wait(part.message.isVisible)
    assert "4 files" in part.message.words.text()
    assert len([*(tmp_path / "out").iterdir()]) == 4
    part.year.choose("2025")
    assert not part.reading.isVisible()  # a report of another year is not shown


def test_a_file_that_is_no_export_is_told(officer, tmp_path):
    page = officer.come_in()
    page.sections.open("report")
    officer.wait(lambda: page.report.year.box.count() > 0)
    odd = tmp_path / "odd.json"
    odd.write_text("{}", "utf-8")
    page.report._take_shared(odd)
    page.report.look_button.click()
    officer.wait(page.report.message.isVisible)
    assert "inbox" in page.report.message.words.text()
    page.report.leave_button.click()
    page.report.look_button.click()
    officer.wait(page.report.reading.isVisible)
    assert page.report.made.is_shared_told is False


class OpenedInbox:
    """An officer's inbox that is open, with what groups shared in it."""

    def __init__(self, items):
        self.items = items
        self.is_slow = self.is_closed = False

    def everything(self, stop):
        if self.is_slow:
            assert stop.wait(20), "nobody pressed Cancel"
            raise Stopped
        return tuple(self.items)

    def close(self):
        self.is_closed = True


def test_the_report_is_made_from_the_inbox_while_that_is_open(officer):
    inbox = Inbox()
    inbox.need("work", "E07000181", 6, year=2026)
    page = officer.come_in()
    page.sections.open("report")
    part = page.report
    officer.wait(lambda: part.year.box.count() > 0)
    assert not part.inbox_button.isVisible()
    opened = page.inbox._inbox = OpenedInbox(inbox.items)
    page.sections.open("publish")
    page.sections.open("report")
    part.inbox_button.click()
    part.look_button.click()
    officer.wait(part.reading.isVisible)
    assert {e.name: e.count for e in part.made.shared.sorts}["What we are hearing"] == 6
    page.inbox.forget()
    page.sections.open("publish")
    page.sections.open("report")
    assert not part.reading.isVisible()  # it was made of an inbox that is closed now
    officer.wait(lambda: opened.is_closed)


def test_a_report_that_takes_long_can_be_cancelled(officer):
    page = officer.come_in()
    page.sections.open("report")
    part = page.report
    officer.wait(lambda: part.year.box.count() > 0)
    opened = page.inbox._inbox = OpenedInbox([])
    opened.is_slow = True
    page.sections.open("publish")
    page.sections.open("report")
    part.inbox_button.click()
    part.look_button.click()
    officer.wait(part.progress.cancel_button.isVisible)
    part.progress.cancel_button.click()
    officer.wait(part.message.isVisible)
    assert "Stopped" in part.message.words.text()
    assert not part.progress.isVisible()
    opened.is_slow = False
    part.look_button.click()
    officer.wait(part.reading.isVisible)
