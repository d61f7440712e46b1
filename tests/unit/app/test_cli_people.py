"""People in and everything out, on the command line."""

import io
import json
import sys

import pytest

from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group

GOOD = "First name,Surname,E-mail,Role\nAsha,Patel,asha@x.org,Treasurer\nBen,Osei,,Driver\n"


@pytest.fixture
def service(tmp_path):
    return GroupsService(tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK)


@pytest.fixture
def tea(service):
    with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        return group.id


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, typed=ASHA, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        ending = ["--json"] if as_json else []
        place = [
            "--group",
            "Tea & Talk",
            "--passphrase-stdin",
            "--data-dir",
            str(tmp_path / "data"),
        ]
        code = main(["group", *map(str, words), *ending, *place])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


@pytest.fixture
def bring(run, tmp_path):
    def bring_in(text, **how):
        path = tmp_path / "people.csv"
        path.write_text(text, "utf-8")
        return run("import", "people", path, **how)

    return bring_in


def people_of(service, group):
    with service.open(group, ASHA) as opened:
        return [each.name for each in in_group(opened, SystemClock()).people.people()]


def test_people_come_in_from_a_file(bring, tea, service):
    told, code = bring(GOOD)
    assert code == 0
    assert told["id"] == tea
    assert (told["added"], told["merged"], told["unchanged"]) == (2, 0, 0)
    assert (len(told["ids"]), told["left_out"], told["columns_left_out"]) == (2, [], [])
    assert people_of(service, tea) == ["Asha Patel", "Ben Osei"]
    assert bring(GOOD)[0]["unchanged"] == 2
    assert bring(GOOD)[1] == 0


def test_what_stayed_out_is_said_with_its_reason(bring, tea, service):
    text = "Name,Email,DOB\nAsha,nonsense,1/2/1980\n,x@y.org,\n"
    told, code = bring(text)
    assert code == 3
    assert told["left_out"] == [
        {"row": 2, "why": "Row 2: “nonsense” is not an email address, so it stays out."},
        {"row": 3, "why": "Row 3 has no name, so it stays out."},
    ]
    assert "dates of birth" in told["columns_left_out"][0]
    words, code = bring(text.replace("Asha", "Ben"), as_json=False)
    assert code == 3
    assert "1 person added" in words
    assert "Row 3 has no name" in words
    assert "Column “DOB” stays out" in words
    assert people_of(service, tea) == ["Asha", "Ben"]


def test_a_file_without_a_single_good_row_cannot_be_used(bring, tea):
    told, code = bring("Name,Email\n,x@y.org\n")
    assert (code, told["added"]) == (2, 0)


def test_very_many_that_stayed_out_are_counted(bring, tea):
    words, _ = bring("Name,Email\nAsha,\n" + ",x@y.org\n" * 60, as_json=False)
    assert "… and 10 more that stayed out" in words


@pytest.mark.parametrize("text", ["%PDF-1.4", "", "Colour,Size\nred,7\n"])
def test_what_is_no_table_of_people_is_refused(bring, tea, text, service):
    told, code = bring(text)
    assert code == 2
    assert told["error"]["message"]
    assert told["error"]["advice"]
    assert people_of(service, tea) == []


def test_a_file_that_is_not_there_is_said(run, tea, tmp_path):
    told, code = run("import", "people", tmp_path / "gone.csv")
    assert code == 2
    assert "no file" in told["error"]["message"]


def test_everything_goes_out_as_open_files(run, bring, tea, tmp_path):
    bring(GOOD)
    told, code = run("export", "--out", tmp_path / "out")
    assert code == 0
    assert (told["id"], told["people"]) == (tea, 2)
    assert set(told["files"]) == {each.name for each in (tmp_path / "out").iterdir()}
    told, code = run("export", "--out", tmp_path / "out")
    assert code == 2
    assert "already" in told["error"]["message"]
    words, code = run("export", "--out", tmp_path / "again", as_json=False)
    assert code == 0
    assert "not encrypted" in words


@pytest.mark.parametrize("command", ["import", "export"])
def test_wrong_words_open_nothing(run, bring, tea, tmp_path, command):
    if command == "import":
        told, code = bring(GOOD, typed=BEN)
    else:
        told, code = run("export", "--out", tmp_path / "out", typed=BEN)
    assert code == 2
    assert "error" in told
    assert not (tmp_path / "out").exists()
