"""Two computers of one group: Asha's is here, Ben's is there."""

import pytest

from tests.support.group_file import computer


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "here.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def there(tmp_path):
    made = computer(tmp_path / "there.db", name="Ben", seed=2)
    yield made
    made.database.close()
