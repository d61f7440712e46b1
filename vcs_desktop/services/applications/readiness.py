"""Is an application ready to be sent? Holds it against the group, the library and the day."""

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.days import decision_day
from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.readiness import Around, readiness
from vcs_desktop.domain.ready_lines import ReadyLine
from vcs_desktop.services.applications.figures import FiguresService
from vcs_desktop.services.funding import FundingService
from vcs_desktop.services.space import Space


class ReadinessService:
    """Looks at the application as it stands, each time anew: nothing of it is kept."""

    def __init__(
        self, space: Space, clock: Clock, funding: FundingService, figures: FiguresService
    ) -> None:
        self._space = space
        self._clock = clock
        self._funding = funding
        self._figures = figures

    def lines(self, application_id: str) -> tuple[ReadyLine, ...]:
        """Return what is good, what is to be done and what to look at, topic by topic.

        Raises:
            NoSuchRecord: there is no such application.
        """
        whole = self._space.inside().applications.whole(application_id)
        return readiness(whole, self.around(whole))

    def around(self, whole: Whole) -> Around:
        """Return what an application is held against today."""
        inside, terms = self._space.inside(), whole.application.terms
        today = self._clock.today()
        call, fit = self._notice(whole)
        newer = inside.applications.changes_in_call(whole, call) if call else ()
        return Around(
            today=today,
            papers={each.id: each for each in inside.papers.all()},
            stale={each: len(found) for each, found in self._figures.stale(whole).items()},
            fit=fit,
            newer_terms=len(newer),
            decides_on=decision_day(terms.closes_on, terms.decision_weeks, today),
            undecided=inside.applications.undecided(whole.application.id),
        )

    def notice(self, whole: Whole) -> FundingCall | None:
        """Return the notice of the library that an application began from, as it is now."""
        return self._notice(whole)[0]

    def _notice(self, whole: Whole) -> tuple[FundingCall | None, Fit | None]:
        if not whole.application.call:
            return None, None
        try:
            found = self._funding.detail(whole.application.call)
        except NotFound:
            return None, None
        return found.call, found.line.fit
