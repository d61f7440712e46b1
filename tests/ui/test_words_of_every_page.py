"""In a language that changes every marked word: none was missed, and none is cut off."""

from datetime import date
from functools import partial

import pytest

from tests.support import accessibility
from tests.support.open_practice import open_practice
from tests.support.publish_states import TYPED_TO_PUBLISH
from tests.support.publish_window import open_publisher
from tests.support.window_states import STATES, STATES_OF_GROUP, TYPED, Walk
from tests.support.words_on_screen import DataWords, not_marked
from vcs_desktop.app.main import build_window
from vcs_desktop.app.pages import pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.language import tr
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.sections import Sections

SIZES = [(1366, 671, 100), (683, 364, 200)]


@pytest.fixture
def folder(tmp_path):
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


@pytest.fixture
def real_window(folder, pseudo_language, tasks, settings, show):
    """Return the window of the app with the library that travels with it, in another language."""
    parts = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    window = show(build_window(parts, tasks, settings), 1366, 671)
    yield window, parts
    window.close()
    parts.close()


SPECS = pages(None, None, None, None, None, None, None)
OF_GROUP = {spec.id for spec in SPECS if spec.needs == "group"}
OF_KEY = {spec.id for spec in SPECS if spec.needs == "key"}


def places():
    return [spec.id for spec in SPECS]


@pytest.mark.parametrize("place", places())
def test_every_word_of_the_page_is_marked_and_none_is_cut_off(real_window, qtbot, tmp_path, place):
    window, parts = real_window
    if place in OF_GROUP:
        open_practice(window, parts, qtbot)
    if place in OF_KEY:
        open_publisher(window, parts, tmp_path, qtbot)
    page = come_to(window, qtbot, place)
    data = DataWords(parts, *TYPED_TO_PUBLISH, str(tmp_path))
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        window.resize(width, height)
        for open_part in parts_of(page):
            open_part()
            qtbot.waitUntil(partial(nothing_is_wrong, window, page, data))


def come_to(window, qtbot, place):
    page = window.page()
    if place != places()[0]:
        page = window.open_place(place)
    with qtbot.waitSignal(page.ready, timeout=30_000):
        page.shown()
    return page


def parts_of(page):
    """Return what opens each part of a page: its sections, or nothing at all."""
    found = page.findChildren(Sections)
    ids = [part for each in found for part in each.buttons]
    return [partial(found[0].open, part) for part in ids] or [lambda: None]


def nothing_is_wrong(window, page, data):
    assert not_marked(window, data) == []
    assert accessibility.words_cut_off(page) == []
    assert accessibility.words_without_room(page) == []


@pytest.mark.parametrize("state", STATES)
def test_every_word_that_opens_answers_or_tells_is_marked_and_none_is_cut_off(
    real_window, qtbot, tmp_path, state
):
    window, parts = real_window
    if state in STATES_OF_GROUP:
        open_practice(window, parts, qtbot)
    data, walk = DataWords(parts, *TYPED), Walk(window, parts, qtbot, tmp_path)
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        window.resize(width, height)
        for shown in STATES[state](walk):
            qtbot.waitUntil(partial(nothing_is_wrong, window, shown, data))


class NoData:
    """A library with nothing in it."""

    def has(self, piece):
        return False

    def has_cut(self, piece, words):
        return False


def test_words_that_nobody_marked_are_found(pseudo_language, show):
    marked_too = panel(column(label(tr("Save")), label("Good to know"), button(tr("Print"))))
    assert not_marked(show(marked_too), NoData()) == [
        "QLabel: 'Good to know' in 'Good to know'",
    ]


def test_words_that_are_cut_off_are_found(pseudo_language, show):
    long = button(tr("Put it on the committee sheet"))
    inside = panel(column(long))
    long.setFixedWidth(80)
    assert len(accessibility.words_cut_off(show(inside))) == 1
    wrapped = label(tr("Put it on the committee sheet"), wrap=True)
    wrapped.setFixedSize(80, 20)
    assert len(accessibility.words_without_room(show(panel(column(wrapped))))) == 1
