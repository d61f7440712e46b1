"""The pages of the window, in the order of the sidebar. A page appears only when it works."""

from functools import partial

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import PageSpec
from vcs_desktop.ui.page import Page


def pages(services: Services, tasks: Tasks) -> tuple[PageSpec, ...]:
    """Return every page; each is imported and made when it is first visited."""
    home, funding = partial(_home, services, tasks), partial(_funding, services, tasks)
    return (
        PageSpec("home", "Home", "house", home, "Ctrl+1"),
        PageSpec("funding", "Funding", "hand-coins", funding, "Ctrl+2", answers_search=True),
    )


def _home(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.home.page import HomePage

    return HomePage(services, tasks)


def _funding(services: Services, tasks: Tasks) -> Page:
    from vcs_desktop.ui.pages.funding.page import FundingPage

    return FundingPage(services, tasks)
