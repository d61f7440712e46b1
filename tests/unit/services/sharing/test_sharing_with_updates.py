"""What waits goes with Get updates, whatever becomes of the library."""

import pytest

from tests.support.arriving import Laptop
from tests.support.fault_proxy import faulty_service
from tests.support.library_examples import call
from tests.support.sharing import agreed, state
from tests.support.signed_trees import DIGITS, Office
from vcs_desktop.domain.sharing.shared import Sort, State
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.services.sharing.sending import SubmissionsService
from vcs_desktop.services.sharing.step import SUBMISSIONS, steps
from vcs_desktop.services.space import Space


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    made.publish(call("halls"))
    return made


@pytest.fixture
def updates(tmp_path, inside, inbox):
    """Return what gets updates, with the group open; ``faults`` are those of its next door."""
    space, faults = Space(inside.records.clock), {}
    space.take(inside.group)
    submissions = SubmissionsService(space, lambda _: inbox.door(**faults))
    laptop = Laptop(tmp_path / "laptop", afterwards=lambda go_on: steps(submissions, go_on))
    yield laptop.arrivals, space, faults
    laptop.close()


def outcome(arrival):
    found = [each for each in arrival.steps if each.name == SUBMISSIONS]
    return [(each.outcome, each.count) for each in found]


def test_it_goes_with_the_library_and_without_it(office, updates, inside, inbox):
    arrivals, _space, faults = updates
    first, _ = agreed(inside)
    with faulty_service(office.folder) as service:
        arrival = arrivals.sync(service.address, trust=DIGITS)
        assert arrival.outcome is Outcome.DONE
        assert outcome(arrival) == [(Outcome.DONE, 1)]
        assert state(inside, first) is State.SENT
        assert outcome(arrivals.sync(service.address)) == [(Outcome.NOTHING_NEW, 0)]
        agreed(inside, Sort.HELP)
        assert outcome(arrivals.sync(service.address)) == [(Outcome.LATER, 0)]
        faults["works"] = 0
        assert outcome(arrivals.sync(service.address)) == [(Outcome.FAILED, 0)]
        faults.clear()
    second, _ = agreed(inside)
    arrival = arrivals.sync(service.address)
    assert arrival.outcome is Outcome.FAILED
    assert outcome(arrival) == [(Outcome.LATER, 1)]
    assert state(inside, second) is State.SENT
    assert first in inbox.came


def test_no_step_is_told_where_no_group_is_open(office, updates, inside):
    arrivals, space, _faults = updates
    agreed(inside)
    space.lock()
    with faulty_service(office.folder) as service:
        assert outcome(arrivals.sync(service.address, trust=DIGITS)) == []
