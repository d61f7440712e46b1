"""What falls due, on the command line, and as a file for another calendar."""

import io
import json
import sys
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.kinds import OUR_GROUP, OWN_DATE, PROFILE
from vcs_desktop.domain.our_group import OurGroup, Year, YearEnd
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group

RENT = OwnDate(name="Pay the hall", on=date(2026, 1, 31), starts="09:00", repeats_months=1)


@pytest.fixture(autouse=True)
def tea(tmp_path):
    service = GroupsService(
        tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK
    )
    with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        in_group(group, SystemClock()).records.add(OWN_DATE, RENT)
        return group.id


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        ending = ["--json"] if as_json else []
        place = [
            "--group",
            "Tea & Talk",
            "--passphrase-stdin",
            "--data-dir",
            str(tmp_path / "data"),
        ]
        code = main(["group", "dates", *map(str, words), *ending, *place])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


def test_every_date_between_two_days_is_told(run, tea):
    told, code = run("--from", "2026-02-28", "--to", "2026-03-31")
    assert code == 0
    assert (told["id"], told["name"]) == (tea, "Tea & Talk")
    assert [(each["on"], each["what"], each["kind"]) for each in told["dates"]] == [
        ("2026-02-28", "Pay the hall", "our_own"),
        ("2026-03-31", "Pay the hall", "our_own"),
    ]
    assert told["dates"][0]["starts"] == "09:00"
    assert told["dates"][0]["outcome"] is None


def test_what_must_be_filed_and_what_was_kept_are_told_too(run, tmp_path, tea):
    service = GroupsService(
        tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK
    )
    today = SystemClock().today()
    ended = today.replace(day=1) - timedelta(1)
    with service.open(tea, ASHA) as group:
        inside = in_group(group, SystemClock())
        ours = OurGroup(
            legal_form=LegalForm.CIO,
            year_end=YearEnd(ended.day, ended.month),
            years=(Year("y", ended, 3_000_000),),
        )
        inside.records.add(PROFILE, ours, record_id=OUR_GROUP)
    told, code = run("--from", today, "--to", today + timedelta(days=366))
    assert code == 0
    filings = {each["what"]: each for each in told["dates"] if each["kind"] == "filing"}
    assert {"Fill in the annual return", "Send your accounts and the trustees' report"} <= {
        *filings
    }
    assert filings["Fill in the annual return"]["on"] == months_on(ended, 10).isoformat()
    assert any(each["kind"] == "year_end" for each in told["dates"])


def test_the_same_is_said_to_a_person(run):
    told, _ = run("--from", "2026-02-28", "--to", "2026-03-01", as_json=False)
    assert "Tea & Talk, 2026-02-28 to 2026-03-01: 1 date" in told
    assert "Sat 2026-02-28  09:00  Pay the hall" in told


def test_a_calendar_file_holds_the_same_dates(run, tmp_path):
    file = tmp_path / "dates.ics"
    told, code = run("--from", "2026-01-01", "--to", "2026-12-31", "--ics", file)
    assert (code, told["ics"], told["ics_dates"]) == (0, str(file), 12)
    found = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(each["summary"]) for each in found] == ["Pay the hall"] * 12
    assert len({str(each["uid"]) for each in found}) == 12


def test_a_time_that_ends_before_it_begins_is_said_in_words(run):
    told, code = run("--from", "2026-03-01", "--to", "2026-02-01")
    assert code == 2
    assert "before the first" in told["error"]["message"]


def test_nothing_to_put_in_a_calendar_is_said_and_writes_nothing(run, tmp_path):
    file = tmp_path / "dates.ics"
    told, code = run("--from", "2020-01-01", "--to", "2020-01-02", "--ics", file)
    assert code == 2
    assert told["error"]["message"] == "There are no dates to put in a calendar."
    assert not file.exists()
