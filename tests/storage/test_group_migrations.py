"""Making a group's file and bringing older ones up to date: encrypted, and wholly or not at all."""

import re
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.support.later_migrations import with_later
from vcs_desktop.core.errors import Damaged, NewerLibrary
from vcs_desktop.storage.database import open_engine
from vcs_desktop.storage.group_migrate import GROUP, make_ready
from vcs_desktop.storage.group_tables import GUARDED, REVISION, GroupBase
from vcs_desktop.storage.schema import BrokenLinks

GOLDEN = Path(__file__).parent / "golden"
KEY = bytes(range(32))
ANOTHER_KEY = bytes(reversed(range(32)))
EXCHANGE = {
    "own_device", "exchange", "epoch", "trusted_device", "signed_operation", "on_service",
    "arrived_operation", "service_blob", "invitation",
}  # fmt: skip
BOOKKEEPING = {"operation", "outbox", "erasure", "this_device", "act", "desk"} | EXCHANGE


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data.db"


@pytest.fixture
def written(path):
    """A file with one operation in it, and a record that it explains."""
    make_ready(path, KEY)
    ask(
        path,
        "INSERT INTO operation VALUES "
        "(1, 'o1', 'd1', 'person', 'p1', 'change', 'a1', '', '', '', '', x'')",
        "INSERT INTO record VALUES ('p1', 'person', 'Asha', '{}', '', '[]', NULL, NULL, 0, 1)",
    )
    return path


def ask(path, *statements):
    """Run statements on the encrypted file and return the rows of the last."""
    engine = open_engine(path, key=KEY)
    try:
        with engine.begin() as connection:
            results = [connection.execute(text(statement)) for statement in statements]
            return results[-1].all() if results[-1].returns_rows else []
    finally:
        engine.dispose()


def schema(path):
    """Return every table, index and guard of a file, as text to compare."""
    rows = ask(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    return "\n\n".join(
        re.sub(r"\s+", " ", row.sql).strip().replace("( ", "(").replace(" )", ")") + ";"
        for row in rows
        if row.name != "alembic_version" and not row.name.startswith("sqlite_")
    )


def revision(path):
    return ask(path, "SELECT version_num FROM alembic_version")[0][0]


def test_migrations_end_at_exactly_the_mapped_tables(path):
    GROUP.upgrade(path, KEY)
    engine = open_engine(path, key=KEY)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, GroupBase.metadata) == []
    engine.dispose()


def test_a_new_file_is_what_the_migrations_would_have_made(path, tmp_path):
    migrated = tmp_path / "migrated.db"
    GROUP.upgrade(migrated, KEY)
    make_ready(path, KEY)
    assert schema(path) == schema(migrated)
    assert revision(path) == revision(migrated) == REVISION


def test_a_new_file_is_made_without_importing_the_migrations(path, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "alembic"]:
        monkeypatch.delitem(sys.modules, name)
    make_ready(path, KEY)
    make_ready(path, KEY)
    assert "alembic" not in sys.modules


def test_the_newest_migration_is_the_one_the_tables_know():
    assert ScriptDirectory(str(GROUP.scripts)).get_heads() == [REVISION]


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("group_*.sql")), ids=lambda path: path.stem)
def test_a_released_schema_is_never_changed_afterwards(path, golden):
    GROUP.upgrade(path, KEY, to=golden.stem.removeprefix("group_"))
    assert schema(path) == golden.read_text("utf-8").strip()


def test_every_released_schema_has_a_golden_file():
    released = {
        f"group_{script.revision}"
        for script in ScriptDirectory(str(GROUP.scripts)).walk_revisions()
    }
    assert {file.stem for file in GOLDEN.glob("group_*.sql")} == released


def test_every_table_is_either_bookkeeping_or_guarded():
    assert set(GroupBase.metadata.tables) == BOOKKEEPING | set(GUARDED)


def test_nothing_in_the_file_can_be_read_without_the_key(written):
    assert b"person" not in written.read_bytes()
    plain = sqlite.connect(str(written))
    with pytest.raises(sqlite.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master").fetchall()
    plain.close()
    with pytest.raises(Damaged):
        make_ready(written, ANOTHER_KEY)


def test_a_file_without_its_key_is_refused_as_it_is(written):
    before = written.read_bytes()
    with pytest.raises(Damaged):
        GROUP.make_ready(written)
    assert written.read_bytes() == before


def test_a_file_is_backed_up_under_its_own_key_before_it_is_changed(written, tmp_path):
    newer = with_later(
        GROUP, tmp_path, "op.add_column('act', sa.Column('note', sa.String, nullable=True))"
    )
    newer.make_ready(written, KEY)
    assert revision(written) == "0003"
    copy = tmp_path / "data-before-0003.db"
    assert b"person" not in copy.read_bytes()
    assert revision(copy) == REVISION
    assert ask(copy, "SELECT title FROM record") == ask(written, "SELECT title FROM record")
    assert not list(tmp_path.glob("*.part"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(written, tmp_path):
    newer = with_later(
        GROUP, tmp_path, "op.create_table('half'); op.execute('INSERT INTO no_such VALUES (1)')"
    )
    before = schema(written)
    with pytest.raises(OperationalError):
        newer.make_ready(written, KEY)
    assert (schema(written), revision(written)) == (before, REVISION)


def test_a_migration_that_breaks_links_is_taken_back(written, tmp_path):
    newer = with_later(
        GROUP,
        tmp_path,
        "op.execute('DROP TRIGGER operation_delete_guard'); op.execute('DELETE FROM operation')",
    )
    with pytest.raises(BrokenLinks):
        newer.make_ready(written, KEY)
    assert ask(written, "SELECT id FROM operation") == [("o1",)]


@pytest.mark.parametrize("newer", ["0999", "from-the-future"])
def test_a_file_of_a_newer_version_is_refused_in_words_and_left_alone(path, newer):
    make_ready(path, KEY)
    ask(path, f"UPDATE alembic_version SET version_num = '{newer}'")
    before = path.read_bytes()
    with pytest.raises(NewerLibrary) as refused:
        make_ready(path, KEY)
    assert "newer version" in refused.value.message
    assert path.read_bytes() == before
