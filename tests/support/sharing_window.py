"""A group in a window, a library to share about, and a council's inbox."""

from tests.support.council_inbox import CouncilInbox
from tests.support.group_house import GroupHouse
from tests.support.library_examples import new_library, put
from tests.support.starter import of
from vcs_desktop.domain.kinds import OUR_GROUP, PERSON, PROFILE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.council import CouncilService
from vcs_desktop.services.sharing.sending import SubmissionsService
from vcs_desktop.services.sharing.subjects import SubjectsService
from vcs_desktop.ui.pages.council.our_side import SHARED
from vcs_desktop.ui.pages.council.page import CouncilPage

KINDS = ("strategy", "compact", "consultation", "tender", "fact", "rule", "place", "event")


class SharingHouse(GroupHouse):
    """``is_joined``: whether the group has joined a service. ``faults`` are of its next door."""

    def __init__(self, folder, tasks, qtbot, clock=None):
        super().__init__(folder, tasks, qtbot, clock)
        self.database = new_library(folder)
        put(self.database, *(record for kind in KINDS for record in of(kind)))
        self.choices = ChoicesService(folder / "choices.json", self.clock)
        self.council = CouncilService(self.database, self.choices, self.clock)
        self.subjects = SubjectsService(self.database, self.choices, self.clock)
        self.inbox = CouncilInbox()
        self.is_joined, self.faults = True, {}
        self.submissions = SubmissionsService(self.space, self._door)

    def fill(self):
        """Let the group say who it is."""
        ours = OurGroup(name="Marston Lunch Club", what_we_do="Lunch on Thursdays.")
        self.inside.records.add(PROFILE, ours, record_id=OUR_GROUP)
        role = Role("r", Tie.VOLUNTEER, "Cook")
        self.inside.records.add(PERSON, Person(name="Ben Okri", roles=(role,)))
        return self

    def settle(self):
        """Wait for the network too."""
        super().settle()
        arrived = []
        self.tasks.run(int, then=arrived.append, otherwise=arrived.append, lane="network")
        self._qtbot.waitUntil(lambda: bool(arrived), timeout=30_000)
        super().settle()

    def close(self):
        super().close()
        self.database.close()

    def _door(self, _inside):
        return self.inbox.door(**self.faults) if self.is_joined else None


def shared_page(house, tasks, show, qtbot, width=1150, height=700):
    """Return the Council page with what the group shared in front."""
    page = show(CouncilPage(house, tasks, house.session), width, height)
    with qtbot.waitSignal(page.ready):
        page.sections.open(SHARED)
    house.settle()
    return page
