"""The open window notices what the command line puts into the library."""

import pytest

from tests.support.demo_page import DemoPage
from vcs_desktop.app.entry import main
from vcs_desktop.app.library_watch import LibraryWatch
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import DataFolder

CALL = """\
id: grant/pots
grantName: Pots for kitchens
fundingOrganization: {id: org/pots, name: The Pots Trust}
grantMaximumAward: 2000
currency: GBP
grantApplicationCloseDate: 2030-01-15
"""


@pytest.fixture
def parts(tmp_path, tasks):
    made = Parts(DataFolder(tmp_path / "data"), SystemClock())
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def watched(window, parts, tasks, qtbot, monkeypatch):
    """A window whose watch has looked once."""
    monkeypatch.setattr("vcs_desktop.app.library_watch.LOOK_EVERY_MS", 20)
    watch = LibraryWatch(parts, tasks, window)
    watch.begin()
    qtbot.waitUntil(lambda: bool(window.status_bar.library.text()))
    return window


def visits(window):
    page = window.page()
    assert isinstance(page, DemoPage)
    return page.visits


def test_the_status_line_says_how_old_the_library_is_and_leads_to_it(watched, qtbot):
    assert watched.status_bar.library.text().startswith("Grants and guides as of ")
    with qtbot.waitSignal(watched.status_bar.library_asked):
        watched.status_bar.library.click()


def test_what_another_program_loads_fills_the_page_again(watched, tmp_path, qtbot):
    before = visits(watched)
    (tmp_path / "call.yaml").write_text(CALL)
    data = str(tmp_path / "data")
    assert main(["--data-dir", data, "library", "load", str(tmp_path / "call.yaml")]) == 0
    qtbot.waitUntil(lambda: visits(watched) > before)


def test_writing_that_changes_no_list_leaves_the_page_alone(window, parts, tasks, qtbot):
    def write():
        with parts.file.writing() as session:
            session.connection().exec_driver_sql("DELETE FROM fit_answer")

    def in_turn(work):
        done = []
        tasks.run(work, then=done.append, otherwise=done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert done == [None]

    watch = LibraryWatch(parts, tasks, window)
    watch.look()
    in_turn(write)
    before = visits(window)
    watch.look()
    in_turn(lambda: None)  # the data lane keeps its order, so the look is over too
    assert visits(window) == before
