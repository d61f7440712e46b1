"""A laptop, an office that publishes, and the service between them."""

import pytest

from tests.support.fault_proxy import faulty_service
from tests.support.signed_trees import Office
from tests.support.updates_window import MANY, Arriving, Network
from vcs_desktop.ui.updates.updates import Updates


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(*MANY)
    return made


@pytest.fixture
def service(office):
    with faulty_service(office.folder) as made:
        yield made


@pytest.fixture
def arriving(tmp_path, tasks):
    made = Arriving(tmp_path / "data")
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def network():
    return Network()


@pytest.fixture
def updates(arriving, tasks, settings, service, network):
    """Somebody who gets updates from the service, whose address is set."""
    settings.change(service=service.address)
    made = Updates(arriving, tasks, settings, arriving.clock)
    made.network = network
    return made


@pytest.fixture
def get(updates, qtbot):
    """Get updates, and wait until that is over; return how it stands."""

    def get(*given):
        with qtbot.waitSignals([updates.changed, updates.changed]):
            updates.get(*given)
        assert not updates.is_running
        return updates.state

    return get
