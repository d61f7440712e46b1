"""A clock that a test sets, a laptop with groups, and a group on it."""

import pytest

from tests.support.vault_examples import TEA, MovableClock, service


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def groups(tmp_path, clock):
    return service(tmp_path / "groups", clock)


@pytest.fixture
def tea(groups):
    """The id of a group that is locked."""
    with groups.create(TEA) as made:
        return made.id
