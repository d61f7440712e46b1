"""Pages over a small real library, with services that can be held back."""

import pytest

from tests.support.fake_services import Held
from tests.support.funding_library import EVERYTHING, Household
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.funding.page import FundingPage


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


@pytest.fixture
def funding_page(house, tasks, show, qtbot):
    made = show(FundingPage(house, tasks), 1150, 640)
    made.shown()
    qtbot.waitUntil(lambda: "Judged for" in made.subtitle)
    qtbot.waitUntil(lambda: made.find_view.pane.card is not None)
    return made


@pytest.fixture
def opened(monkeypatch):
    """Note which files are opened instead of opening them; this computer has a program for each."""
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths
