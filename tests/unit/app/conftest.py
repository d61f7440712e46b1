"""What each test of the command line starts with."""

import json

import pytest

from tests.support.vault_examples import QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.services import groups as groups_package
from vcs_desktop.services.groups import GroupsService


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Keys that cost nothing, for the service that the parts make."""

    def fast(*arguments, **named):
        return GroupsService(*arguments, **named, effort=QUICK)

    monkeypatch.setattr(groups_package, "GroupsService", fast)


@pytest.fixture
def run(tmp_path, capsys):
    """Run the program in a data folder of its own and return its code, output and errors."""

    def ran(*words):
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def ask(run):
    """Run a command with --json and return its code and its answer."""

    def asked(*words):
        code, out, _ = run(*words, "--json")
        assert len(out.splitlines()) == 1
        return code, json.loads(out)

    return asked
