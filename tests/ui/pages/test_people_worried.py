"""I am worried about someone: calm, with the group's own steps, and nothing kept of it."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.support.every_size import usable_at_every_size
from tests.support.people_window import CAROL, ZED, said_in, type_in
from vcs_desktop.domain.kinds import OUR_SAFEGUARDING, SAFEGUARDING
from vcs_desktop.domain.safeguarding import Safeguarding, general_steps

OURS = Safeguarding(
    lead_name="Jean Marsh", lead_phone="01632 960001",
    deputy_name="Ravi", deputy_phone="01632 960002",
    steps="Listen.\n\nRing Jean.", agreed_on=date(2026, 3, 2),
)  # fmt: skip


@pytest.fixture
def worried(open_people, group_house, qtbot):
    """Return the page, and what it says to somebody who is worried."""

    def show(ours=None):
        if ours is not None:
            group_house.inside.records.add(SAFEGUARDING, ours, record_id=OUR_SAFEGUARDING)
        page = open_people(people=(CAROL, ZED))
        page.worried_button.click()
        view = page.places.front()
        qtbot.waitUntil(lambda: "What to do" in said_in(view))
        return page, view

    return show


def test_danger_comes_first_and_then_who_leads_and_the_groups_own_steps(worried):
    _, view = worried(OURS)
    said = said_in(view)
    order = [
        "If somebody is in danger now, ring 999.", "Jean Marsh", "01632 960001", "Ravi",
        "1. Listen.", "2. Ring Jean.", "The group agreed this on Monday 2 March 2026.",
    ]  # fmt: skip
    assert [each for each in said if each in order] == order


def test_a_group_that_has_written_nothing_sees_general_steps_and_their_source(worried):
    _, view = worried()
    said = said_in(view)
    assert f"1. {general_steps()[0]}" in said
    assert any("NCVO" in each for each in said)
    assert any("has not written down who leads" in each for each in said)
    assert view.change_button.text() == "Write our own steps"


def test_it_is_on_every_card(open_people, open_card):
    page = open_people(people=(CAROL,))
    open_card(page, "Carol Ńguyen").worried_button.click()
    assert page.places.front().title.text() == "I am worried about someone"
    page.places.front().back_button.click()
    assert page.places.is_back()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_is_in_the_menu_of_every_row(open_people, qtbot):
    page = open_people(people=(CAROL,))
    titles = page.view.titles.list
    titles.setFocus()
    qtbot.keyClick(titles, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    words = "I am worried about someone"
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    assert page.places.front().title.text() == words


def test_what_a_search_finds_of_it_opens_it(open_people):
    page = open_people(people=(CAROL,))
    page.show_thing(OUR_SAFEGUARDING)
    assert page.places.front().title.text() == "I am worried about someone"


def test_nothing_is_kept_of_somebody_looking(worried, group_house):
    page, _ = worried()
    before = group_house.inside.history.lately().total
    page.places.go_back()
    page.asides.worried()
    group_house.settle()
    assert group_house.inside.history.lately().total == before


def test_the_groups_own_steps_are_kept_as_they_are_typed(worried, group_house, qtbot):
    _, view = worried()
    view.change_button.click()
    form = view.form
    type_in(qtbot, form.fields["lead_name"], "Jean Marsh")
    type_in(qtbot, form.fields["lead_phone"], "01632 960001")
    form.fields["steps"].box.setPlainText("Ring Jean.")
    form.done_button.click()
    qtbot.waitUntil(lambda: "Jean Marsh" in said_in(view))
    held = group_house.inside.safeguarding.held().thing
    assert (held.lead_name, held.lead_phone, held.steps) == (
        "Jean Marsh", "01632 960001", "Ring Jean.",
    )  # fmt: skip
    assert view.change_button.text() == "Change our steps"
    group_house.inside.records.undo()
    assert group_house.inside.safeguarding.held().thing.steps == ""


def test_what_is_half_written_is_kept_when_the_group_is_locked(worried, group_house, qtbot):
    page, view = worried()
    view.change_button.click()
    form = view.form
    form.take_focus()
    qtbot.keyClicks(form.fields["lead_name"].box, "Jean")
    group_house.session.locking.connect(page.put_away)
    group_house.lock()
    group_house.open_again()
    assert group_house.inside.safeguarding.held().thing.lead_name == "Jean"


def test_a_poster_is_one_page_with_lead_and_steps(worried, opened, qtbot):
    _, view = worried(OURS)
    view.poster.out.print_button.click()
    qtbot.waitUntil(lambda: opened != [], timeout=20_000)
    document = pypdfium2.PdfDocument(opened[0])
    assert len(document) == 1
    words = document[0].get_textpage().get_text_range()
    document.close()
    for said in ("999", "Jean Marsh", "01632 960002", "Ring Jean.", "Tea & Talk agreed this"):
        assert said in words


def test_it_can_be_used_at_every_size(worried, qtbot):
    page, view = worried(OURS)
    usable_at_every_size(qtbot, page)
    view.change_button.click()
    usable_at_every_size(qtbot, page)
