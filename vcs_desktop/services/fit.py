"""Judges what a group may apply for, and keeps the verdicts of the day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from heapq import nsmallest
from threading import Event

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.language import spoken
from vcs_desktop.domain.fit import RULES_VERSION
from vcs_desktop.domain.fit.contract_size import largest_worth_judging
from vcs_desktop.domain.fit.judge import judge
from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.from_record import usable
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.services.fit_kept import Judged, Kept, KeptInLibrary
from vcs_desktop.services.kept_rules import KeptRules
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import opportunities, records
from vcs_desktop.storage.queries.fits import Asked
from vcs_desktop.storage.queries.records import Stored

SLICE = 250
"""How many are judged between two looks at whether to stop: about a twentieth of a second."""


class FitService:
    """Answers "what can we apply for, and should we?" from the local library.

    Only ``in_slices`` writes: it keeps the day's verdicts. The others read what
    was kept and judge the rest anew, so they never wait for a load.
    """

    def __init__(self, database: Database, clock: Clock, kept: Kept | None = None) -> None:
        """``kept`` is where verdicts are kept; None is in the library."""
        self._database = database
        self._clock = clock
        self._kept = kept or KeptInLibrary(database)
        self._rules = KeptRules(database)

    def rulebook(self) -> RuleBook:
        """Return the rules and thresholds of the library as it is now."""
        return self._rules.book()

    def best(
        self,
        profile: GroupProfile,
        *,
        on: date | None = None,
        limit: int | None = None,
        at_most: int | None = None,
    ) -> list[tuple[RecordLine, Fit]]:
        """Return what is open, best first: by verdict, then score, then closing day.

        ``on`` None is today; ``limit`` None lists all. ``at_most`` bounds how many
        that were not judged today are judged now, those worth judging first in
        front; None judges all, which takes long in a very large library.
        """
        day = on or self._clock.today()
        rulebook = self.rulebook()
        asked = _asked(profile, rulebook, day)
        judged, known = self._kept.best(asked, limit)
        missing = self._missing(profile, asked, known)[:at_most]
        for some in self._in_slices(missing, profile, rulebook, day):
            judged = _first([*judged, *some], limit)
        return [(each.line, each.fit) for each in _first(judged, limit)]

    def of(self, ids: Sequence[str], profile: GroupProfile, on: date) -> dict[str, Fit]:
        """Return the verdicts on some grants and contracts, open or not.

        What is not in the library, or is something else, is left out.
        """
        rulebook = self.rulebook()
        asked = _asked(profile, rulebook, on)
        found = self._kept.of(ids, asked)
        with self._database.reading() as session:
            rest = records.records(session, [each for each in ids if each not in found])
        judged = self._judge(rest.values(), profile, rulebook, on)
        return found | {each.line.id: each.fit for each in judged}

    def in_slices(
        self, profile: GroupProfile, on: date | None = None, *, stop: Event | None = None
    ) -> Iterator[dict[str, Fit]]:
        """Judge everything open that was not judged yet, slice by slice, and keep it.

        Yields the verdicts of each slice by id, those worth judging first in
        front. What was kept stays when it is stopped in the middle.
        """
        day = on or self._clock.today()
        rulebook = self.rulebook()
        asked = _asked(profile, rulebook, day)
        self._kept.forget_before(min(day, self._clock.today()))
        missing = self._missing(profile, asked, self._kept.judged(asked))
        for some in self._in_slices(missing, profile, rulebook, day):
            self._kept.keep(some, asked)
            yield {each.line.id: each.fit for each in some}
            if stop is not None and stop.is_set():
                return

    def _missing(self, profile: GroupProfile, asked: Asked, known: set[int]) -> list[int]:
        """Return the numbers of what is open and not known, those worth judging in front."""
        with self._database.reading() as session:
            numbers = opportunities.candidates(
                session,
                asked.on,
                areas=profile.areas,
                amount_max_pence=largest_worth_judging(profile),
            )
        return [number for number in numbers if number not in known]

    def _in_slices(
        self, numbers: Sequence[int], profile: GroupProfile, rulebook: RuleBook, on: date
    ) -> Iterator[list[Judged]]:
        for start in range(0, len(numbers), SLICE):
            with self._database.reading() as session:
                found = records.numbered(session, numbers[start : start + SLICE])
            yield self._judge(found.values(), profile, rulebook, on)

    def _judge(
        self, found: Iterable[Stored], profile: GroupProfile, rulebook: RuleBook, on: date
    ) -> list[Judged]:
        things = [(stored, thing) for stored in found if (thing := _opportunity(stored))]
        titles = self._titles([thing for _, thing in things])
        return [
            Judged(
                stored.number,
                stored.digest,
                stored.line,
                judge(thing, profile, on=on, rulebook=rulebook, titles=titles),
            )
            for stored, thing in things
        ]

    def _titles(self, things: Iterable[FundingCall | TenderNotice]) -> Mapping[str, str]:
        """Return the titles of the grants that rules about other grants name."""
        calls = [thing for thing in things if isinstance(thing, FundingCall)]
        titles = {call.id: call.title for call in calls}
        named = {each for call in calls for conflict in call.conflicts for each in conflict.ids}
        if named - titles.keys():
            with self._database.reading() as session:
                found = records.lines(session, sorted(named - titles.keys()))
            titles.update((record_id, line.title) for record_id, line in found.items())
        return titles


def _opportunity(stored: Stored) -> FundingCall | TenderNotice | None:
    thing = usable(stored.record)
    return thing if isinstance(thing, FundingCall | TenderNotice) else None


def _asked(profile: GroupProfile, rulebook: RuleBook, on: date) -> Asked:
    # A verdict is kept with its sentences, so those of another language are not it.
    digest = sha256(repr(profile).encode()).hexdigest()
    return Asked(digest, f"{RULES_VERSION}-{spoken()}-{rulebook.digest}", on)


def _first(judged: list[Judged], limit: int | None) -> list[Judged]:
    """Return the best of them in order, so that a large library fits in little memory."""
    if limit is None:
        return sorted(judged, key=lambda each: each.place)
    return nsmallest(limit, judged, key=lambda each: each.place)
