"""Drafts, the exact preview, agreeing and taking back, in a real, encrypted file."""

from dataclasses import replace
from datetime import timedelta

import docx
import pytest

from tests.support.sharing import NEED, agreed, draft, go, state
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import SHARED
from vcs_desktop.domain.sharing.shared import Shared, Sort, State
from vcs_desktop.services.records import ChangedSince, NoSuchRecord
from vcs_desktop.services.sharing.service import Agreed, NotOut, NotYet, OtherWords
from vcs_desktop.wire.submission import submission_of


def test_a_draft_is_a_record_of_the_group_with_history_undo_and_bin(inside):
    record_id = draft(inside)
    assert inside.sharing.lines()[0].name == "What we are hearing: Getting about"
    assert inside.records.history(record_id)
    inside.records.undo()
    assert inside.sharing.one(record_id).thing.topic == ""
    inside.records.redo()
    inside.sharing.remove(record_id)
    assert inside.sharing.lines() == ()
    assert [each.kind for each in inside.records.bin()] == [SHARED]


@pytest.mark.parametrize("sort", Sort)
def test_any_sort_can_be_begun_and_is_not_agreed_before_it_is_whole(inside, sort):
    record_id = inside.sharing.begin(sort)
    found = inside.sharing.to_agree(record_id)
    assert found.missing
    assert found.keep_until == inside.sharing.one(record_id).thing.keep_until
    with pytest.raises(NotYet):
        inside.sharing.agree(record_id, found.body)
    assert state(inside, record_id) is State.DRAFT


def test_what_is_agreed_is_kept_byte_for_byte_as_the_preview_showed_it(inside):
    record_id, body = agreed(inside)
    kept = inside.sharing.one(record_id).thing
    assert kept.body.encode() == body
    assert submission_of(body).fields["text"] == NEED["text"]
    assert submission_of(body).uuid == record_id
    assert inside.sharing.to_agree(record_id).body == body
    assert state(inside, record_id) is State.WAITS


def test_nothing_is_agreed_that_was_not_on_the_screen(inside):
    record_id = draft(inside)
    body = inside.sharing.to_agree(record_id).body
    held = inside.sharing.one(record_id)
    inside.sharing.save(held, replace(held.thing, how_many=31))
    with pytest.raises(OtherWords):
        inside.sharing.agree(record_id, body)
    assert inside.sharing.to_send() == ()


def test_what_the_preview_showed_yesterday_is_looked_at_again_today(inside):
    record_id = draft(inside)
    body = inside.sharing.to_agree(record_id).body
    inside.records.clock.moment += timedelta(days=1)
    with pytest.raises(OtherWords):
        inside.sharing.agree(record_id, body)


def test_what_was_agreed_changes_no_more_and_no_undo_takes_it_back(inside):
    record_id, body = agreed(inside)
    held = inside.sharing.one(record_id)
    with pytest.raises(Agreed):
        inside.sharing.save(held, replace(held.thing, text="Other"))
    with pytest.raises(Agreed):
        inside.sharing.agree(record_id, body)
    with pytest.raises(Agreed):
        inside.sharing.remove(record_id)
    before = inside.sharing.one(record_id).thing
    for _ in ("what was filled in", "that it was begun"):
        with pytest.raises(ChangedSince):
            inside.records.undo()
    assert inside.sharing.one(record_id).thing == before
    held = inside.sharing.one(record_id)
    assert (held.thing.body.encode(), held.record.binned_at) == (body, None)
    assert [each.record.id for each in inside.outbox.waiting()] == [record_id]


def test_what_is_taken_back_before_it_left_never_leaves(inside, inbox):
    record_id, _ = agreed(inside)
    inside.sharing.take_back(record_id)
    assert state(inside, record_id) is State.TAKEN_BACK
    assert go(inside, inbox).count == 0
    assert inbox.came == {}
    with pytest.raises(NotOut):
        inside.sharing.take_back(record_id)
    with pytest.raises(NotOut):
        inside.sharing.take_back(draft(inside))


def test_what_was_to_be_taken_back_can_be_left_until_the_council_is_asked(inside, inbox):
    sent, _ = agreed(inside)
    go(inside, inbox)
    waiting, _ = agreed(inside)
    for record_id, before in ((sent, State.SENT), (waiting, State.WAITS)):
        inside.sharing.take_back(record_id)
        inside.sharing.leave(record_id)
        assert state(inside, record_id) is before
        with pytest.raises(NotOut):
            inside.sharing.leave(record_id)
    go(inside, inbox)
    assert {sent, waiting} == set(inbox.came)
    inside.sharing.take_back(sent)
    go(inside, inbox)
    assert set(inbox.came) == {waiting}
    with pytest.raises(NotOut):
        inside.sharing.leave(sent)


def test_what_was_shared_can_be_used_again_as_a_new_draft(inside, inbox):
    record_id, body = agreed(inside)
    go(inside, inbox)
    again = inside.sharing.use_again(record_id)
    assert state(inside, again) is State.DRAFT
    found = inside.sharing.to_agree(again).body
    assert submission_of(found).fields == submission_of(body).fields
    assert submission_of(found).uuid == again
    assert inside.sharing.one(again).thing.receipt is None


def test_the_counts_come_from_the_records_and_few_are_not_told(inside):
    record_id = draft(inside, Sort.PROFILE, ticked=("volunteers", "visits", "legal_form"))
    told = submission_of(inside.sharing.to_agree(record_id).body).fields
    assert told == {"volunteers": "under 5", "keep_until": told["keep_until"]}


def test_a_name_of_the_groups_people_in_a_text_is_warned_of_and_closed(inside):
    record_id = draft(inside, topic="food", text="Asha Patel has nothing to eat.")
    found = inside.sharing.to_agree(record_id)
    assert "name" in found.warning
    assert found.is_personal
    assert not inside.sharing.to_agree(draft(inside)).warning


def test_who_is_not_there_and_what_is_no_such_thing_is_said(inside):
    other = inside.records.add("own_date", OwnDate(name="Fair"))
    for each in ("nobody", other):
        with pytest.raises(NoSuchRecord):
            inside.sharing.one(each)


def test_the_page_says_what_went_what_came_back_and_the_very_text(inside, inbox, tmp_path):
    record_id, body = agreed(inside)
    go(inside, inbox)
    inbox.answer(record_id, "There will be a bus at six.")
    go(inside, inbox, ask_all=True)
    out = tmp_path / "shared.docx"
    inside.sharing.write(record_id, out)
    said = "\n".join(each.text for each in docx.Document(out).paragraphs)
    assert "There will be a bus at six." in said
    assert "No bus after five." in said
    assert body.decode() in said.replace("\n", "")
    assert inside.sharing.one(record_id).thing.receipt.sha256 in said
    assert inside.sharing.write(record_id, None).suffix == ".pdf"


def test_two_versions_of_what_was_agreed_wait_for_a_person(inside):
    record_id = draft(inside)
    seen = inside.sharing.one(record_id)
    inside.sharing.agree(record_id, inside.sharing.to_agree(record_id).body)
    with inside.records.acting("share", undoable=False) as act:
        inside.records.save_in(act, seen, replace(seen.thing, body="{}"))
    assert inside.sharing.one(record_id).record.choices
    assert inside.sharing.to_send() == ()


def test_every_field_of_a_draft_is_kept_as_it_was(inside):
    record_id = inside.records.add(SHARED, Shared(sort=Sort.THEME, was_kept=False, ticked=("a",)))
    kept = inside.sharing.one(record_id).thing
    assert kept.was_kept is False
    assert kept.ticked == ("a",)
