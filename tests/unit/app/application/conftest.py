"""A group on the command line, with an application that was begun from a practice grant."""

import io
import json
import sys

import pytest

from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.services.groups import GroupsService, NewGroup

WARM = "practice/grant/warm-welcome"


@pytest.fixture(autouse=True)
def tea(tmp_path):
    """The id of the group in which the commands are given."""
    place = tmp_path / "data" / "groups"
    service = GroupsService(place, SystemClock(), SystemDisks(), effort=QUICK)
    with service.create(NewGroup("Tea & Talk", ASHA, "Asha")) as group:
        return group.id


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Give a command of applications; return its answer and its exit code."""

    def run_it(*words, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        place = ["--group", "Tea & Talk", "--passphrase-stdin"]
        place += ["--data-dir", str(tmp_path / "data"), *(["--json"] if as_json else [])]
        code = main(["application", *map(str, words), *place])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


@pytest.fixture
def begun(run):
    """The id of an application that was begun from a practice grant."""
    told, code = run("new", "--notice", WARM)
    assert code == 0
    return told["id"]
