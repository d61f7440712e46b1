"""Figures for answers: of the group's own records, and of the library for the group's places."""

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import FactSource, UsedFact
from vcs_desktop.domain.application_figures import (
    FactOffer,
    OwnRecords,
    library_figure,
    newest_of,
    of_places,
    own_figures,
    says_something,
    stale_in,
)
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.attendance_sums import names_of_activities
from vcs_desktop.domain.figures import editions, why_not_compared
from vcs_desktop.domain.people import Tie
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.services.facts import FactFilters, FactsService
from vcs_desktop.services.space import Space


class FiguresService:
    """Works the figures out anew each time: what stands in an answer is kept there, as it was."""

    def __init__(self, space: Space, facts: FactsService, clock: Clock) -> None:
        self._space = space
        self._facts = facts
        self._clock = clock

    def offers(self, application_id: str) -> list[FactOffer]:
        """Return what can be put into an answer: the group's own figures, then its places'.

        A group that has not said where it works has no figures of places, and what an older
        edition says is not offered.

        Raises:
            NoSuchRecord: there is no such application.
        """
        inside = self._space.inside()
        inside.applications.application(application_id)
        ours = [each for each in own_figures(self._own()).values() if says_something(each)]
        every = self._library()
        told = inside.our_group.held()
        near = of_places(every.values(), told.thing.areas if told else ())
        newest = [each for each in near if newest_of(each, every).id == each.id]
        return [*ours, *(library_figure(each) for each in newest)]

    def stale(self, whole: Whole) -> dict[str, list[tuple[UsedFact, FactOffer]]]:
        """Return the figures of an application that have newer ones, by the ids of its answers.

        What is no longer known, such as a fact that left the library, is not among them.
        """
        sources = {used.source for answer in whole.answers for used in answer.facts}
        ours = own_figures(self._own()) if FactSource.OUR_RECORDS in sources else {}
        every = self._library() if FactSource.LIBRARY in sources else {}

        def newest(used: UsedFact) -> FactOffer | None:
            if used.source is FactSource.OUR_RECORDS:
                return ours.get(used.key)
            fact = every.get(used.key)
            return _newest(fact, every) if fact and fact.value is not None else None

        return stale_in(whole.answers, newest)

    def _own(self) -> OwnRecords:
        inside = self._space.inside()
        sessions = inside.attendance.sessions()
        named = {each.id: each.name for each in inside.attendance.activities(ended_too=True)}
        return OwnRecords(
            sessions=tuple(sessions),
            names=names_of_activities(sessions, named),
            members=inside.people.counts()[Tie.MEMBER],
            today=self._clock.today(),
            said_by=tr("Records of {group}", group=inside.group.name),
        )

    def _library(self) -> dict[str, CommunityFact]:
        found = self._facts.facts(FactFilters(older_too=True))
        return {line.fact.id: line.fact for line in found.lines}


def _newest(fact: CommunityFact, every: dict[str, CommunityFact]) -> FactOffer:
    """Return what a fact is now; a note says where the two must not be held side by side."""
    newest = newest_of(fact, every)
    if newest.id == fact.id:
        return library_figure(fact)
    return library_figure(newest, why_not_compared(editions(fact, every)))
