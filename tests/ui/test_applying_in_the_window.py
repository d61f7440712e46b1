"""From a grant on the Funding page to its application, through the whole window."""

from datetime import date

import pytest

from tests.support.open_practice import open_practice
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.library import Kind


@pytest.fixture
def real_window(tmp_path, tasks, settings, show):
    """Return the window of the app, its library filled with what travels with the program."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 22)))
    window = show(build_window(parts, tasks, settings), 1366, 671)
    window.parts = parts
    yield window
    window.close()
    parts.close()


def test_a_grant_leads_to_what_is_thought_of_first_and_to_its_application(real_window, qtbot):
    session = open_practice(real_window, real_window.parts, qtbot)
    funding = real_window.open_place("funding")
    qtbot.waitUntil(lambda: bool(funding.results.lines()), timeout=30_000)
    grant = next(
        each.record for each in funding.results.lines() if each.record.kind == Kind.FUNDING_CALL
    )
    funding.show_thing(grant.id)
    pane = funding.find_view.pane
    qtbot.waitUntil(lambda: pane.detail is not None and pane.detail.line.record.id == grant.id)
    assert pane.card.apply_button.isVisible()
    pane.card.apply_button.click()
    page = real_window.page()
    start = page.places.front()
    qtbot.waitUntil(lambda: start.grant.before is not None, timeout=30_000)
    assert start.grant.before.call.id == grant.id
    assert start.grant.before.fit is not None
    start.from_grant.click()
    qtbot.waitUntil(lambda: page.places.front() is not start, timeout=30_000)
    begun = page.places.front().application_id
    inside = real_window.parts.space.inside()
    assert inside.applications.application(begun).thing.call == grant.id
    assert session.is_open
