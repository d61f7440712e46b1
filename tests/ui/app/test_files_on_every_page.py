"""Files that go along with a record stand beside it, on whichever page shows that kind."""

import hashlib
from datetime import date

import pytest

from tests.support.library_examples import grant
from tests.support.signed_trees import DIGITS, Office
from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.along.along_card import AlongCard
from vcs_desktop.ui.background import Tasks
from vcs_desktop.wire.record import Record

SHEET = b"Dear all"
FILES = {
    "documents": [
        {"title": "Letter.txt", "url": f"attachments/{hashlib.sha256(SHEET).hexdigest()}"}
    ]
}
RECORDS = (
    Record("fact", "fact/1", {"title": "Figure", "value": 1, **FILES}),
    Record("rule", "rule/a", {"title": "A limit", "rule": "a", "value": 5, **FILES}),
    Record("training", "training/no", {"title": "Say no", "body": "Read first.", **FILES}),
    grant("hall", **FILES),
)


@pytest.fixture
def window(tmp_path, qtbot):
    office = Office(tmp_path / "tree")
    office.publish(*RECORDS, attachments=(SHEET,))
    folder = DataFolder(tmp_path / "data")
    folder.make()
    clock = FixedClock.on(date(2026, 11, 22))
    parts, tasks = Parts(folder, clock), Tasks()
    parts.arrivals.take_in(office.folder, trust=DIGITS)
    made = build_window(parts, tasks, SettingsFile(folder.settings_file))
    made.resize(1366, 671)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    end(made, tasks, parts)


@pytest.mark.parametrize(
    ("kind", "place"),
    [("fact", "facts"), ("rule", "learning"), ("award", "funding")],
)
def test_a_record_shows_the_files_that_go_along_with_it(window, qtbot, kind, place):
    record = next(each for each in RECORDS if each.kind == kind)
    window.open_record(record.kind, record.id)
    assert window.stack.place_id == place
    qtbot.waitUntil(lambda: shown(window.page()) == ["0/open", "0/save"], timeout=15_000)


def test_a_guide_shows_its_files_beside_the_list(window, qtbot):
    window.open_record("training", "training/no")
    guides = window.page().guides
    qtbot.waitUntil(lambda: guides.front() is guides.reader, timeout=15_000)
    guides.leave()
    qtbot.waitUntil(lambda: shown(window.page()) == ["0/open", "0/save"], timeout=15_000)


def shown(page):
    """Return what can be done with files that are seen on a page."""
    return [
        button
        for card in page.findChildren(AlongCard)
        if card.isVisible()
        for button in card.buttons
    ]
