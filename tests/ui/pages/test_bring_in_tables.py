"""A spreadsheet of anything comes in: chosen, looked at, its columns put right, taken, undone."""

from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from tests.support.people_window import said_in
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import ATTENDANCE, OWN_DATE
from vcs_desktop.services.bring_in import TABLES
from vcs_desktop.services.things import things
from vcs_desktop.ui.bring_in.plain import PlainRowCard, plain_manner
from vcs_desktop.ui.bring_in.view import BringInView

WHO_CAME = """Date,Activity,Name,How many,T-shirt
19/11/2026,Lunch,Asha Khan,,M
19/11/2026,Lunch,,7,
31/11/2026,Lunch,Ben,,
"""
DATES = "Date,Event\n4/12/2026,Christmas lunch\n9/1/2027,Boiler check\n"


@pytest.fixture
def bring_in(group_house, tasks, show, qtbot):
    """Show the view for a table, and let it read a text."""

    def begin(what, text="", width=1000, height=640):
        manner = plain_manner(what, back="Back", see="See the list", see_icon="list")
        view = show(BringInView(manner, group_house, tasks, group_house.session), width, height)
        if text:
            view.source.set_text(text)
            view.source.paste_button.click()
            qtbot.waitUntil(view.look.isVisible)
            qtbot.waitUntil(lambda: not view.progress.isVisible())
        return view

    return begin


def dates(group_house):
    found = things(group_house.inside.records, OwnDate, OWN_DATE)
    return sorted(each.name for each in found)


def test_rows_are_looked_at_taken_in_and_undone(bring_in, group_house, qtbot):
    view = bring_in("dates", DATES)
    assert view.look.summary.text() == "2 rows will come in."
    assert view.look.add_button.text() == "Bring in 2 rows"
    assert view.look.add_button.hasFocus()
    with qtbot.waitSignal(view.taken_in) as told:
        qtbot.keyClick(view.look.add_button, Qt.Key.Key_Return)
    assert view.manner.done_words(told.args[0]) == "2 rows came in."
    assert dates(group_house) == ["Boiler check", "Christmas lunch"]
    group_house.inside.records.undo()
    assert dates(group_house) == []


def test_what_stays_out_is_told_before_and_after(bring_in, group_house, qtbot):
    view = bring_in("attendance", WHO_CAME)
    assert view.look.summary.text() == "2 rows will come in. 1 row stays out."
    assert "“T-shirt” stays out" in view.look.remarks.text()
    with qtbot.waitSignal(view.taken_in):
        view.look.add_button.click()
    assert view.report.isVisible()
    assert "“31/11/2026” is not a day" in view.report.lines.text()
    (sheet,) = things(group_house.inside.records, AttendanceSheet, ATTENDANCE)
    assert (len(sheet.came), sheet.others) == (1, 7)


def test_the_whole_list_of_what_stayed_out_is_copied_and_goes_with_the_lock(
    bring_in, group_house, tmp_path, qtbot
):
    bad = [f"31/11/2026,Asha Khan {number} rings the council" for number in range(2_000)]
    path = tmp_path / "dates.csv"
    path.write_text("\n".join(["Date,Event", "4/12/2026,Tea", *bad]), "utf-8")
    view = bring_in("dates")
    view.read(path)
    qtbot.waitUntil(lambda: view.look.isVisible() and not view.progress.isVisible())
    with qtbot.waitSignal(view.taken_in):
        view.look.add_button.click()
    view.report.copy_button.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(bad)
    group_house.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_the_card_of_a_row_says_all_of_it_and_can_leave_it_out(bring_in, group_house, qtbot):
    view = bring_in("attendance", WHO_CAME)
    view.look.titles.open("2")
    qtbot.waitUntil(lambda: bool(view.look.findChildren(PlainRowCard)))
    card = view.look.findChildren(PlainRowCard)[-1]
    words = said_in(card)
    assert "Asha Khan is new, and is added to the people." in words
    assert {"Asha Khan", "Row 2", "19 November 2026", "Lunch"} <= set(words)
    card.choice.choose("leave_out")
    card.choice.edited.emit()
    assert view.look.summary.text() == "1 row will come in. 2 rows stay out."
    with qtbot.waitSignal(view.taken_in):
        view.look.add_button.click()
    (sheet,) = things(group_house.inside.records, AttendanceSheet, ATTENDANCE)
    assert (len(sheet.came), sheet.others) == (0, 7)


def test_the_same_rows_again_are_there_already(bring_in, group_house, qtbot):
    view = bring_in("dates", DATES)
    with qtbot.waitSignal(view.taken_in):
        view.look.add_button.click()
    view.begin()
    view.source.set_text(DATES)
    view.source.paste_button.click()
    qtbot.waitUntil(lambda: view.look.isVisible() and not view.progress.isVisible())
    assert view.look.summary.text() == "0 rows will come in. 2 rows are there already."
    assert not view.look.add_button.isVisible()


def test_a_column_that_is_needed_is_asked_for_and_can_be_said(bring_in, qtbot):
    view = bring_in("dates", "Date,Was\n4/12/2026,Lunch\n")
    assert "which column is “What happens”" in view.look.summary.text()
    assert view.look.columns.fold.is_open()
    view.look.columns.cards[1].choice.choose("name")
    view.look.columns.cards[1].choice.edited.emit()
    qtbot.waitUntil(view.look.add_button.isVisible)
    assert view.look.add_button.text() == "Bring in 1 row"


def test_what_was_pasted_is_there_again_after_the_group_was_locked(
    bring_in, group_house, tasks, show, qtbot
):
    view = bring_in("dates")
    view.source.set_text(DATES)
    view.put_away()
    group_house.settle()
    again = bring_in("dates")
    again.begin()
    qtbot.waitUntil(lambda: again.source.paste.words() == DATES.strip())


def test_locking_while_rows_come_in_stops_that_and_keeps_nothing_of_it(
    bring_in, group_house, monkeypatch, qtbot
):
    view = bring_in("dates", DATES)
    records, begun, may_go_on = group_house.inside.records, Event(), Event()
    acting = records.acting

    @contextmanager
    def slowly(*verb, **more):
        with acting(*verb, **more) as act:
            begun.set()
            may_go_on.wait(30)
            yield act

    monkeypatch.setattr(records, "acting", slowly)
    view.look.add_button.click()
    qtbot.waitUntil(begun.is_set)
    group_house.session.lock()
    may_go_on.set()
    qtbot.waitUntil(lambda: not group_house.space.is_open)
    group_house.settle()
    group_house.open_again()
    assert dates(group_house) == []
    assert group_house.inside.records.offers().undo == ""


@pytest.mark.parametrize("what", sorted(TABLES))
def test_every_table_can_be_used_at_every_size(bring_in, what, qtbot):
    columns = ",".join(each.name for each in TABLES[what].columns)
    view = bring_in(what, f"{columns}\n4/12/2026,Lunch,Asha,x,y\n")
    usable_at_every_size(qtbot, view)


def test_hostile_rows_are_shown_as_they_are(bring_in, tmp_path, qtbot):
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][::50]
    rows = "\n".join('4/12/2026,"{}"'.format(each.replace('"', "")) for each in texts)
    view = bring_in("dates", f"Date,Event\n{rows}\n")
    view.grab()
    assert view.look.add_button.isVisible()
