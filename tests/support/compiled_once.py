"""Statements that all tests of one process compile once, and not once for each file they open.

SQLAlchemy keeps what it compiled with the engine that asked, and so does the app: what a group
was asked goes with its file when it is locked. The tests open some ten thousand files, and ask
each the same.
"""

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

from vcs_desktop.storage import database

_KEPT = 2_000


def compile_once(patched: pytest.MonkeyPatch) -> None:
    """Let all files that are opened from here on share what is compiled."""
    compiled = LRUCache(_KEPT)
    first = create_engine("sqlite+pysqlite://", module=sqlite)
    first.connect().close()  # what SQLite can do is known from here on
    first.dispose()

    def sharing(*asked: object, **more: object) -> Engine:
        engine = create_engine(*asked, execution_options={"compiled_cache": compiled}, **more)
        engine.dialect = first.dialect  # what is compiled is kept by it
        return engine

    patched.setattr(database, "create_engine", sharing)
