"""What tests of applications start with: an open group, in a real encrypted file."""

import pytest

from tests.support.vault_examples import TEA, MovableClock, service
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def inside(tmp_path, clock):
    with service(tmp_path / "groups", clock).create(TEA) as group:
        yield in_group(group, clock)
