"""The parts of the program that stand on the library alone, whichever group is open."""

from threading import RLock
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.once import Once
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vcs_desktop.services.arrivals import ArrivalsService, Step
    from vcs_desktop.services.council_year import ActionPlanService, Promise, YearReportService
    from vcs_desktop.services.fact_sheet import FactSheetService
    from vcs_desktop.services.facts import FactsService
    from vcs_desktop.services.help import HelpService
    from vcs_desktop.services.learning import LearningService
    from vcs_desktop.services.library import LibraryService
    from vcs_desktop.services.officer_inbox import OfficerInboxService
    from vcs_desktop.services.publishing import PublishingService
    from vcs_desktop.services.spelling import SpellingService
    from vcs_desktop.storage.database import Database


class PublicParts:
    """The services of one data folder that know nothing of a group.

    The first that needs the library makes it ready, which can take a moment: ask on the data
    or the work lane only.
    """

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.lock = RLock()
        self.made: dict[str, Any] = {}

    @Once
    def library(self) -> "LibraryService":
        """Fills, lists and shows the local library."""
        from vcs_desktop.services.library import LibraryService

        service = LibraryService(self.file, self.clock, _starter())
        service.ensure_ready()
        return service

    @Once
    def arrivals(self) -> "ArrivalsService":
        """Takes in libraries that others publish: from a service, a stick or a folder."""
        from vcs_desktop.services.arrivals import ArrivalsService

        return ArrivalsService(
            self._database,
            self.clock,
            self.library,
            self.folder.root,
            afterwards=self.after_library,
        )

    def after_library(self, _go_on: "Callable[[], bool]") -> "Iterable[Step]":
        """Do what belongs to getting updates besides the library: nothing, without a group."""
        return ()

    @Once
    def publishing(self) -> "PublishingService":
        """Publishes a library, for whoever has the key to it. It needs no library."""
        from vcs_desktop.services.publishing import PublishingService

        return PublishingService(self.clock, self.folder.publishing_file)

    @Once
    def officer_inbox(self) -> "OfficerInboxService":
        """Opens an officer's inbox."""
        from vcs_desktop.services.officer_inbox import OfficerInboxService

        return OfficerInboxService(self.clock)

    @Once
    def action_plan(self) -> "ActionPlanService":
        """Keeps the council's own action plan."""
        from vcs_desktop.services.council_year import ActionPlanService

        return ActionPlanService(self.clock, self._promises)

    @Once
    def year_report(self) -> "YearReportService":
        """Makes the yearly report to OSCA."""
        from vcs_desktop.services.council_year import YearReportService

        return YearReportService(self.clock, self._promises)

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
    def help(self) -> "HelpService":
        """The help pages that travel with the program, and the glossary."""
        from vcs_desktop.services.help import HelpService

        return HelpService(self._database, resource("help"), self.folder.pages_folder)

    @Once
    def spelling(self) -> "SpellingService":
        """Which words are not known, and what may have been meant."""
        from vcs_desktop.services.spelling import SpellingService

        return SpellingService()

    @Once
    def file(self) -> "Database":
        """The library file, ready or not."""
        from vcs_desktop.storage.database import Database

        self.folder.make()
        return Database(self.folder.library_file)

    def _promises(self) -> "tuple[Promise, ...]":
        """Return what the library knows that the council promised."""
        from vcs_desktop.services.council_year.promises import promises_of

        return promises_of(self._database, self.clock.today())

    @property
    def _database(self) -> "Database":
        """The library file, ready to be asked."""
        self.library  # noqa: B018  asking for it makes the file ready
        return self.file


def _starter() -> "Path":
    """Return the folder of the library that travels with the program.

    Raises:
        NotALibrary: it is not there, because the program was not installed whole.
    """
    from vcs_desktop.sync.library_reader import NotALibrary

    try:
        return resource("starter")
    except FileNotFoundError as error:
        raise NotALibrary(str(error)) from error
