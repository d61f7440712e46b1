"""Making a library file and bringing older ones up to date: wholly, or not at all."""

import re
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import OperationalError

from tests.support.later_migrations import with_later
from tests.support.library_examples import call, new_library, put
from vcs_desktop.core.errors import Damaged, NewerLibrary
from vcs_desktop.storage import migrate, whole_copy
from vcs_desktop.storage.database import Database, open_engine
from vcs_desktop.storage.library_tables import REVISION, LibraryBase
from vcs_desktop.storage.migrate import LIBRARY
from vcs_desktop.storage.queries import records
from vcs_desktop.storage.schema import BrokenLinks
from vcs_desktop.storage.whole_copy import copy_whole

GOLDEN = Path(__file__).parent / "golden"
_SEARCH = re.compile(r"(title|full)_index(_(data|idx|content|docsize|config))?$")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


def schema(path):
    """Return every table and index of a file, as text to compare."""
    engine = open_engine(path)
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        ).all()
    engine.dispose()
    return "\n\n".join(
        re.sub(r"\s+", " ", row.sql).strip().replace("( ", "(").replace(" )", ")") + ";"
        for row in rows
        if row.name != "alembic_version" and not row.name.startswith("sqlite_")
    )


def revision(path):
    engine = open_engine(path)
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    engine.dispose()
    return found


def counted(path, table):
    engine = open_engine(path)
    with engine.connect() as connection:
        found = connection.scalar(text(f"SELECT count(*) FROM {table}"))
    engine.dispose()
    return found


def test_migrations_end_at_exactly_the_mapped_tables(path):
    LIBRARY.upgrade(path)
    engine = open_engine(path)
    with engine.connect() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or not _SEARCH.match(name),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, LibraryBase.metadata) == []
    engine.dispose()


def test_a_new_file_is_what_the_migrations_would_have_made(path, tmp_path):
    migrated = tmp_path / "migrated.db"
    LIBRARY.upgrade(migrated)
    migrate.make_ready(path)
    assert schema(path) == schema(migrated)
    assert revision(path) == revision(migrated) == REVISION


def test_a_new_file_is_made_without_importing_the_migrations(path, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "alembic"]:
        monkeypatch.delitem(sys.modules, name)
    migrate.make_ready(path)
    migrate.make_ready(path)
    assert "alembic" not in sys.modules


def test_the_newest_migration_is_the_one_the_tables_know():
    assert ScriptDirectory(str(LIBRARY.scripts)).get_heads() == [REVISION]


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("library_*.sql")), ids=lambda path: path.stem)
def test_a_released_schema_is_never_changed_afterwards(path, golden):
    released = golden.stem.removeprefix("library_")
    LIBRARY.upgrade(path, to=released)
    assert schema(path) == golden.read_text("utf-8").strip()


def test_every_released_schema_has_a_golden_file():
    scripts = ScriptDirectory(str(LIBRARY.scripts)).walk_revisions()
    released = {f"library_{script.revision}" for script in scripts}
    assert {file.stem for file in GOLDEN.glob("library_*.sql")} == released


def test_making_ready_twice_changes_nothing(path):
    migrate.make_ready(path)
    before = path.read_bytes()
    migrate.make_ready(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, tmp_path):
    database = new_library(tmp_path)
    put(database, call("halls"))
    database.close()
    newer = with_later(
        LIBRARY,
        tmp_path,
        "    op.create_table('half', sa.Column('x', sa.Integer))\n"
        "    op.execute('INSERT INTO no_such_table VALUES (1)')",
    )
    with pytest.raises(OperationalError):
        newer.upgrade(path)
    assert "half" not in schema(path)
    assert revision(path) == REVISION
    assert counted(path, "record") == 1


def test_rebuilding_a_table_keeps_what_hangs_on_it(path, tmp_path):
    database = new_library(tmp_path)
    put(database, call("halls"))
    database.close()
    newer = with_later(
        LIBRARY,
        tmp_path,
        "    with op.batch_alter_table('record', recreate='always') as record:\n"
        "        record.alter_column('summary', new_column_name='short')",
    )
    newer.upgrade(path)
    assert counted(path, "record") == counted(path, "raw") == counted(path, "funding_call") == 1


def test_a_migration_that_breaks_links_is_taken_back(path, tmp_path):
    database = new_library(tmp_path)
    put(database, call("halls"))
    database.close()
    newer = with_later(LIBRARY, tmp_path, "    op.execute('DELETE FROM record')")
    with pytest.raises(BrokenLinks):
        newer.upgrade(path)
    assert counted(path, "record") == 1


def test_a_record_saved_by_an_older_version_is_still_there(path, tmp_path):
    database = new_library(tmp_path)
    put(database, call("halls"))
    database.close()
    newer = with_later(
        LIBRARY,
        tmp_path,
        "    op.add_column('record', sa.Column('note', sa.String, nullable=True))",
    )
    newer.make_ready(path)
    assert revision(path) == newer.revision
    reopened = Database(path)
    with reopened.reading() as session:
        assert records.record(session, "call/halls").line.title == "halls"
    reopened.close()
    assert counted(tmp_path / f"library-before-{newer.revision}.db", "record") == 1
    assert revision(tmp_path / f"library-before-{newer.revision}.db") == REVISION


@pytest.mark.parametrize("newer", ["0999", "from-the-future"])
def test_a_file_of_a_newer_version_is_refused_in_words_and_left_alone(path, newer):
    migrate.make_ready(path)
    engine = open_engine(path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :n"), {"n": newer})
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(NewerLibrary) as refused:
        migrate.make_ready(path)
    assert "newer version" in refused.value.message
    assert path.read_bytes() == before


def test_a_file_with_other_tables_is_not_ours_to_change(path):
    engine = open_engine(path)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE somebody_elses (x)"))
    engine.dispose()
    with pytest.raises(Damaged):
        migrate.make_ready(path)


def test_a_file_that_is_no_database_is_called_damaged(path):
    path.write_bytes(b"Dear Sir or Madam, " * 1000)
    with pytest.raises(Damaged):
        migrate.make_ready(path)


def test_a_file_made_meanwhile_by_another_start_is_taken_as_it_is(path):
    engine = open_engine(path)
    migrate.make_ready(path)
    LIBRARY.make(engine)
    engine.dispose()
    assert revision(path) == REVISION


def test_a_backup_that_does_not_hold_the_same_is_not_trusted(path, tmp_path, monkeypatch):
    migrate.make_ready(path)
    (tmp_path / "copy.db").write_bytes(b"an older one")
    told = iter([["record", 2], ["record", 1]])
    monkeypatch.setattr(whole_copy, "_told", lambda _: next(told))
    with pytest.raises(Damaged):
        copy_whole(path, None, tmp_path / "copy.db", None)
    assert (tmp_path / "copy.db").read_bytes() == b"an older one"
    assert not list(tmp_path.glob("*.part*"))


def test_a_backup_is_one_file_that_opens(path, tmp_path):
    migrate.make_ready(path)
    copy_whole(path, None, tmp_path / "copy.db", None)
    assert [file.name for file in tmp_path.glob("copy*")] == ["copy.db"]
    engine = open_engine(tmp_path / "copy.db")
    assert "record" in inspect(engine).get_table_names()
    engine.dispose()
