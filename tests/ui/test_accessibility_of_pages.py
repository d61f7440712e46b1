"""Every page of the app, with the library that travels with it, on every size of screen."""

from datetime import date
from functools import partial

import pytest

from tests.support import accessibility
from vcs_desktop.app.main import build_window
from vcs_desktop.app.pages import pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look

PLACES = [spec.id for spec in pages(None, None, None, None)]
SIZES = [(1366, 671, 100), (1366, 671, 150), (1366, 671, 200), (683, 364, 100), (683, 364, 200)]


@pytest.fixture
def real_window(tmp_path, tasks, settings, show):
    """Return the window of the app, its library filled with what travels with the program."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 22)))
    window = show(build_window(parts, tasks, settings), 1366, 671)
    yield window
    window.close()
    parts.close()


@pytest.mark.parametrize("place", PLACES)
def test_the_page_can_be_used_by_everybody(real_window, qtbot, place):
    page = real_window.page()
    if place != PLACES[0]:
        real_window.open_place(place)
        page = real_window.page()
    with qtbot.waitSignal(page.ready, timeout=30_000):
        page.shown()
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        real_window.resize(width, height)
        qtbot.waitUntil(partial(nothing_is_wrong, page))


def nothing_is_wrong(page):
    put_tab_in_reading_order(page)
    assert accessibility.every_complaint(page) == [], look.text_size
