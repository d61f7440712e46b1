"""The pages of the window, in the order of the sidebar. A page appears only when it works."""

from functools import partial
from pathlib import Path

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import PageSpec
from vcs_desktop.ui.page import Page


def pages(
    services: Services, tasks: Tasks, settings: SettingsFile, data_folder: Path
) -> tuple[PageSpec, ...]:
    """Return every page; each is imported and made when it is first visited."""
    home = partial(_home, services, tasks)
    funding = partial(_funding, services, tasks)
    help_page = partial(_help, services, tasks)
    places = (
        PageSpec("home", tr("Home"), "house", home, "Ctrl+1", help_topic="home"),
        PageSpec(
            "funding",
            tr("Funding"),
            "hand-coins",
            funding,
            "Ctrl+2",
            answers_search=True,
            shows=("funding_call", "tender", "award"),
            help_topic="funding",
        ),
    )
    choices = [(place.id, place.title) for place in places]
    settings_page = partial(_settings, settings, data_folder, choices)
    return (
        *places,
        PageSpec(
            "help",
            tr("Help"),
            "circle-help",
            help_page,
            "",
            shows=("term",),
            help_topic="start",
            aside=True,
        ),
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


def _home(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.home.page import HomePage

    return HomePage(services, tasks)


def _funding(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.funding.page import FundingPage

    return FundingPage(services, tasks)


def _help(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.help.page import HelpPage

    return HelpPage(services, tasks)


def _settings(settings: SettingsFile, data_folder: Path, places: list[tuple[str, str]]) -> Page:
    from vcs_desktop.ui.pages.settings.page import SettingsPage

    return SettingsPage(settings, data_folder, places)
