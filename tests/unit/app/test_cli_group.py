"""The commands about groups: made, listed, opened; secret words come from the input only."""

import io
import json
import sys

import pypdfium2
import pytest

from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.app.cli_arguments import parser
from vcs_desktop.app.entry import main


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command with a line of input; return its answer and its exit code."""

    def run_it(*words, typed="", as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        ending = ["--json"] if as_json else []
        code = main(["group", *words, *ending, "--data-dir", str(tmp_path / "data")])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


@pytest.fixture
def tea(run):
    made, _ = run("create", "--name", "Tea & Talk", "--passphrase-stdin", typed=f"{ASHA}\n")
    return made["id"]


def test_a_group_is_made_and_its_id_said(run):
    made, code = run(
        "create", "--name", "Tea & Talk", "--person", "Asha", "--passphrase-stdin", typed=ASHA
    )
    assert code == 0
    assert made == {
        "id": made["id"], "name": "Tea & Talk", "hidden": False, "openers": ["Asha"],
        "has_code": False, "recovery_sheet": None,
    }  # fmt: skip


def test_groups_are_listed_and_hidden_names_are_not(run, tea):
    run("create", "--name", "Allotment", "--hide-name", "--passphrase-stdin", typed=BEN)
    listed, code = run("list")
    assert code == 0
    shown = [(line["name"], line["hidden"], line["state"]) for line in listed["groups"]]
    assert shown == [("Tea & Talk", False, "ready"), (None, True, "ready")]
    words, _ = run("list", as_json=False)
    assert "2 groups" in words
    assert tea in words
    assert "(a hidden name)" in words
    assert "Allotment" not in words


def test_a_damaged_group_is_listed_and_said_to_be(run, tea, tmp_path):
    for file in (tmp_path / "data" / "groups" / tea).glob("slots*.json"):
        file.write_text("{")
    words, code = run("list", as_json=False)
    assert code == 0
    assert "damaged" in words


@pytest.mark.parametrize("named", ["id", "name"])
def test_the_right_words_open_it(run, tea, named):
    group = tea if named == "id" else "tea & talk"
    opened, code = run("open-test", "--group", group, "--passphrase-stdin", typed=f"{ASHA}\r\n")
    assert (code, opened["id"], opened["name"]) == (0, tea, "Tea & Talk")
    said, code = run("open-test", "--group", group, "--passphrase-stdin", typed=ASHA, as_json=False)
    assert code == 0
    assert "no way back" in said


@pytest.mark.parametrize("typed", [BEN, "", "\n", "x" * 5000, "\0wrong"])
def test_wrong_words_exit_with_2_and_are_not_said_again(run, tea, typed):
    said, code = run("open-test", "--group", tea, "--passphrase-stdin", typed=typed)
    assert code == 2
    assert said["error"]["message"]
    assert not typed.strip() or typed not in json.dumps(said)


def test_what_is_no_text_is_refused(monkeypatch, run, tea, tmp_path, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n")))
    words = ["group", "open-test", "--group", tea, "--passphrase-stdin"]
    assert main([*words, "--json", "--data-dir", str(tmp_path / "data")]) == 2


def test_an_unknown_group_exits_with_2(run):
    said, code = run("open-test", "--group", "nothing", "--passphrase-stdin", typed=ASHA)
    assert code == 2
    assert "cannot find" in said["error"]["message"]


def test_the_printed_code_is_left_as_a_pdf_and_opens(run, tmp_path):
    sheet = tmp_path / "code.pdf"
    made, _ = run(
        "create", "--name", "Tea", "--passphrase-stdin", "--recovery-out", str(sheet), typed=ASHA
    )
    assert made["recovery_sheet"] == str(sheet)
    document = pypdfium2.PdfDocument(sheet)
    lines = document[0].get_textpage().get_text_range().split()
    document.close()
    start = lines.index("1")
    code = "".join(lines[start + 1 : start + 14 : 2])
    opened, exit_code = run("open-test", "--group", made["id"], "--code-stdin", typed=code)
    assert (exit_code, opened["has_code"]) == (0, True)
    said, exit_code = run("open-test", "--group", made["id"], "--code-stdin", typed=code[1:])
    assert exit_code == 2
    assert "slip" in said["error"]["message"]


def test_a_page_with_a_code_that_is_there_already_is_not_written_over(run, tmp_path):
    sheet = tmp_path / "code.pdf"
    sheet.write_bytes(b"the way back into another group")
    said, code = run(
        "create", "--name", "Tea", "--passphrase-stdin", "--recovery-out", str(sheet), typed=ASHA
    )
    assert code == 2
    assert "there already" in said["error"]["message"]
    assert sheet.read_bytes() == b"the way back into another group"
    assert run("list")[0] == {"groups": []}


def test_a_sheet_that_is_no_pdf_makes_no_group(run, tmp_path):
    said, code = run(
        "create", "--name", "Tea", "--passphrase-stdin", "--recovery-out",
        str(tmp_path / "code.txt"), typed=ASHA,
    )  # fmt: skip
    assert code == 2
    assert ".pdf" in said["error"]["message"]
    assert run("list")[0] == {"groups": []}


def test_words_that_are_easy_to_guess_exit_with_2(run):
    said, code = run("create", "--name", "Tea", "--passphrase-stdin", typed="password")
    assert code == 2
    assert "easy to guess" in said["error"]["message"]


class Terminal(io.StringIO):
    """A person at a terminal."""

    def isatty(self):
        return True


def test_without_the_flag_a_person_is_asked_and_offered_words(monkeypatch, tmp_path, capsys):
    answers = [ASHA, ASHA]
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _question: answers.pop(0))
    words = ["--data-dir", str(tmp_path / "data")]
    assert main(["group", "create", "--name", "Tea", *words]) == 0
    assert "You could use: " in capsys.readouterr().err
    answers += [ASHA]
    assert main(["group", "open-test", "--group", "Tea", *words]) == 0
    answers += [ASHA, BEN]
    assert main(["group", "create", "--name", "Other", *words]) == 2
    assert "not the same" in capsys.readouterr().err


def test_without_the_flag_and_without_a_person_it_says_how(run):
    said, code = run("create", "--name", "Tea")
    assert code == 2
    assert "--passphrase-stdin" in said["error"]["advice"]


def test_no_command_takes_secret_words_among_its_own(capsys):
    for words in (["create", "--name", "x"], ["open-test", "--group", "x"]):
        with pytest.raises(SystemExit):
            parser().understood(["group", *words, "--passphrase", ASHA])
    capsys.readouterr()
