"""The service's database: what is kept of whom, and how it is brought up to date."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from tests.contract.backend import IDS, new_group, new_keys, operation
from tests.support.postgres import fresh_database
from vcs_desktop.server import database as databases
from vcs_desktop.server.database import NewerDatabase, NoDatabase, ServiceDatabase
from vcs_desktop.server.refusals import Refusal
from vcs_desktop.server.soundness import look_at_all
from vcs_desktop.server.submissions import forget_what_is_over
from vcs_desktop.server.tables import METADATA
from vcs_desktop.sync.service_errors import Refused
from vcs_desktop.wire.service import State, Submission

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture(params=["postgresql", "sqlite"])
def empty(request, tmp_path):
    """An empty database."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path / 'empty.db'}"
        made = ServiceDatabase(address)
        yield made
        made.close()
        return
    with fresh_database(request.getfixturevalue("postgres")) as address:
        made = ServiceDatabase(address)
        yield made
        made.close()


def test_the_migrations_lead_to_the_tables_that_are_meant(empty):
    empty.make_ready()
    assert empty.differences() == []
    empty.make_ready()
    assert empty.differences() == []


def test_a_database_of_a_newer_version_is_left_alone(empty):
    empty.make_ready()
    with empty.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase):
        empty.make_ready()


def test_what_fails_half_way_is_not_kept(empty):
    empty.make_ready()
    begun = {"id": IDS.new(), "head": 0, "epoch": 0, "bytes_kept": 0, "begun_at": NOW}

    def fail():
        with empty.writing() as connection:
            connection.execute(METADATA.tables["groups"].insert().values(**begun))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with empty.reading() as connection:
        assert connection.execute(METADATA.tables["groups"].select()).all() == []


@pytest.mark.parametrize(
    "address", ["", "x", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql+other://x"]
)
def test_an_address_of_no_database_is_told(address):
    with pytest.raises(NoDatabase):
        ServiceDatabase(address)


def test_a_database_that_is_not_there_is_told():
    with pytest.raises(NoDatabase) as told:
        ServiceDatabase("postgresql://nobody:secret@127.0.0.1:1/x").make_ready()
    assert "secret" not in str(told.value)


def test_a_database_that_went_away_is_busy_and_not_an_error(postgres, monkeypatch):
    monkeypatch.setattr(databases, "_WAIT_S", 1)
    with fresh_database(postgres) as address:
        made = ServiceDatabase(address, connections=1)
        made.make_ready()
        with made.reading(), pytest.raises(Refusal) as told, made.reading():
            pass
        assert (told.value.status, told.value.code) == (503, "busy")
        made.close()
    with pytest.raises(Refusal) as told, made.reading():
        pass
    assert (told.value.status, told.value.wait_s) == (503, 5)
    made.close()


def test_a_table_that_is_wrong_is_no_busy_service(empty):
    empty.make_ready()
    with pytest.raises(Exception, match="nowhere") as told, empty.reading() as connection:
        connection.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(told.value, Refusal)


def every_text(connection):
    """Return all that stands in a database, as bytes."""
    found = []
    for table in METADATA.sorted_tables:
        for row in connection.execute(table.select()):
            found += [each if isinstance(each, bytes) else str(each).encode() for each in row]
    return b"\n".join(found)


def test_no_token_and_no_code_stands_in_the_database(on_postgres):
    code = on_postgres.new_code()
    group = new_group(on_postgres)
    officer = on_postgres.new_officer("An officer of this test")
    locator = "cd" * 32
    group.service.invite(locator, b"offer")
    waiting = on_postgres.door().ask_to_join(locator, new_keys(), b"proof")
    other, _ = group.another_laptop()
    other.operations(0)
    with on_postgres.database.reading() as connection:
        everything = every_text(connection)
    for told in (group.token, code, code.replace("-", ""), officer, waiting):
        assert told.encode() not in everything
    assert group.id.encode() in everything


def test_what_is_withdrawn_erased_or_over_is_not_in_the_database(live):
    group = new_group(live)
    sentinel = b"SENTINEL of a group"
    mine, shared = operation(sentinel), Submission(IDS.new(), "need", False, sentinel)
    group.service.push([mine])
    group.service.submit(shared)
    group.service.put_blob("ab" * 32, 0, 100, sentinel)
    live.answer(shared.uuid, "SENTINEL of an answer")
    with live.database.reading() as connection:
        assert every_text(connection).count(b"SENTINEL") == 4
    group.service.blank(mine.uuid, b"blank")
    group.service.withdraw(shared.uuid)
    group.service.erase_blob("ab" * 32)
    with live.database.reading() as connection:
        assert b"SENTINEL" not in every_text(connection)


def test_a_database_in_which_something_is_wrong_is_not_sound(live):
    group = new_group(live)
    group.service.push([operation() for _ in range(3)])
    group.service.submit(Submission(IDS.new(), "need", False, b"{}"))
    with live.database.at_one_moment() as connection:
        found = look_at_all(connection)
    assert found.problems == []
    assert found.counts == {
        "groups": 1, "devices": 1, "operations": 3, "blobs": 0, "inbox": 1,
    }  # fmt: skip
    changes = (
        ("DELETE FROM operations WHERE number = 2", "gaps"),
        ("UPDATE operations SET body = x'00' WHERE number = 1", "Operations that are not"),
        ("UPDATE inbox SET body = x'00'", "shared"),
    )
    for change, told in changes:
        with live.database.writing() as connection:
            connection.execute(text(change))
            assert any(told in each for each in look_at_all(connection).problems)


def test_a_group_has_only_so_much_room(live, monkeypatch):
    from vcs_desktop.server import room
    from vcs_desktop.sync.service_errors import TooLarge

    monkeypatch.setattr(room, "MOST_OF_A_GROUP", 1_000)
    group = new_group(live)
    mine = operation(bytes(600))
    group.service.push([mine])
    with pytest.raises(TooLarge):
        group.service.push([operation(bytes(600))])
    with pytest.raises(TooLarge):
        group.service.put_blob("ab" * 32, 0, 600, bytes(600))
    assert group.service.operations(0).head == 1
    group.service.blank(mine.uuid, b"blank")
    group.service.push([operation(bytes(600))])


def test_what_a_group_shares_takes_of_its_room_and_gives_it_back(live, monkeypatch):
    from vcs_desktop.server import room
    from vcs_desktop.sync.service_errors import TooLarge

    monkeypatch.setattr(room, "MOST_OF_A_GROUP", 1_000)
    group = new_group(live)
    first, second = (Submission(IDS.new(), "need", False, bytes(600)) for _ in range(2))
    group.service.submit(first)
    group.service.submit(first)
    with pytest.raises(TooLarge):
        group.service.submit(second)
    group.service.withdraw(first.uuid)
    group.service.withdraw(first.uuid)
    group.service.submit(second)
    with pytest.raises(TooLarge):
        group.service.submit(replace(first, uuid=IDS.new()))


@pytest.mark.parametrize("who_asks", ["the group", "the council"])
def test_what_is_over_gives_its_room_back(live, monkeypatch, who_asks):
    from vcs_desktop.server import room

    monkeypatch.setattr(room, "MOST_OF_A_GROUP", 1_000)
    group, shared = new_group(live), Submission(IDS.new(), "need", False, bytes(1_000))
    group.service.submit(shared)
    live.keep_until(shared.uuid, live.clock.today())
    live.forward(timedelta(days=1))
    if who_asks == "the group":
        assert group.service.submission(shared.uuid).state is State.KEPT_UNTIL_OVER
    else:
        with live.database.writing() as connection:
            forget_what_is_over(connection, live.clock.today())
    group.service.submit(replace(shared, uuid=IDS.new()))


def test_a_blank_that_is_larger_than_what_stood_there_takes_of_the_room(live, monkeypatch):
    from vcs_desktop.server import room
    from vcs_desktop.sync.service_errors import TooLarge

    monkeypatch.setattr(room, "MOST_OF_A_GROUP", 1_000)
    group, small = new_group(live), operation(b"x")
    group.service.push([small])
    with pytest.raises(TooLarge):
        group.service.blank(small.uuid, bytes(1_001))
    group.service.blank(small.uuid, bytes(1_000))
    with pytest.raises(TooLarge):
        group.service.push([operation(b"x")])
    group.service.blank(small.uuid, b"x")
    group.service.push([operation(b"x")])


def test_who_says_another_size_first_keeps_no_file_out(live):
    group = new_group(live)
    whole = b"The rules of the group."
    sha256 = hashlib.sha256(whole).hexdigest()
    group.service.put_blob(sha256, 0, 999, b"x")
    with pytest.raises(Refused):
        group.service.put_blob(sha256, 1, len(whole), whole[1:])
    assert group.service.put_blob(sha256, 0, len(whole), whole) == len(whole)
    assert group.service.get_blob(sha256, 0) == whole
    with pytest.raises(Refused):
        group.service.put_blob(sha256, 0, 999, b"x")


def test_laptops_that_were_removed_keep_no_other_out(live, monkeypatch):
    from vcs_desktop.server import laptops

    monkeypatch.setattr(laptops, "MOST_DEVICES", 3)
    group = new_group(live)
    for _ in range(4):
        _, keys = group.another_laptop()
        group.service.remove_device(keys.id)
    _, last = group.another_laptop()
    listed = group.service.devices()
    assert len(listed) == 3
    assert not any(each.removed for each in listed if each.keys.id in (last.id, group.keys.id))
