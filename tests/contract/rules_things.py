"""What every service must do with files, and with what groups share."""

import hashlib
import secrets
from datetime import date, timedelta

from tests.contract.backend import IDS, Backend, new_group
from tests.contract.refusals import refused
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.wire.service import MOST_PART, State, Submission


def a_file_comes_in_parts_and_goes_in_parts(backend: Backend) -> None:
    group = new_group(backend)
    content = secrets.token_bytes(2 * MOST_PART + 1_000)
    name = hashlib.sha256(content).hexdigest()
    assert group.service.blob_received(name) == 0
    for begins in (0, MOST_PART, 2 * MOST_PART):
        part = content[begins : begins + MOST_PART]
        with refused(errors.NotThere):
            group.service.get_blob(name, 0)
        there = group.service.put_blob(name, begins, len(content), part)
        assert there == begins + len(part) == group.service.blob_received(name)
    other, _ = group.another_laptop()
    read = b""
    while len(read) < len(content):
        read += other.get_blob(name, len(read))
    assert read == content
    assert other.get_blob(name, MOST_PART - 5, 10) == content[MOST_PART - 5 : MOST_PART + 5]
    with refused(errors.NotThere):
        other.get_blob(name, len(content))


def a_file_of_many_small_parts_is_the_same_file(backend: Backend) -> None:
    group = new_group(backend)
    content = secrets.token_bytes(60)
    name = hashlib.sha256(content).hexdigest()
    for begins in range(0, 60, 7):
        group.service.put_blob(name, begins, 60, content[begins : begins + 7])
    assert group.service.get_blob(name, 0) == content
    assert group.service.get_blob(name, 13, 9) == content[13:22]


def a_part_that_was_sent_before_changes_nothing(backend: Backend) -> None:
    group = new_group(backend)
    content = secrets.token_bytes(2_000)
    name = hashlib.sha256(content).hexdigest()
    group.service.put_blob(name, 0, 2_000, content[:1_000])
    assert group.service.put_blob(name, 0, 2_000, content[:1_000]) == 1_000
    with refused(errors.Refused):
        group.service.put_blob(name, 1_500, 2_000, content[1_500:])
    with refused(errors.Refused):
        group.service.put_blob(name, 1_000, 3_000, content[1_000:])
    assert group.service.put_blob(name, 1_000, 2_000, content[1_000:]) == 2_000
    assert group.service.put_blob(name, 1_000, 2_000, content[1_000:]) == 2_000
    assert group.service.get_blob(name, 0) == content


def a_file_that_is_not_its_digest_is_thrown_away(backend: Backend) -> None:
    group = new_group(backend)
    content = secrets.token_bytes(500)
    name = hashlib.sha256(content).hexdigest()
    with refused(errors.NotUnderstood):
        group.service.put_blob(name, 0, 500, bytes(500))
    assert group.service.blob_received(name) == 0
    group.service.put_blob(name, 0, 500, content)
    assert group.service.get_blob(name, 0) == content


def an_erased_file_comes_again_from_its_first_byte_only(backend: Backend) -> None:
    group = new_group(backend)
    content = secrets.token_bytes(500)
    names = [hashlib.sha256(content).hexdigest(), secrets.token_hex(32)]
    group.service.put_blob(names[0], 0, 500, content)
    for name in names:
        group.service.erase_blob(name)
        group.service.erase_blob(name)
        with refused(errors.Gone):
            group.service.blob_received(name)
        with refused(errors.Gone):
            group.service.get_blob(name, 0)
        with refused(errors.Gone):
            group.service.put_blob(name, 250, 500, content[250:])
    assert group.service.put_blob(names[0], 0, 500, content[:250]) == 250
    assert group.service.put_blob(names[0], 250, 500, content[250:]) == 500
    assert group.service.get_blob(names[0], 0) == content
    with refused(errors.NotUnderstood):
        group.service.put_blob(names[1], 0, 500, content)


def what_is_shared_has_one_receipt(backend: Backend) -> None:
    group = new_group(backend)
    shared = Submission(IDS.new(), "need", False, b'{"topic":"transport"}')
    receipt = group.service.submit(shared)
    assert receipt == group.service.submit(shared)
    assert (receipt.uuid, receipt.era) == (shared.uuid, group.service.probe().era)
    assert receipt.sha256 == hashlib.sha256(shared.body).hexdigest()
    for other in (
        Submission(shared.uuid, "need", False, b"{}"),
        Submission(shared.uuid, "need", True, shared.body),
        Submission(shared.uuid, "profile", False, shared.body),
    ):
        with refused(errors.OtherBytes):
            group.service.submit(other)
    state = group.service.submission(shared.uuid)
    assert (state.state, state.reply, state.keep_until_on) == (State.RECEIVED, None, None)


def an_answer_comes_back_to_every_laptop_of_the_group(backend: Backend) -> None:
    group = new_group(backend)
    other, _ = group.another_laptop()
    shared = Submission(IDS.new(), "need", True, b"sealed")
    group.service.submit(shared)
    backend.answer(shared.uuid, "You said buses. We put on two. \N{SNOWMAN}")
    state = other.submission(shared.uuid)
    assert state.state is State.ANSWERED
    assert state.reply == "You said buses. We put on two. \N{SNOWMAN}"


def what_is_withdrawn_stays_withdrawn(backend: Backend) -> None:
    group = new_group(backend)
    shared = Submission(IDS.new(), "profile", True, b"sealed")
    group.service.submit(shared)
    group.service.withdraw(shared.uuid)
    group.service.withdraw(shared.uuid)
    assert group.service.submission(shared.uuid).state is State.WITHDRAWN
    with refused(errors.Gone):
        group.service.submit(shared)
    with refused(errors.NotThere):
        group.service.withdraw(IDS.new())


def what_is_kept_until_a_day_is_gone_after_it(backend: Backend) -> None:
    group = new_group(backend)
    shared = Submission(IDS.new(), "profile", True, b"sealed")
    today = group.service.submit(shared).received_at.date()
    backend.keep_until(shared.uuid, today + timedelta(days=2))
    backend.forward(timedelta(days=2))
    state = group.service.submission(shared.uuid)
    assert state.state is not State.KEPT_UNTIL_OVER
    assert state.keep_until_on == today + timedelta(days=2)
    backend.forward(timedelta(days=1))
    assert group.service.submission(shared.uuid).state is State.KEPT_UNTIL_OVER
    assert isinstance(group.service.submission(shared.uuid).keep_until_on, date)


RULES = (
    a_file_comes_in_parts_and_goes_in_parts,
    a_file_of_many_small_parts_is_the_same_file,
    a_part_that_was_sent_before_changes_nothing,
    a_file_that_is_not_its_digest_is_thrown_away,
    an_erased_file_comes_again_from_its_first_byte_only,
    what_is_shared_has_one_receipt,
    an_answer_comes_back_to_every_laptop_of_the_group,
    what_is_withdrawn_stays_withdrawn,
    what_is_kept_until_a_day_is_gone_after_it,
)
