"""The command line: what it answers, as JSON and in words, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.library_examples import notice, write_package
from vcs_desktop.app.cli import COMMANDS
from vcs_desktop.app.cli_answer import INTERRUPTED, columns, how_many, paragraphs
from vcs_desktop.app.entry import main
from vcs_desktop.services.library import service

PROFILE = """\
name: The Thursday Lunch Club
legal_form: unincorporated_with_rules
annual_income: 18400
areas: [E07000178]
activities: [lunch club]
beneficiaries: [older people]
bank_signatories: 2
"""
CALL = """\
id: grant/pots
grantName: Pots for kitchens
fundingOrganization: {id: org/pots, name: The Pots Trust}
grantMinimumAward: 500
grantMaximumAward: 2000
currency: GBP
incomeMax: 50000
grantApplicationCloseDate: 2027-01-15
grantLocation: [{geoCode: E10000025, name: Oxfordshire}]
legalForms: [unincorporated_with_rules]
"""


@pytest.fixture
def profile(tmp_path):
    file = tmp_path / "group.yaml"
    file.write_text(PROFILE)
    return file


@pytest.fixture
def call(tmp_path):
    file = tmp_path / "call.yaml"
    file.write_text(CALL)
    return file


def test_loading_a_file_accounts_for_every_row(ask, call):
    code, answer = ask("library", "load", call)
    (file,) = answer["files"]
    assert code == 0
    assert (file["read"], file["added"], file["changed"], file["unchanged"]) == (1, 1, 0, 0)
    assert file["path"] == str(call)
    assert file["refused"] == []


def test_loading_the_same_file_twice_changes_nothing(ask, call):
    ask("library", "load", call)
    _, answer = ask("library", "load", call)
    assert [file["unchanged"] for file in answer["files"]] == [1]


def test_a_file_that_cannot_be_used_ends_with_2(ask, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("{ not json")
    code, answer = ask("library", "load", bad)
    assert code == 2
    assert answer["files"][0]["refused"][0]["why"]


def test_a_file_of_which_no_row_can_be_used_ends_with_2(ask, tmp_path, call):
    bad = tmp_path / "bad.yaml"
    bad.write_text("fundingCalls: [{grantName: Pots, incomeMax: lots}]")
    code, answer = ask("library", "load", bad)
    assert code == 2
    assert answer["files"][0]["read"] == 1
    assert ask("library", "load", bad, call)[0] == 3


def test_one_good_file_among_bad_ones_ends_with_3(ask, call, tmp_path):
    code, answer = ask("library", "load", tmp_path / "absent.json", call)
    assert code == 3
    assert [file["added"] for file in answer["files"]] == [0, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="every name is text there")
def test_a_file_whose_name_is_no_text_is_reported_like_any_other(tmp_path, call, capsysbinary):
    path = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    Path(os.fsdecode(path)).write_text(CALL)
    data = ["--data-dir", str(tmp_path / "data")]
    assert main([*data, "library", "load", os.fsdecode(path), "--json"]) == 0
    (file,) = json.loads(capsysbinary.readouterr().out)["files"]
    assert file["added"] == 1
    assert os.fsencode(file["path"]) == path
    assert main([*data, "library", "load", os.fsdecode(path)]) == 0


@pytest.mark.parametrize("command", [("search", "lunches"), ("status",)])
def test_what_a_killed_load_left_unfinished_is_finished_by_the_next_command(
    ask, tmp_path, monkeypatch, command
):
    monkeypatch.setattr(service, "FEW", 0)
    page = write_package(tmp_path / "page.json", notice("lunches"))
    with monkeypatch.context() as cut_off:
        cut_off.setattr(service.LibraryService, "finish_index", lambda *_: False)
        ask("library", "load", page)
    code, _ = ask("library", *command)
    assert code == 0
    monkeypatch.setattr(service.LibraryService, "finish_index", lambda *_: True)
    assert ask("library", "status")[1]["waiting_for_index"] == 0


def test_ctrl_c_ends_with_words_and_not_with_a_trace(ask, run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "library status", interrupted)
    code, answer = ask("library", "status")
    assert code == INTERRUPTED
    assert "Stopped" in answer["error"]["message"]
    assert "Stopped" in run("library", "status")[2]


def test_what_was_not_taken_is_said_to_a_person_too(run, tmp_path):
    code, _, err = run("library", "load", tmp_path / "absent.json")
    assert code == 2
    assert "This file cannot be used" in err


def test_search_finds_what_was_loaded(ask, call):
    ask("library", "load", call)
    code, answer = ask("library", "search", "pots", "kitchens", "--kind", "funding_call")
    found = answer["results"][0]
    assert code == 0
    assert answer["total"] == len(answer["results"])
    assert found["id"] == "grant/pots"
    assert found["who"] == "The Pots Trust"
    assert found["closes_on"] == "2027-01-15"
    assert found["amount"] == 2000


def test_search_can_keep_to_what_is_open_on_a_day(ask, call):
    ask("library", "load", call)
    _, answer = ask("library", "search", "pots", "--open-on", "2027-01-16")
    assert "grant/pots" not in [found["id"] for found in answer["results"]]


def test_a_kind_that_there_is_not_is_refused_in_words(run):
    code, _, err = run("library", "search", "pots", "--kind", "cake")
    assert code == 2
    assert "no kind of record called cake" in err
    assert "funding_call" in err


def test_show_gives_the_whole_record(ask, call):
    ask("library", "load", call)
    code, answer = ask("library", "show", "grant/pots")
    assert code == 0
    assert answer["data"]["grantName"] == "Pots for kitchens"


def test_show_says_when_there_is_no_such_record(ask):
    code, answer = ask("library", "show", "nothing/here")
    assert code == 2
    assert answer["error"]["message"]


def test_status_counts_by_kind(ask, call):
    _, before = ask("library", "status")
    ask("library", "load", call)
    code, after = ask("library", "status")
    assert code == 0
    assert after["counts"]["funding_call"] == before["counts"]["funding_call"] + 1
    assert after["version"] >= 1
    assert after["as_of"]
    assert after["size_bytes"] > 0


def test_fit_gives_verdict_and_reasons_in_order(ask, call, profile):
    ask("library", "load", call)
    code, answer = ask("library", "fit", "--profile", profile, "--on", "2026-11-22", "--limit", 50)
    places = ["can", "check", "cannot"]
    order = [places.index(each["verdict"]) for each in answer["results"]]
    pots = next(each for each in answer["results"] if each["id"] == "grant/pots")
    assert code == 0
    assert order == sorted(order)
    assert pots["kind"] == "funding_call"
    assert {"rule", "verdict", "because"} <= set(pots["reasons"][0])
    assert any("£50,000" in r["because"] and "£18,400" in r["because"] for r in pots["reasons"])


def test_a_profile_that_is_not_there_is_refused_in_words(run, tmp_path):
    code, _, err = run("library", "fit", "--profile", tmp_path / "absent.yaml")
    assert code == 2
    assert "Traceback" not in err


def test_a_sheet_is_written_as_pdf_and_web_page(ask, call, profile, tmp_path):
    ask("library", "load", call)
    out = tmp_path / "sheet.pdf"
    code, answer = ask(
        "sheet", "--profile", profile, "--out", out, "--on", "2026-11-22", "grant/pots"
    )
    assert code == 0
    assert answer["ids"] == ["grant/pots"]
    assert out.read_bytes().startswith(b"%PDF")
    assert "Pots for kitchens" in Path(answer["html"]).read_text("utf-8")


def test_a_sheet_with_an_unknown_record_is_made_in_part(ask, call, profile, tmp_path):
    ask("library", "load", call)
    words = ("sheet", "--profile", profile, "--out", tmp_path / "s.pdf", "grant/pots", "gone")
    code, answer = ask(*words)
    assert (code, answer["left_out"]) == (3, ["gone"])


@pytest.mark.parametrize("ending", ["yaml", "json", "csv", "xlsx"])
def test_a_template_is_written(ask, tmp_path, ending):
    file = tmp_path / f"mine.{ending}"
    code, answer = ask("library", "template", file)
    assert (code, answer["file"]) == (0, str(file))
    assert file.stat().st_size > 0


def test_the_words_for_a_person_say_the_same(run, call, profile, tmp_path):
    assert "1 row read, 1 new" in run("library", "load", call)[1]
    assert "Pots for kitchens" in run("library", "search", "pots")[1]
    shown = run("library", "show", "grant/pots")[1]
    assert "The Pots Trust" in shown
    assert "£500 to £2,000" in shown
    assert '"grantMaximumAward": 2000' in shown
    assert "funding_call" in run("library", "status")[1]
    assert "You can" in run("library", "fit", "--profile", profile, "--limit", "1")[1]
    assert "To print" in run("sheet", "--profile", profile, "--out", tmp_path / "s.pdf")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("library", "search", "pots", "--open-on", "tomorrow"),
        ("library", "search", "pots", "--limit", "0"),
        ("library", "search", "pots", "--limit", "9" * 30),
        ("library", "search", "pots", "--limit", "9" * 5_000),
        ("library", "load"),
        ("library",),
        ("cake",),
        ("--quit-when", "bored"),
    ],
)
def test_words_that_make_no_sense_end_with_2(run, words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert "vcs-desktop" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("library search --json", "The following arguments are required: WORDS."),
        ("library search pots --js --limit 0", "Argument --limit: '0' is not a number from"),
        ("cake --json", "Argument COMMAND: invalid choice: 'cake'"),
        ("--json", "Unrecognized arguments: --json."),
        ("library load --json a.csv --louder", "Unrecognized arguments: --louder."),
    ],
)
def test_words_that_make_no_sense_are_told_to_a_program_as_json(words, message, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    out, err = capsys.readouterr()
    assert ended.value.code == 2
    assert err == ""
    told = json.loads(out)
    assert set(told) == {"error"}
    assert told["error"]["message"].startswith(message)
    assert told["error"]["message"].endswith(".")
    assert told["error"]["advice"].startswith("Write it like: vcs-desktop")


def test_of_every_command_words_that_make_no_sense_are_told_as_json(capsys):
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([*command.split(), "--json", "--no-such-word"])
        assert ended.value.code == 2
        told = json.loads(capsys.readouterr().out)
        assert told["error"]["advice"].startswith("Write it like: vcs-desktop")


def test_help_that_is_asked_for_stays_help(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["library", "load", "--json", "--help"])
    assert ended.value.code == 0
    assert "usage: vcs-desktop library load" in capsys.readouterr().out


def test_the_data_folder_may_stand_before_or_after_the_command(tmp_path, capsys):
    for folder, words in (
        ("one", ["--data-dir", str(tmp_path / "one"), "library", "status"]),
        ("two", ["library", "status", "--data-dir", str(tmp_path / "two")]),
    ):
        assert main(words) == 0
        assert (tmp_path / folder / "library.db").exists()


def test_a_data_folder_that_cannot_be_made_is_said_in_words(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["--data-dir", str(tmp_path / "file" / "data"), "library", "status"]) == 2
    assert "cannot save" in capsys.readouterr().err


def test_the_command_line_imports_no_widgets(tmp_path):
    code = (
        "import sys; from vcs_desktop.app.entry import main\n"
        f"main(['--data-dir', {str(tmp_path)!r}, 'library', 'status'])\n"
        "main(['--data-dir', sys.argv[1], 'check'])\n"
        "assert not [m for m in sys.modules if m.startswith('PySide6.QtWidgets')]\n"
        "main(['--data-dir', sys.argv[1], 'library', 'status'])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_the_self_test_finds_this_installation_good(ask, qapp):
    code, answer = ask("check")
    assert code == 0, answer
    assert answer["ok"] is True
    assert {"Database", "Fonts", "Data folder"} <= {each["name"] for each in answer["checks"]}


def test_the_self_test_says_what_is_missing(ask, qapp, monkeypatch):
    monkeypatch.setattr("vcs_desktop.app.check.NEEDED", ("fonts/absent.ttf",))
    code, answer = ask("check")
    bad = [each for each in answer["checks"] if not each["ok"]]
    assert code == 2
    assert [each["name"] for each in bad] == ["Files of the program"]
    assert "absent.ttf" in bad[0]["detail"]


def test_lines_of_an_answer_stand_in_columns():
    assert columns([("a", "1"), ("bcd", "22")]) == ["a    1", "bcd  22"]


def test_what_is_empty_is_left_out_of_an_answer():
    assert paragraphs("one", "", ["two", ""]) == "one\ntwo"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1200, "1,200 rows")]
)
def test_numbers_go_with_their_nouns(number, words):
    assert how_many(number, "row") == words
