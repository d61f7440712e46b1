"""The guards around a group's key: it is in no address, no SQL, no log, and can be forgotten."""

import logging
import threading

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError

from vcs_desktop.core.backup_errors import FileMovedAway
from vcs_desktop.core.errors import DiskFailed, DiskFull, FolderNotWritable
from vcs_desktop.core.group_errors import GroupDamaged, GroupInUse, Locked
from vcs_desktop.storage import database as database_module
from vcs_desktop.storage import page_seals, whole_copy
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.group_hold import Hold
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.storage.whole_copy import copy_whole, delete_file, nobody_writes

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture
def file(tmp_path):
    """A keyed file with 500 notes, closed."""
    made = Database(tmp_path / "data.db", key=KEY)
    with made.writing() as session:
        session.execute(text("CREATE TABLE person (id INTEGER PRIMARY KEY)"))
        session.execute(
            text("CREATE TABLE note (id INTEGER PRIMARY KEY, body, who REFERENCES person(id))")
        )
        session.execute(text("CREATE VIRTUAL TABLE words USING fts5(body)"))
        for number in range(500):
            session.execute(text("INSERT INTO note (body) VALUES (:b)"), {"b": f"planted {number}"})
        session.execute(text("INSERT INTO words VALUES ('planted word')"))
        session.execute(text("PRAGMA user_version = 7"))
    made.close()
    return tmp_path / "data.db"


def notes(path, key):
    database = Database(path, key=key)
    try:
        with database.reading() as session:
            return session.scalar(text("SELECT count(*) FROM note"))
    finally:
        database.close()


def test_the_key_is_in_no_sql_no_log_no_address_and_no_name(file, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    said = []
    database = Database(file, key=KEY)
    try:
        with database.reading() as session:
            driver = session.connection().connection.driver_connection
            driver.set_trace_callback(said.append)
            session.execute(text("SELECT count(*) FROM note"))
            settings = {
                name: session.scalar(text(f"PRAGMA {name}"))
                for name in (
                    "cipher_log_level", "cipher_use_hmac", "cipher_memory_security", "synchronous",
                    "temp_store", "secure_delete", "trusted_schema", "cell_size_check",
                    "foreign_keys", "journal_mode", "cache_size",
                )
            }  # fmt: skip
        shown = f"{database.engine.url} {database.engine!r} {database!r} {vars(database)}"
    finally:
        database.close()
    everything = caplog.text + shown + "".join(said)
    assert said
    assert KEY.hex() not in everything.lower()
    assert repr(KEY) not in everything
    assert settings == {
        "cipher_log_level": "NONE", "cipher_use_hmac": "1", "cipher_memory_security": "0",
        "synchronous": 2, "temp_store": 2, "secure_delete": 1, "trusted_schema": 0,
        "cell_size_check": 1, "foreign_keys": 1, "journal_mode": "wal",
        "cache_size": -16000,
    }  # fmt: skip


@pytest.mark.logs("NOTADB")
def test_nothing_is_said_on_the_error_stream_when_the_key_is_wrong(file, capfd):
    database = Database(file, key=OTHER_KEY)
    with (
        pytest.raises(GroupDamaged),
        database.reading() as session,
    ):
        session.execute(text("SELECT 1"))
    database.close()
    assert capfd.readouterr().err == ""


def test_a_file_that_was_closed_cannot_be_opened_by_who_still_holds_it(file):
    database = Database(file, key=KEY)
    assert database.data_version() is not None
    database.close()
    for way in (database.reading, database.writing):
        with pytest.raises(Locked), way() as session:
            session.execute(text("SELECT 1"))
    with pytest.raises(Locked):
        database.data_version()


def test_a_file_that_was_closed_twice_is_closed(file):
    database = Database(file, key=KEY)
    database.close()
    database.close()
    with pytest.raises(Locked), database.writing():
        pass


def test_a_plain_file_may_be_asked_again_after_it_was_let_go(tmp_path):
    database = Database(tmp_path / "library.db")
    database.close()
    with database.reading() as session:
        assert session.scalar(text("SELECT 1")) == 1
    database.close()


def test_a_writer_that_waited_while_the_group_was_locked_writes_nothing(file):
    database = Database(file, key=KEY)
    with database.reading() as session:  # so that a connection is there to be lent again
        session.execute(text("SELECT 1"))
    found, lent = [], threading.Event()
    event.listen(database.engine, "checkout", lambda *_: lent.set())

    def write():
        try:
            with database.writing() as session:
                session.execute(text("DELETE FROM note"))
        except Locked as error:
            found.append(error)

    with nobody_writes(file, KEY):
        writer = threading.Thread(target=write)
        writer.start()
        assert lent.wait(10)
        database._connect.forget_key()
    writer.join()
    database.close()
    assert len(found) == 1
    assert notes(file, KEY) == 500


def test_on_a_stick_nothing_lies_beside_the_file(tmp_path):
    database = Database(tmp_path / "data.db", key=KEY, journal="DELETE")
    with database.writing() as session:
        session.execute(text("CREATE TABLE note (id)"))
    with database.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "delete"
        assert [file.name for file in tmp_path.iterdir()] == ["data.db"]
    database.close()


def test_what_only_looks_at_a_file_on_a_stick_leaves_no_log_beside_it(tmp_path):
    file = tmp_path / "data.db"
    make_ready(file, KEY)
    Database(file, key=KEY, journal="DELETE").close()
    make_ready(file, KEY)
    with nobody_writes(file, KEY):
        copy_whole(file, KEY, tmp_path / "copy.db", OTHER_KEY)
        assert not list(tmp_path.glob("*-wal"))
    database = Database(tmp_path / "copy.db", key=OTHER_KEY, journal="DELETE")
    with database.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "delete"
    database.close()


def test_a_log_that_somebody_reads_is_emptied_later_and_that_is_noted(file, monkeypatch, caplog):
    monkeypatch.setattr(database_module, "_ALWAYS", ("busy_timeout=0",))
    caplog.set_level(logging.INFO)
    database, reader = Database(file, key=KEY), Database(file, key=KEY)
    log = file.with_name("data.db-wal")
    with reader.reading() as session:
        session.execute(text("SELECT count(*) FROM note"))
        with database.writing() as writing:
            writing.execute(text("DELETE FROM note"))
        database.empty_log()
        assert "emptied later" in caplog.text
        assert log.stat().st_size > 0
    database.empty_log()
    assert log.stat().st_size == 0
    reader.close()
    database.close()


def test_a_copy_under_another_key_holds_the_same_and_opens_with_no_other(file, tmp_path):
    copy = tmp_path / "copy.db"
    copy_whole(file, KEY, copy, OTHER_KEY)
    assert notes(copy, OTHER_KEY) == 500
    assert not list(tmp_path.glob("copy.db-*"))
    database = Database(copy, key=OTHER_KEY)
    with database.reading() as session:
        assert session.scalar(text("PRAGMA user_version")) == 7
        assert session.scalar(text("SELECT count(*) FROM words WHERE words MATCH 'planted'")) == 1
    database.close()
    assert b"planted" not in copy.read_bytes()
    assert notes(file, KEY) == 500


@pytest.mark.logs("NOTADB")
def test_the_old_key_does_not_open_the_copy(file, tmp_path):
    copy_whole(file, KEY, tmp_path / "copy.db", OTHER_KEY)
    with pytest.raises(GroupDamaged):
        notes(tmp_path / "copy.db", KEY)


def test_what_was_left_of_an_earlier_copy_is_written_over(file, tmp_path):
    copy = tmp_path / "copy.db"
    for name in ("copy.db", "copy.db-wal", "copy.db-shm", "copy.db-journal"):
        (tmp_path / name).write_bytes(b"left over" * 1000)
    copy_whole(file, KEY, copy, OTHER_KEY)
    assert notes(copy, OTHER_KEY) == 500


@pytest.mark.logs("CORRUPT|NOTADB|IOERR")
def test_a_damaged_file_is_not_copied(file, tmp_path):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(GroupDamaged):
        copy_whole(file, KEY, tmp_path / "copy.db", OTHER_KEY)


def test_a_copy_that_does_not_hold_the_same_is_not_believed(file, tmp_path, monkeypatch):
    told = whole_copy._told
    answers = []

    def once_less(connection):
        answers.append(told(connection))
        return answers[-1] if len(answers) == 1 else answers[-1][1:]

    monkeypatch.setattr(whole_copy, "_told", once_less)
    with pytest.raises(GroupDamaged):
        copy_whole(file, KEY, tmp_path / "copy.db", OTHER_KEY)


def test_a_page_that_was_being_written_when_it_was_looked_at_is_no_damage(file, monkeypatch):
    answers = iter([{"page 3", "page 4"}, {"page 5"}, {"page 3"}, {"page 3"}])
    monkeypatch.setattr(page_seals, "_broken", lambda _database: next(answers))
    database = Database(file, key=KEY)
    page_seals.check_seals(database)
    with pytest.raises(GroupDamaged):
        page_seals.check_seals(database)
    database.close()


def test_a_file_is_deleted_with_all_that_lies_beside_it(tmp_path):
    for name in ("a.db", "a.db-wal", "a.db-shm", "b.db"):
        (tmp_path / name).touch()
    delete_file(tmp_path / "a.db")
    assert [file.name for file in tmp_path.iterdir()] == ["b.db"]


def test_many_may_have_a_group_and_one_may_have_it_alone(tmp_path):
    lock = tmp_path / "open.lock"
    with Hold(lock), Hold(lock), pytest.raises(GroupInUse):
        Hold(lock, alone=True)
    with Hold(lock, alone=True):
        for alone in (True, False):
            with pytest.raises(GroupInUse):
                Hold(lock, alone=alone)
    held = Hold(lock, alone=True)
    held.let_go()
    held.let_go()
    Hold(lock, alone=True).let_go()
    assert lock.stat().st_size == 0


def test_a_hold_in_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(FolderNotWritable):
        Hold(tmp_path / "no" / "open.lock")


@pytest.mark.logs("SQLITE_FULL")
def test_a_full_disk_is_no_damage(file, tmp_path, monkeypatch):
    class Full(Exception):
        sqlite_errorname = "SQLITE_FULL"

    def full(*_):
        raise DatabaseError("", {}, Full())

    monkeypatch.setattr(whole_copy, "_copied", full)
    with pytest.raises(DiskFull):
        copy_whole(file, KEY, tmp_path / "copy.db", OTHER_KEY)


@pytest.mark.parametrize("what", ["file", "folder", "other file"])
def test_a_file_that_was_moved_away_takes_nothing_more_and_says_so(tmp_path, what):
    folder = tmp_path / "group"
    folder.mkdir()
    path = folder / "data.db"
    database = Database(path, key=KEY)
    with database.writing() as session:
        session.execute(text("CREATE TABLE note (body)"))
    if what == "folder":
        folder.rename(tmp_path / "elsewhere")
    else:
        path.rename(tmp_path / "moved.db")
    if what == "other file":
        path.write_bytes(b"")

    def write():
        with database.writing() as session:
            session.execute(text("INSERT INTO note VALUES ('into the void')"))

    for _ in range(2):
        with pytest.raises(FileMovedAway):
            write()
    assert path.exists() == (what == "other file")
    with pytest.raises(FileMovedAway):
        database.data_version()  # this needs a connection of its own
    if what == "folder":
        (tmp_path / "elsewhere").rename(folder)
    else:
        (tmp_path / "moved.db").replace(path)
    write()
    with database.reading() as session:
        assert session.scalars(text("SELECT body FROM note")).all() == ["into the void"]
    database.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", DiskFailed),
        ("database disk image is malformed", GroupDamaged),
    ],
)
@pytest.mark.logs("SQLITE_")
def test_what_goes_wrong_with_a_whole_copy_is_said_though_the_driver_gives_it_no_name(
    file, tmp_path, monkeypatch, words, said
):
    class Broken:
        def __init__(self, real):
            self.real = real

        def backup(self, _to):
            raise sqlite.OperationalError(words)

        def __getattr__(self, name):
            return getattr(self.real, name)

    driver = whole_copy._driver
    monkeypatch.setattr(whole_copy, "_driver", lambda connection: Broken(driver(connection)))
    with pytest.raises(said):
        copy_whole(file, KEY, tmp_path / "copy.db", KEY)
    assert not list(tmp_path.glob("copy*"))


def test_a_log_that_cannot_be_emptied_is_left_for_later(file, monkeypatch):
    database = Database(file, key=KEY)

    class Full:
        def connect(self):
            return self

        __enter__ = connect

        def __exit__(self, *_):
            return None

        @property
        def connection(self):
            return self

        driver_connection = connection

        def execute(self, _statement):
            raise sqlite.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(database, "engine", Full())
        database.empty_log()
    database.empty_log()
    database.close()


def test_the_next_question_uses_what_the_one_before_it_read(file):
    database = Database(file, key=KEY)

    def connection(session):
        return session.connection().connection.driver_connection

    with database.reading() as one, database.reading() as other:
        assert connection(one) is not connection(other)
    found = []
    for _ in range(3):
        with database.reading() as session:
            found.append(connection(session))
    database.close()
    assert found[0] is found[1] is found[2]
