"""What whoever runs the service does on the command line, and what officers do."""

import io
import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.contract.backend import IDS, new_group
from tests.support.council_year import OXFORD, written_plan
from vcs_desktop.app.service_entry import main
from vcs_desktop.server.database import ServiceDatabase
from vcs_desktop.services.officer_inbox import OfficerInboxService
from vcs_desktop.services.publishing import council_inbox
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault.device_keys import seal_for
from vcs_desktop.vault.sealing import Effort
from vcs_desktop.wire.service import DeviceKeys, State, Submission
from vcs_desktop.wire.submission import Submission as Shared
from vcs_desktop.wire.submission import submission_bytes

PROJECT = Path(__file__).resolve().parents[2]
WORDS = "correct horse battery staple lantern"
FAST = Effort(passes=1, memory_bytes=8 << 20)


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command; return its code and the JSON that it answers."""

    def run(*words, lines=()):
        text = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))
        code = main([*map(str, words), "--json"])
        said = capsys.readouterr().out
        return code, json.loads(said) if said else None

    return run


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path / 'service.db'}"


def test_officers_come_and_go(run, database):
    code, made = run("officer", "new", "Ann Example", "--database", database)
    assert (code, made["name"], len(made["token"])) == (0, "Ann Example", 43)
    code, again = run("officer", "new", "Ann Example", "--database", database)
    assert code == 2
    assert again["error"]["message"].startswith("There is an officer")
    assert run("officer", "new", " ", "--database", database)[0] == 2
    assert run("officer", "list", "--database", database)[1] == {"officers": ["Ann Example"]}
    assert run("officer", "remove", "Ann Example", "--database", database)[0] == 0
    assert run("officer", "remove", "Ann Example", "--database", database)[0] == 2
    assert run("officer", "list", "--database", database)[1] == {"officers": []}


def test_an_era_begins_once_by_itself_and_then_when_it_is_told_to(run, database):
    first = run("begin-era", "--database", database)[1]["era"]
    code, drill = run("restore-drill", "--database", database)
    assert (code, drill["sound"], drill["groups"]) == (0, True, 0)
    assert run("begin-era", "--database", database)[1]["era"] != first


def test_the_address_of_the_database_may_stand_in_a_file(run, database, tmp_path):
    file = tmp_path / "address"
    file.write_text(f"{database}\n")
    assert run("invite-group", "--database", f"@{file}")[0] == 0
    assert run("invite-group", "--database", f"@{tmp_path / 'none'}")[0] == 2
    assert run("invite-group", "--database", "mysql://x")[0] == 2


def test_a_database_that_is_not_sound_is_told(run, database):
    code, said = run("invite-group", "--database", database)
    assert len(said["code"]) == 24
    made = ServiceDatabase(database)
    with made.writing() as connection:
        now = "2026-11-29 12:00:00.000000"
        connection.exec_driver_sql(f"INSERT INTO groups VALUES ('{IDS.new()}', 3, 0, 0, '{now}')")
        group = connection.exec_driver_sql("SELECT id FROM groups").scalar_one()
        connection.exec_driver_sql(
            "INSERT INTO operations (group_id, number, uuid, device, sha256, size, body) "
            "VALUES (?, 3, ?, ?, 'x', 1, x'00')",
            (group, IDS.new(), IDS.new()),
        )
    made.close()
    code, found = run("restore-drill", "--database", database)
    assert (code, found["sound"], len(found["problems"])) == (2, False, 2)


def test_the_service_runs_until_it_is_told_to_stop(database, tmp_path):
    code = _said("invite-group", "--database", database)["code"]
    program = subprocess.Popen(
        [*_order("run", "--database", database, "--port", "0", "--name", "Ours")],
        env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with program:
        address = json.loads(program.stdout.readline())["address"]
        door = HttpGroupService.at(address)
        assert door.probe().name == "Ours"
        group = IDS.new()
        keys = DeviceKeys(IDS.new(), "a" * 64, "b" * 64)
        token = door.start_group(group, code, keys).token
        assert [each.keys for each in door.entering(group, token).devices()] == [keys]
        door.close()
        program.send_signal(signal.SIGINT if os.name == "posix" else signal.CTRL_BREAK_EVENT)
        _, written = program.communicate(timeout=30)
    assert program.returncode == 0
    lines = [json.loads(line) for line in written.splitlines()]
    assert "GET /probe" in {each.get("request") for each in lines}
    assert group not in written


def test_a_port_that_is_taken_is_told(live, run, database):
    port = live.address.rpartition(":")[2]
    code, said = run("run", "--database", database, "--port", port)
    assert (code, "another" in said["error"]["advice"].lower()) == (2, True)
    assert run("run", "--database", database, "--host", "nowhere")[0] == 2
    assert run("run", "--database", database, "--tree", "nowhere")[0] == 2


def test_a_key_that_is_none_is_not_taken(database):
    with pytest.raises(SystemExit):
        main(["run", "--database", database, "--council-key", "abc"])


@pytest.fixture
def shared(live):
    """Two things that a group shared: one that anybody may read, and one that is sealed."""
    group = new_group(live)
    keys = council_inbox.SealKeys.new()
    need = Submission(IDS.new(), "need", False, b'{"topic":"buses","district":"Oxford"}')
    profile = Submission(IDS.new(), "profile", True, seal_for(keys.key, b'{"name":"A group"}'))
    group.service.submit(need)
    group.service.submit(profile)
    return group, need, profile


def test_an_officer_lists_reads_answers_and_keeps(live, run, shared, tmp_path):
    group, need, _ = shared
    token, at = live.new_officer("Ann"), ("--service", live.address)
    code, listed = run("inbox", "list", *at, lines=[token])
    assert code == 0
    assert [(each["kind"], each["state"]) for each in listed["items"]] == [
        ("need", "received"), ("profile", "received"),
    ]  # fmt: skip
    assert group.id not in json.dumps(listed)
    file = tmp_path / "token"
    file.write_text(token)
    code, one = run("inbox", "show", need.uuid, *at, "--token-file", file)
    assert (code, one["says"]["topic"], one["state"]) == (0, "buses", "read")
    assert group.service.submission(need.uuid).state is State.READ
    words = "You said buses. We put on two."
    assert run("inbox", "reply", need.uuid, "--text", words, *at, lines=[token])[0] == 0
    assert group.service.submission(need.uuid).reply == words
    assert run("inbox", "keep-until", need.uuid, "--on", "2027-05-01", *at, lines=[token])[0] == 0
    assert group.service.submission(need.uuid).keep_until_on.isoformat() == "2027-05-01"
    assert run("inbox", "keep-until", need.uuid, "--as-needed", *at, lines=[token])[0] == 0
    assert group.service.submission(need.uuid).keep_until_on is None
    code, late = run("inbox", "keep-until", need.uuid, "--on", "2020-01-01", *at, lines=[token])
    assert (code, late["error"]["message"]) == (2, "This day is over, or too far away.")
    group.service.withdraw(need.uuid)
    assert run("inbox", "reply", need.uuid, "--text", "x", *at, lines=[token])[0] == 2
    assert run("inbox", "show", need.uuid, *at, lines=[token])[1]["says"] is None
    after = run("inbox", "list", "--after", "1", *at, lines=[token])[1]["items"]
    assert [each["kind"] for each in after] == ["profile"]


def test_what_is_sealed_is_opened_with_the_councils_key(live, run, tmp_path, monkeypatch):
    monkeypatch.setattr(council_inbox.new_council_key, "__defaults__", (FAST,))
    made = run(
        "council-key", "new", "--out", tmp_path / "keys", "--line", "oxfordshire",
        "--holder", "Ann", "--passphrase-stdin", lines=[WORDS],
    )  # fmt: skip
    assert made[0] == 0
    assert len(made[1]["digits"].replace(" ", "")) == 30
    group = new_group(live)
    uuid = IDS.new()
    sealed = seal_for(made[1]["key"], '{"name":"A group é"}'.encode())
    group.service.submit(Submission(uuid, "profile", True, sealed))
    token, at = live.new_officer("Ann"), ("--service", live.address)
    assert run("inbox", "show", uuid, *at, lines=[token])[1]["says"] is None
    key = ("--council-key-file", made[1]["file"], "--passphrase-stdin")
    code, found = run("inbox", "show", uuid, *at, *key, lines=[token, WORDS])
    assert (code, found["says"]) == (0, {"name": "A group é"})
    assert run("inbox", "show", uuid, *at, *key, lines=[token, "other words"])[0] == 2
    out = tmp_path / "all.json"
    code, said = run("inbox", "export", "--out", out, *at, *key, lines=[token, WORDS])
    assert (code, said["items"], said["not_opened"]) == (0, 1, 0)
    assert json.loads(out.read_text("utf-8"))["items"][0]["says"] == {"name": "A group é"}
    if os.name == "posix":
        assert out.stat().st_mode & 0o077 == 0
    said = run("inbox", "export", "--out", out, *at, lines=[token])[1]
    assert said["not_opened"] == 1


def test_the_export_of_the_command_line_is_the_export_of_the_window(live, run, shared, tmp_path):
    token, file, window = live.new_officer("Ann"), tmp_path / "all.json", tmp_path / "window.json"
    inbox = OfficerInboxService(live.clock).open(live.address, token)
    inbox.export(window)
    inbox.close()
    run("inbox", "export", "--service", live.address, "--out", file, lines=[token])
    assert file.read_bytes() == window.read_bytes()


def test_the_yearly_report_asks_the_service_itself(live, run, tmp_path, monkeypatch):
    monkeypatch.setattr(council_inbox.new_council_key, "__defaults__", (FAST,))
    file, key = council_inbox.new_council_key(tmp_path / "keys", "oxfordshire", "Ann", WORDS)
    group = new_group(live)
    fields = {"topic": "food", "area": OXFORD}
    for _ in range(6):
        told = submission_bytes(Shared("need", uuid := IDS.new(), date(2026, 11, 29), fields))
        group.service.submit(Submission(uuid, "need", True, seal_for(key.key, told)))
    token, at = live.new_officer("Ann"), ("--service", live.address)
    order = ("report", "--plan", written_plan(tmp_path), "--year", 2026, "--out", tmp_path / "out")
    code, said = run(*order, *at, lines=[token])
    assert (code, said["shared"]["What we are hearing"]) == (0, 6)
    table = tmp_path / "out" / "osca-report-2026-shared.csv"
    assert "Food" not in table.read_text("utf-8-sig")
    opens = ("--council-key-file", file, "--passphrase-stdin")
    assert run(*order, *at, *opens, lines=[token, WORDS])[0] == 0
    assert "Food,Oxford,6" in table.read_text("utf-8-sig")
    assert run(*order, "--service", "http://127.0.0.1:1", lines=[token])[0] == 4


def test_an_officer_who_is_not_known_hears_so(live, run):
    at = ("--service", live.address)
    code, said = run("inbox", "list", *at, lines=["A" * 43])
    assert (code, "officer" in said["error"]["message"]) == (2, True)
    assert run("inbox", "list", *at, lines=[])[0] == 2
    assert run("inbox", "list", *at, lines=["two words"])[0] == 2
    assert run("inbox", "list", "--service", "http://127.0.0.1:1", lines=["A" * 43])[0] == 4
    assert run("inbox", "list", "--service", "http://example.org", lines=["A" * 43])[0] == 2
    assert run("inbox", "show", IDS.new(), *at, lines=[live.new_officer("B")])[0] == 2


def _order(*words):
    return [sys.executable, "-m", "vcs_desktop.app.service_entry", *words, "--json"]


def _environment():
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


def _said(*words):
    run = subprocess.run(_order(*words), env=_environment(), capture_output=True, check=True)
    return json.loads(run.stdout)
