"""What volunteers ask back in an open group, worked out by the dated rates of the library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.days import month_in_words
from vcs_desktop.domain.expenses import (
    ExpenseClaim,
    Total,
    journey_id,
    journeys_of,
    line_pence,
    lines_in_order,
    total_of,
)
from vcs_desktop.domain.kinds import EXPENSES
from vcs_desktop.domain.mileage import FIRST_RATE, LATER_RATE, Worth, worth_of
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_records


class NoPerson(AppError):
    """A claim was to be made for nobody."""

    message = marked("This claim has no person yet.")
    advice = marked("Say who asks for the money.")


class ClaimState(StrEnum):
    """How far a claim has come."""

    OPEN = "open"
    AGREED = "agreed"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in the list: whose it is, from when, and what it comes to.

    ``title`` is what the claim is called.
    """

    id: str
    person: str
    name: str
    title: str
    on: date | None
    total: Total
    state: ClaimState


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """One claim with what each of its lines comes to, by the line's id; None: no rate."""

    held: Held[ExpenseClaim]
    name: str
    agreed_by: str
    pence: Mapping[str, int | None]
    worth: Mapping[str, Worth]
    total: Total

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rows of the library that its journeys were worked out by, each once."""
        found = {rule.id: rule for each in self.worth.values() for rule in each.rules}
        return tuple(found.values())


class ExpensesService:
    """Lists and changes claims. The rates come from the library, so they are given each time."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def claims(self, book: RuleBook) -> list[ClaimLine]:
        """Return every claim: those to settle first, then the newest."""
        known = who(self._records)
        claims = things(self._records, ExpenseClaim, EXPENSES)
        worth = _worth(claims, known, book)
        lines = [_line(each, known, worth) for each in claims]
        lines.sort(key=lambda line: (line.on or date.max, line.id), reverse=True)
        return sorted(lines, key=lambda line: line.state is ClaimState.PAID)

    def claim(self, claim_id: str, book: RuleBook) -> OpenClaim:
        """Return one claim, worked out together with the others of that person.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        held = self.held(claim_id)
        known = who(self._records)
        others = self._others_of(held, known)
        worth = _worth([held.thing, *others], known, book)
        lines = held.thing.lines
        return OpenClaim(
            held,
            known.name(held.thing.person),
            known.name(held.thing.agreed_by) if held.thing.agreed_by else "",
            {line.id: line_pence(held.thing, line, worth) for line in lines},
            {
                line.id: worth[journey_id(held.thing, line)]
                for line in lines
                if journey_id(held.thing, line) in worth
            },
            total_of(held.thing, worth),
        )

    def held(self, claim_id: str) -> Held[ExpenseClaim]:
        """Return one claim as it is kept, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(ExpenseClaim, claim_id)
        if found is None or found.record.kind != EXPENSES:
            raise NoSuchRecord(claim_id)
        return found

    def add(self, person_id: str) -> str:
        """Begin a claim for somebody, named after this month, and return its id.

        Raises:
            NoPerson: nobody was named.
        """
        if not person_id:
            raise NoPerson
        month = month_in_words(self._records.clock.today())
        claim = ExpenseClaim(name=tr("Expenses, {month}", month=month), person=person_id)
        return self._records.add(EXPENSES, claim)

    def save(self, before: Held[ExpenseClaim], after: ExpenseClaim) -> Held[ExpenseClaim]:
        """Keep what was changed about a claim.

        Raises:
            NoPerson: nobody is named any more.
        """
        if not after.person:
            raise NoPerson
        return self._records.save(before, after)

    def _others_of(self, held: Held[ExpenseClaim], known: Who) -> list[ExpenseClaim]:
        """Return the other claims of whose claim one is; those of others are not made."""
        person = known.now(held.thing.person)
        with self._records.database.reading() as session:
            found = group_records.bodies_of(session, EXPENSES)
        return [
            thing_of(ExpenseClaim, values, id_)
            for id_, values in found
            if id_ != held.record.id and known.now(_person_of(values)) == person
        ]

    def new_line_id(self) -> str:
        """Return an id for a line of a claim."""
        return self._records.ids.new()

    def remove(self, claim_id: str) -> None:
        """Put a claim in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self._records.put_in_bin(claim_id)


def rates_on(book: RuleBook, day: date) -> tuple[Rule, ...]:
    """Return the rates for a mile that hold on a day, to be shown with their source."""
    return tuple(
        rule for name in (FIRST_RATE, LATER_RATE) if (rule := book.on(name, day)) is not None
    )


def state_of(claim: ExpenseClaim) -> ClaimState:
    """Return how far a claim has come."""
    if claim.paid_on is not None:
        return ClaimState.PAID
    return ClaimState.AGREED if claim.agreed_by else ClaimState.OPEN


def _person_of(values: Mapping[str, Any]) -> str:
    """Return whose claim it is; who is told by anything but a text is nobody."""
    person = values.get("person")
    return person if isinstance(person, str) else ""


def _worth(claims: Sequence[ExpenseClaim], known: Who, book: RuleBook) -> dict[str, Worth]:
    """Return what every journey is worth, each person's worked out by themselves."""
    of_person: dict[str, list[ExpenseClaim]] = {}
    for each in claims:
        of_person.setdefault(known.now(each.person), []).append(each)
    found: dict[str, Worth] = {}
    for theirs in of_person.values():
        found |= worth_of(journeys_of(theirs), book)
    return found


def _line(claim: ExpenseClaim, known: Who, worth: Mapping[str, Worth]) -> ClaimLine:
    first = next((line.on for line in lines_in_order(claim) if line.on), None)
    person = known.now(claim.person)
    return ClaimLine(
        claim.id,
        person,
        known.name(person),
        claim.name,
        first,
        total_of(claim, worth),
        state_of(claim),
    )


def without_lines(claim: ExpenseClaim, line_id: str) -> ExpenseClaim:
    """Return a claim without one of its lines."""
    return replace(claim, lines=tuple(each for each in claim.lines if each.id != line_id))
