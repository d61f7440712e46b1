"""What the command line tells of a group's log: history, and whether the records are its sum."""

import io
import json
import sys
from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group
from vcs_desktop.wire.operation import Change


@pytest.fixture
def service(tmp_path):
    return GroupsService(tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK)


@pytest.fixture
def tea(service):
    """The id of a group in which Asha has added Carol, and changed her, and told of the group."""
    with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        inside = in_group(group, SystemClock())
        carol = inside.people.add(Person(name="Carol"))
        held = inside.people.person(carol)
        inside.people.save(held, replace(held.thing, name="Carole", phone="07"))
        inside.our_group.save(None, OurGroup(name="Tea & Talk", has_account=True))
        return group.id, carol


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, typed=ASHA, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        ending = ["--json"] if as_json else []
        place = ["--passphrase-stdin", "--data-dir", str(tmp_path / "data")]
        code = main(["group", *words, *ending, *place])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


def test_the_history_of_a_record_is_told_field_by_field(run, tea):
    group, carol = tea
    told, code = run("history", "--group", "Tea & Talk", carol)
    assert code == 0
    assert (told["id"], told["record"]) == (group, carol)
    newest, first = told["history"]
    assert (newest["who"], newest["verb"], newest["deed"]) == ("Asha", "change", "change")
    assert newest["changes"] == {
        "name": {"old": "Carol", "new": "Carole"},
        "phone": {"old": None, "new": "07"},
    }
    assert first["changes"] == {"name": {"old": None, "new": "Carol"}}


def test_the_history_is_told_in_words_too(run, tea):
    words, code = run("history", "--group", tea[0], OUR_GROUP, as_json=False)
    assert code == 0
    assert "Asha: add" in words
    assert "has_account: (nothing) -> True" in words


def test_of_a_file_the_history_tells_its_name_and_not_its_key(run, tea, service):
    group, carol = tea
    file = {"name": "photo.jpg", "blob": "b10b" * 16, "key": "5ec7e7" * 10}
    with (
        service.open(group, ASHA) as opened,
        in_group(opened, SystemClock()).records.acting("change") as act,
    ):
        act.change("person", carol, {"picture": Change(None, file)})
    told, _ = run("history", "--group", group, carol)
    assert told["history"][0]["changes"]["picture"]["new"] == {"name": "photo.jpg"}
    words, _ = run("history", "--group", group, carol, as_json=False)
    assert "photo.jpg" in words
    assert "b10b" not in words
    assert "5ec7e7" not in words


def test_what_was_erased_is_told_without_its_words(run, tea, service):
    group, carol = tea
    with service.open(group, ASHA) as opened:
        in_group(opened, SystemClock()).records.erase([carol])
    words, code = run("history", "--group", group, carol, as_json=False)
    assert code == 0
    assert "what it said was erased" in words
    assert "Carol" not in words


def test_a_record_that_is_not_there_is_said_not_to_be(run, tea):
    told, code = run("history", "--group", tea[0], "nobody")
    assert code == 2
    assert "cannot find" in told["error"]["message"]


@pytest.mark.parametrize("command", [["history", "our-group"], ["rebuild-check"]])
def test_wrong_words_open_nothing(run, tea, command):
    told, code = run(*command, "--group", tea[0], typed=BEN)
    assert code == 2
    assert "error" in told


def test_records_that_are_the_sum_of_their_log_are_said_to_be(run, tea):
    told, code = run("rebuild-check", "--group", tea[0])
    assert code == 0
    assert told == {"id": tea[0], "operations": 4, "records": 3, "complaints": []}
    words, _ = run("rebuild-check", "--group", tea[0], as_json=False)
    assert "4 operations make 3 records." in words
    assert "as it should be" in words


def test_records_that_are_not_are_named(run, tea, service):
    group, carol = tea
    with service.open(group, ASHA) as opened, opened.database.writing() as session:
        session.execute(text("DROP TRIGGER record_update_guard"))
        session.execute(text("UPDATE record SET title = 'Eve' WHERE id = :id"), {"id": carol})
    told, code = run("rebuild-check", "--group", group)
    assert code == 3
    assert told["complaints"] == [f"{carol}: the record is not what the log says"]
    words, _ = run("rebuild-check", "--group", group, as_json=False)
    assert "This is not as it should be:" in words
