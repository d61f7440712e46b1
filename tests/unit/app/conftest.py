"""What each test of the command line starts with."""

import pytest

from tests.support.vault_examples import QUICK
from vcs_desktop.services import groups as groups_package
from vcs_desktop.services.groups import GroupsService


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Keys that cost nothing, for the service that the parts make."""

    def fast(*arguments, **named):
        return GroupsService(*arguments, **named, effort=QUICK)

    monkeypatch.setattr(groups_package, "GroupsService", fast)
