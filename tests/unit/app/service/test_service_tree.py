"""``vcs-service validate``, ``pack``, ``serve`` and the words of all commands."""

import gzip
import json
import os
import signal
import subprocess
import sys
import zipfile
from http.client import HTTPConnection
from importlib import metadata
from pathlib import Path

import pytest

from tests.support.library_examples import call, grant
from tests.support.publishers import Publisher
from tests.support.vault_examples import QUICK
from vcs_desktop.app import service_server
from vcs_desktop.app.service_entry import main
from vcs_desktop.app.service_server import missing_needs
from vcs_desktop.publishing.keys import Holder, rotate
from vcs_desktop.wire.delta import Gone, delta_line

PROJECT = Path(__file__).parents[4]
LATER = "2026-12-01T09:00:00Z"


@pytest.fixture
def ann(tmp_path):
    made = Publisher(tmp_path).begin()
    many = [call(f"grant {number}") for number in range(20)]
    made.publish(*many, grant("seeds"))
    made.publish(*many, grant("bus"))
    return made


def test_a_tree_that_is_right_is_said_to_be(ann, run):
    said, code = run("validate", "--tree", ann.tree, "--root", ann.keys / "root.json")
    assert code == 0
    assert (said["right"], said["problems"], said["by"]) == (True, [], "Ann")
    assert said["manifest"]["version"] == 2
    words, code = run("validate", "--tree", ann.tree, as_json=False)
    assert "All is right" in words
    assert said["digits"] in words


def test_a_tree_that_is_out_of_date_is_right_and_said_to_be_old(ann, run, monkeypatch):
    monkeypatch.setattr("vcs_desktop.publishing.moments.moment", lambda _: "2030-01-01T00:00:00Z")
    said, code = run("validate", "--tree", ann.tree)
    assert (code, said["out_of_date"]) == (0, True)
    assert "--renew" in run("validate", "--tree", ann.tree, as_json=False)[0]


def changed(name, change):
    def change_it(tree):
        path = tree / name
        path.write_bytes(change(path.read_bytes()))

    return change_it


@pytest.mark.parametrize(
    "change",
    [
        changed("library.json", lambda content: content.replace(b'"version":2', b'"version":3')),
        changed("library.json", lambda content: b"{}"),
        changed("root.json", lambda content: content[:-1]),
        changed("root.json", lambda content: content.replace(b"Ann", b"Eve")),
        changed("snapshots/2.ndjson.gz", lambda content: content[:-1]),
        changed("snapshots/2.ndjson.gz", lambda content: gzip.compress(b"", mtime=0)),
        changed("deltas/2.ndjson.gz", lambda content: content + b"x"),
        lambda tree: (tree / "deltas" / "2.ndjson.gz").unlink(),
        lambda tree: (tree / "snapshots" / "2.ndjson.gz").unlink(),
        lambda tree: (tree / "library.json").unlink(),
        lambda tree: (tree / "root.json").unlink(),
    ],
)
def test_a_tree_that_is_not_right_is_told_in_words(ann, run, change):
    change(ann.tree)
    said, code = run("validate", "--tree", ann.tree)
    assert code == 2
    assert said["right"] is False
    assert len(said["problems"]) == 1
    assert "not right" in run("validate", "--tree", ann.tree, as_json=False)[0]


def test_the_tree_of_somebody_else_is_told_apart(ann, run, tmp_path):
    other = Publisher(tmp_path / "other").begin()
    said, code = run("validate", "--tree", ann.tree, "--root", other.keys / "root.json")
    assert code == 2
    assert said["root"] is None


def test_a_tree_that_lags_behind_the_newest_root_is_not_right(ann, run):
    first = (ann.tree / "root.json").read_bytes()
    rotate(ann.keys, ann.root, Holder("Cy", "candle wobble thunder mint"), LATER, effort=QUICK)
    said, code = run("validate", "--tree", ann.tree, "--root", ann.keys / "root.json")
    assert (code, said["right"]) == (2, False)
    (ann.keys / "first.json").write_bytes(first)
    said, code = run("validate", "--tree", ann.tree, "--root", ann.keys / "first.json")
    assert (code, said["right"]) == (0, True)


def test_a_file_that_goes_along_is_looked_at(ann, run, tmp_path):
    from vcs_desktop.publishing.attaching import attach

    (tmp_path / "form.pdf").write_bytes(b"a form")
    ann.publish(call("roof"), attachments=attach([tmp_path / "form.pdf"]))
    (path,) = (ann.tree / "attachments").iterdir()
    path.write_bytes(b"another")
    said, code = run("validate", "--tree", ann.tree)
    assert code == 2
    assert "attachments/" in said["problems"][0]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([delta_line(grant("bus", title="Other"))], "says something else"),
        ([delta_line(grant("none"))], "not among the records"),
        ([delta_line(Gone("award", "b")), delta_line(Gone("award", "a"))], "not in order"),
        ([b"{}\n"], "not a record"),
    ],
)
def test_a_delta_that_leads_elsewhere_is_told_although_it_is_signed(
    ann, run, monkeypatch, lines, says
):
    from vcs_desktop.publishing import tree

    left = iter(lines)
    monkeypatch.setattr(tree, "line_of_change", lambda _: next(left, b""))
    many = [call(f"grant {number}") for number in range(20)]
    ann.publish(*many, grant("bus", title="New"), grant("van"))
    said, code = run("validate", "--tree", ann.tree)
    assert code == 2
    assert any(says in problem for problem in said["problems"])


def test_a_pack_is_written_with_a_name_that_people_know(ann, run, tmp_path):
    out = tmp_path / "stick.vcslibrary"
    said, code = run("pack", "--tree", ann.tree, "--out", out)
    assert (code, said["version"], said["bytes"]) == (0, 2, out.stat().st_size)
    assert zipfile.is_zipfile(out)
    said, code = run("pack", "--tree", ann.tree, "--out", tmp_path / "stick.zip")
    assert code == 2
    assert ".vcslibrary" in said["error"]["advice"]
    words, code = run("pack", "--tree", ann.tree, "--out", out, as_json=False)
    assert "Packed: version 2" in words


HEARS_CTRL_C = """
import signal, sys
from vcs_desktop.app.service_entry import main

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main())
"""
"""As from a person's shell: what is started behind a shell's back may be told not to hear it."""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C cannot be pressed for another program there")
def test_a_tree_is_served_until_ctrl_c(ann):
    order = [sys.executable, "-c", HEARS_CTRL_C, "serve", "--tree"]
    served = subprocess.Popen(
        [*order, str(ann.tree), "--json"], cwd=PROJECT, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    connection = None
    try:
        said = json.loads(served.stdout.readline())
        host, _, port = said["address"].removeprefix("http://").rstrip("/").partition(":")
        assert host == "127.0.0.1"
        connection = HTTPConnection(host, int(port), timeout=30)
        connection.request("GET", "/library.json")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.read() == (ann.tree / "library.json").read_bytes()
        served.send_signal(signal.SIGINT)  # while somebody is still connected
        out, err = served.communicate(timeout=30)
    finally:
        if connection is not None:
            connection.close()
        served.kill()
        served.wait()
        served.stdout.close()
        served.stderr.close()
    assert (served.returncode, out, err) == (0, b"", b"")


def test_a_folder_without_a_library_is_not_served(run, tmp_path):
    said, code = run("serve", "--tree", tmp_path)
    assert code == 2
    assert "no published library" in said["error"]["message"]


def test_an_address_that_cannot_be_taken_is_said(ann, run):
    said, code = run("serve", "--tree", ann.tree, "--host", "192.0.2.1")
    assert code == 2
    assert "address" in said["error"]["message"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["keys"],
        ["keys", "new"],
        ["publish", "--tree", "x", "--keys", "y"],
        ["serve", "--tree", "x", "--port", "99999"],
        ["serve", "--tree", "x", "--port", "-1"],
        ["take-back", "--tree", "x", "--keys", "y", "--to", "0"],
        ["take-back", "--tree", "x", "--keys", "y", "--to", "9" * 5000],
        ["unknown"],
    ],
)
def test_wrong_words_are_told_as_json_where_that_is_asked_for(words, capsys):
    with pytest.raises(SystemExit) as left:
        main([*words, "--json"])
    assert left.value.code == 2
    said = json.loads(capsys.readouterr().out)
    assert said["error"]["message"].endswith(".")
    assert "vcs-service" in said["error"]["advice"]


def test_what_the_service_extra_needs_and_is_not_there_is_said(monkeypatch, capsys):
    needs = [
        "pyyaml>=6", 'pytest>=9; extra == "test"', "hypothesis>=6; extra == 'service'",
        'no-such-thing[more]>=1 ; python_version < "4" and extra == "service"',
    ]  # fmt: skip
    monkeypatch.setattr(metadata, "requires", lambda _: needs)
    assert missing_needs() == ["no-such-thing"]
    assert main(["invite-group", "--database", "sqlite:///x.db"]) == 2
    assert 'pip install "vcs-desktop[service]"' in capsys.readouterr().err


def test_here_nothing_is_missing(monkeypatch):
    assert missing_needs() == []

    def not_there(_):
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(service_server.metadata, "requires", not_there)
    assert missing_needs() == []


def test_its_command_is_installed_with_the_app():
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    assert 'vcs-service = "vcs_desktop.app.service_entry:main"' in text
