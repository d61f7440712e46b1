"""What a group shares, in the window: from the first word to the council's answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from tests.support.people_window import type_in
from tests.support.sharing import HELP, NEED, agreed, draft, go, state, yes_to_key
from tests.support.titles_window import rows, words_in
from vcs_desktop.domain.sharing.shared import Receipt, Sort, State
from vcs_desktop.ui.pages.council.our_side import SHARED
from vcs_desktop.ui.pages.council.page import CONSULTATIONS, CouncilPage
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.sent_card import SentCard

PRACTICE = "practice/consultation/where-groups-meet"


def view_of(page):
    return page.sections.current().view


def card_of(page, qtbot, kind):
    view = view_of(page)
    qtbot.waitUntil(lambda: isinstance(view.card, kind))
    return view.card


def begun(page, house, qtbot, sort):
    """Begin something by its button, and return its form."""
    view = view_of(page)
    view.begin()
    view.start.buttons[sort].click()
    house.settle()
    if view.start.subjects:
        view.start.subjects[0].click()
        house.settle()
    return card_of(page, qtbot, DraftCard)


def choose(field, choice_id):
    field.choose(choice_id)
    field.on_edited()


def previewed(page, house, qtbot):
    view_of(page).card.preview_button.click()
    house.settle()
    return card_of(page, qtbot, AgreeCard)


def test_a_group_that_shared_nothing_is_told_what_this_is_for(open_page):
    page = open_page()
    view = view_of(page)
    assert "Nothing leaves before" in words_in(view)
    assert view.both.empty.button.isVisible()
    assert not view.send_button.isVisible()


def test_from_the_first_word_to_the_answer_of_the_council(house, open_page, qtbot):
    page = open_page()
    view = view_of(page)
    form = begun(page, house, qtbot, Sort.NEED).form
    choose(form.bound["topic"].field, "transport")
    choose(form.bound["area"].field, "E07000178")
    type_in(qtbot, form.bound["how_many"].field, "30")
    form.bound["text"].field.box.setPlainText("No bus after five.")
    house.settle()
    card = previewed(page, house, qtbot)
    assert "Getting about" in words_in(card)
    assert "30" in words_in(card)
    assert "not closed" in words_in(card)
    body = card.found.body
    assert house.inbox.asked == []
    card.agree_button.click()
    house.settle()
    assert "Agreed" in view.message.words.text()
    record_id = view.both.shown_id
    assert state(house.inside, record_id) is State.WAITS
    assert house.inbox.asked == []
    view.message.act_button.click()
    house.settle()
    assert view.message.words.text() == "1 thing was sent."
    assert house.inbox.read(record_id) == body
    house.inbox.answer(record_id, "There will be a bus at six.")
    view.send_button.click()
    house.settle()
    sent = card_of(page, qtbot, SentCard)
    qtbot.waitUntil(lambda: "There will be a bus at six." in words_in(view.card))
    assert rows(view.both)[0].mark == "The council answered"
    assert sent is not None


def test_what_is_missing_is_said_above_its_field_and_nothing_is_previewed(house, open_page, qtbot):
    page = open_page()
    card = begun(page, house, qtbot, Sort.HELP)
    card.preview_button.click()
    house.settle()
    assert card.form.bound["topic"].field.error
    assert card.form.bound["contact"].field.error
    assert "still missing" in card.message.words.text()
    assert isinstance(view_of(page).card, DraftCard)


def test_a_name_in_a_text_is_warned_of_under_the_field_and_in_the_preview(house, open_page, qtbot):
    page = open_page()
    form = begun(page, house, qtbot, Sort.NEED).form
    choose(form.bound["topic"].field, "food")
    field = form.bound["text"].field
    field.box.setPlainText("Ben Okri has no lunch.")
    field.on_left()
    assert "looks like somebody's name" in words_in(field)
    house.settle()
    card = previewed(page, house, qtbot)
    assert "looks like somebody's name" in words_in(card)
    assert "only the council can open it" in words_in(card)
    card.back_button.click()
    house.settle()
    card_of(page, qtbot, DraftCard)


def test_a_small_number_never_stands_in_the_preview(house, open_page, qtbot):
    draft(house.inside, topic="food", how_many=3)
    page = open_page()
    card_of(page, qtbot, DraftCard)
    card = previewed(page, house, qtbot)
    assert "fewer than 5" in words_in(card)
    assert b'"how_many":"under 5"' in card.found.body


@pytest.mark.parametrize("sort", Sort)
def test_every_sort_is_begun_in_the_window_and_keeps_what_is_typed(house, open_page, qtbot, sort):
    card = begun(open_page(), house, qtbot, sort)
    assert card.opened.shared.sort is sort
    names = list(card.form.bound)
    assert names[-1] == "keep_until"
    if "text" in names:
        card.form.bound["text"].field.box.setPlainText("As it is.")
        card.form.autosave.now()
        house.settle()
        assert house.inside.sharing.one(card.record_id).thing.text == "As it is."


def test_two_signers_are_known_by_their_names_and_kept_by_their_records(house, open_page, qtbot):
    card = begun(open_page(), house, qtbot, Sort.PLEDGE)
    for name, words in (("signer/first", "ben okri"), ("signer/second", "Cara Lee")):
        type_in(qtbot, card.form.bound[name].field, words)
    type_in(qtbot, card.form.bound["role/second"].field, "Chair")
    type_in(qtbot, card.form.bound["decided_on"].field, "1/11/2026")
    house.settle()
    kept = house.inside.sharing.one(card.record_id).thing
    ids = {name: id_ for id_, name in house.inside.sharing.source().names.items()}
    assert [each.person for each in kept.signers] == [ids["Ben Okri"], "Cara Lee"]
    assert house.inside.sharing.to_agree(card.record_id).missing == ()


def test_a_consultation_is_read_by_anybody_and_answered_by_a_group(house, tasks, show, qtbot):
    page = show(CouncilPage(house, tasks, house.session), 1150, 700)
    page.show_thing(PRACTICE)
    house.settle()
    qtbot.waitUntil(lambda: page.sections.current_id() == CONSULTATIONS)
    view = page.sections.current()
    qtbot.waitUntil(lambda: "share a room" in words_in(view))
    view.answer_asked.emit(PRACTICE)
    house.settle()
    assert page.sections.current_id() == SHARED
    card = card_of(page, qtbot, DraftCard)
    answers = [name for name in card.form.bound if name.startswith("answer/")]
    assert len(answers) == 3
    card.form.bound[answers[0]].field.box.setPlainText("It is cold.")
    house.settle()
    found = previewed(page, house, qtbot)
    assert "It is cold." in words_in(found)


def test_what_was_sent_can_be_taken_back_and_used_again(house, open_page, qtbot):
    record_id, _ = agreed(house.inside)
    go(house.inside, house.inbox)
    page = open_page()
    view = view_of(page)
    card_of(page, qtbot, SentCard).back_button.click()
    house.settle()
    qtbot.waitUntil(lambda: view.card.state is State.TAKING_BACK)
    view.card.leave_button.click()
    house.settle()
    qtbot.waitUntil(lambda: view.card.state is State.SENT)
    assert not view.card.leave_button.isVisible()
    view.card.back_button.click()
    house.settle()
    qtbot.waitUntil(lambda: view.card.state is State.TAKING_BACK)
    view.send_button.click()
    house.settle()
    qtbot.waitUntil(lambda: view.card.state is State.TAKEN_BACK)
    assert house.inbox.came == {}
    assert not view.card.back_button.isVisible()
    view.card.again_button.click()
    house.settle()
    again = card_of(page, qtbot, DraftCard)
    assert again.record_id != record_id
    assert again.form.bound["text"].field.words() == NEED["text"]


def test_without_a_service_it_waits_and_offline_is_said_in_words(house, open_page, qtbot):
    agreed(house.inside)
    page = open_page()
    view = view_of(page)
    house.is_joined = False
    view.send_button.click()
    house.settle()
    assert "has not joined a service" in view.message.words.text()
    house.is_joined, house.faults = True, {"works": 0}
    view.send_button.click()
    house.settle()
    assert "goes the next time" in view.message.words.text()
    assert view.count.text().startswith("1 thing waits")
    assert "Our group, Laptops" in view.count.text()


def test_the_practice_group_says_that_it_sends_nothing(house, open_page, qtbot):
    house.session.is_practice = True
    draft(house.inside)
    page = open_page()
    view = view_of(page)
    card_of(page, qtbot, DraftCard)
    previewed(page, house, qtbot).agree_button.click()
    house.settle()
    assert "sends nothing" in view.message.words.text()
    assert not view.message.act_button.isVisible()
    assert view.count.text() == "1 thing waits. The practice group sends nothing."
    assert not view.send_button.isVisible()


def test_the_button_says_what_it_does_and_is_not_there_for_nothing(house, open_page, qtbot):
    draft(house.inside)
    page = open_page()
    view = view_of(page)
    assert view.count.text() == "Nothing waits to be sent."
    assert not view.send_button.isVisible()
    agreed(house.inside)
    view.look()
    house.settle()
    assert view.send_button.text() == "Send now"
    go(house.inside, house.inbox)
    view.look()
    house.settle()
    assert view.send_button.text() == "Look for answers"
    view.send_button.click()
    assert view.message.words.text() == "Looking for answers."
    house.settle()
    assert view.message.words.text() == "Nothing waits, and there is no new answer."


def test_the_councils_digits_are_compared_before_anything_closed_goes(house, open_page, qtbot):
    record_id, body = agreed(house.inside, Sort.HELP)
    page = open_page()
    view = view_of(page)
    assert not view.key_card.isVisible()
    view.send_button.click()
    house.settle()
    assert house.inbox.came == {}
    assert view.key_card.isVisible()
    view.key_card.yes_button.click()
    house.settle()
    assert not view.key_card.isVisible()
    view.send_button.click()
    house.settle()
    assert house.inbox.read(record_id) == body


def test_a_draft_goes_to_the_bin_and_comes_back(house, open_page, qtbot):
    draft(house.inside)
    page = open_page()
    view = view_of(page)
    card_of(page, qtbot, DraftCard).remove_button.click()
    house.settle()
    assert house.inside.sharing.lines() == ()
    view.undo_bar.undo_button.click()
    house.settle()
    assert len(house.inside.sharing.lines()) == 1


def test_what_is_half_written_is_kept_when_the_group_is_locked(house, open_page, qtbot):
    record_id = draft(house.inside)
    page = open_page()
    form = card_of(page, qtbot, DraftCard).form
    form.bound["text"].field.box.setPlainText("Half a wor")
    house.session.locking.connect(page.put_away)
    house.lock()
    house.open_again()
    assert house.inside.sharing.one(record_id).thing.text == "Half a wor"


def test_without_an_open_group_it_says_how_to_begin(house, tasks, show, qtbot):
    house.lock()
    page = show(CouncilPage(house, tasks, house.session), 1150, 700)
    with qtbot.waitSignal(page.ready):
        page.sections.open(SHARED)
    part = page.sections.current()
    with qtbot.waitSignal(page.place_asked) as asked:
        part.empty.button.click()
    assert asked.args == ["groups", ""]


def test_a_page_of_it_is_saved(house, open_page, qtbot, tmp_path):
    agreed(house.inside)
    card = card_of(open_page(), qtbot, SentCard)
    card.paper.make_at(str(tmp_path / "shared.pdf"))
    house.settle()
    assert (tmp_path / "shared.pdf").read_bytes().startswith(b"%PDF")


def test_the_list_of_all_that_was_shared_goes_out(house, open_page, qtbot, tmp_path):
    agreed(house.inside)
    draft(house.inside, Sort.HELP)
    page, file = open_page(), tmp_path / "shared.csv"
    out = view_of(page).list_out
    qtbot.waitUntil(out.button.isVisible)
    out.save_at(out._what_is_shown()(), str(file))
    qtbot.waitUntil(file.exists)
    house.settle()
    assert file.read_text("utf-8-sig").count("It waits to be sent") == 1
    assert "Not finished" in file.read_text("utf-8-sig")


def test_anybodys_text_is_shown_and_does_nothing(house, open_page, qtbot, tmp_path):
    for _sort, text in list(hostile_texts(tmp_path / "canary.png"))[::25]:
        told = {**HELP, "text": f"a {text[:5_000]}"}
        record_id, _ = agreed(house.inside, Sort.HELP, **told)
        held = house.inside.sharing.one(record_id)
        house.inside.sharing.note(held, replace_reply(held.thing, text))
    page = open_page()
    view = view_of(page)
    for row in rows(view.both):
        view.both.open(row.id)
        house.settle()
        assert view.card.record_id == row.id


def replace_reply(shared, text):
    return replace(shared, reply=text, receipt=Receipt("2026-11-29T10:00:00+00:00", "ab"))


@pytest.mark.parametrize("what", ["list", "start", "draft", "preview", "sent", "key"])
def test_it_can_be_used_by_everybody_at_each_size(house, open_page, qtbot, what):
    if what in ("draft", "preview"):
        draft(house.inside)
    elif what == "sent":
        agreed(house.inside)
    elif what == "key":
        agreed(house.inside, Sort.HELP)
        house.inside.council_keys.see(house.inbox.keys.key)
    page = open_page()
    view = view_of(page)
    if what == "start":
        view.begin()
    elif what == "preview":
        card_of(page, qtbot, DraftCard)
        previewed(page, house, qtbot)
    usable_at_every_size(qtbot, page)


def test_escape_and_the_arrows_lead_through_the_list(house, open_page, qtbot):
    for _ in range(3):
        agreed(house.inside)
    page = open_page()
    view = view_of(page)
    view.both.list.setFocus()
    first = view.both.shown_id
    qtbot.keyClick(view.both.list, Qt.Key.Key_Down)
    house.settle()
    assert view.both.shown_id != first
    yes_to_key(house.inside, house.inbox)
