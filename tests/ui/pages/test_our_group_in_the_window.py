"""In the window of the app, with the practice group open: its page is reached, used and left."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.every_size import from_what_is_on, nothing_is_wrong, put_on
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.our_group_gaps import Step
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group.about_part import AboutPart

LOOKS = [
    (1366, 671, 100, "light"),
    (683, 364, 200, "light"),
    (683, 364, 200, "contrast"),
    (1366, 671, 200, "dark"),
]
MOST_STOPS = 200


@pytest.fixture
def window(tmp_path, tasks, settings, show, qtbot):
    """Return the window at the page of the practice group, and what the group told of itself."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 22)))
    made = show(build_window(parts, tasks, settings), 1366, 671)
    session = made.findChild(GroupSession)
    with qtbot.waitSignal(session.opened, timeout=60_000):
        session.open_with(parts.groups.practice.open, then=list, otherwise=pytest.fail)
    page = made.open_place("our-group")
    part = page.findChild(AboutPart)
    qtbot.waitUntil(part.overview.isVisible, timeout=30_000)
    yield made, page, part
    session.lock()
    made.close()
    tasks.stop()
    parts.close()


def test_another_page_leads_to_one_question_also_while_another_is_open(window, qtbot):
    made, page, part = window
    part.open_step(Step.WHAT_WE_DO)
    made.open_place("home")
    page.place_asked.emit("our-group", "about/years")
    qtbot.waitUntil(lambda: part.form.isVisible() and part.form.step == Step.YEARS)


def test_the_cards_and_a_question_can_be_used_at_every_size(window, qtbot):
    made, page, part = window
    for step in (None, Step.YEARS):
        if step is not None:
            part.open_step(step)
        for width, height, percent, theme in from_what_is_on(LOOKS):
            put_on(percent, theme)
            made.resize(width, height)
            qtbot.waitUntil(partial(nothing_is_wrong, page))


def test_tab_comes_to_every_stop_of_a_question_and_out_again(window, qtbot):
    made, page, part = window
    part.open_step(Step.BANK)
    start = QApplication.focusWidget()
    assert page.isAncestorOf(start)
    visited = []
    while len(visited) < MOST_STOPS and start not in visited:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert start in visited
    assert made.top_bar.search in visited
    for stop in (part.form.next_button, part.form.back_button, part.form.leave_button):
        assert stop in visited
    boxes = [
        field.box for name, field in part.form.question.fields.items() if name != "has_account"
    ]
    assert [box for box in boxes if box not in visited] == []
