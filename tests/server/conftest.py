"""A service that answers on loopback, and plain HTTP to it, as anybody could send it."""

import pytest

from tests.support.live_service import live_service
from tests.support.postgres import fresh_database, running_postgres


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL that runs."""
    with running_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def on_postgres(postgres):
    """A service on PostgreSQL, one for all tests of a worker."""
    with fresh_database(postgres) as address, live_service(address) as live:
        yield live


@pytest.fixture
def live(tmp_path):
    """A service of one's own, on SQLite."""
    with live_service(f"sqlite:///{tmp_path / 'service.db'}") as service:
        yield service
