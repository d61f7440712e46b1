"""The outbox: nothing leaves without an act, nothing is lost, and nothing is sent as another."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.council_inbox import CouncilInbox
from tests.support.sharing import HELP, NEED, agreed, draft, go, state, yes_to_key
from tests.support.two_laptops import two_laptops
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.domain.sharing.shared import Sort, State
from vcs_desktop.services.sharing.council_key import OtherKey, Standing
from vcs_desktop.services.sharing.door import door_of
from vcs_desktop.services.sharing.sending import SubmissionsService
from vcs_desktop.services.space import Space
from vcs_desktop.sync.errors import Offline
from vcs_desktop.sync.service_errors import TokenNotKnown
from vcs_desktop.vault.device_keys import SealKeys
from vcs_desktop.wire.service import State as At
from vcs_desktop.wire.service import SubmissionState
from vcs_desktop.wire.submission import KINDS


def test_the_council_gets_byte_for_byte_what_the_preview_showed(inside, inbox):
    yes_to_key(inside, inbox)
    record_id, body = agreed(inside)
    personal, closed = agreed(inside, Sort.HELP)
    assert go(inside, inbox).sent == 2
    assert inbox.read(record_id) == body
    assert inbox.read(personal) == closed
    assert not inbox.came[record_id].sealed
    assert inbox.came[personal].sealed
    assert HELP["text"].encode() not in inbox.came[personal].body
    assert {each.kind for each in inbox.came.values()} <= set(KINDS)
    assert state(inside, record_id) is state(inside, personal) is State.SENT
    assert inside.sharing.one(record_id).thing.receipt.sha256


def test_nothing_leaves_without_an_act(inside, inbox):
    draft(inside)
    inside.sharing.to_agree(draft(inside, Sort.HELP))
    agreed_id, _ = agreed(inside)
    inside.records.put_in_bin(agreed_id)
    assert go(inside, inbox).count == 0
    assert inbox.asked == []


def test_offline_is_normal_and_it_goes_the_next_time(inside, inbox):
    record_id, body = agreed(inside)
    report = go(inside, inbox, works=0)
    assert isinstance(report.error, Offline)
    assert state(inside, record_id) is State.WAITS
    assert go(inside, inbox).sent == 1
    assert inbox.read(record_id) == body


@pytest.mark.parametrize("sort", [Sort.NEED, Sort.HELP])
def test_a_receipt_that_was_lost_is_asked_for_with_the_same_bytes(inside, inbox, sort):
    yes_to_key(inside, inbox)
    record_id, body = agreed(inside, sort)
    assert go(inside, inbox, loses_answers=True).error
    assert state(inside, record_id) is State.WAITS
    assert go(inside, inbox).sent == 1
    assert inbox.read(record_id) == body
    assert inside.sharing.one(record_id).thing.receipt.sha256


def test_what_is_refused_three_times_is_set_aside_and_the_rest_go_on(inside, inbox):
    bad, _ = agreed(inside)
    good, _ = agreed(inside)
    inbox.refused.add(bad)
    assert (go(inside, inbox).sent, state(inside, bad)) == (1, State.WAITS)
    assert go(inside, inbox).refused == 1
    assert go(inside, inbox).set_aside == 1
    assert state(inside, bad) is State.SET_ASIDE
    assert state(inside, good) is State.SENT
    before = len(inbox.asked)
    go(inside, inbox)
    assert ("submit", bad) not in inbox.asked[before:]
    inbox.refused.clear()
    inside.sharing.try_again(bad)
    assert go(inside, inbox).sent == 1


def test_a_computer_that_is_not_let_in_counts_nothing_as_refused(inside, inbox):
    record_id, _ = agreed(inside)
    for _ in range(4):
        assert isinstance(go(inside, inbox, is_known=False).error, TokenNotKnown)
    assert state(inside, record_id) is State.WAITS
    assert inside.sharing.one(record_id).thing.refusals == 0


def test_what_was_sent_is_taken_back_and_gone_at_the_council(inside, inbox):
    record_id, _ = agreed(inside)
    go(inside, inbox)
    inside.sharing.take_back(record_id)
    assert state(inside, record_id) is State.TAKING_BACK
    assert go(inside, inbox, works=0).error
    assert state(inside, record_id) is State.TAKING_BACK
    assert go(inside, inbox).taken_back == 1
    assert state(inside, record_id) is State.TAKEN_BACK
    assert record_id not in inbox.came
    assert go(inside, inbox).count == 0


def test_what_may_have_arrived_is_asked_to_be_deleted_when_it_is_taken_back(inside, inbox):
    record_id, _ = agreed(inside)
    go(inside, inbox, loses_answers=True)
    inside.sharing.take_back(record_id)
    assert state(inside, record_id) is State.TAKING_BACK
    go(inside, inbox)
    assert inbox.came == {}
    assert state(inside, record_id) is State.TAKEN_BACK


def test_a_reply_is_shown_and_asked_for_once_a_day(inside, inbox):
    record_id, _ = agreed(inside)
    go(inside, inbox)
    inbox.said[record_id] = SubmissionState(At.READ, None, None)
    assert go(inside, inbox, ask_all=True).replies == 0
    assert inside.sharing.one(record_id).thing.is_read
    inbox.answer(record_id, "There will be a bus at six.")
    before = len(inbox.asked)
    assert go(inside, inbox).replies == 0
    assert len(inbox.asked) == before
    assert go(inside, inbox, ask_all=True).replies == 1
    assert inside.sharing.one(record_id).thing.reply == "There will be a bus at six."
    assert state(inside, record_id) is State.ANSWERED


def test_what_is_personal_waits_until_a_person_has_compared_the_digits(inside, inbox):
    record_id, body = agreed(inside, Sort.HELP)
    assert inside.council_keys.now().standing is Standing.UNKNOWN
    assert go(inside, inbox).waits_for_key == 1
    assert inbox.came == {}
    found = inside.council_keys.now()
    assert found.standing is Standing.NEW
    with pytest.raises(OtherKey):
        inside.council_keys.say_yes("12345 12345")
    inside.council_keys.say_yes(found.digits)
    assert go(inside, inbox).sent == 1
    assert inbox.read(record_id) == body


def test_where_the_council_has_no_key_only_what_is_personal_waits(inside):
    inbox = CouncilInbox(names_key=False)
    personal, _ = agreed(inside, Sort.HELP)
    need, _ = agreed(inside)
    assert (go(inside, inbox).sent, go(inside, inbox).waits_for_key) == (1, 1)
    assert list(inbox.came) == [need]
    assert state(inside, personal) is State.WAITS


def test_another_key_than_was_compared_gets_nothing(inside, inbox):
    yes_to_key(inside, inbox)
    inbox.keys = SealKeys.new()
    record_id, body = agreed(inside, Sort.HELP)
    assert go(inside, inbox).waits_for_key == 1
    assert inbox.came == {}
    found = inside.council_keys.now()
    assert found.standing is Standing.OTHER
    inside.council_keys.say_yes(found.digits)
    go(inside, inbox)
    assert inbox.read(record_id) == body


def test_what_was_sealed_for_an_older_key_and_never_arrived_is_sealed_anew(inside, inbox):
    yes_to_key(inside, inbox)
    record_id, body = agreed(inside, Sort.HELP)
    assert go(inside, inbox, works=1).error  # sealed and tried, and the line broke
    inbox.keys = SealKeys.new()
    inside.council_keys.see(inbox.keys.key)
    inside.council_keys.say_yes(inside.council_keys.now().digits)
    assert go(inside, inbox).sent == 1
    assert inbox.read(record_id) == body


def test_two_laptops_that_send_the_same_send_it_once(tmp_path):
    inbox, made = CouncilInbox(), []
    laptops = two_laptops(tmp_path, lambda one: made.append(agreed(one, Sort.HELP)))
    record_id, body = made[0]
    for each in laptops.both:
        yes_to_key(each, inbox)
        assert go(each, inbox).sent == 1
    assert list(inbox.came) == [record_id]
    assert inbox.read(record_id) == body
    laptops.meet()
    assert [state(each, record_id) for each in laptops.both] == [State.SENT] * 2
    assert laptops.one.sharing.one(record_id).record.choices == {}
    laptops.close()


def test_what_one_laptop_takes_back_while_the_other_sends_it_goes_away_again(tmp_path):
    inbox, made = CouncilInbox(), []
    laptops = two_laptops(tmp_path, lambda one: made.append(agreed(one)))
    record_id = made[0][0]
    laptops.one.sharing.take_back(record_id)
    assert state(laptops.one, record_id) is State.TAKEN_BACK
    go(laptops.other, inbox)
    laptops.meet()
    assert [state(each, record_id) for each in laptops.both] == [State.TAKING_BACK] * 2
    go(laptops.one, inbox)
    laptops.meet()
    assert inbox.came == {}
    assert [state(each, record_id) for each in laptops.both] == [State.TAKEN_BACK] * 2
    laptops.close()


def test_what_two_take_back_on_two_days_goes_without_asking_which_day(tmp_path):
    inbox, made = CouncilInbox(), []
    laptops = two_laptops(tmp_path, lambda one: made.append(agreed(one)))
    record_id = made[0][0]
    go(laptops.one, inbox)
    laptops.meet()
    laptops.one.sharing.take_back(record_id)
    laptops.clock.moment += timedelta(days=1)
    laptops.other.sharing.take_back(record_id)
    laptops.meet()
    go(laptops.one, inbox)
    assert inbox.came == {}
    laptops.close()


def test_of_two_that_were_agreed_to_at_once_only_what_is_there_counts_as_sent(tmp_path):
    inbox, made = CouncilInbox(), []
    laptops = two_laptops(tmp_path, lambda one: made.append(draft(one)))
    record_id, (one, other) = made[0], laptops.both
    held = other.sharing.one(record_id)
    other.sharing.save(held, replace(held.thing, text="Other words."))
    for each in laptops.both:
        each.sharing.agree(record_id, each.sharing.to_agree(record_id).body)
        go(each, inbox)
    assert [state(each, record_id) for each in laptops.both] == [State.SENT, State.WAITS]
    laptops.meet()
    chosen = other.sharing.one(record_id).record.choices["body"]
    theirs = next(each for each in chosen if "Other words." in each.value)
    one.records.choose(record_id, "body", theirs.operation)
    go(one, inbox, ask_all=True)
    assert state(one, record_id) is State.WAITS
    assert b"Other words." not in inbox.read(record_id)
    laptops.close()


def test_a_look_stops_when_it_is_asked_to(inside, inbox):
    for _ in range(3):
        agreed(inside, Sort.NEED, **NEED)
    asked = iter([True, True, False])
    assert inside.outbox.run(inbox.door(), lambda: next(asked)).sent == 2
    assert len(inside.outbox.waiting()) == 1


def test_a_look_that_is_stopped_before_it_began_sends_and_asks_nothing(inside, inbox):
    open_one, _ = agreed(inside)
    closed, _ = agreed(inside, Sort.HELP)
    assert inside.outbox.run(inbox.door(), lambda: False, ask_all=True).count == 0
    assert inbox.asked == []
    assert [inside.sharing.one(each).thing.is_tried for each in (open_one, closed)] == [False] * 2
    assert inside.council_keys.now().standing is Standing.UNKNOWN


def test_without_a_service_everything_waits(inside, inbox):
    clock = inside.records.clock
    space = Space(clock)
    with pytest.raises(Locked):
        SubmissionsService(space, door_of).run()
    taken = space.take(inside.group)
    agreed(taken)
    assert not SubmissionsService(space, door_of).run().has_service
    assert SubmissionsService(space, lambda _: inbox.door()).run().sent == 1


def test_a_service_that_was_put_back_from_a_backup_is_offered_it_once_more(inside, inbox):
    yes_to_key(inside, inbox)
    record_id, body = agreed(inside, Sort.HELP)
    go(inside, inbox)
    inbox.came.clear()
    go(inside, inbox, ask_all=True)
    assert state(inside, record_id) is State.WAITS
    assert go(inside, inbox).sent == 1
    assert inbox.read(record_id) == body


def test_what_the_council_deletes_and_what_another_laptop_takes_back_is_told(inside, inbox):
    over, _ = agreed(inside)
    back, _ = agreed(inside)
    go(inside, inbox)
    inbox.said[over] = SubmissionState(At.KEPT_UNTIL_OVER, None, None)
    inbox.said[back] = SubmissionState(At.WITHDRAWN, None, None)
    go(inside, inbox, ask_all=True)
    assert inside.sharing.one(over).thing.is_over
    assert state(inside, back) is State.TAKEN_BACK


def test_what_is_taken_back_while_others_are_sent_does_not_leave(inside, inbox):
    first, _ = agreed(inside)
    second, _ = agreed(inside)

    def go_on():
        if inbox.came and state(inside, second) is State.WAITS:
            inside.sharing.take_back(second)
        return True

    assert inside.outbox.run(inbox.door(), go_on).sent == 1
    assert list(inbox.came) == [first]
    assert state(inside, second) is State.TAKEN_BACK


def test_what_somebody_signs_is_sealed_whatever_its_record_says(inside, inbox):
    yes_to_key(inside, inbox)
    record_id, body = agreed(inside, Sort.HELP)
    held = inside.sharing.one(record_id)
    inside.sharing.note(held, replace(held.thing, is_personal=False))
    assert go(inside, inbox).sent == 1
    assert inbox.came[record_id].sealed
    assert inbox.read(record_id) == body


def test_what_was_taken_back_is_taken_back_again_where_a_backup_brings_it_back(inside, inbox):
    record_id, _ = agreed(inside)
    go(inside, inbox)
    backup = dict(inbox.came)
    inside.sharing.take_back(record_id)
    go(inside, inbox)
    inbox.came, inbox.withdrawn = backup, set()
    go(inside, inbox, ask_all=True)
    assert inbox.came == {}
    assert state(inside, record_id) is State.TAKEN_BACK
    before = len(inbox.asked)
    go(inside, inbox)
    assert len(inbox.asked) == before, "it was asked about twice on one day"
