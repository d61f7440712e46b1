"""The engine: transactions that are whole, writers that take turns, keys that are keys."""

import threading

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from vcs_desktop.core.errors import Busy, Damaged, DiskFull, FolderNotWritable, Stopped
from vcs_desktop.storage import database as database_module
from vcs_desktop.storage.database import Database, open_engine

KEY = bytes(range(32))
_ENDLESS = text(
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
)


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "some.db")
    with opened.writing() as session:
        session.execute(text("CREATE TABLE thing (name TEXT)"))
    yield opened
    opened.close()


def names(database):
    with database.reading() as session:
        return list(session.scalars(text("SELECT name FROM thing ORDER BY name")))


def add(session, name):
    session.execute(text("INSERT INTO thing VALUES (:name)"), {"name": name})


def test_a_unit_of_work_that_fails_leaves_nothing_not_even_its_tables(database):
    def fail_half_way():
        with database.writing() as session:
            session.execute(text("CREATE TABLE half (x)"))
            add(session, "half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert names(database) == []
    with database.reading() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        assert list(tables) == ["thing"]


def test_a_reader_sees_one_moment_of_the_file(database):
    with database.reading() as reader:
        assert reader.scalar(text("SELECT count(*) FROM thing")) == 0
        with database.writing() as writer:
            add(writer, "later")
        assert reader.scalar(text("SELECT count(*) FROM thing")) == 0
    assert names(database) == ["later"]


def test_writers_take_turns_even_when_they_read_first(database):
    def read_then_write(name):
        with database.writing() as session:
            session.scalar(text("SELECT count(*) FROM thing"))
            add(session, name)

    both = [threading.Thread(target=read_then_write, args=(name,)) for name in ("a", "b")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert names(database) == ["a", "b"]


def test_a_search_is_cut_short_from_another_thread(database):
    begun = threading.Event()

    def count_for_ever():
        with database.reading(interruptible=True) as session:
            begun.set()
            session.execute(_ENDLESS)

    def interrupt():
        begun.wait()
        while not done.is_set():
            database.interrupt()

    done = threading.Event()
    other = threading.Thread(target=interrupt)
    other.start()
    try:
        with pytest.raises(Stopped):
            count_for_ever()
    finally:
        done.set()
        other.join()
    assert names(database) == []


def test_what_did_not_offer_to_be_interrupted_is_not(database):
    with database.reading() as session:
        database.interrupt()
        assert session.scalar(text("SELECT count(*) FROM thing")) == 0


def test_the_version_tells_that_anyone_has_written(database, tmp_path):
    before = database.data_version()
    assert database.data_version() == before
    with database.writing() as session:
        add(session, "ours")
    ours = database.data_version()
    assert ours != before
    other = sqlite.connect(str(tmp_path / "some.db"))
    other.execute("INSERT INTO thing VALUES ('theirs')")
    other.commit()
    other.close()
    assert database.data_version() != ours


def test_the_size_counts_what_is_not_yet_in_the_file_itself(database, tmp_path):
    before = database.size_bytes()
    with database.writing() as session:
        add(session, "x" * 100_000)
    assert database.size_bytes() >= before + 100_000
    database.close()
    assert database.size_bytes() == (tmp_path / "some.db").stat().st_size


def test_a_great_deal_can_be_read_at_once_and_the_next_writer_puts_it_into_the_file(database):
    was = database.path.stat().st_size
    with database.writing(leaves_log=True) as session:
        many = text("INSERT INTO thing SELECT hex(zeroblob(4000)) FROM json_each(:many)")
        session.execute(many, {"many": str(list(range(3000)))})
    assert len(names(database)) == 3000
    assert database.path.stat().st_size == was, "nobody waited until it was in the file"
    with database.writing() as session:
        add(session, "the next")
    assert database.path.stat().st_size > 3000 * 8000


def test_other_failures_of_the_database_are_not_hidden(database):
    with pytest.raises(OperationalError), database.reading() as session:
        session.execute(text("SELECT * FROM nothing"))


def test_a_row_that_breaks_a_rule_is_not_hidden_either(database):
    with database.writing() as session:
        session.execute(text("CREATE UNIQUE INDEX one ON thing (name)"))
        add(session, "a")

    def add_it_again():
        with database.writing() as session:
            add(session, "a")

    with pytest.raises(IntegrityError):
        add_it_again()


@pytest.mark.logs("SQLITE_FULL")
def test_a_full_disk_is_said_in_words_and_leaves_nothing(database):
    def fill_it():
        with database.writing() as session:
            session.execute(text("PRAGMA max_page_count=2"))
            add(session, "x" * 100_000)

    with pytest.raises(DiskFull):
        fill_it()
    assert names(database) == []


@pytest.mark.logs("SQLITE_BUSY")
def test_a_writer_that_does_not_end_is_named_after_a_while(database, tmp_path, monkeypatch):
    patient = database_module._ALWAYS
    monkeypatch.setattr(database_module, "_ALWAYS", (*patient, "busy_timeout=1"))
    other = Database(tmp_path / "some.db")

    def write_meanwhile():
        with other.writing() as session:
            add(session, "b")

    with database.writing() as session:
        add(session, "a")
        with pytest.raises(Busy):
            write_meanwhile()
    other.close()
    assert names(database) == ["a"]


@pytest.mark.logs("SQLITE_CANTOPEN")
def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    database = Database(tmp_path / "gone" / "some.db")
    with pytest.raises(FolderNotWritable), database.reading() as session:
        session.execute(text("SELECT 1"))
    database.close()


@pytest.mark.logs("NOTADB")
def test_a_file_that_is_no_database_is_called_damaged(tmp_path):
    path = tmp_path / "some.db"
    path.write_bytes(b"This is a letter, not a database. " * 100)
    database = Database(path)
    with pytest.raises(Damaged), database.reading() as session:
        session.execute(text("SELECT 1"))
    database.close()
    assert path.read_bytes().startswith(b"This is a letter")


class TestAKeyedFile:
    """A group's file; the same engine, encrypted."""

    def test_what_is_written_is_not_in_the_file(self, tmp_path):
        database = Database(tmp_path / "group.db", key=KEY)
        with database.writing() as session:
            session.execute(text("CREATE TABLE thing (name TEXT)"))
            add(session, "Margaret Hill")
        assert names(database) == ["Margaret Hill"]
        database.close()
        for file in tmp_path.iterdir():
            assert b"Margaret" not in file.read_bytes()
            assert not file.read_bytes().startswith(b"SQLite format 3")

    @pytest.mark.logs("NOTADB")
    @pytest.mark.parametrize("key", [None, bytes(32)])
    def test_it_does_not_open_without_its_key(self, tmp_path, key):
        made = Database(tmp_path / "group.db", key=KEY)
        with made.writing() as session:
            session.execute(text("CREATE TABLE thing (name TEXT)"))
        made.close()
        other = Database(tmp_path / "group.db", key=key)
        with pytest.raises(Damaged), other.reading() as session:
            session.execute(text("SELECT 1"))
        other.close()

    @pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(64)])
    def test_a_key_of_another_length_is_refused_not_taken_for_a_passphrase(self, tmp_path, key):
        with pytest.raises(ValueError, match="32 bytes"):
            open_engine(tmp_path / "group.db", key=key)

    def test_it_is_as_careful_as_it_has_to_be(self, tmp_path):
        database = Database(tmp_path / "group.db", key=KEY)
        with database.reading() as session:
            told = {
                name: session.scalar(text(f"PRAGMA {name}"))
                for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store")
            }
        database.close()
        assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2}

    def test_a_build_that_cannot_encrypt_is_noticed(self, tmp_path, monkeypatch):
        class _Plain:
            def execute(self, _statement):
                return self

            def fetchone(self):
                return None

            def close(self):
                pass

        monkeypatch.setattr(sqlite, "connect", lambda *_, **__: _Plain())
        with pytest.raises(RuntimeError, match="cannot encrypt"):
            open_engine(tmp_path / "group.db", key=KEY).connect()


def test_the_library_keeps_large_sorting_in_files(database):
    with database.reading() as session:
        assert session.scalar(text("PRAGMA temp_store")) == 1
        assert session.scalar(text("PRAGMA synchronous")) == 1
