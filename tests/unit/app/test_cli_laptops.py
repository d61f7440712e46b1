"""A group on several laptops, on the command line."""

import io
import json
import re
import sys

import pytest

from tests.support.fake_service import FakeServer
from tests.support.laptops import ADDRESS
from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.sync.service_errors import ServiceOffline
from vcs_desktop.sync.service_remote import HttpGroupService


@pytest.fixture
def server(monkeypatch):
    made = FakeServer(SystemClock())
    monkeypatch.setattr(HttpGroupService, "at", made.at)
    return made


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, typed=(ASHA,), place="one", as_json=True):
        lines = "".join(f"{each}\n" for each in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        data = str(tmp_path / place)
        ending = ["--json"] if as_json else []
        code = main([*words, *ending, "--passphrase-stdin", "--data-dir", data])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


def words_of_who_asks(run, server):
    """Return the four words of the laptop that asks, as the inviter's list shows them."""
    said, _ = run("group", "devices", "--group", "Tea", "--asking")
    return said["asking"][0]["words"]


@pytest.fixture
def joined(run, server):
    """A group on two laptops, made with the command line alone."""
    run("group", "create", "--name", "Tea", "--person", "Asha")
    how = ("group", "invite", "--group", "Tea", "--name", "First", "--service", ADDRESS)
    invited, code = run(*how, typed=(ASHA, server.new_code()))
    assert (code, bool(re.fullmatch(r"(\w{4}-){2}\w{4}", invited["code"]))) == (0, True)

    def let_in(when, what):
        if (when, what) == ("before", "joined"):
            server.faults = lambda *_: None
            words = words_of_who_asks(run, server)
            accepted, code = run("group", "invite", "--group", "Tea", "--accept", words)
            assert (code, accepted["name"]) == (0, "Second")

    server.faults = let_in
    how = ("group", "join", "--service", ADDRESS, "--name", "Second", "--person", "Ben")
    said, code = run(*how, typed=(invited["code"], BEN), place="two")
    assert (code, said["name"], said["error"]) == (0, "Tea", None)
    return run


def test_a_group_comes_to_a_second_laptop_and_what_is_done_there_comes_back(joined):
    said, code = joined("sync", "--group", "Tea", place="one")
    assert (code, said["group"]["error"]) == (0, None)
    found, _ = joined("group", "devices", "--group", "Tea")
    assert [each["name"] for each in found["laptops"]] == ["First", "Second"]
    assert [each["owner"] for each in found["laptops"]] == ["Asha", "Ben"]


def test_what_came_from_whom_is_told_in_words(joined, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("name,email\nDev Patel,dev@example.org\nMia Jones,\n")
    joined("group", "import", "people", str(people), "--group", "Tea")
    joined("sync", "--group", "Tea")
    told, code = joined("sync", "--group", "Tea", typed=(BEN,), place="two", as_json=False)
    assert code == 0
    assert "Asha  First  add people" in told


def test_wrong_words_let_nobody_in(joined, server):
    said, code = joined("group", "invite", "--group", "Tea", "--accept", "not these four words")
    assert (code, "four words" in said["error"]["message"]) == (2, True)


def test_a_laptop_is_taken_out_and_hears_of_it(joined):
    said, code = joined("group", "remove-device", "Second", "--group", "Tea")
    assert (code, said["error"]) == (0, None)
    said, code = joined("sync", "--group", "Tea", typed=(BEN,), place="two")
    assert (code, "removed" in said["group"]["error"]["message"]) == (2, True)


def test_no_service_ends_with_4_and_says_that_nothing_is_lost(joined, server):
    def away(*_):
        raise ServiceOffline

    server.faults = away
    said, code = joined("sync", "--group", "Tea")
    assert (code, "Nothing is lost" in said["group"]["error"]["advice"]) == (4, True)


def test_changes_go_by_stick_too(joined, tmp_path):
    stick = str(tmp_path / "tea.vcschanges")
    said, code = joined("group", "exchange", "--out", stick, "--group", "Tea")
    assert (code, said["changes"] > 0) == (0, True)
    said, code = joined(
        "group", "exchange", "--in", stick, "--group", "Tea", typed=(BEN,), place="two"
    )
    assert (code, said["error"], said["notices"]) == (0, None, [])


def test_what_is_no_file_of_changes_is_refused(joined, tmp_path):
    stick = tmp_path / "tea.vcschanges"
    stick.write_bytes(b"PK something")
    said, code = joined("group", "exchange", "--in", str(stick), "--group", "Tea")
    assert (code, "changes of this group" in said["error"]["message"]) == (2, True)
