"""Who may come in, and that nobody sees what is another's."""

import secrets
from collections.abc import Callable
from datetime import timedelta

from tests.contract.backend import IDS, Backend, Group, new_group, new_keys, operation
from tests.contract.refusals import refused
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.wire.service import (
    INVITATION_S,
    MOST_INVITATIONS,
    DeviceKeys,
    NewEpoch,
    Submission,
)

_HASH = "ab" * 32


def every_act(group: str, device: str, uuid: str) -> dict[str, Callable[[GroupService], object]]:
    """Return all that a laptop can ask, about a device and an operation or submission."""
    epoch = NewEpoch({device: b"letter"}, device, "ab" * 64)
    return {
        "operations": lambda service: service.operations(0),
        "push": lambda service: service.push([operation()]),
        "blank": lambda service: service.blank(uuid, b"blank"),
        "put_back": lambda service: service.put_back(uuid, b"whole"),
        "put_epoch": lambda service: service.put_epoch(1, epoch),
        "epochs": lambda service: service.epochs(0),
        "blob_received": lambda service: service.blob_received(_HASH),
        "put_blob": lambda service: service.put_blob(_HASH, 0, 9, b"part"),
        "get_blob": lambda service: service.get_blob(_HASH, 0),
        "erase_blob": lambda service: service.erase_blob(_HASH),
        "devices": lambda service: service.devices(),
        "remove_device": lambda service: service.remove_device(device),
        "invite": lambda service: service.invite(secrets.token_hex(32), b"offer"),
        "joins": lambda service: service.joins(),
        "welcome": lambda service: service.welcome(device, b"welcome"),
        "refuse": lambda service: service.refuse(device),
        "submit": lambda service: service.submit(Submission(IDS.new(), "need", False, b"{}")),
        "submission": lambda service: service.submission(uuid),
        "withdraw": lambda service: service.withdraw(uuid),
    }


OF_A_GROUP = 16
"""All but the last three are asked about a group by its id."""


def a_removed_laptop_can_do_nothing_at_all(backend: Backend) -> None:
    group = new_group(backend)
    other, other_keys = group.another_laptop()
    mine = operation()
    other.push([mine])
    shared = Submission(IDS.new(), "need", False, b"{}")
    other.submit(shared)
    group.service.remove_device(other_keys.id)
    for uuid in (mine.uuid, shared.uuid):
        for act in every_act(group.id, other_keys.id, uuid).values():
            with refused(errors.DeviceRemoved):
                act(other)
    assert [each.uuid for each in group.service.operations(0).operations] == [mine.uuid]
    assert [each.removed for each in group.service.devices()] == [False, True]
    group.service.submission(shared.uuid)


def a_laptop_can_remove_itself(backend: Backend) -> None:
    group = new_group(backend)
    other, other_keys = group.another_laptop()
    other.remove_device(other_keys.id)
    with refused(errors.DeviceRemoved):
        other.operations(0)
    group.service.remove_device(other_keys.id)


def nobody_can_do_anything_without_a_token_that_is_known(backend: Backend) -> None:
    group = new_group(backend)
    for token in ("", "x", secrets.token_urlsafe(32)):
        nobody = backend.door().entering(group.id, token)
        for act in every_act(group.id, group.keys.id, IDS.new()).values():
            with refused(errors.TokenNotKnown):
                act(nobody)


def what_is_another_groups_is_not_there(backend: Backend) -> None:
    ours, theirs = new_group(backend), new_group(backend)
    secret = operation(b"a secret of theirs")
    theirs.service.push([secret])
    shared = Submission(IDS.new(), "need", False, b"a secret of theirs")
    theirs.service.submit(shared)
    theirs.service.put_blob(*_small_file(b"a secret of theirs"))
    stranger = backend.door().entering(theirs.id, ours.token)
    acts = list(every_act(theirs.id, theirs.keys.id, secret.uuid).items())
    for _, act in acts[:OF_A_GROUP]:
        with refused(errors.NotThere):
            if act(stranger) == 0:  # nothing there is a way to say so
                raise errors.NotThere
    with refused(errors.NotThere):
        ours.service.submission(shared.uuid)
    with refused(errors.NotThere):
        ours.service.withdraw(shared.uuid)
    with refused(errors.NotThere):
        ours.service.blank(secret.uuid, b"blank")
    with refused(errors.NotThere):
        ours.service.put_back(secret.uuid, secret.body)
    with refused(errors.NotThere):
        ours.service.remove_device(theirs.keys.id)
    with refused(errors.OtherBytes):
        ours.service.submit(Submission(shared.uuid, "need", False, b"a secret of theirs"))
    assert ours.service.blob_received(_small_file(b"a secret of theirs")[0]) == 0
    assert ours.service.operations(0).operations == ()
    _is_untouched(theirs, secret.body)


def the_same_id_in_two_groups_is_two_operations(backend: Backend) -> None:
    ours, theirs = new_group(backend), new_group(backend)
    first = operation()
    for group in (ours, theirs):
        assert group.service.push([first]).results[0].number == 1
    ours.service.blank(first.uuid, b"blank")
    assert theirs.service.operations(0).operations[0].body == first.body


def a_code_begins_one_group(backend: Backend) -> None:
    code, group, keys = backend.new_code(), IDS.new(), new_keys()
    door = backend.door()
    lost = door.start_group(group, code.lower().replace("-", " "), keys)
    told = door.start_group(group, code, keys)
    assert lost.token != told.token
    with refused(errors.TokenNotKnown):
        backend.door().entering(group, lost.token).devices()
    backend.door().entering(group, told.token).devices()
    for again in ((group, keys), (IDS.new(), keys), (group, new_keys())):
        with refused(errors.Gone):
            door.start_group(again[0], code, again[1])
    with refused(errors.NotThere):
        door.start_group(IDS.new(), "0000-0000-0000-0000-0000", keys)
    with refused(errors.Taken):
        door.start_group(group, backend.new_code(), new_keys())


def a_code_is_of_no_use_after_two_weeks(backend: Backend) -> None:
    code = backend.new_code()
    backend.forward(timedelta(days=15))
    with refused(errors.Gone):
        backend.door().start_group(IDS.new(), code, new_keys())


def a_laptop_joins_by_an_invitation(backend: Backend) -> None:
    group = new_group(backend)
    locator, keys, door = secrets.token_hex(32), new_keys(), backend.door()
    with refused(errors.NotThere):
        door.invitation(locator)
    group.service.invite(locator, b"what is offered")
    group.service.invite(locator, b"what is offered")
    found = door.invitation(locator)
    assert (found.group, found.offer) == (group.id, b"what is offered")
    lost = door.ask_to_join(locator, keys, b"proof")
    waiting = door.ask_to_join(locator, keys, b"proof")
    with refused(errors.TokenNotKnown):
        door.joined(keys.id, lost)
    assert door.joined(keys.id, waiting) is None
    assert group.service.operations(0).joins == 1
    (request,) = group.service.joins()
    assert (request.locator, request.device, request.proof) == (locator, keys, b"proof")
    group.service.welcome(keys.id, b"come in")
    group.service.welcome(keys.id, b"come in")
    with refused(errors.OtherBytes):
        group.service.welcome(keys.id, b"something else")
    first, second = door.joined(keys.id, waiting), door.joined(keys.id, waiting)
    assert first is not None
    assert second is not None
    assert first.welcome == second.welcome == b"come in"
    with refused(errors.TokenNotKnown):
        door.entering(group.id, first.admitted.token).devices()
    listed = door.entering(group.id, second.admitted.token).devices()
    assert [each.keys for each in listed] == [group.keys, keys]
    with refused(errors.Gone):
        door.joined(keys.id, waiting)
    assert group.service.joins() == ()
    with refused(errors.Taken):
        door.ask_to_join(locator, keys, b"proof")


def a_laptop_that_is_refused_hears_of_it(backend: Backend) -> None:
    group = new_group(backend)
    locator, keys, door = secrets.token_hex(32), new_keys(), backend.door()
    group.service.invite(locator, b"offer")
    waiting = door.ask_to_join(locator, keys, b"proof")
    group.service.refuse(keys.id)
    with refused(errors.Gone):
        door.joined(keys.id, waiting)
    with refused(errors.NotThere):
        group.service.welcome(keys.id, b"welcome")
    with refused(errors.NotThere):
        group.service.refuse(IDS.new())
    assert group.service.joins() == ()
    assert group.service.operations(0).joins == 0


def an_invitation_lasts_an_hour_and_there_are_five(backend: Backend) -> None:
    group = new_group(backend)
    locators = [secrets.token_hex(32) for _ in range(MOST_INVITATIONS)]
    for each in locators:
        group.service.invite(each, b"offer")
    with refused(errors.Taken):
        group.service.invite(secrets.token_hex(32), b"offer")
    with refused(errors.Taken):
        new_group(backend).service.invite(locators[0], b"offer")
    backend.forward(timedelta(seconds=INVITATION_S + 1))
    with refused(errors.Gone):
        backend.door().invitation(locators[0])
    with refused(errors.Gone):
        backend.door().ask_to_join(locators[0], new_keys(), b"proof")
    group.service.invite(secrets.token_hex(32), b"offer")


def who_waits_with_the_token_of_another_learns_nothing(backend: Backend) -> None:
    group = new_group(backend)
    locator, one, other = secrets.token_hex(32), new_keys(), new_keys()
    group.service.invite(locator, b"offer")
    door = backend.door()
    token = door.ask_to_join(locator, one, b"proof")
    door.ask_to_join(locator, other, b"proof")
    group.service.welcome(other.id, b"only for the other")
    with refused(errors.NotThere):
        door.joined(other.id, token)
    with refused(errors.TokenNotKnown):
        door.joined(other.id, group.token)
    with refused(errors.Taken):
        door.ask_to_join(locator, DeviceKeys(one.id, "0" * 64, "1" * 64), b"proof")


def _small_file(content: bytes) -> tuple[str, int, int, bytes]:
    import hashlib

    return hashlib.sha256(content).hexdigest(), 0, len(content), content


def _is_untouched(group: Group, body: bytes) -> None:
    assert [each.body for each in group.service.operations(0).operations] == [body]
    assert [each.removed for each in group.service.devices()] == [False]
    assert group.service.epochs(0) == ()
    assert group.service.joins() == ()
    name, _, size, content = _small_file(body)
    assert group.service.get_blob(name, 0) == content
    assert size == len(content)


def an_invitation_that_comes_again_lasts_an_hour_from_then(backend: Backend) -> None:
    group, locator = new_group(backend), secrets.token_hex(32)
    for _ in range(3):
        group.service.invite(locator, b"offer")
        backend.forward(timedelta(minutes=40))
        assert backend.door().invitation(locator).offer == b"offer"
    with refused(errors.Taken):
        group.service.invite(locator, b"another offer")
    backend.forward(timedelta(minutes=90))
    with refused(errors.Gone):
        backend.door().invitation(locator)
    group.service.invite(locator, b"offer")
    assert backend.door().invitation(locator).offer == b"offer"


RULES = (
    a_removed_laptop_can_do_nothing_at_all,
    a_laptop_can_remove_itself,
    nobody_can_do_anything_without_a_token_that_is_known,
    what_is_another_groups_is_not_there,
    the_same_id_in_two_groups_is_two_operations,
    a_code_begins_one_group,
    a_code_is_of_no_use_after_two_weeks,
    a_laptop_joins_by_an_invitation,
    a_laptop_that_is_refused_hears_of_it,
    an_invitation_lasts_an_hour_and_there_are_five,
    an_invitation_that_comes_again_lasts_an_hour_from_then,
    who_waits_with_the_token_of_another_learns_nothing,
)
