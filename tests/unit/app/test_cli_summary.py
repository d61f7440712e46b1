"""A group's year on one page, on the command line."""

import io
import json
import sys
from datetime import date

import pytest

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    data = tmp_path / "data"
    service = GroupsService(data / "groups", SystemClock(), SystemDisks(), effort=QUICK)
    sheet = AttendanceSheet(
        name="Lunch",
        on=date(2026, 3, 5),
        came=(Came("a"), Came("b", is_first_time=True)),
        others=4,
        helped=(Helped("c", 120),),
    )
    with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        in_group(group, SystemClock()).records.add(ATTENDANCE, sheet)

    def run_it(*words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        asked = ["group", "summary", "--group", "Tea & Talk", "--passphrase-stdin"]
        code = main([*asked, "--data-dir", str(data), *map(str, words)])
        return capsys.readouterr(), code

    return run_it


def test_the_year_is_written_and_its_sums_are_told(run, tmp_path):
    said, code = run("--year", 2026, "--out", tmp_path / "year.pdf", "--json")
    told = json.loads(said.out)
    assert code == 0
    assert (told["people"], told["visits"], told["sessions"], told["first_timers"]) == (2, 6, 1, 1)
    assert (told["volunteer_minutes"], told["value_pence"]) == (120, 2442)
    assert told["rates"][0]["from"] == "2025-04-01"
    assert [each.rsplit("/", 1)[1] for each in told["files"]] == ["year.html", "year.pdf"]
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF")


def test_a_person_reads_the_sums(run, tmp_path):
    said, _ = run("--year", 2026, "--out", tmp_path / "year.html")
    assert "Tea & Talk, 2026-01-01 to 2026-12-31" in said.out
    assert "2 people by name, 6 visits, 1 session" in said.out
    assert "2.0, worth £24.42" in said.out


@pytest.mark.parametrize(("year", "file"), [(0, "year.pdf"), (2026, "year.txt")])
def test_what_cannot_be_is_refused_and_nothing_is_written(run, tmp_path, year, file):
    said, code = run("--year", year, "--out", tmp_path / file)
    assert code == 2
    assert said.err
    assert not (tmp_path / file).exists()
