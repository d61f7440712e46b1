"""A house with laptops of one group, and a service in memory between them."""

import pytest

from tests.support.laptops import house


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
