"""What the floors above may ask for: one service for each noun.

``app.parts.Parts`` makes them on first use, away from the window's thread, so
importing this module imports no database.
"""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vcs_desktop.services.applications.figures import FiguresService
    from vcs_desktop.services.applications.readiness import ReadinessService
    from vcs_desktop.services.arrivals import ArrivalsService
    from vcs_desktop.services.choices import ChoicesService
    from vcs_desktop.services.council import CouncilService
    from vcs_desktop.services.council_year import ActionPlanService, YearReportService
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
    from vcs_desktop.services.officer_inbox import OfficerInboxService
    from vcs_desktop.services.publishing import PublishingService
    from vcs_desktop.services.search import SearchService
    from vcs_desktop.services.sharing.sending import SubmissionsService
    from vcs_desktop.services.sharing.subjects import SubjectsService
    from vcs_desktop.services.sheet import SheetService
    from vcs_desktop.services.space import Space
    from vcs_desktop.services.spelling import SpellingService


class SharingServices(Protocol):
    """What a group tells the council, and how it gets there."""

    @property
    def submissions(self) -> "SubmissionsService":
        """Sends what the open group has agreed to share. Ask on the network lane only."""

    @property
    def officer_inbox(self) -> "OfficerInboxService":
        """Opens an officer's inbox. Ask on the network lane only."""

    @property
    def subjects(self) -> "SubjectsService":
        """What of the library something can be shared about."""


class OfficerServices(Protocol):
    """What an officer of the council does in a year, beside publishing."""

    @property
    def action_plan(self) -> "ActionPlanService":
        """Keeps the council's own action plan."""

    @property
    def year_report(self) -> "YearReportService":
        """Makes the yearly report to OSCA."""


class Services(SharingServices, OfficerServices, Protocol):
    """Every service, made when first asked for. Ask on the data or the work lane only."""

    @property
    def library(self) -> "LibraryService":
        """Fills, lists and shows the local library."""

    @property
    def arrivals(self) -> "ArrivalsService":
        """Takes in libraries that others publish: from a service, a stick or a folder."""

    @property
    def publishing(self) -> "PublishingService":
        """Publishes a library, for whoever has the key to it."""

    @property
    def search(self) -> "SearchService":
        """Finds records by their words."""

    @property
    def fit(self) -> "FitService":
        """Judges what a group may apply for."""

    @property
    def funding(self) -> "FundingService":
        """Lists grants and contracts for the window."""

    @property
    def home(self) -> "HomeService":
        """Says what to look at first."""

    @property
    def choices(self) -> "ChoicesService":
        """Keeps what was kept, hidden and put on the committee sheet."""

    @property
    def sheet(self) -> "SheetService":
        """Makes the committee sheet."""

    @property
    def learning(self) -> "LearningService":
        """Lists guides, shows them, and remembers what was done."""

    @property
    def facts(self) -> "FactsService":
        """Figures about places, and the rules and limits that hold."""

    @property
    def fact_sheet(self) -> "FactSheetService":
        """Makes the sheet of facts."""

    @property
    def council(self) -> "CouncilService":
        """The strategy, the Compact, the council's money, networks and events."""

    @property
    def dates(self) -> "DatesService":
        """The dates of the open group: what falls due, what is next."""

    @property
    def readiness(self) -> "ReadinessService":
        """Says whether an application of the open group is ready to be sent."""

    @property
    def figures(self) -> "FiguresService":
        """Figures of the open group and of its places, to be put into answers."""

    @property
    def spelling(self) -> "SpellingService":
        """Which words are not known, and what may have been meant. Ask on the work lane only."""

    @property
    def groups(self) -> "GroupsService":
        """The groups of this computer: made, listed and opened."""

    @property
    def space(self) -> "Space":
        """The group that is open in this window, and what can be done in it."""

    @property
    def help(self) -> "HelpService":
        """The help pages that travel with the program, and the glossary."""
