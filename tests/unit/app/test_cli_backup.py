"""A group in one file and back again, on the command line."""

import io
import json
import sys

import pytest

from tests.support.vault_examples import ASHA, QUICK, written
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group


def service(folder):
    return GroupsService(folder / "groups", SystemClock(), SystemDisks(), effort=QUICK)


@pytest.fixture
def tea(tmp_path):
    """The id of a group with Carol and Dev, and its printed code."""
    groups = service(tmp_path / "data")
    code = groups.new_code()
    with groups.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        group.set_code(code)
        people = in_group(group, SystemClock()).people
        people.add(Person(name="Carol"))
        people.add(Person(name="Dev"))
        return group.id, written(code)


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, typed=ASHA, place="data", way="--passphrase-stdin", as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        ending = ["--json"] if as_json else []
        code = main(["group", *words, *ending, way, "--data-dir", str(tmp_path / place)])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


def test_a_group_goes_to_another_computer_in_one_file(run, tea, tmp_path):
    out = str(tmp_path / "tea.vcsgroup")
    made, code = run("backup", "--group", "Tea & Talk", "--out", out)
    assert (code, made["id"], made["people"]) == (0, tea[0], 2)
    back, code = run("restore", out, place="other")
    assert (code, back["id"], back["name"], back["people"]) == (0, tea[0], "Tea & Talk", 2)
    assert (back["replaced"], back["openers"]) == (False, ["Asha"])
    found, code = run("open-test", "--group", tea[0], place="other")
    assert (code, found["id"]) == (0, tea[0])


def test_the_printed_code_makes_and_brings_back_a_copy(run, tea, tmp_path):
    out = str(tmp_path / "tea.vcsgroup")
    how = {"typed": tea[1], "way": "--code-stdin"}
    assert run("backup", "--group", tea[0], "--out", out, **how)[1] == 0
    assert run("restore", out, place="other", **how)[1] == 0


def test_wrong_words_end_with_2_and_nothing_is_made(run, tea, tmp_path):
    out = tmp_path / "tea.vcsgroup"
    wrong = "lantern gravel mistletoe oboe"
    said, code = run("backup", "--group", tea[0], "--out", str(out), typed=wrong)
    assert (code, out.exists(), "secret words" in said["error"]["message"]) == (2, False, True)
    run("backup", "--group", tea[0], "--out", str(out))
    said, code = run("restore", str(out), typed=wrong, place="other")
    assert (code, "secret words" in said["error"]["message"]) == (2, True)
    assert list((tmp_path / "other").rglob("slots.json")) == []


def test_a_group_that_is_here_is_replaced_only_when_that_is_said(run, tea, tmp_path):
    out = str(tmp_path / "tea.vcsgroup")
    run("backup", "--group", tea[0], "--out", out)
    with service(tmp_path / "data").open(tea[0], ASHA) as group:
        inside = in_group(group, SystemClock())
        inside.records.erase([each.id for each in inside.people.people() if each.name == "Dev"])
    assert run("restore", out)[1] == 2
    back, code = run("restore", out, "--replace")
    assert (code, back["replaced"], back["people"], back["erased_again"]) == (0, True, 1, 1)
    assert run("rebuild-check", "--group", tea[0])[0]["complaints"] == []


def test_a_file_that_is_there_is_not_written_over(run, tea, tmp_path):
    out = tmp_path / "tea.vcsgroup"
    out.write_text("mine")
    assert run("backup", "--group", tea[0], "--out", str(out))[1] == 2
    assert out.read_text() == "mine"
    assert run("restore", str(out))[1] == 2  # it is no copy
    assert run("restore", str(tmp_path / "gone"))[1] == 2


def test_a_person_is_told_what_was_made_and_what_came_back(run, tea, tmp_path):
    out = str(tmp_path / "tea.vcsgroup")
    said, _ = run("backup", "--group", tea[0], "--out", out, as_json=False)
    assert "Copied and read back: Tea & Talk" in said
    said, _ = run("restore", out, "--replace", as_json=False)
    assert "2 people" in said
    assert "kept beside it" in said
