"""A real library file for every test that asks for one."""

import pytest

from tests.support.library_examples import new_library


@pytest.fixture
def library(tmp_path):
    database = new_library(tmp_path)
    yield database
    database.close()
