"""What leaves an application on the command line: checked, kept as sent, written as files."""

import zipfile
from dataclasses import replace

import pytest

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services.groups import GroupsService
from vcs_desktop.services.in_group import in_group


def test_what_is_missing_is_told_as_json_and_in_words(run, begun):
    told, code = run("check", begun)
    assert (code, told["id"], told["ready"]) == (0, begun, False)
    to_do = {each["topic"] for each in told["lines"] if each["state"] == "to_do"}
    assert {"questions", "budget", "papers", "checked", "signatures"} <= to_do
    assert all(each["advice"] for each in told["lines"] if each["state"] != "good")
    words, _ = run("check", begun, as_json=False)
    assert words.startswith("Not ready yet.\n")
    assert "to do  Question 1 has no answer yet. Write one, or use one you have." in words


def test_a_copy_is_kept_with_its_hash_and_who_kept_it(run, begun):
    told, code = run("freeze", begun, "--by", "Asha Patel", "--note", "By post")
    assert code == 0
    assert (told["copy"], told["by"]) == (1, "Asha Patel")
    assert len(told["sha256"]) == 64
    again, _ = run("freeze", begun)
    assert (again["copy"], again["sha256"]) == (2, told["sha256"])


@pytest.mark.parametrize("suffix", ["pdf", "html", "docx", "xlsx", "txt", "zip"])
def test_it_is_written_in_every_format(run, begun, tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    told, code = run("export", begun, "--format", suffix, "--out", out)
    assert (code, told["out"]) == (0, str(out))
    assert out.stat().st_size


def test_a_kept_copy_is_written_just_as_it_was_sent(run, begun, tmp_path):
    answer = tmp_path / "answer.txt"
    answer.write_text("We cook.", "utf-8")
    run("set", begun, "--question", "1", "--text-file", answer)
    run("freeze", begun)
    answer.write_text("We sing.", "utf-8")
    run("set", begun, "--question", "1", "--text-file", answer)
    out, whole = tmp_path / "sent.txt", tmp_path / "sent.zip"
    run("export", begun, "--format", "txt", "--out", out, "--copy", "1")
    assert "We cook." in out.read_text("utf-8")
    assert "We sing." not in out.read_text("utf-8")
    run("export", begun, "--format", "zip", "--out", whole, "--copy", "1")
    with zipfile.ZipFile(whole) as archive:
        assert out.read_bytes() == archive.read("application.txt")


def test_of_two_copies_with_one_number_one_has_to_be_named(run, begun, tmp_path, tea):
    first, _ = run("freeze", begun, "--by", "Asha")
    place = tmp_path / "data" / "groups"
    service = GroupsService(place, SystemClock(), SystemDisks(), effort=QUICK)
    with service.open(tea, ASHA) as group:  # as another computer that was apart would keep one
        inside = in_group(group, SystemClock())
        held = inside.applications.application(begun)
        (copy,) = held.thing.copies
        other = replace(copy, id=f"{copy.id}-other", by="Ben")
        inside.applications.save(held, replace(held.thing, copies=(copy, other)))
    out = tmp_path / "sent.zip"
    told, code = run("export", begun, "--format", "zip", "--out", out, "--copy", "1")
    assert (code, out.exists()) == (2, False)
    assert "1A, 1B" in told["error"]["advice"]
    _, code = run("export", begun, "--format", "zip", "--out", out, "--copy", "1b")
    assert (code, out.stat().st_size) == (0, first["size_bytes"])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--format", "pdf", "--out", "out.txt"], "has to end in .pdf"),
        (["--format", "txt", "--out", "out.txt", "--copy", "3"], "no kept copy 3"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is(
    run, begun, tmp_path, monkeypatch, words, why
):
    monkeypatch.chdir(tmp_path)
    told, code = run("export", begun, *words)
    assert code == 2
    assert why in told["error"]["message"]
    assert not (tmp_path / "out.txt").exists()


def test_a_budget_is_not_in_a_copy_of_an_application_without_one(run, begun, tmp_path):
    run("freeze", begun)
    told, code = run(
        "export", begun, "--format", "xlsx", "--out", tmp_path / "b.xlsx", "--copy", "1"
    )
    assert code == 2
    assert "holds no such file" in told["error"]["message"]


@pytest.mark.parametrize("command", [["check"], ["freeze"]])
def test_what_is_no_application_is_refused(run, command):
    told, code = run(*command, "our-group")
    assert code == 2
    assert told["error"]["message"]
