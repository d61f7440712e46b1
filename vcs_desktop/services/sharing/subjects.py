"""What of the library something can be shared about: consultations, agreements, contracts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.from_record import every_usable, usable
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import Filters
from vcs_desktop.domain.reference import CompactPrinciple, Consultation
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.domain.sharing.told import Subject
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import opportunities, records

MOST_CONTRACTS = 200
_SORTS = (Sort.CONSULTATION, Sort.PLEDGE, Sort.THEME, Sort.INTEREST)


def needs_subject(sort: Sort) -> bool:
    """Say whether it is about something of the library, which is chosen first."""
    return sort in _SORTS


@dataclass(frozen=True, slots=True)
class Consultations:
    """Every consultation as of a day: those that are open first, the one that closes next."""

    every: tuple[Consultation, ...]
    on: date


class SubjectsService:
    """Reads the library; what was kept comes first."""

    def __init__(self, database: Database, choices: ChoicesService, clock: Clock) -> None:
        self._database = database
        self._choices = choices
        self._clock = clock

    def consultations(self) -> Consultations:
        """Return every consultation of the library."""
        today = self._clock.today()
        with self._database.reading() as session:
            found = list(every_usable(records.of_kind(session, Kind.CONSULTATION), Consultation))
        return Consultations(tuple(sorted(found, key=lambda each: _order(each, today))), today)

    def consultation(self, record_id: str) -> Subject:
        """Return one consultation with its questions, to be answered.

        Raises:
            NotFound: it is not in the library.
        """
        with self._database.reading() as session:
            stored = records.record(session, record_id)
        thing = None if stored is None else usable(stored.record)
        if not isinstance(thing, Consultation):
            raise NotFound(record_id)
        return _asked(thing)

    def of(self, sort: Sort) -> tuple[Subject, ...]:
        """Return what something of a sort can be about; nothing where it needs nothing."""
        match sort:
            case Sort.CONSULTATION:
                seen = self.consultations()
                open_ones = (each for each in seen.every if each.is_open(seen.on))
                return tuple(map(_asked, open_ones))
            case Sort.PLEDGE:
                return tuple(_editions(self._principles()))
            case Sort.THEME:
                return tuple(
                    Subject(each.id, each.title, each.edition) for each in self._principles()
                )
            case Sort.INTEREST:
                return self._contracts()
        return ()

    def _principles(self) -> list[CompactPrinciple]:
        """Return what was promised and holds."""
        with self._database.reading() as session:
            found = list(every_usable(records.of_kind(session, Kind.COMPACT), CompactPrinciple))
        return sorted(
            (each for each in found if each.state == "in_force"), key=lambda e: (e.edition, e.id)
        )

    def _contracts(self) -> tuple[Subject, ...]:
        kept, today = self._choices.all().kept, self._clock.today()
        with self._database.reading() as session:
            wanted = Filters(kinds=(Kind.TENDER,), hidden_too=True)
            _, found = opportunities.find_open(session, wanted, today, limit=MOST_CONTRACTS)
            chosen = list(records.lines(session, kept).values())
        lines = {line.id: line for line in (*chosen, *found) if line.kind == Kind.TENDER}
        return tuple(Subject(line.id, line.title, line.who) for line in lines.values())


def _order(consultation: Consultation, on: date) -> tuple[bool, date, str]:
    closes_on = consultation.closes_on or date.max
    return not consultation.is_open(on), closes_on, consultation.id


def _asked(consultation: Consultation) -> Subject:
    questions = tuple((each.id, each.text) for each in consultation.questions)
    return Subject(consultation.id, consultation.title, consultation.by_whom, questions)


def _editions(principles: Iterable[CompactPrinciple]) -> Iterable[Subject]:
    seen = dict.fromkeys(each.edition for each in principles)
    return (Subject(edition, edition) for edition in seen)
