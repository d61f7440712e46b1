"""Puts the parts together: which service stands on which, for one data folder."""

from typing import TYPE_CHECKING

from vcs_desktop.app.once import Once
from vcs_desktop.app.public_parts import PublicParts
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.paths import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vcs_desktop.services.applications.figures import FiguresService
    from vcs_desktop.services.applications.readiness import ReadinessService
    from vcs_desktop.services.arrivals import Step
    from vcs_desktop.services.choices import ChoicesService
    from vcs_desktop.services.council import CouncilService
    from vcs_desktop.services.dates import DatesService
    from vcs_desktop.services.fit import FitService
    from vcs_desktop.services.funding import FundingService
    from vcs_desktop.services.groups import GroupsService
    from vcs_desktop.services.home import HomeService
    from vcs_desktop.services.search import SearchService
    from vcs_desktop.services.sharing.sending import SubmissionsService
    from vcs_desktop.services.sharing.subjects import SubjectsService
    from vcs_desktop.services.sheet import SheetService
    from vcs_desktop.services.space import Space
    from vcs_desktop.services.two_laptops.connecting import Connect

_OF_GROUP = (
    "fit",
    "choices",
    "funding",
    "home",
    "sheet",
    "council",
    "search",
    "dates",
    "figures",
    "readiness",
    "subjects",
)
"""The parts that say or keep something of the open group, or stand on one that does."""


class Parts(PublicParts):
    """Every service of one data folder; fulfils ``services.offer.Services``.

    Nothing is imported before it is needed, so that the window comes first. The
    first service that needs the library makes it ready, which can take a moment:
    ask on the data or the work lane only.
    """

    def __init__(self, folder: DataFolder, clock: Clock, connect: "Connect | None" = None) -> None:
        """``connect`` comes to the service of a group; None is the usual way."""
        super().__init__(folder, clock)
        self._connect = connect
        self._had_group = False

    @Once
    def search(self) -> "SearchService":
        """Finds records by their words."""
        from vcs_desktop.services.search import SearchService

        return SearchService(self._database, self.clock)

    @Once
    def fit(self) -> "FitService":
        """Judges what a group may apply for."""
        from vcs_desktop.services.fit import FitService
        from vcs_desktop.services.fit_kept import KeptInMemory

        # What is said of a group is never written down outside its own file.
        kept = KeptInMemory(self._database) if self.space.is_open else None
        return FitService(self._database, self.clock, kept)

    @Once
    def choices(self) -> "ChoicesService":
        """Keeps what was kept, hidden and put on the committee sheet."""
        from vcs_desktop.services.choices import ChoicesService

        space = self.space
        where = space.inside().desk if space.is_open else self.folder.choices_file
        return ChoicesService(where, self.clock)

    @Once
    def funding(self) -> "FundingService":
        """Lists grants and contracts for the window."""
        from vcs_desktop.app.judged_group import JudgedGroup
        from vcs_desktop.services.funding import FundingService

        whose = JudgedGroup(self.space).profile
        return FundingService(self._database, self.clock, self.fit, self.choices, whose)

    @Once
    def home(self) -> "HomeService":
        """Says what to look at first."""
        from vcs_desktop.services.home import HomeService

        return HomeService(self._database, self.funding, self.choices, self.clock)

    @Once
    def sheet(self) -> "SheetService":
        """Makes the committee sheet."""
        from vcs_desktop.services.sheet import SheetService

        return SheetService(self._database, self.clock, self.fit, self.folder.pages_folder)

    @Once
    def council(self) -> "CouncilService":
        """The strategy, the Compact, the council's money, networks and events."""
        from vcs_desktop.services.council import CouncilService

        return CouncilService(self._database, self.choices, self.clock)

    @Once
    def dates(self) -> "DatesService":
        """The dates of the open group: what falls due, what is next."""
        from vcs_desktop.services.closings import ClosingsService
        from vcs_desktop.services.dates import DatesService

        closings = ClosingsService(self._database, self.choices)
        return DatesService(self.space, self.clock, closings.dues, self.facts.rulebook)

    @Once
    def readiness(self) -> "ReadinessService":
        """Says whether an application of the open group is ready to be sent."""
        from vcs_desktop.services.applications.readiness import ReadinessService

        return ReadinessService(self.space, self.clock, self.funding, self.figures)

    @Once
    def figures(self) -> "FiguresService":
        """Figures of the open group and of its places, to be put into answers."""
        from vcs_desktop.services.applications.figures import FiguresService

        return FiguresService(self.space, self.facts, self.clock)

    @Once
    def groups(self) -> "GroupsService":
        """The groups of this computer: made, listed and opened. It needs no library."""
        from vcs_desktop.core.disks import SystemDisks
        from vcs_desktop.core.settings import SettingsFile
        from vcs_desktop.services.groups import GroupsService

        folder = self.folder
        made = GroupsService(
            folder.groups_folder,
            self.clock,
            SystemDisks(),
            portable=folder.portable,
            # As it is on the disk now, for the window changes it meanwhile.
            shared=lambda: SettingsFile(folder.settings_file).current.shared,
        )
        if self._connect is not None:
            made.beginnings.joining.connect = self._connect
        return made

    @Once
    def space(self) -> "Space":
        """The group that is open in this window, and what can be done in it."""
        from vcs_desktop.services.space import Space

        return Space(self.clock, self._turn_to_group, self._connect)

    @Once
    def submissions(self) -> "SubmissionsService":
        """Sends what the open group has agreed to share, once it can be sent."""
        from vcs_desktop.services.sharing.door import door_of
        from vcs_desktop.services.sharing.sending import SubmissionsService

        return SubmissionsService(self.space, door_of)

    @Once
    def subjects(self) -> "SubjectsService":
        """What of the library something can be shared about."""
        from vcs_desktop.services.sharing.subjects import SubjectsService

        return SubjectsService(self._database, self.choices, self.clock)

    def after_library(self, go_on: "Callable[[], bool]") -> "Iterable[Step]":
        """Send what the open group has agreed to share."""
        if not self.space.is_open:
            return ()
        from vcs_desktop.services.sharing.step import steps

        return steps(self.submissions, go_on)

    def _turn_to_group(self) -> None:
        """Make what is of one group anew: another group is open, or none."""
        with self.lock:
            self._had_group = True
            for name in _OF_GROUP:
                self.made.pop(name, None)

    def close(self) -> None:
        """Lock the group and close the library file. The lanes have been stopped before.

        So nobody makes a page to print any more: those of a group go now.
        """
        with self.lock:
            if "space" in self.made:
                self.space.lock()
            if "file" in self.made:
                self.file.close()
            self.made.clear()
            if self._had_group:
                self.folder.throw_pages_away()
