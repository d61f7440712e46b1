"""A house with laptops of one group, and a service in memory between them."""

import pytest

from tests.support.laptops import house
from tests.support.vault_examples import QUICK
from vcs_desktop.vault import invitation


@pytest.fixture
def home(tmp_path):
    made = house(tmp_path)
    yield made
    made.close()


@pytest.fixture
def two(home):
    """Two laptops that have the same group, with one person in it."""
    one = home.first()
    return one, home.another(one)


@pytest.fixture(autouse=True)
def quick_codes(monkeypatch):
    """Codes whose keys cost nothing to work out."""
    monkeypatch.setattr(invitation, "FOR_CODES", QUICK)
