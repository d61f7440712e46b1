"""A window whose group is on several laptops, with a service in memory between them."""

from functools import partial

from tests.support import accessibility
from tests.support.every_size import from_what_is_on, put_on
from tests.support.fake_service import FakeServer
from tests.support.group_house import GroupHouse
from tests.support.laptops import ADDRESS, House
from vcs_desktop.services.space import Space
from vcs_desktop.sync.service_errors import ServiceOffline
from vcs_desktop.ui.pages.our_group.laptops_part import LaptopsPart
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.widgets.basics import column, panel, scroll

SECOND_LAPTOP = "Ben's laptop"
SIZES = ((1150, 600, 100, "light"), (683, 364, 200, "light"), (1150, 600, 100, "contrast"))


class LaptopsHouse(GroupHouse):
    """The laptop of the window; ``others`` are without one, and act at once."""

    def __init__(self, folder, tasks, qtbot, clock):
        super().__init__(folder, tasks, qtbot, clock)
        self.server = FakeServer(clock)
        self.space = Space(clock, connect=self.server.at)
        self.joining = self.groups.beginnings.joining
        self.joining.connect = self.server.at
        self.others = House(folder / "others", self.server, clock)

    def share(self):
        """Let the open group use the service."""
        laptops = self.inside.laptops
        laptops.share("Asha's laptop")
        laptops.use_service(ADDRESS, self.server.new_code())
        laptops.exchange()
        self.session.tell_acted()
        self.settle()

    def two(self):
        """Begin a group in the window that is on another laptop too, and return that one."""
        self.begin()
        self.share()
        return self.others.another(self.inside, name=SECOND_LAPTOP)

    def go_offline(self, *, is_off=True):
        """Have the service answer nobody, or everybody again."""

        def fail(_when, _what):
            raise ServiceOffline

        self.server.faults = fail if is_off else lambda *_: None

    def settle(self):
        """Wait until all that was asked for on the lanes has been told."""
        for _ in range(3):  # an answer may lead to one more question
            arrived = []
            for lane in ("data", "work", "network"):
                self.tasks.run(int, then=arrived.append, otherwise=arrived.append, lane=lane)
            self._qtbot.waitUntil(lambda arrived=arrived: len(arrived) == 3, timeout=30_000)

    def close(self):
        super().close()
        self.others.close()


class LaptopsWindow:
    """The part in a pane, as the page holds it."""

    def __init__(self, house, show, qtbot):
        self.house = house
        self.part = LaptopsPart(house, house.tasks, house.session)
        self._qtbot = qtbot
        self.pane = scroll(panel(column(self.part, margins=(20, 14, 16, 14))))
        show(self.pane, 1150, 600)
        self.look_again()

    def look_again(self):
        self.part.shown()
        self.house.settle()

    def can_be_used(self, sizes=SIZES):
        """Wait until nobody complains of it, at each (width, height, per cent, theme)."""
        for width, height, percent, theme in from_what_is_on(sizes):
            put_on(percent, theme)
            self.pane.resize(width, height)
            self._qtbot.waitUntil(partial(self._nothing_is_wrong, (width, percent, theme)))
        put_on(100, "light")

    def _nothing_is_wrong(self, how):
        put_tab_in_reading_order(self.pane)
        complaints = accessibility.every_complaint(self.pane)
        complaints += accessibility.words_without_room(self.pane)
        assert complaints == [], how
