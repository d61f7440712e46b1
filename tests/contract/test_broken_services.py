"""The rules bite: a service with a fault fails the rule that forbids it."""

import hashlib
import itertools
import threading
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from tests.contract.rules import RULES
from tests.support.live_service import live_service
from vcs_desktop.server import doors, files, invitations, laptops, operations, submissions
from vcs_desktop.server.tables import groups
from vcs_desktop.wire.service import Outcome, Pushed

FAULTS = {}
TOGETHER = "nothing_is_lost_and_nobody_misses_anything"


def fault(*rules):
    """Note which rules must fail a service with a fault."""

    def noted(make):
        FAULTS[make.__name__] = (make, rules)
        return make

    return noted


@fault("nothing_is_lost_and_nobody_misses_anything")
def some_that_were_acknowledged_are_not_kept(monkeypatch):
    whole, turn = operations.push, itertools.count()

    def push(connection, who, pushed):
        if next(turn) % 10 != 7:
            return whole(connection, who, pushed)
        numbers = itertools.count(who.head + 1)
        results = tuple(Pushed(each.uuid, Outcome.STORED, next(numbers)) for each in pushed)
        return replace(whole(connection, who, []), results=results)

    monkeypatch.setattr(operations, "push", push)


@fault("nothing_is_lost_and_nobody_misses_anything")
def a_later_number_is_seen_before_an_earlier_one(monkeypatch):
    """As with a clock or a counter that is read before the commit: what a cursor passes by."""
    whole, held, late = operations.page, threading.Lock(), 2
    has_come: set[str] = set()

    def page(connection, who, after, limit, now):
        found = whole(connection, who, after, limit, now)
        with held:
            if who.group in has_come:
                return found
            if any(each.number > late for each in found.operations):
                has_come.add(who.group)  # from now on it is seen, but this reader has passed it by
        kept = tuple(each for each in found.operations if each.number != late)
        return replace(found, operations=kept)

    monkeypatch.setattr(operations, "page", page)


@fault("one_of_many_with_the_same_id_wins", "nothing_is_lost_and_nobody_misses_anything")
def two_get_the_same_number(monkeypatch):
    """A head that is read without the group's lock, and an older one wins."""
    whole = operations.push
    heads: dict[str, int] = {}

    def push(connection, who, pushed):
        answer = whole(connection, who, pushed)
        shift = heads.setdefault(who.group, 0)
        heads[who.group] = shift + 1
        if shift % 3 != 2:
            return answer
        results = tuple(
            replace(each, number=each.number - 1 if each.number else None, outcome=Outcome.STORED)
            for each in answer.results
        )
        return replace(answer, results=results)

    monkeypatch.setattr(operations, "push", push)


@fault("the_same_id_with_other_bytes_is_never_stored", "one_id_twice_in_a_push_is_stored_once")
def other_bytes_are_taken_for_the_same(monkeypatch):
    def again(uuid, _sha256, _kept, number, _is_blank):
        return Pushed(uuid, Outcome.SAME, number)

    monkeypatch.setattr(operations, "_again", again)


@fault("a_blank_takes_the_place_of_an_operation")
def an_erased_operation_is_not_erased(monkeypatch):
    monkeypatch.setattr(operations, "blank", lambda *_: None)


@fault("a_removed_laptop_can_do_nothing_at_all", "a_laptop_can_remove_itself")
def a_laptop_is_removed_only_from_the_list(monkeypatch):
    monkeypatch.setattr(doors.refusals, "removed", lambda: None)
    whole = doors.asker

    def asker(*given, **named):
        try:
            return whole(*given, **named)
        except TypeError:  # what is None cannot be raised
            connection, token, *_ = given
            return _unasked(connection, token)

    monkeypatch.setattr(doors, "asker", asker)


@fault("what_is_another_groups_is_not_there")
def a_group_is_looked_at_by_its_id_alone(monkeypatch):
    whole = doors.asker

    def asker(connection, token, group=None, *, locking=False):
        who = whole(connection, token, None, locking=locking)
        return replace(who, group=group or who.group)

    monkeypatch.setattr(doors, "asker", asker)


@fault("what_is_another_groups_is_not_there")
def what_is_shared_is_seen_by_every_group(monkeypatch):
    whole = submissions.state

    def state(connection, who, uuid):
        found = connection.execute(
            select(submissions.inbox.c.group_id).where(submissions.inbox.c.uuid == uuid)
        ).scalar_one_or_none()
        return whole(connection, replace(who, group=found or who.group), uuid)

    monkeypatch.setattr(submissions, "state", state)


@fault("an_era_goes_along_and_a_new_one_is_seen")
def the_era_stays_what_it_was(monkeypatch):
    whole = operations.page
    first: list[str] = []

    def page(connection, who, *rest):
        first.append(who.era)
        return replace(whole(connection, who, *rest), era=first[0])

    monkeypatch.setattr(operations, "page", page)


@fault("an_epoch_gives_each_laptop_its_own_letter")
def everybody_gets_the_letter_of_the_first(monkeypatch):
    whole = laptops.epochs_after

    def epochs_after(connection, who, after):
        maker = whole(connection, who, after)
        return whole(connection, replace(who, device=maker[0].by), after) if maker else maker

    monkeypatch.setattr(laptops, "epochs_after", epochs_after)


@fault("a_file_that_is_not_its_digest_is_thrown_away")
def a_file_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(files, "_digest", lambda _connection, _group, sha256: sha256)


@fault("a_laptop_joins_by_an_invitation", "who_waits_with_the_token_of_another_learns_nothing")
def a_lost_waiting_token_still_opens(monkeypatch):
    whole = invitations.joined
    last: dict[str, str] = {}
    ask = invitations.ask_to_join

    def ask_to_join(connection, locator, keys, proof, now):
        last[keys.id] = ask(connection, locator, keys, proof, now)
        return last[keys.id]

    def joined(connection, device, _token, now):
        return whole(connection, device, last[device], now)

    monkeypatch.setattr(invitations, "ask_to_join", ask_to_join)
    monkeypatch.setattr(invitations, "joined", joined)


@fault("what_was_blanked_is_put_back_by_its_own_bytes_only")
def whatever_is_brought_takes_the_place_of_a_blank(monkeypatch):
    whole = operations.put_back

    def put_back(connection, who, uuid, octets):
        sha256 = hashlib.sha256(octets).hexdigest()
        this = operations.operations.c.uuid == uuid
        connection.execute(update(operations.operations).where(this).values(sha256=sha256))
        whole(connection, who, uuid, octets)

    monkeypatch.setattr(operations, "put_back", put_back)


@pytest.mark.parametrize("name", FAULTS)
def test_a_service_with_a_fault_is_found(name, tmp_path, monkeypatch):
    make, rules = FAULTS[name]
    with live_service(f"sqlite:///{tmp_path / 'service.db'}") as live:
        make(monkeypatch)
        for rule in rules:
            # A few writers are enough to see what is wrong.
            fewer = {"writers": 3, "readers": 3, "pushes": 6} if rule == TOGETHER else {}
            with pytest.raises(AssertionError):
                RULES[rule](live, **fewer)


def _unasked(connection, token):
    """Return a laptop by its token, whether it was removed or not."""
    found = connection.execute(
        select(doors.devices, groups.c.head, groups.c.epoch)
        .join(groups, groups.c.id == doors.devices.c.group_id)
        .where(doors.devices.c.token_sha256 == doors.digest(token))
    ).one()
    return doors.Asker(
        found.group_id, found.id, doors.era(connection), found.head, found.epoch, 0, token_used=True
    )
