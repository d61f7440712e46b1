"""What must hold while many write and read at once."""

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.contract.backend import Backend, Group, new_group, operation
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.wire.service import Outcome, SealedOperation

WRITERS, READERS, PUSHES = 8, 8, 12
_LOOKS_AFTER_THE_LAST = 3


def nothing_is_lost_and_nobody_misses_anything(
    backend: Backend, writers: int = WRITERS, readers: int = READERS, pushes: int = PUSHES
) -> None:
    """Many write while many follow: what was acknowledged is there, and each reader saw it."""
    group = new_group(backend)
    ways_in = [group.another_way_in() for _ in range(writers + readers)]
    left = [writers]
    lock = threading.Lock()
    is_over = threading.Event()

    def write(service: GroupService, seed: int) -> dict[int, SealedOperation]:
        try:
            return _write(service, random.Random(seed), pushes)
        finally:
            with lock:
                left[0] -= 1
                if left[0] == 0:
                    is_over.set()

    with ThreadPoolExecutor(writers + readers) as pool:
        writing = [pool.submit(write, ways_in[n], n) for n in range(writers)]
        reading = [pool.submit(_follow, each, is_over) for each in ways_in[writers:]]
        acknowledged: dict[int, SealedOperation] = {}
        for each in writing:
            said = each.result()
            assert not said.keys() & acknowledged.keys(), "a number was given twice"
            acknowledged |= said
        followed = [each.result() for each in reading]
    _is_all_there(group, acknowledged)
    for found in followed:
        missed = acknowledged.keys() - found.keys()
        assert not missed, f"a reader missed {len(missed)} of {len(acknowledged)}"


def one_of_many_with_the_same_id_wins(backend: Backend) -> None:
    """Many push other bytes under one id at once: one is stored, the others hear of it."""
    group = new_group(backend)
    ways_in = [group.another_way_in() for _ in range(WRITERS)]
    for _ in range(5):
        id_of_all = operation().uuid
        sent = [SealedOperation(id_of_all, bytes([n]) * 50) for n in range(WRITERS)]
        outcomes = _at_once(
            [lambda s=s, o=o: s.push([o]) for s, o in zip(ways_in, sent, strict=True)]
        )
        said = [answer.results[0].outcome for answer in outcomes]
        assert said.count(Outcome.STORED) == 1, said
        assert said.count(Outcome.OTHER_BYTES) == WRITERS - 1, said
        kept = group.service.operations(0).operations[-1]
        assert kept.body == sent[said.index(Outcome.STORED)].body


def one_of_many_begins_an_epoch(backend: Backend) -> None:
    """Many begin the next epoch at once: one does."""
    from vcs_desktop.sync.service_errors import Taken
    from vcs_desktop.wire.service import NewEpoch

    group = new_group(backend)
    ways_in = [group.another_way_in() for _ in range(WRITERS)]

    def begin(service: GroupService, letter: bytes) -> bool:
        try:
            service.put_epoch(1, NewEpoch({group.keys.id: letter}, group.keys.id, "ab" * 64))
        except Taken:
            return False
        return True

    begun = _at_once([lambda s=s, n=n: begin(s, bytes([n])) for n, s in enumerate(ways_in)])
    assert begun.count(True) == 1
    assert group.service.epochs(0)[0].letter == bytes([begun.index(True)])


def a_laptop_that_is_removed_meanwhile_has_nothing_after_that(backend: Backend) -> None:
    """A laptop writes while it is removed: nothing of it has a number that was given later."""
    from vcs_desktop.sync.service_errors import DeviceRemoved

    group = new_group(backend)
    other, other_keys = group.another_laptop()
    is_writing = threading.Event()

    def write() -> None:
        while True:
            try:
                other.push([operation()])
            except DeviceRemoved:
                return
            is_writing.set()

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        assert is_writing.wait(20)
        group.service.remove_device(other_keys.id)
        head = group.service.operations(0).head
        writing.result()
    assert group.service.operations(0).head == head


def _write(service: GroupService, chance: random.Random, pushes: int) -> dict[int, SealedOperation]:
    said: dict[int, SealedOperation] = {}
    for _ in range(pushes):
        sent = [operation() for _ in range(chance.randint(1, 5))]
        answer = service.push(sent)
        assert [each.outcome for each in answer.results] == [Outcome.STORED] * len(sent)
        said |= {
            each.number: one for each, one in zip(answer.results, sent, strict=True) if each.number
        }
        if chance.random() < 0.3:  # an answer that was lost: all of it once more
            again = service.push(sent)
            assert [each.number for each in again.results] == [
                each.number for each in answer.results
            ]
    return said


def _follow(service: GroupService, is_over: threading.Event) -> dict[int, str]:
    """Read as a laptop does, by the last number that was seen, until nothing comes any more."""
    found: dict[int, str] = {}
    cursor, looks = 0, 0
    while looks < _LOOKS_AFTER_THE_LAST:
        was_over = is_over.is_set()
        page = service.operations(cursor, limit=20)
        for each in page.operations:
            found[each.number] = each.uuid
            cursor = each.number
        looks = looks + 1 if was_over and not page.operations else 0
    return found


def _is_all_there(group: Group, acknowledged: dict[int, SealedOperation]) -> None:
    kept: dict[int, tuple[str, bytes | None]] = {}
    cursor = 0
    while page := group.service.operations(cursor).operations:
        kept |= {each.number: (each.uuid, each.body) for each in page}
        cursor = page[-1].number
    lost = [
        number for number, one in acknowledged.items() if kept.get(number) != (one.uuid, one.body)
    ]
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged are lost"
    assert sorted(kept) == list(range(1, len(kept) + 1)), "numbers have gaps"


def _at_once(acts: list[Callable[[], object]]) -> list:
    gate = threading.Barrier(len(acts))

    def act(one: Callable[[], object]) -> object:
        gate.wait(20)
        return one()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result() for each in [pool.submit(act, one) for one in acts]]


RULES = (
    nothing_is_lost_and_nobody_misses_anything,
    one_of_many_with_the_same_id_wins,
    one_of_many_begins_an_epoch,
    a_laptop_that_is_removed_meanwhile_has_nothing_after_that,
)
