"""The practice group, opened in a whole window, for the walks through every page."""

from tests.support.loaded_once import PracticeGroups
from tests.support.vault_examples import service
from vcs_desktop.ui.group_session import GroupSession

groups_made: PracticeGroups | None = None  # by ``tests/ui/conftest.py``, once a process


def open_practice(window, parts, qtbot):
    """Open the practice group as the window does; its keys cost nothing to work out.

    It was made before, for whichever test was first to ask, and is copied.
    """
    groups_made.put(parts.folder.groups_folder, parts.clock)
    parts.made["groups"] = service(parts.folder.groups_folder, parts.clock)
    session = window.findChild(GroupSession)
    problems = []
    with qtbot.waitSignal(session.opened, timeout=30_000):
        session.open_with(parts.groups.practice.open, then=list, otherwise=problems.append)
    assert problems == []
    return session
