"""``vcs-service keys``: made, changed and handed over, with secret words from the input only."""

import io
import shutil
import sys

import pytest

from tests.support.publishers import ROOT_WORDS, WORDS
from vcs_desktop.app.service_arguments import parser
from vcs_desktop.app.service_entry import main

NEW_WORDS = "candle wobble thunder mint"


def names(said):
    return [each["name"] for each in said["publishers"]]


def test_new_keys_are_made_and_said(place, run):
    said, code = run("keys", "show", "--keys", place / "keys")
    assert code == 0
    assert (said["name"], names(said), said["roots"]) == ("Practice", ["Ann"], 1)
    words, _ = run("keys", "show", "--keys", place / "keys", as_json=False)
    assert said["digits"] in words
    assert len(said["digits"].split()) == 6


def test_keys_are_not_made_twice(place, run):
    said, code = run(
        "keys", "new", "--out", place / "keys", "--line", "x", "--name", "P", "--holder", "Ann",
        "--root-holder", "Chair", typed=(ROOT_WORDS, WORDS),
    )  # fmt: skip
    assert code == 2
    assert "keys in this folder already" in said["error"]["message"]


def test_one_person_gets_not_both_keys_and_is_asked_for_no_words(run, tmp_path):
    said, code = run(
        "keys", "new", "--out", tmp_path / "keys", "--line", "x", "--name", "P", "--holder",
        "Ann Example", "--root-holder", " ann  EXAMPLE",
    )  # fmt: skip
    assert code == 2
    assert "One person cannot hold both keys" in said["error"]["message"]
    assert not (tmp_path / "keys").exists()


def test_a_publishers_key_is_rotated_added_and_removed(place, run):
    keys = place / "keys"
    said, code = run(
        "keys", "rotate", "--keys", keys, "--holder", "Cy", typed=(ROOT_WORDS, NEW_WORDS)
    )
    assert (code, names(said), said["roots"]) == (0, ["Cy"], 3)
    said, code = run(
        "keys", "rotate", "--keys", keys, "--holder", "Di", "--add-in", place / "di",
        typed=(ROOT_WORDS, WORDS),
    )  # fmt: skip
    assert (code, names(said)) == (0, ["Cy", "Di"])
    assert str(place / "di") in said["file"]
    said, code = run("keys", "remove", "--keys", keys, "--holder", "Cy", typed=(ROOT_WORDS,))
    assert (code, names(said), said["file"]) == (0, ["Di"], None)


def test_it_is_said_that_readers_know_of_it_once_it_is_published(place, run):
    keys = place / "keys"
    words, _ = run(
        "keys", "rotate", "--keys", keys, "--holder", "Di", "--add-in", place / "di",
        typed=(ROOT_WORDS, NEW_WORDS), as_json=False,
    )  # fmt: skip
    assert f"vcs-service publish SOURCE --tree TREE --keys {keys} --yes" in words
    assert f"give Di the folder {place / 'di'}" in words
    said, _ = run(
        "keys", "remove", "--keys", keys, "--holder", "Di", "--tree", place / "tree",
        typed=(ROOT_WORDS,),
    )  # fmt: skip
    assert said["next"] == f"vcs-service publish SOURCE --tree {place / 'tree'} --keys {keys} --yes"


def test_with_the_tree_a_change_goes_on_from_what_another_officer_published(place, run):
    keys, theirs, tree = place / "keys", place / "di", place / "tree"

    def publish(folder, words):
        return run(
            "publish", place / "library", "--tree", tree, "--keys", folder, "--yes", typed=(words,)
        )

    add = ("keys", "rotate", "--keys", keys, "--holder")
    run(*add, "Di", "--add-in", theirs, typed=(ROOT_WORDS, NEW_WORDS))
    run(*add, "Eve", "--add-in", place / "eve", typed=(ROOT_WORDS, NEW_WORDS))
    assert publish(keys, WORDS)[1] == 0
    (root,) = keys.glob("root-*.key")
    said, code = run(
        "keys", "remove", "--keys", theirs, "--root-key", root, "--tree", tree, "--holder", "Eve",
        typed=(ROOT_WORDS,),
    )  # fmt: skip
    assert (code, names(said)) == (0, ["Ann", "Di"])
    assert publish(theirs, NEW_WORDS)[1] == 0
    assert names(run("keys", "show", "--keys", tree)[0]) == ["Ann", "Di"]


def test_the_root_key_is_handed_over_from_a_stick(place, run):
    keys, stick = place / "keys", place / "stick"
    stick.mkdir()
    (old,) = keys.glob("root-*.key")
    shutil.move(old, stick / old.name)
    before, _ = run("keys", "show", "--keys", keys)
    said, code = run(
        "keys", "hand-over", "--keys", keys, "--root-key", stick / old.name, "--holder", "Eve",
        "--name", "North Oxfordshire", typed=(ROOT_WORDS, NEW_WORDS),
    )  # fmt: skip
    assert (code, said["name"], names(said)) == (0, "North Oxfordshire", ["Ann"])
    assert said["root"] != before["root"]
    assert said["digits"] == before["digits"]
    words, code = run(
        "keys", "rotate", "--keys", keys, "--root-key", stick / old.name, "--holder", "Cy",
        typed=(ROOT_WORDS, NEW_WORDS), as_json=False,
    )  # fmt: skip
    assert code == 2
    words, code = run(
        "keys", "rotate", "--keys", keys, "--holder", "Cy", typed=(NEW_WORDS, WORDS), as_json=False
    )
    assert code == 0
    assert "Cy" in words


@pytest.mark.parametrize(
    "typed", [(WORDS, NEW_WORDS), ("wrong", NEW_WORDS), (ROOT_WORDS,), (ROOT_WORDS, "weak")]
)
def test_wrong_words_exit_with_2_and_are_not_said_again(place, run, typed):
    said, code = run("keys", "rotate", "--keys", place / "keys", "--holder", "Cy", typed=typed)
    assert code == 2
    assert said["error"]["message"]
    assert not any(words in str(said) for words in typed if words != "weak")
    assert names(run("keys", "show", "--keys", place / "keys")[0]) == ["Ann"]


class Terminal(io.StringIO):
    """A person at a terminal."""

    def isatty(self):
        return True


def test_at_a_terminal_a_person_is_asked_and_offered_words(place, monkeypatch, capsys):
    answers = [ROOT_WORDS, NEW_WORDS, NEW_WORDS]
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _question: answers.pop(0))
    words = ["keys", "rotate", "--keys", str(place / "keys"), "--holder", "Cy"]
    assert main(words) == 0
    assert "You could use: " in capsys.readouterr().err
    answers += [ROOT_WORDS, WORDS, NEW_WORDS]
    assert main(words) == 2
    assert "not the same" in capsys.readouterr().err


def test_without_words_and_without_a_person_it_says_how(place, run):
    said, code = run("keys", "rotate", "--keys", place / "keys", "--holder", "Cy")
    assert code == 2
    assert "--passphrase-stdin" in said["error"]["advice"]


def test_no_command_takes_secret_words_among_its_own(capsys):
    with pytest.raises(SystemExit):
        parser().understood(["keys", "show", "--keys", "x", "--passphrase", WORDS])
    capsys.readouterr()
