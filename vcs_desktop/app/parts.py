"""Puts the parts together: which service stands on which, for one data folder."""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.resources import resource

if TYPE_CHECKING:
    from vcs_desktop.services.applications.readiness import ReadinessService
    from vcs_desktop.services.choices import ChoicesService
    from vcs_desktop.services.council import CouncilService
    from vcs_desktop.services.dates import DatesService
    from vcs_desktop.services.fact_sheet import FactSheetService
    from vcs_desktop.services.facts import FactsService
    from vcs_desktop.services.fit import FitService
    from vcs_desktop.services.funding import FundingService
    from vcs_desktop.services.groups import GroupsService
    from vcs_desktop.services.help import HelpService
    from vcs_desktop.services.home import HomeService
    from vcs_desktop.services.learning import LearningService
    from vcs_desktop.services.library import LibraryService
    from vcs_desktop.services.search import SearchService
    from vcs_desktop.services.sheet import SheetService
    from vcs_desktop.services.space import Space
    from vcs_desktop.services.spelling import SpellingService
    from vcs_desktop.storage.database import Database

Made = TypeVar("Made")

_OF_GROUP = (
    "fit",
    "choices",
    "funding",
    "home",
    "sheet",
    "council",
    "search",
    "dates",
    "readiness",
)
"""The parts that say or keep something of the open group, or stand on one that does."""


class Once(Generic[Made]):
    """A part that is made the first time somebody asks, whichever lane asks first."""

    def __init__(self, make: Callable[["Parts"], Made]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, parts: "Parts", owner: type) -> Made:
        """Return the part, made under the lock so that two lanes never make two."""
        with parts.lock:
            if self._name not in parts.made:
                parts.made[self._name] = self._make(parts)
            made: Made = parts.made[self._name]
            return made


class Parts:
    """Every service of one data folder; fulfils ``services.offer.Services``.

    Nothing is imported before it is needed, so that the window comes first. The
    first service that needs the library makes it ready, which can take a moment:
    ask on the data or the work lane only.
    """

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.lock = RLock()
        self.made: dict[str, Any] = {}
        self._had_group = False

    @Once
    def library(self) -> "LibraryService":
        """Fills, lists and shows the local library."""
        from vcs_desktop.services.library import LibraryService

        service = LibraryService(self.file, self.clock, resource("starter"))
        service.ensure_ready()
        return service

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
    def learning(self) -> "LearningService":
        """Lists guides, shows them, and remembers what was done."""
        from vcs_desktop.services.learning import LearningService

        folder = self.folder
        return LearningService(
            self._database, folder.learning_file, self.clock, folder.pages_folder
        )

    @Once
    def facts(self) -> "FactsService":
        """Figures about places, and the rules and limits that hold."""
        from vcs_desktop.services.facts import FactsService

        return FactsService(self._database, self.clock)

    @Once
    def fact_sheet(self) -> "FactSheetService":
        """Makes the sheet of facts."""
        from vcs_desktop.services.fact_sheet import FactSheetService

        return FactSheetService(self.facts, self.clock, self.folder.pages_folder)

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

        return ReadinessService(self.space, self.clock, self.funding)

    @Once
    def spelling(self) -> "SpellingService":
        """Which words are not known, and what may have been meant."""
        from vcs_desktop.services.spelling import SpellingService

        return SpellingService()

    @Once
    def groups(self) -> "GroupsService":
        """The groups of this computer: made, listed and opened. It needs no library."""
        from vcs_desktop.core.disks import SystemDisks
        from vcs_desktop.core.settings import SettingsFile
        from vcs_desktop.services.groups import GroupsService

        folder = self.folder
        return GroupsService(
            folder.groups_folder,
            self.clock,
            SystemDisks(),
            portable=folder.portable,
            # As it is on the disk now, for the window changes it meanwhile.
            shared=lambda: SettingsFile(folder.settings_file).current.shared,
        )

    @Once
    def space(self) -> "Space":
        """The group that is open in this window, and what can be done in it."""
        from vcs_desktop.services.space import Space

        return Space(self.clock, self._turn_to_group)

    @Once
    def help(self) -> "HelpService":
        """The help pages that travel with the program, and the glossary."""
        from vcs_desktop.services.help import HelpService

        return HelpService(self._database, resource("help"), self.folder.pages_folder)

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

    @Once
    def file(self) -> "Database":
        """The library file, ready or not."""
        from vcs_desktop.storage.database import Database

        self.folder.make()
        return Database(self.folder.library_file)

    @property
    def _database(self) -> "Database":
        """The library file, ready to be asked."""
        self.library  # noqa: B018  asking for it makes the file ready
        return self.file
