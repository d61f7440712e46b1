"""Adding and changing people: kept as it is typed, undone, and never lost, not even by a lock."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from tests.support.every_size import usable_at_every_size
from tests.support.people_window import (
    CAROL,
    DEV,
    ZED,
    box,
    names,
    people_of,
    person_named,
    type_in,
)
from vcs_desktop.domain.people import (
    DbsCheck,
    DbsLevel,
    EmergencyContact,
    Role,
    Tie,
)


@pytest.fixture
def new_form(open_people):
    """Begin to add somebody, and return the page and the form."""

    def begin(people=()):
        page = open_people(people=people)
        page.add_button.click()
        return page, page.view.form

    return begin


def test_somebody_is_added_with_nothing_but_a_name(new_form, group_house, qtbot):
    page, form = new_form()
    assert form.fields.name.box.hasFocus()
    type_in(qtbot, form.fields.name, "Asha")
    qtbot.waitUntil(lambda: people_of(group_house) == ["Asha"])
    qtbot.waitUntil(lambda: names(page) == ["Asha"])
    form.done_button.click()
    qtbot.waitUntil(lambda: page.view.card is not None)
    assert page.view.card.person.name == "Asha"
    assert page.view.form is None


def test_ctrl_n_begins_to_add_somebody(open_people, qtbot):
    page = open_people()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.form is not None)
    assert page.view.form.fields.name.box.hasFocus()
    assert names(page)[0] == "A new person"


def test_every_field_is_kept_when_it_is_left(new_form, group_house, qtbot):
    _, form = new_form()
    type_in(qtbot, form.fields.name, "Asha Patel")
    for name, words in (
        ("phone", "01865 111111"),
        ("email", "asha@example.org"),
        ("emergency_name", "Ravi"),
        ("emergency_phone", "07"),
        ("emergency_relation", "brother"),
        ("dbs_seen_on", "3/5/2025"),
        ("dbs_recheck_on", "3 May 2028"),
        ("access_needs", "A ramp"),
        ("notes", "Mornings"),
    ):
        type_in(qtbot, box(form, name), words)
    box(form, "address").box.setPlainText("1 High Street\nOxford")
    box(form, "skills").box.setPlainText("minibus\n\n first  aid \nminibus")
    box(form, "dbs_level").box.setCurrentIndex(3)
    form.editing.autosave.now()
    qtbot.waitUntil(lambda: form.editing.autosave.is_settled)
    kept = person_named(group_house, "Asha Patel")
    assert (kept.phone, kept.email) == ("01865 111111", "asha@example.org")
    assert kept.emergency == EmergencyContact("Ravi", "07", "brother")
    assert kept.dbs == DbsCheck(DbsLevel.ENHANCED, date(2025, 5, 3), date(2028, 5, 3))
    assert (kept.access_needs, kept.notes) == ("A ramp", "Mornings")
    assert (kept.address, kept.skills) == ("1 High Street\nOxford", ("minibus", "first aid"))


def test_what_is_emptied_is_no_longer_said(open_people, open_form, group_house, qtbot):
    page = open_people(people=(CAROL,))
    form = open_form(page, "Carol Ńguyen")
    for name in ("emergency_name", "emergency_phone", "emergency_relation"):
        box(form, name).box.selectAll()
        type_in(qtbot, box(form, name), "\b")
    type_in(qtbot, box(form, "dbs_seen_on"), "\b")
    type_in(qtbot, box(form, "dbs_recheck_on"), "\b")
    box(form, "dbs_level").box.setCurrentIndex(0)
    form.editing.autosave.now()
    qtbot.waitUntil(lambda: form.editing.autosave.is_settled)
    kept = person_named(group_house, "Carol Ńguyen")
    assert (kept.emergency, kept.dbs) == (None, None)
    assert kept.roles == CAROL.roles


def test_one_change_of_a_form_is_one_thing_to_undo(open_people, open_form, group_house, qtbot):
    page = open_people(people=(DEV,))
    form = open_form(page, "dev Singh")
    with qtbot.waitSignal(group_house.session.acted):
        type_in(qtbot, box(form, "phone"), "123")
    assert group_house.inside.records.offers().undo == "Undo: change dev Singh"
    group_house.inside.records.undo()
    page.shown()
    page.show_thing(form.person_id)  # as the Edit menu has it shown
    qtbot.waitUntil(lambda: box(form, "phone").words() == DEV.phone)
    assert page.view.form is form
    assert box(form, "phone").box.hasFocus()


def test_undoing_that_somebody_was_added_takes_their_form_away(new_form, group_house, qtbot):
    page, form = new_form(people=(ZED,))
    type_in(qtbot, form.fields.name, "Asha")
    qtbot.waitUntil(lambda: "Asha" in names(page))
    group_house.inside.records.undo()
    page.shown()
    qtbot.waitUntil(lambda: names(page) == ["Zed"])
    assert page.view.form is None


def test_a_form_left_without_a_word_adds_nobody(new_form, group_house, qtbot):
    page, form = new_form(people=(ZED,))
    form.done_button.click()
    qtbot.waitUntil(lambda: names(page) == ["Zed"])
    assert people_of(group_house) == ["Zed"]


def test_somebody_without_a_name_is_asked_for_one_and_nothing_is_lost(
    new_form, group_house, open_card, qtbot
):
    page, form = new_form(people=(ZED,))
    type_in(qtbot, box(form, "phone"), "123")
    form.done_button.click()
    assert form.fields.name.error == "Type a name. A first name is enough."
    assert form.fields.name.box.hasFocus()
    assert people_of(group_house) == ["Zed"]
    open_card(page, "Zed")
    qtbot.waitUntil(lambda: names(page) == ["A new person", "Zed"])
    page.view.open("new")
    qtbot.waitUntil(lambda: page.view.form is not None)
    assert box(page.view.form, "phone").words() == "123"
    type_in(qtbot, page.view.form.fields.name, "Asha")
    qtbot.waitUntil(lambda: people_of(group_house) == ["Asha", "Zed"])
    assert person_named(group_house, "Asha").phone == "123"
    open_card(page, "Zed")
    qtbot.waitUntil(lambda: names(page) == ["Asha", "Zed"])


def test_a_name_that_was_emptied_stays_as_it_was_and_is_asked_for(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(DEV,))
    form = open_form(page, "dev Singh")
    type_in(qtbot, form.fields.name, "\b")
    type_in(qtbot, box(form, "phone"), "9")
    form.done_button.click()
    assert form.fields.name.error
    assert people_of(group_house) == ["dev Singh"]


def test_a_day_that_is_none_is_told_and_kept_as_it_was_typed(
    open_people, open_form, open_card, group_house, qtbot
):
    page = open_people(people=(DEV, ZED))
    form = open_form(page, "dev Singh")
    type_in(qtbot, box(form, "dbs_seen_on"), "31/11/2026")
    assert box(form, "dbs_seen_on").error
    open_card(page, "Zed")
    card = open_card(page, "dev Singh")
    assert card.draft_bar.isVisible()
    assert person_named(group_house, "dev Singh").dbs is None
    form = open_form(page, "dev Singh")
    assert box(form, "dbs_seen_on").box.text() == "31/11/2026"
    type_in(qtbot, box(form, "dbs_seen_on"), "30/11/2025")
    form.done_button.click()
    qtbot.waitUntil(lambda: page.view.card is not None)
    assert person_named(group_house, "dev Singh").dbs.seen_on == date(2025, 11, 30)
    assert not page.view.card.draft_bar.isVisible()


def test_the_number_of_a_dbs_certificate_is_refused(open_people, open_form, group_house, qtbot):
    page = open_people(people=(DEV,))
    form = open_form(page, "dev Singh")
    type_in(qtbot, box(form, "notes"), "DBS 001234567890")
    assert "Leave it out" in box(form, "notes").error
    form.editing.autosave.now()
    group_house.settle()
    assert person_named(group_house, "dev Singh").notes == ""


def test_somebody_whom_a_filter_leaves_out_keeps_their_form_and_is_shown_when_done(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(DEV, ZED))
    page.filter_bar.chips[Tie.CONTACT].click()
    form = open_form(page, "Zed")
    row = form.fields.parts["roles"].add()
    row.editor.tie.box.setCurrentIndex(1)
    row.editor.done_button.click()
    qtbot.waitUntil(lambda: page.filter_bar.chips[Tie.COMMITTEE].text() == "Committee: 1")
    assert page.view.form is form
    assert names(page) == ["Zed"]
    form.done_button.click()
    qtbot.waitUntil(lambda: page.view.card is not None)
    assert page.view.card.person.name == "Zed"
    assert names(page) == ["dev Singh", "Zed"]


def test_one_person_after_another_is_added_by_key_alone(open_people, group_house, qtbot):
    page = open_people(people=())
    control = Qt.KeyboardModifier.ControlModifier
    for name in ("Asha", "Ben", "Cara"):
        before = page.view.form
        qtbot.keyClick(page, Qt.Key.Key_N, control)
        qtbot.waitUntil(lambda before=before: page.view.form is not before)
        assert page.view.form.fields.name.words() == ""
        qtbot.keyClicks(page.view.form.fields.name.box, name)
    page.view.form.done_button.click()
    qtbot.waitUntil(lambda: people_of(group_house) == ["Asha", "Ben", "Cara"])
    qtbot.waitUntil(lambda: names(page) == ["Asha", "Ben", "Cara"])
    qtbot.waitUntil(lambda: page.view.card is not None and page.view.card.person.name == "Cara")


def test_a_filter_goes_when_somebody_is_added(open_people):
    page = open_people(people=(DEV, ZED))
    page.filter_bar.chips[Tie.MEMBER].click()
    page.add_button.click()
    assert names(page) == ["A new person", "dev Singh", "Zed"]


def test_the_field_that_is_gone_to_comes_into_sight_with_its_name(open_people, open_form, qtbot):
    page = open_people(1150, 640, people=(CAROL,))
    form = open_form(page, "Carol Ńguyen")
    for name in ("notes", "dbs_seen_on", "name"):
        field = box(form, name)
        field.take_focus()
        qtbot.waitUntil(lambda field=field: is_all_seen(field, page.view.titles.area))


def test_a_text_stays_in_sight_whole_when_its_pane_gets_lower(open_people, open_form, qtbot):
    page = open_people(1150, 640, people=(CAROL,))
    field = box(open_form(page, "Carol Ńguyen"), "notes")
    field.take_focus()
    qtbot.waitUntil(lambda: is_all_seen(field, page.view.titles.area))
    for height in range(630, 500, -10):
        page.window().resize(1150, height)
        qtbot.waitUntil(lambda height=height: page.window().height() == height)
        qtbot.waitUntil(lambda: is_seen(field.box, page.view.titles.area))


def is_all_seen(field, pane):
    """Say whether all of a field and its name is in the part of a pane that is seen."""
    return is_seen(field.label, pane) and is_seen(field.box, pane)


def is_seen(widget, pane):
    """Say whether all of a widget is in the part of a pane that is seen."""
    top = widget.mapTo(pane.viewport(), QPoint())
    return pane.viewport().rect().contains(QRect(top, widget.size()))


# Roles, consents, interests


def test_a_role_is_added_changed_and_taken_away(open_people, open_form, group_house, qtbot):
    page = open_people(people=(ZED,))
    parts = open_form(page, "Zed").fields.parts["roles"]
    row = parts.add()
    row.editor.tie.box.setCurrentIndex(1)
    type_in(qtbot, row.editor.role_title, "Chair")
    type_in(qtbot, row.editor.since, "1/1/2026")
    row.editor.done_button.click()
    qtbot.waitUntil(lambda: len(person_named(group_house, "Zed").roles) == 1)
    group_house.settle()
    (role,) = person_named(group_house, "Zed").roles
    assert replace(role, id="") == Role("", Tie.COMMITTEE, "Chair", date(2026, 1, 1))
    assert row.words.text() == "Committee: Chair. Since 1 January 2026"
    row.change_button.click()
    type_in(qtbot, row.editor.role_title, "Treasurer")
    row.editor.done_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").roles[0].title == "Treasurer")
    qtbot.waitUntil(lambda: "Treasurer" in page.view.titles.list.currentIndex().data(0x100).line)
    row.away_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").roles == ())
    assert page.undo_bar.isVisible()
    page.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: len(person_named(group_house, "Zed").roles) == 1)
    assert len(parts.rows) == 1


def test_a_role_asks_what_somebody_is(open_people, open_form, group_house, qtbot):
    page = open_people(people=(ZED,))
    parts = open_form(page, "Zed").fields.parts["roles"]
    row = parts.add()
    type_in(qtbot, row.editor.role_title, "Chair")
    row.editor.done_button.click()
    assert row.editor.tie.error == "Choose one of the list."
    assert row.editor.tie.box.hasFocus()
    group_house.settle()
    assert person_named(group_house, "Zed").roles == ()


def test_a_line_that_was_begun_and_left_empty_goes_again(open_people, open_form, qtbot):
    page = open_people(people=(ZED,))
    form = open_form(page, "Zed")
    for parts in form.fields.parts.values():
        row = parts.add()
        row.editor.done_button.click()
        assert parts.rows == {}
        assert parts.add_button.hasFocus()


def test_a_consent_keeps_its_words_its_day_and_how_it_was_given(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(ZED,))
    row = open_form(page, "Zed").fields.parts["consents"].add()
    row.editor.wording.take_focus()
    qtbot.keyClicks(row.editor.wording.box, "You may ring me.")
    type_in(qtbot, row.editor.given_on, "1/2/2026")
    row.editor.channel.box.setCurrentIndex(1)
    row.editor.done_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").consents != ())
    group_house.settle()
    (consent,) = person_named(group_house, "Zed").consents
    assert (consent.wording, consent.given_on) == ("You may ring me.", date(2026, 2, 1))
    assert consent.channel == "paper"


def test_an_interest_is_declared(open_people, open_form, group_house, qtbot):
    page = open_people(people=(ZED,))
    row = open_form(page, "Zed").fields.parts["interests"].add()
    row.editor.what.take_focus()
    qtbot.keyClicks(row.editor.what.box, "My sister runs the hall.")
    row.editor.done_button.click()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").interests != ())
    (interest,) = person_named(group_house, "Zed").interests
    assert interest.what == "My sister runs the hall."


# For everybody


def test_the_form_can_be_used_by_everybody(open_people, open_form, qtbot):
    page = open_people(people=(CAROL,))
    form = open_form(page, "Carol Ńguyen")
    page.view.titles.list_detail.show_detail()
    usable_at_every_size(qtbot, page)
    for parts in form.fields.parts.values():
        parts.add()
    usable_at_every_size(qtbot, page)


def test_a_calendar_in_the_form_can_be_used_by_everybody(open_people, open_form, qtbot):
    page = open_people(people=(CAROL,))
    form = open_form(page, "Carol Ńguyen")
    page.view.titles.list_detail.show_detail()
    box(form, "dbs_seen_on").open_calendar()
    form.fields.parts["roles"].add().editor.since.open_calendar()
    usable_at_every_size(qtbot, page)


def test_what_another_window_wrote_in_the_field_meanwhile_is_still_there_to_choose(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(DEV,))
    form = open_form(page, "dev Singh")
    people = group_house.inside.people
    people.save(people.person(form.person_id), replace(DEV, id=form.person_id, phone="999"))
    for more in ("1", "2"):
        type_in(qtbot, box(form, "phone"), more)
        form.editing.autosave.now()
        qtbot.waitUntil(lambda: form.editing.autosave.is_settled)
        group_house.settle()
    choices = people.person(form.person_id).record.choices["phone"]
    assert "999" in {each.value for each in choices}
