"""Grants and contracts for the window: lists, one in full, and who has been funded near us."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain import areas, days
from vcs_desktop.domain.awards import Award, AwardsSummary, summary_of
from vcs_desktop.domain.fit.judge import order
from vcs_desktop.domain.fit.result import Fit, Verdict
from vcs_desktop.domain.from_record import every_usable, usable
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.library import OPPORTUNITIES, Kind
from vcs_desktop.domain.opportunities import (
    Filters,
    OpportunityDetail,
    OpportunityLine,
    OpportunityList,
    Order,
    RecordLine,
)
from vcs_desktop.domain.reference import Place
from vcs_desktop.domain.tender_changes import changes_between
from vcs_desktop.domain.tender_words import plainly
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.services.choices import NO_REASON, Choices, ChoicesService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import awards, opportunities, records

if TYPE_CHECKING:
    from vcs_desktop.services.fit import FitService

JUDGED_AT_ONCE = 2000
"""How many are judged before a list is shown: under half a second on a quick computer."""
MOST_LISTED = 300
AWARDS_MEASURED = 5000
AWARDS_LISTED = 200
_PRACTICE = " (practice)"
AREAS = ("county", "district")


@dataclass(frozen=True, slots=True)
class FundedNearUs:
    """Awards near the group or found by words.

    ``awards`` are the newest, ``total`` counts all, ``summary`` measures them.
    ``where`` says in words what was looked for ("in or near Oxford"), and ``words``
    are those that it was looked for with, if any.
    """

    awards: tuple[Award, ...]
    total: int
    summary: AwardsSummary
    where: str
    words: str = ""


class FundingService:
    """Finds grants and contracts in the local library. Needs no network."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fit: "FitService",
        choices: ChoicesService,
        whose: Callable[[], GroupProfile],
    ) -> None:
        """``whose`` returns the group that is judged, as it is now."""
        self._database = database
        self._clock = clock
        self._fit = fit
        self._choices = choices
        self._whose = whose
        self._to_hold: tuple[int, list[tuple[str, str]]] | None = None

    @property
    def profile(self) -> GroupProfile:
        """The group that is judged."""
        return self._whose()

    @property
    def judged_for(self) -> str:
        """Say for whom fit is judged. Until a group is open, it is the practice group."""
        name = self.profile.name
        if not name.endswith(_PRACTICE):
            return name
        return tr("{name}, a practice group", name=name.removesuffix(_PRACTICE))

    def first_open(self, filters: Filters | None = None, limit: int = 50) -> OpportunityList:
        """Return the first that answer the filters by closing day, nothing judged: at once."""
        on, choices = self._clock.today(), self._choices.all()
        total, lines = self._matching(filters or Filters(), on, choices, limit)
        return OpportunityList(
            open_to_you=tuple(_line(record, None, choices) for record in lines),
            total=total,
            order=Order.CLOSING,
            on=on,
        )

    def find(self, filters: Filters, *, at_most: int | None = None) -> OpportunityList:
        """Return what answers the filters, judged, in the order that they ask for.

        What cannot be applied for stands apart, whatever the order. In a library
        larger than ``at_most`` (None: ``JUDGED_AT_ONCE``), the likeliest are judged.
        """
        on, choices = self._clock.today(), self._choices.all()
        at_most = at_most or JUDGED_AT_ONCE
        if _asks_for_all(filters) and filters.order is Order.FIT:
            total, judged = self._best(filters, on, choices, at_most)
        else:
            total, judged = self._judged(filters, on, choices, at_most)
        return OpportunityList(
            open_to_you=tuple(line for line in judged if not _cannot(line))[:MOST_LISTED],
            not_for_you=tuple(line for line in judged if _cannot(line))[:MOST_LISTED],
            total=total,
            order=filters.order,
            judged_for=self.judged_for,
            on=on,
        )

    def judge_the_rest(self, stop: Event) -> bool:
        """Judge everything that is open and keep the verdicts of the day.

        Returns whether that was more than ``find`` had judged, so that the list
        may now be another. What was judged is kept when it is stopped.
        """
        judged = sum(len(some) for some in self._fit.in_slices(self.profile, stop=stop))
        return judged > JUDGED_AT_ONCE

    def lines(self, ids: Sequence[str]) -> list[OpportunityLine]:
        """Return the grants and contracts among some records, judged, in the order asked."""
        on, choices = self._clock.today(), self._choices.all()
        with self._database.reading() as session:
            lines = records.lines(session, ids)
        found = {each: line for each, line in lines.items() if line.kind in OPPORTUNITIES}
        fits = self._fit.of(list(found), self.profile, on)
        return [_line(found[each], fits.get(each), choices) for each in ids if each in found]

    def detail(self, record_id: str) -> OpportunityDetail:
        """Return everything about one grant or contract.

        Raises:
            NotFound: it is not in the library, or it is something else.
        """
        on, choices = self._clock.today(), self._choices.all()
        with self._database.reading() as session:
            stored = records.record(session, record_id)
            if stored is None:
                raise NotFound(record_id)
            releases = [each.data for each in records.releases(session, stored)]
        thing = usable(stored.record)
        fit = self._fit.of([record_id], self.profile, on).get(record_id)
        whole = OpportunityDetail(
            line=_line(stored.line, fit, choices),
            provenance=stored.provenance,
            judged_for=self.judged_for,
        )
        if isinstance(thing, FundingCall):
            weeks, closes_on = thing.decision_weeks, stored.line.closes_on
            return replace(whole, call=thing, decides_on=days.decision_day(closes_on, weeks, on))
        if isinstance(thing, TenderNotice):
            return replace(
                whole,
                notice=thing,
                changes=changes_between(releases),
                plainly=plainly(thing, on, self._fit.rulebook()),
            )
        raise NotFound(record_id)

    def funded_near_us(self, words: str = "", limit: int = AWARDS_LISTED) -> FundedNearUs:
        """Return who has been funded near the group, or in a place or by a funder with words."""
        with self._database.reading() as session:
            if words:
                where = tr("for “{words}”", words=words)
                _, in_place = awards.funded(session, near=words, limit=AWARDS_MEASURED)
                _, by_funder = awards.funded(session, funder=words, limit=AWARDS_MEASURED)
                found = _newest_first((*in_place, *by_funder))
                total = len(found)
            else:
                places = self.profile.areas
                name = areas.name_of(places[0]) if places else ""
                where = tr("in or near {place}", place=name) if name else tr("in the library")
                total, found = awards.funded(
                    session, areas=places, near=name, limit=AWARDS_MEASURED
                )
        return FundedNearUs(tuple(found[:limit]), total, summary_of(found), where, words)

    def funded_with(self, award_id: str) -> FundedNearUs:
        """Return who was funded by the funder of one award, which is among those listed.

        Raises:
            NotFound: it is not in the library, or it is something else.
        """
        with self._database.reading() as session:
            stored = records.record(session, award_id)
        award = usable(stored.record) if stored else None
        if not isinstance(award, Award):
            raise NotFound(award_id)
        near = self.funded_near_us(award.funder, AWARDS_LISTED)
        if any(each.id == award_id for each in near.awards):
            return near
        return replace(near, awards=(award, *near.awards[: AWARDS_LISTED - 1]))

    def areas(self) -> list[tuple[str, str]]:
        """Return the code and name of the county and the districts that there are today."""
        today = self._clock.today()
        with self._database.reading() as session:
            places = list(every_usable(records.of_kind(session, Kind.PLACE), Place))
        return [
            (place.code, place.title)
            for place in places
            if place.place_type in AREAS and _holds(place, today)
        ]

    def grants_to_hold(self) -> list[tuple[str, str]]:
        """Return the id and title of each grant that rules others out while it runs, by title."""
        version = self._database.data_version()
        if self._to_hold is None or self._to_hold[0] != version:
            self._to_hold = version, self._look_for_grants_to_hold()
        return list(self._to_hold[1])

    def _look_for_grants_to_hold(self) -> list[tuple[str, str]]:
        with self._database.reading() as session:
            every = records.of_kind(session, Kind.FUNDING_CALL)
            ruling = [each for each in every if each.data.get("conflicts")]
            named = {
                record_id
                for call in every_usable(ruling, FundingCall)
                for conflict in call.conflicts
                for record_id in (call.id, *conflict.ids)
            }
            lines = records.lines(session, sorted(named))
        return sorted(((each.id, each.title) for each in lines.values()), key=lambda one: one[1])

    def add_to_calendar(self, record_id: str, path: Path) -> None:
        """Write the closing day as a calendar file.

        Raises:
            NotFound: it is not in the library.
            CannotUseInput: it has no closing day.
            FolderNotWritable: the file cannot be written there.
        """
        from vcs_desktop.documents.calendar import write_ics

        detail = self.detail(record_id)
        write_ics(path, filter(None, (detail.call, detail.notice)), self._clock.now())

    def _best(
        self, filters: Filters, on: date, choices: Choices, at_most: int
    ) -> tuple[int, list[OpportunityLine]]:
        """Return the best of all that is open, and how many are open."""
        hidden = () if filters.hidden_too else choices.hidden
        best = self._fit.best(self.profile, on=on, limit=MOST_LISTED + len(hidden), at_most=at_most)
        total, _ = self._matching(filters, on, choices, 0)
        return total, [
            _line(record, fit, choices) for record, fit in best if record.id not in hidden
        ]

    def _judged(
        self, filters: Filters, on: date, choices: Choices, at_most: int
    ) -> tuple[int, list[OpportunityLine]]:
        """Return what answers some filters, in their order; the soonest to close are judged."""
        total, lines = self._matching(filters, on, choices, at_most)
        fits = self._fit.of([record.id for record in lines], self.profile, on)
        if filters.order is Order.FIT:
            lines = _best_first(lines, fits)
        return total, [_line(record, fits.get(record.id), choices) for record in lines]

    def _matching(
        self, filters: Filters, on: date, choices: Choices, limit: int
    ) -> tuple[int, list[RecordLine]]:
        without = () if filters.hidden_too else tuple(choices.hidden)
        with self._database.reading() as session:
            if _asks_for_all(filters) and not without:
                return (
                    opportunities.count_open(session, on),
                    opportunities.first_open(session, on, limit=limit),
                )
            only = choices.kept if filters.kept_only else None
            return opportunities.find_open(
                session, filters, on, only=only, without=without, limit=limit
            )


def _asks_for_all(filters: Filters) -> bool:
    return replace(filters, order=Order.FIT, hidden_too=False) == Filters()


def _best_first(lines: Sequence[RecordLine], fits: Mapping[str, Fit]) -> list[RecordLine]:
    """Return the lines by fit; those not judged come last, in the order they had."""
    judged = [line for line in lines if line.id in fits]
    judged.sort(key=lambda line: order(fits[line.id], line.closes_on))
    return [*judged, *(line for line in lines if line.id not in fits)]


def _line(record: RecordLine, fit: Fit | None, choices: Choices) -> OpportunityLine:
    hidden = choices.hidden.get(record.id)
    return OpportunityLine(
        record,
        fit,
        kept=record.id in choices.kept,
        hidden_because=(hidden.because or tr_marked(NO_REASON)) if hidden else "",
        on_sheet=record.id in choices.on_sheet,
    )


def _cannot(line: OpportunityLine) -> bool:
    return line.fit is not None and line.fit.verdict is Verdict.CANNOT


def _holds(place: Place, today: date) -> bool:
    provenance = place.provenance
    begins, ends = provenance.valid_from, provenance.valid_to
    return (begins is None or begins <= today) and (ends is None or today <= ends)


def _newest_first(found: Collection[Award]) -> list[Award]:
    once = {award.id: award for award in found}
    return sorted(once.values(), key=lambda award: award.awarded_on or date.min, reverse=True)
