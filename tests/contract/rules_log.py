"""What every service must do with operations and epochs."""

import hashlib

from tests.contract.backend import Backend, new_group, operation
from tests.contract.refusals import refused
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.wire.service import MOST_BODIES, NewEpoch, Outcome, SealedOperation
from vcs_desktop.wire.service_joining_json import letters_digest


def what_was_pushed_is_read_in_order(backend: Backend) -> None:
    group = new_group(backend)
    sent = [operation() for _ in range(7)]
    answer = group.service.push(sent)
    assert [each.number for each in answer.results] == list(range(1, 8))
    page = group.service.operations(0)
    assert [(each.uuid, each.body) for each in page.operations] == [
        (each.uuid, each.body) for each in sent
    ]
    assert (page.head, page.epoch, page.joins) == (7, 0, 0)
    assert {each.device for each in page.operations} == {group.keys.id}
    assert [each.sha256 for each in page.operations] == [
        hashlib.sha256(each.body).hexdigest() for each in sent
    ]


def reading_goes_on_where_it_was(backend: Backend) -> None:
    group = new_group(backend)
    group.service.push([operation() for _ in range(5)])
    first = group.service.operations(0, limit=2)
    rest = group.service.operations(first.operations[-1].number)
    assert [each.number for each in (*first.operations, *rest.operations)] == [1, 2, 3, 4, 5]
    assert (first.head, rest.head) == (5, 5)
    assert group.service.operations(5).operations == ()
    assert group.service.operations(5_000).operations == ()


def the_same_operation_again_is_no_other(backend: Backend) -> None:
    group = new_group(backend)
    first = operation()
    group.service.push([first])
    again = group.service.push([first, operation()])
    assert [(each.outcome, each.number) for each in again.results] == [
        (Outcome.SAME, 1), (Outcome.STORED, 2),
    ]  # fmt: skip
    assert group.service.operations(0).head == 2


def the_same_id_with_other_bytes_is_never_stored(backend: Backend) -> None:
    group = new_group(backend)
    first = operation()
    group.service.push([first])
    other = SealedOperation(first.uuid, b"other bytes")
    answer = group.service.push([other, operation()])
    assert [each.outcome for each in answer.results] == [Outcome.OTHER_BYTES, Outcome.STORED]
    assert answer.results[0].number is None
    assert group.service.operations(0).operations[0].body == first.body


def one_id_twice_in_a_push_is_stored_once(backend: Backend) -> None:
    group = new_group(backend)
    first = operation()
    other = SealedOperation(first.uuid, b"other bytes")
    answer = group.service.push([first, first, other])
    assert [each.outcome for each in answer.results] == [
        Outcome.STORED, Outcome.SAME, Outcome.OTHER_BYTES,
    ]  # fmt: skip
    assert group.service.operations(0).head == 1


def a_blank_takes_the_place_of_an_operation(backend: Backend) -> None:
    group = new_group(backend)
    other, other_keys = group.another_laptop()
    sent = [operation() for _ in range(3)]
    group.service.push(sent)
    other.blank(sent[1].uuid, b"a blank")
    other.blank(sent[1].uuid, b"a blank")
    found = group.service.operations(0).operations
    assert [each.number for each in found] == [1, 2, 3]
    assert (found[1].body, found[1].blank, found[1].blanked_by) == (
        None, b"a blank", other_keys.id,
    )  # fmt: skip
    assert found[1].sha256 == hashlib.sha256(sent[1].body).hexdigest()
    assert found[1].device == group.keys.id
    assert group.service.push([sent[1]]).results[0].outcome is Outcome.ERASED
    assert group.service.operations(0).operations[1].body is None
    group.service.blank(sent[1].uuid, b"the right blank")
    found = group.service.operations(0).operations[1]
    assert (found.blank, found.blanked_by) == (b"the right blank", group.keys.id)
    with refused(errors.NotThere):
        group.service.blank(operation().uuid, b"a blank")


def what_was_blanked_is_put_back_by_its_own_bytes_only(backend: Backend) -> None:
    group = new_group(backend)
    other, _ = group.another_laptop()
    large = operation(bytes(3_000_000))
    sent = [operation(), operation(), large]
    group.service.push(sent)
    before = group.service.operations(0).operations
    for each in sent:
        other.blank(each.uuid, b"a blank")
    with refused(errors.OtherBytes):
        group.service.put_back(sent[0].uuid, b"a blank")
    with refused(errors.OtherBytes):
        group.service.put_back(sent[0].uuid, sent[1].body)
    assert group.service.operations(0).operations[0].body is None
    for each in (*sent, sent[0]):  # once more is no other
        group.service.put_back(each.uuid, each.body)
    assert group.service.operations(0).operations == before
    with refused(errors.OtherBytes):
        group.service.put_back(sent[0].uuid, b"other bytes")
    with refused(errors.NotThere):
        group.service.put_back(operation().uuid, b"any")
    assert [each.outcome for each in group.service.push(sent).results] == [Outcome.SAME] * 3
    other.blank(sent[0].uuid, b"another blank")
    assert group.service.operations(0).operations[0].blank == b"another blank"


def a_page_holds_8_mb_at_most_and_one_at_least(backend: Backend) -> None:
    group = new_group(backend)
    for _ in range(3):
        group.service.push([operation(bytes(4_000_000))])
    first = group.service.operations(0)
    assert len(first.operations) == MOST_BODIES // 4_000_000
    assert first.head == 3
    assert [each.number for each in group.service.operations(2).operations] == [3]


def an_era_goes_along_and_a_new_one_is_seen(backend: Backend) -> None:
    group = new_group(backend)
    before = group.service.probe().era
    assert group.service.push([operation()]).era == before
    assert group.service.operations(0).era == before
    now = backend.begin_era()
    assert now != before
    assert group.service.probe().era == now
    page = group.service.operations(0)
    assert (page.era, page.head) == (now, 1)
    assert group.service.push([operation()]).era == now


def an_epoch_gives_each_laptop_its_own_letter(backend: Backend) -> None:
    group = new_group(backend)
    other, other_keys = group.another_laptop()
    letters = {group.keys.id: b"for the first", other_keys.id: b"for the other"}
    epoch = NewEpoch(letters, group.keys.id, "ab" * 64)
    group.service.put_epoch(1, epoch)
    group.service.put_epoch(1, epoch)
    (mine,), (theirs,) = group.service.epochs(0), other.epochs(0)
    assert (mine.letter, theirs.letter) == (b"for the first", b"for the other")
    assert (mine.epoch, mine.by, mine.signature) == (1, group.keys.id, "ab" * 64)
    assert mine.letters_digest == theirs.letters_digest == letters_digest(letters)
    assert group.service.operations(0).epoch == 1
    group.service.put_epoch(2, NewEpoch({group.keys.id: b"2"}, group.keys.id, "cd" * 64))
    assert [(each.epoch, each.letter) for each in other.epochs(1)] == [(2, None)]
    assert group.service.epochs(2) == ()


def an_epoch_begins_once_and_in_order(backend: Backend) -> None:
    group = new_group(backend)
    other, other_keys = group.another_laptop()
    first = NewEpoch({group.keys.id: b"one"}, group.keys.id, "ab" * 64)
    with refused(errors.Taken):
        group.service.put_epoch(2, first)
    group.service.put_epoch(1, first)
    with refused(errors.Taken):
        other.put_epoch(1, NewEpoch({other_keys.id: b"two"}, other_keys.id, "ab" * 64))
    with refused(errors.NotAllowed):
        other.put_epoch(2, first)
    assert [each.epoch for each in group.service.epochs(0)] == [1]


RULES = (
    what_was_pushed_is_read_in_order,
    reading_goes_on_where_it_was,
    the_same_operation_again_is_no_other,
    the_same_id_with_other_bytes_is_never_stored,
    one_id_twice_in_a_push_is_stored_once,
    a_blank_takes_the_place_of_an_operation,
    what_was_blanked_is_put_back_by_its_own_bytes_only,
    a_page_holds_8_mb_at_most_and_one_at_least,
    an_era_goes_along_and_a_new_one_is_seen,
    an_epoch_gives_each_laptop_its_own_letter,
    an_epoch_begins_once_and_in_order,
)
