"""A laptop, and an office that publishes."""

import pytest

from tests.support.arriving import Laptop
from tests.support.signed_trees import Office


@pytest.fixture
def laptop(tmp_path):
    made = Laptop(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "tree")
