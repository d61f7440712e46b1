"""Whatever comes in place of operations, nothing wrong is taken, and all is well afterwards."""

import shutil
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.light_laptops import copied, made
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import exchange_log
from vcs_desktop.storage.exchange_log import Arrived
from vcs_desktop.sync.group_exchange.exchange import keys_of
from vcs_desktop.sync.group_exchange.taking_in import take_in

MUTATIONS = st.tuples(
    st.sampled_from(["flip", "cut", "swap", "other id", "junk", "empty", "twice", "none"]),
    st.integers(0, 10_000),
    st.integers(0, 7),
)


@pytest.fixture(scope="module")
def template():
    place = Path(tempfile.mkdtemp())
    house = made(place / "laptops", 2)
    first = house.laptops[0]
    for n in range(6):
        first.people.add(Person(name=f"Later {n}"))
    first.records.erase([house.people[0]])
    assert first.laptops.exchange().error is None
    house.close()
    yield house, place / "laptops"
    shutil.rmtree(place)


def mutated(body, how, at, bit, others):
    """Return other bytes in place of some."""
    if how == "flip":
        changed = bytearray(body)
        changed[at % len(changed)] ^= 1 << bit
        return bytes(changed)
    return {
        "cut": body[: at % len(body)],
        "swap": others[at % len(others)],
        "junk": bytes(at % 3_000),
        "empty": b"",
    }.get(how, body)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(how=st.lists(MUTATIONS, min_size=1, max_size=9))
def test_mutants_of_operations_bring_nothing_wrong(template, how):
    place = Path(tempfile.mkdtemp())
    house = copied(*template, place / "laptops")
    first, second = house.laptops
    try:
        stored = house.server.group(first.group.id).operations
        bodies = [each.body or each.blank for each in stored]
        came = []
        for number, (each, body) in enumerate(zip(stored, bodies, strict=True)):
            what, at, bit = how[number % len(how)]
            id_ = str(uuid4()) if what == "other id" else each.uuid
            came.append(Arrived(id_, number + 1, mutated(body, what, at, bit, bodies)))
        with second.records.database.writing() as session:
            exchange_log.arrive(session, came)
        keys = keys_of(second.records.database, second.group.id)
        take_in(second.records.database, keys, second.records.clock.now())
        right, found = first.logged(), second.logged()
        assert {id_: right[id_].digest for id_ in found} == {
            id_: each.digest for id_, each in found.items()
        }
        assert second.records.checked().complaints == ()
        for _ in range(2):
            for each in (second, first):
                assert each.laptops.exchange().error is None
        assert first.record_values() == second.record_values()
    finally:
        house.close()
        shutil.rmtree(place)
