"""Services that answer on loopback, one for all tests of a worker and database."""

import pytest

from tests.support.live_service import live_service
from tests.support.postgres import fresh_database, running_postgres


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL that runs."""
    with running_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def service_on_postgresql(postgres):
    with fresh_database(postgres) as address, live_service(address) as live:
        yield live


@pytest.fixture(scope="session")
def service_on_sqlite(tmp_path_factory):
    folder = tmp_path_factory.mktemp("service")
    with live_service(f"sqlite:///{folder / 'service.db'}") as live:
        yield live
