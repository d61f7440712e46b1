"""What a consent says one may do, and what is better not written, in the form of a person."""

from tests.support.people_window import ZED, box, person_named, type_in
from vcs_desktop.domain.people import Purpose, Way


def test_a_consent_says_what_one_may_write_about_and_how(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(ZED,))
    row = open_form(page, "Zed").fields.parts["consents"].add()
    editor = row.editor
    editor.wording.box.setPlainText("You may send me the newsletter.")
    editor.purposes.ticks["news"].box.click()
    row.close_editor()
    assert row.editor is editor  # it asks first how they may be reached
    assert editor.ways.error == "Tick how you may reach them."
    editor.ways.ticks["email"].box.click()
    row.close_editor()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").consents != ())
    (consent,) = person_named(group_house, "Zed").consents
    assert (consent.purposes, consent.ways) == ((Purpose.NEWS,), (Way.EMAIL,))
    assert "News from the group · By email" in row.words.text()


def test_ticks_of_a_consent_that_is_not_finished_are_there_again(open_people, open_form):
    page = open_people(people=(ZED,))
    form = open_form(page, "Zed")
    editor = form.fields.parts["consents"].add().editor
    editor.purposes.ticks["news"].box.click()
    editor.basis.options[1].button.click()
    draft = form.draft().wrong
    (name,) = draft
    editor.purposes.set_ticked(())
    editor.basis.choose("yes")
    form.put_draft(draft)
    assert form.fields.parts["consents"].rows[name.partition("/")[2]].editor.raw() == draft[name]
    assert editor.purposes.ticked() == ("news",)
    assert editor.basis.chosen_id() == "soft_opt_in"


def test_a_code_or_an_illness_is_noticed_kindly_and_kept_all_the_same(
    open_people, open_form, group_house, qtbot
):
    page = open_people(people=(ZED,))
    form = open_form(page, "Zed")
    said = form.fields.better_not["notes"]
    assert not said.isVisible()
    type_in(qtbot, box(form, "notes"), "Key safe code 4821. Has dementia.")
    assert "looks like a code" in said.text()
    assert "looks like an illness" in said.text()
    assert said.isVisible()
    qtbot.waitUntil(lambda: person_named(group_house, "Zed").notes != "")
    form.fields.bound["notes"].field.box.setPlainText("Likes mornings.")
    assert not said.isVisible()
    type_in(qtbot, box(form, "address"), "1 High Street, door code 5590")
    assert form.fields.better_not["address"].isVisible()
