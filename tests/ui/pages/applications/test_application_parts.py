"""What an application is about, its papers and signatures, whether it is ready, and its copies."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.support.applications_window import press, words_on
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.domain.applications import Choice, Signature
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.pages.applications.open_view import PARTS
from vcs_desktop.ui.widgets.basics import Button


def part(page, house, application_id, name):
    view = page.open(application_id, name)
    house.settle()
    return view.front()


def said(house, application_id):
    return house.application(application_id).application


def test_what_the_funder_says_stands_above_what_the_group_says(page, house, begun):
    about = part(page, house, begun, "about")
    told = words_on(about)
    assert "Friday 4 December 2026 at 12:00" in told
    assert "£500 to £2,000" in told
    assert "6 weeks later" in told
    assert "building work" in told


def test_what_is_typed_about_it_is_kept(page, house, begun, qtbot):
    about = part(page, house, begun, "about")
    (form,) = about.forms
    form.bound["ask_pence"].field.box.setFocus()
    qtbot.keyClicks(form.bound["ask_pence"].field.box, "1,200")
    form.bound["choice"].field.box.setCurrentIndex(1)
    about.put_away()
    house.settle()
    assert said(house, begun).ask_pence == 1_200_00
    assert said(house, begun).choice is Choice.GO
    assert about.forms == (form,)  # nobody who types loses the field


def test_undo_shows_what_stands_there_again(page, house, begun, qtbot):
    about = part(page, house, begun, "about")
    qtbot.keyClicks(about.forms[0].bound["ask_pence"].field.box, "1,200")
    about.put_away()
    house.settle()
    house.inside.records.undo()
    about.shown()
    house.settle()
    assert about.forms[0].bound["ask_pence"].field.box.text() == ""


def test_each_paper_they_ask_for_is_chosen_from_the_groups_own(page, house, begun, qtbot):
    rules = house.inside.papers.add(
        Paper(kind=DocumentKind.CONSTITUTION, agreed_on=date(2026, 1, 5))
    )
    papers = part(page, house, begun, "papers")
    needed = said(house, begun).papers
    choice = papers.choices[needed[1].id]
    choice.box.setCurrentIndex(choice.box.findData(rules))
    house.settle()
    assert said(house, begun).papers[1].paper == rules
    with qtbot.waitSignal(page.record_asked) as asked:
        press(papers, f"Open in Documents: {needed[1].name}")
    assert asked.args == ["document", rules]
    names = [each.accessibleName() for each in papers.findChildren(Button) if each.isVisible()]
    assert f"Open in Documents: {needed[0].name}" not in names  # none is chosen for it


def test_a_paper_can_be_added_to_the_list_and_taken_away(page, house, begun):
    papers = part(page, house, begun, "papers")
    papers.add_paper_button.click()
    assert papers.new_paper.error == "Type what they call it first."
    papers.new_paper.set_words("Quote for the oven")
    papers.add_paper_button.click()
    house.settle()
    assert [each.name for each in said(house, begun).papers][-1] == "Quote for the oven"
    press(papers, "Take away: Quote for the oven")
    house.settle()
    assert len(said(house, begun).papers) == 2
    page.undo_bar.undo_button.click()
    house.settle()
    assert len(said(house, begun).papers) == 3


def test_a_second_person_and_who_signs_are_written_down(page, house, begun, qtbot):
    jean = house.inside.people.add(Person(name="Jean Marsh"))
    papers = part(page, house, begun, "papers")
    papers.check_button.click()
    assert papers.checker.error == "Type their name first."
    qtbot.keyClicks(papers.checker.box, "Sam Okafor")
    papers.check_button.click()
    house.settle()
    assert said(house, begun).checked_by == "Sam Okafor"
    assert "Sam Okafor read it on Monday 23 November 2026." in words_on(papers)
    assert papers.checker.box.text() == "Sam Okafor"
    papers.signer.picked.emit(jean)
    house.settle()
    press(papers, "Jean Marsh signed today")
    house.settle()
    (signature,) = said(house, begun).signatures
    assert (signature.id, signature.on) == (jean, house.clock.today())


def test_who_signs_after_midnight_signed_on_that_day(page, house, begun, monkeypatch):
    jean = house.inside.people.add(Person(name="Jean Marsh"))
    papers = part(page, house, begun, "papers")
    papers.signer.picked.emit(jean)
    house.settle()
    monkeypatch.setattr(house.inside.records, "clock", FixedClock.on(date(2026, 11, 24)))
    press(papers, "Jean Marsh signed today")
    house.settle()
    (signature,) = said(house, begun).signatures
    assert signature.on == date(2026, 11, 24)


def test_menus_of_copies_go_with_the_lines_of_the_copies(page, house, begun):
    ready = part(page, house, begun, "ready")
    ready.keep_button.click()
    house.settle()
    before = len(ready.findChildren(QMenu))
    for note in ("By post", "By hand"):
        house.inside.application_papers.keep(begun, note=note)
        ready.shown()
        house.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(ready.findChildren(QMenu)) == before + 2


def test_what_is_left_to_do_says_where_and_goes_there(page, house, begun):
    ready = part(page, house, begun, "ready")
    assert "things are left to do." in ready.summary.text()
    press(ready, "Go there: Question 1 has no answer yet.")
    house.settle()
    view = page.places.front()
    assert view.sections.current_id() == "answers"
    assert view.front().card.answer.ref == "1"


def test_a_paper_that_has_to_change_is_gone_to_among_the_documents(page, house, begun, qtbot):
    rules = house.inside.papers.add(Paper(kind=DocumentKind.CONSTITUTION))
    held = house.inside.applications.application(begun)
    (first, *others) = held.thing.papers
    papers = (replace(first, paper=rules), *others)
    house.inside.applications.save(held, replace(held.thing, papers=papers))
    ready = part(page, house, begun, "ready")
    line = next(each for each in house.readiness.lines(begun) if each.paper)
    with qtbot.waitSignal(page.record_asked) as asked:
        press(ready, f"Go there: {line.said}")
    assert asked.args == [DOCUMENT, rules]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".txt", ".xlsx", ".zip"])
def test_it_is_saved_as_what_somebody_chose(page, house, begun, tmp_path, ending):
    ready = part(page, house, begun, "ready")
    ready.out.save_at(str(tmp_path / f"out{ending}"))
    house.settle()
    assert (tmp_path / f"out{ending}").stat().st_size
    assert f"Saved as “out{ending}”." in ready.message.words.text()


def test_a_kept_copy_stays_in_the_list_and_can_be_saved(page, house, begun, tmp_path):
    ready = part(page, house, begun, "ready")
    assert "None is kept yet." in words_on(ready)
    ready.note.set_words("By post")
    ready.keep_button.click()
    house.settle()
    assert "Copy 1 is kept. It never changes." in ready.message.words.text()
    told = words_on(ready)
    assert any(each.startswith("Copy 1, Monday 23 November 2026, by ") for each in told)
    assert "By post" in told
    ready.copies_out[0].save_at(str(tmp_path / "sent.pdf"))
    house.settle()
    assert (tmp_path / "sent.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_told_in_words(page, house, begun, tmp_path):
    ready = part(page, house, begun, "ready")
    ready.out.save_at(str(tmp_path / "nowhere" / "out.pdf"))
    house.settle()
    assert ready.message.isVisible()


def test_a_plan_begins_with_a_row_of_the_library_and_is_written_on(page, house, begun, qtbot):
    plan = part(page, house, begun, "plan")
    plan.from_library.click()
    assert plan.library.error == "Choose a row first."
    plan.library.choose("loneliness")
    plan.from_library.click()
    house.settle()
    (form,) = plan.forms
    assert form.bound["change"].field.words() == "People feel less lonely."
    qtbot.keyClicks(form.bound["activity"].field.box, "Lunch on Thursdays")
    qtbot.keyClicks(form.bound["target"].field.box, "30")
    plan.put_away()
    house.settle()
    (row,) = said(house, begun).changes
    assert (row.activity, row.target, row.outcome) == ("Lunch on Thursdays", 30, "loneliness")
    assert any("Other ways to know:" in each for each in words_on(plan))
    page.open(begun, "plan")
    press(plan, "Take People feel less lonely. out")
    house.settle()
    assert said(house, begun).changes == ()


def test_rows_of_a_plan_are_kept_each_by_itself(page, house, begun, qtbot):
    plan = part(page, house, begun, "plan")
    plan.add_button.click()
    house.settle()
    plan.add_button.click()
    house.settle()
    for number, form in enumerate(plan.forms, 1):
        qtbot.keyClicks(form.bound["activity"].field.box, f"Activity {number}")
    plan.put_away()
    house.settle()
    assert [each.activity for each in said(house, begun).changes] == ["Activity 1", "Activity 2"]


class Windows(QObject):
    """Notes every window that appears."""

    def __init__(self):
        super().__init__()
        self.appeared = []

    def eventFilter(self, watched, event):  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.appeared.append(f"{type(watched).__name__} {watched.windowTitle()}")
        return False


def test_no_part_flashes_up_a_window_of_its_own_when_it_is_opened(page, house, begun):
    held = house.inside.applications.application(begun)
    jean = house.inside.people.add(Person(name="Jean Marsh"))
    met = house.inside.meetings.add()
    after = replace(
        held.thing, signatures=(Signature(jean),), checked_by=jean, checked_on=house.clock.today(),
        decided_meeting=met,
    )  # fmt: skip
    house.inside.applications.save(held, after)
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    try:
        for name, *_ in PARTS:
            part(page, house, begun, name)
    finally:
        QApplication.instance().removeEventFilter(windows)
    assert windows.appeared == []
