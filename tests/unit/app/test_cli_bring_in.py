"""Who came, papers, meetings and every other table but people come in on the command line."""

import io
import json
import sys

import pytest

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.cli_bring_in import TABLES
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services import bring_in as bring_in_package
from vcs_desktop.services.groups import GroupsService, NewGroup

FILES = {
    "actions": "Date,Meeting,Action\n4/12/2026,Committee,Ring\n8/1/2027,AGM,Count\n",
    "roles": "Role,When\nCook,Thursdays\nDriver,\n",
    "activities": "Activity,Day\nLunch,Thursday\nChoir,\n",
    "meetings": "Date,Meeting\n4/12/2026,Committee\n8/1/2027,AGM\n",
    "rota": "Date,Shift,Needed\n3/12/2026,Kitchen,2\n10/12/2026,Kitchen,2\n",
    "attendance": "Date,Activity,Name\n19/11/2026,Lunch,Asha\n19/11/2026,Lunch,Ben\n",
    "volunteers": "Name,Role\nAsha,Cook\nBen,Driver\n",
    "documents": "Policy,Review date\nSafeguarding policy,1/3/2027\nLease,1/4/2027\n",
    "dates": "Date,Event\n4/12/2026,Lunch\n5/12/2026,Tea\n",
    "expenses": "Name,Date,Amount\nAsha,19/11/2026,2.00\nBen,20/11/2026,3.10\n",
}


@pytest.fixture
def bring(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "data" / "groups"
    service = GroupsService(folder, SystemClock(), SystemDisks(), effort=QUICK)
    service.create(NewGroup("Tea & Talk", ASHA, "Asha")).close()

    def run(what, text, *, as_json=True):
        path = tmp_path / f"{what}.csv"
        path.write_text(text, "utf-8")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        place = [
            "--group",
            "Tea & Talk",
            "--passphrase-stdin",
            "--data-dir",
            str(tmp_path / "data"),
        ]
        ending = ["--json"] if as_json else []
        code = main(["group", "import", what, str(path), *ending, *place])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run


def test_every_table_that_can_come_in_has_its_command():
    assert set(TABLES) == set(bring_in_package.TABLES) == set(FILES)


@pytest.mark.parametrize("what", sorted(FILES))
def test_a_table_comes_in_once_and_doubles_nothing(bring, what):
    if what == "actions":  # they go into the meetings that are there
        bring("meetings", FILES["meetings"])
    told, code = bring(what, FILES[what])
    assert code == 0
    assert told["added"] + told["merged"] == 2
    assert (told["unchanged"], told["left_out"], told["columns_left_out"]) == (0, [], [])
    again, code = bring(what, FILES[what])
    assert code == 0
    assert (again["added"], again["merged"], again["unchanged"]) == (0, 0, 2)


def test_bad_rows_are_told_and_good_ones_come_in(bring):
    told, code = bring("dates", "Date,Event\n31/11/2026,Lunch\n5/12/2026,Tea\n")
    assert code == 3
    assert told["added"] == 1
    assert told["left_out"] == [
        {
            "row": 2,
            "why": "Row 2, “Date”: “31/11/2026” is not a day. Write it like 27/11/2026.",
        }
    ]
    words, _ = bring("dates", "Date,Event\n31/11/2026,Lunch\n6/12/2026,Cake\n", as_json=False)
    assert "1 row added" in words
    assert "is not a day" in words


def test_an_action_without_its_meeting_is_told_and_nothing_is_used(bring):
    told, code = bring("actions", FILES["actions"])
    assert code == 2
    assert (told["added"], told["merged"], told["ids"]) == (0, 0, [])
    assert "there is no meeting called “Committee” on 4 December 2026" in told["left_out"][0]["why"]


def test_a_file_without_headings_or_without_a_needed_column_changes_nothing(bring):
    told, code = bring("dates", "4/12/2026,Lunch\n")
    assert code != 0
    assert "no headings" in told["error"]["message"]
    told, code = bring("attendance", "Date,Name\n4/12/2026,Asha\n")
    assert code != 0
    assert "Activity" in told["error"]["message"]
