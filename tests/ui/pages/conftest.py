"""Pages over a small real library, with services that can be held back."""

import pytest

from tests.support.fake_services import Held
from tests.support.funding_library import EVERYTHING, Household


@pytest.fixture
def house(tmp_path, tasks):
    made = Household(tmp_path)
    made.put(*EVERYTHING)
    made.library.finish_index()
    for name in ("funding", "choices", "home", "sheet", "library"):
        setattr(made, name, Held(getattr(made, name)))
    yield made
    for name in ("funding", "choices", "home", "sheet", "library"):
        getattr(made, name).let_all_go()
    tasks.stop()
    made.close()
