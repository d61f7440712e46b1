"""A real, encrypted group that is open in a window, for tests of what people see of it."""

from datetime import date

from tests.support.vault_examples import ASHA, TEA, service
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.space import Space
from vcs_desktop.ui.group_session import GroupSession

TODAY = date(2026, 11, 23)


class GroupHouse:
    """The services that pages of an open group ask: the groups of a folder, and the open one.

    ``session`` is the window's side of it. ``begin`` makes the group and opens it, as
    whoever starts one does; ``lock`` locks it, ``open_again`` opens it with Asha's words.
    """

    def __init__(self, folder, tasks, qtbot, clock=None):
        self.clock = clock or FixedClock.on(TODAY)
        self.groups = service(folder / "groups", self.clock)
        self.space = Space(self.clock)
        self.tasks = tasks
        self.session = GroupSession(self, tasks)
        self._qtbot = qtbot
        self._id = ""

    @property
    def inside(self):
        """The services of the open group."""
        return self.space.inside()

    def begin(self, group=TEA):
        """Make a group, and open it."""
        self._open(lambda: self.groups.create(group))
        self._id = self.session.group_id
        return self

    def open_again(self, words=ASHA):
        """Open the group that was made."""
        self._open(lambda: self.groups.open(self._id, words))

    def lock(self):
        """Lock the group, and wait until its file has been let go."""
        self.session.lock()
        self._qtbot.waitUntil(lambda: not self.space.is_open)

    def settle(self):
        """Wait until all that was asked for on the lanes has been told."""
        for _ in range(2):  # an answer may lead to one more question
            arrived = []
            for lane in ("data", "work"):
                self.tasks.run(int, then=arrived.append, otherwise=arrived.append, lane=lane)
            self._qtbot.waitUntil(lambda arrived=arrived: len(arrived) == 2, timeout=30_000)

    def close(self):
        """Let the file go, once the lanes have stopped."""
        self.space.lock()

    def _open(self, opening):
        problems = []
        with self._qtbot.waitSignal(self.session.opened, timeout=30_000):
            self.session.open_with(opening, then=list, otherwise=problems.append)
        assert problems == []
