"""A publisher who has just begun."""

import pytest

from tests.support.publishers import Publisher


@pytest.fixture
def ann(tmp_path):
    return Publisher(tmp_path).begin()
