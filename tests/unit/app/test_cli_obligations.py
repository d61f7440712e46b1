"""What a group must file, on the command line."""

import io
import json
import sys
from datetime import date

import pytest

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group import OurGroup, Year, YearEnd
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def told(data):
    """Make a group that tells this of itself."""

    def tell(ours):
        service = GroupsService(data / "groups", SystemClock(), SystemDisks(), effort=QUICK)
        with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
            in_group(group, SystemClock()).our_group.save(None, ours)

    return tell


@pytest.fixture
def run(data, capsys, monkeypatch):
    def run_it(*words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        asked = ["group", "obligations", "--group", "Tea & Talk", "--passphrase-stdin"]
        code = main([*asked, "--data-dir", str(data), *words])
        return capsys.readouterr().out, code

    return run_it


@pytest.mark.parametrize(("day", "check"), [(29, "must"), (30, "not_needed")])
def test_a_cio_sees_what_the_end_of_its_year_asks_for(told, run, day, check):
    end = date(2026, 9, day)
    told(
        OurGroup(
            name="Tea & Talk",
            legal_form=LegalForm.CIO,
            year_end=YearEnd(day, 9),
            years=(Year("1", end, 3_000_000),),
        )
    )
    out, code = run("--on", "2026-11-28", "--json")
    last = json.loads(out)["periods"][0]
    needs = {each["id"].partition("/")[0]: each["need"] for each in last["obligations"]}
    assert code == 0
    assert (last["ends_on"], last["income_pence"]) == (end.isoformat(), 3_000_000)
    assert needs["charity-check"] == check
    assert needs["charity-annual-return"] == needs["charity-accounts"] == "must"


def test_a_person_reads_what_to_do_and_the_law_behind_it(told, run):
    told(OurGroup(legal_form=LegalForm.CIC, year_end=YearEnd(31, 3)))
    out, _ = run("--on", "2026-11-28")
    assert "Must: Send your accounts to Companies House, by 2026-12-31" in out
    assert "Companies Act 2006" in out


def test_a_group_that_has_told_nothing_is_asked_for_what_is_missing(told, run):
    told(OurGroup(name="Tea & Talk"))
    out, code = run("--json")
    [only] = json.loads(out)["periods"][0]["obligations"]
    assert (code, only["need"], only["missing"]) == (0, "cannot_tell", "legal_form")
