"""A real library file, and two computers of a group with a file each."""

import pytest

from tests.support.group_file import computer
from tests.support.library_examples import new_library


@pytest.fixture
def library(tmp_path):
    database = new_library(tmp_path)
    yield database
    database.close()


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db", seed=1)
    yield made
    made.database.close()


@pytest.fixture
def there(tmp_path):
    made = computer(tmp_path / "there.db", seed=2)
    yield made
    made.database.close()
