"""The pages of the window, in the order of the sidebar. A page appears only when it works."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.main_window import PageSpec
from vcs_desktop.ui.navigation import GROUP, KEY
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.updates.updates import Updates

LIBRARY = "library"
"""The id of the page that takes libraries and files."""


def pages(
    services: Services,
    tasks: Tasks,
    session: GroupSession,
    settings: SettingsFile,
    data_folder: Path,
    updates: Updates,
    publisher: PublisherSession,
) -> tuple[PageSpec, ...]:
    """Return every page; each is imported and made when it is first visited."""
    places = _places(services, tasks, session, settings, updates)
    choices = [(place.id, place.title) for place in places]
    settings_page = partial(_settings, settings, data_folder, choices, updates)
    return (
        *places,
        *_group_places(services, tasks, session, settings),
        *_publisher_places(services, tasks, publisher),
        *_aside_places(services, tasks, session, settings, updates),
        PageSpec(
            "settings",
            tr("Settings"),
            "settings",
            settings_page,
            "Ctrl+,",
            help_topic="settings",
            aside=True,
        ),
    )


def _aside_places(
    services: Services,
    tasks: Tasks,
    session: GroupSession,
    settings: SettingsFile,
    updates: Updates,
) -> tuple[PageSpec, ...]:
    """Return the pages that the menus lead to, but for the settings."""
    return (
        PageSpec(
            "groups",
            tr("Open a group"),
            "users",
            partial(_groups, services, tasks, session, settings),
            "",
            help_topic="groups",
            aside=True,
        ),
        PageSpec(
            LIBRARY,
            tr("Library"),
            "library",
            partial(_library, services, tasks, updates),
            "",
            help_topic="library",
            aside=True,
        ),
        PageSpec(
            "help",
            tr("Help"),
            "circle-help",
            partial(_help, services, tasks),
            "",
            shows=("term",),
            help_topic="start",
            aside=True,
        ),
    )


def _places(
    services: Services,
    tasks: Tasks,
    session: GroupSession,
    settings: SettingsFile,
    updates: Updates,
) -> tuple[PageSpec, ...]:
    """Return the pages that are places of the sidebar."""
    return (
        PageSpec(
            "home",
            tr("Home"),
            "house",
            partial(_home, services, tasks, session, settings),
            "Ctrl+1",
            help_topic="home",
        ),
        _funding_place(partial(_funding, services, tasks, session, updates)),
        PageSpec(
            "learning",
            tr("Learning"),
            "graduation-cap",
            partial(_learning, services, tasks, updates),
            "Ctrl+3",
            shows=("training", "event", "rule"),
            help_topic="learning",
        ),
        PageSpec(
            "facts",
            tr("Local facts"),
            "chart-column",
            partial(_facts, services, tasks, updates),
            "Ctrl+4",
            shows=("fact",),
            help_topic="facts",
        ),
        PageSpec(
            "council",
            tr("Council"),
            "landmark",
            partial(_council, services, tasks, session, updates),
            "Ctrl+5",
            shows=("strategy", "compact", "place", "consultation", "shared"),
            help_topic="council",
        ),
    )


def _funding_place(make: Callable[[], Page]) -> PageSpec:
    return PageSpec(
        "funding", tr("Funding"), "hand-coins", make, "Ctrl+2", takes_words=True,
        shows=("funding_call", "tender", "award"), help_topic="funding",
    )  # fmt: skip


def _group_places(
    services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
) -> tuple[PageSpec, ...]:
    """Return the pages of the open group."""
    return (
        PageSpec(
            "people",
            tr("People"),
            "users",
            partial(_people, services, tasks, session),
            "Ctrl+6",
            shows=("person", "safeguarding"),
            help_topic="people",
            needs=GROUP,
        ),
        *_week_places(services, tasks, session),
        PageSpec(
            "applications",
            tr("Applications"),
            "square-pen",
            partial(_applications, services, tasks, session),
            "",
            shows=("application", "answer", "budget", "grant", "question_list"),
            help_topic="applications",
            needs=GROUP,
        ),
        PageSpec(
            "meetings",
            tr("Meetings"),
            "messages-square",
            partial(_meetings, services, tasks, session),
            "",
            shows=("meeting",),
            help_topic="meetings",
            needs=GROUP,
        ),
        PageSpec(
            "our-group",
            tr("Our group"),
            "clipboard-list",
            partial(_our_group, services, tasks, session, settings),
            "",
            shows=("group_profile",),
            help_topic="our-group",
            needs=GROUP,
        ),
    )


def _publisher_places(
    services: Services, tasks: Tasks, publisher: PublisherSession
) -> tuple[PageSpec, ...]:
    """Return where a publisher's key is opened, and what can be done with it then."""
    return (
        PageSpec(
            "publish",
            tr("Publish"),
            "upload",
            partial(_publish, services, tasks, publisher),
            "",
            help_topic="publish",
            needs=KEY,
        ),
        PageSpec(
            "publisher-key",
            tr("Publish for the council"),
            "key-round",
            partial(_publisher_key, services, tasks, publisher),
            "",
            help_topic="publisher-keys",
            aside=True,
        ),
    )


def _week_places(services: Services, tasks: Tasks, session: GroupSession) -> tuple[PageSpec, ...]:
    """Return the pages of what a group does every week and every month."""
    return (
        PageSpec(
            "who-came",
            tr("Who came"),
            "clipboard-check",
            partial(_who_came, services, tasks, session),
            "Ctrl+7",
            shows=("attendance", "activity"),
            help_topic="who-came",
            needs=GROUP,
        ),
        PageSpec(
            "dates",
            tr("Dates"),
            "calendar-days",
            partial(_dates, services, tasks, session),
            "Ctrl+8",
            shows=("own_date", "date_done"),
            help_topic="dates",
            needs=GROUP,
        ),
        PageSpec(
            "documents",
            tr("Documents"),
            "files",
            partial(_documents, services, tasks, session),
            "Ctrl+9",
            shows=("document",),
            help_topic="documents",
            needs=GROUP,
        ),
        PageSpec(
            "volunteers",
            tr("Volunteers"),
            "heart-handshake",
            partial(_volunteers, services, tasks, session),
            "",
            shows=("volunteer_role", "shift", "expenses", "stopping", "thanks"),
            help_topic="volunteers",
            needs=GROUP,
        ),
    )


def page_modules() -> Iterator[str]:
    """Yield what the pages and the search are made of, to be imported before the first visit."""
    for place in ("funding", "learning", "facts", "council", "library", "help", "settings"):
        yield f"vcs_desktop.ui.pages.{place}.page"
    yield "vcs_desktop.ui.search_panel.search"


def _home(services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile) -> Page:
    from vcs_desktop.ui.pages.home.page import HomePage

    return HomePage(services, tasks, session, settings)


def _funding(services: Services, tasks: Tasks, session: GroupSession, updates: Updates) -> Page:
    from vcs_desktop.ui.pages.funding.page import FundingPage

    return FundingPage(services, tasks, session, updates)


def _learning(services: Services, tasks: Tasks, updates: Updates) -> Page:
    from vcs_desktop.ui.pages.learning.page import LearningPage

    return LearningPage(services, tasks, updates)


def _facts(services: Services, tasks: Tasks, updates: Updates) -> Page:
    from vcs_desktop.ui.pages.facts.page import FactsPage

    return FactsPage(services, tasks, updates)


def _council(services: Services, tasks: Tasks, session: GroupSession, updates: Updates) -> Page:
    from vcs_desktop.ui.pages.council.page import CouncilPage

    return CouncilPage(services, tasks, session, updates)


def _people(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.people.page import PeoplePage

    return PeoplePage(services, tasks, session)


def _documents(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.documents.page import DocumentsPage

    return DocumentsPage(services, tasks, session)


def _dates(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.dates.page import DatesPage

    return DatesPage(services, tasks, session)


def _meetings(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.meetings.page import MeetingsPage

    return MeetingsPage(services, tasks, session)


def _applications(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.applications.page import ApplicationsPage

    return ApplicationsPage(services, tasks, session)


def _volunteers(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.volunteers.page import VolunteersPage

    return VolunteersPage(services, tasks, session)


def _who_came(services: Services, tasks: Tasks, session: GroupSession) -> Page:
    from vcs_desktop.ui.pages.who_came.page import WhoCamePage

    return WhoCamePage(services, tasks, session)


def _our_group(
    services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
) -> Page:
    from vcs_desktop.ui.pages.our_group.page import OurGroupPage

    return OurGroupPage(services, tasks, session, settings)


def _publish(services: Services, tasks: Tasks, publisher: PublisherSession) -> Page:
    from vcs_desktop.ui.pages.publish.page import PublishPage

    return PublishPage(services, tasks, publisher)


def _publisher_key(services: Services, tasks: Tasks, publisher: PublisherSession) -> Page:
    from vcs_desktop.ui.pages.publisher_key.page import PublisherKeyPage

    return PublisherKeyPage(services, tasks, publisher)


def _groups(
    services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
) -> Page:
    from vcs_desktop.ui.pages.groups.page import GroupsPage

    return GroupsPage(services, tasks, session, settings)


def _library(services: Services, tasks: Tasks, updates: Updates) -> Page:
    from vcs_desktop.ui.pages.library.page import LibraryPage

    return LibraryPage(services, tasks, updates)


def _help(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.help.page import HelpPage

    return HelpPage(services, tasks)


def _settings(
    settings: SettingsFile,
    data_folder: Path,
    places: list[tuple[str, str]],
    updates: Updates,
) -> Page:
    from vcs_desktop.ui.pages.settings.page import SettingsPage

    return SettingsPage(settings, data_folder, places, updates)
