"""What volunteers ask back in an open group, worked out by the dated rates of the library."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.days import month_in_words
from vcs_desktop.domain.expenses import (
    ExpenseClaim,
    Total,
    journey_id,
    journeys_of,
    line_pence,
    total_of,
)
from vcs_desktop.domain.kinds import EXPENSES
from vcs_desktop.domain.mileage import FIRST_RATE, LATER_RATE, Worth, worth_of
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_claims
from vcs_desktop.storage.queries.group_claims import ClaimBody

_NO_DAY = "9999"
"""Where a claim without a day stands among the days of the others."""


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


class Claims:
    """Every claim in order: those to settle first, then the newest.

    What one comes to is worked out when it is looked at: of thousands most never are.
    """

    def __init__(self, claims: Sequence[ClaimBody], known: Who, book: RuleBook) -> None:
        self._known, self._book = known, book
        found = sorted(claims, key=lambda each: (each.on or _NO_DAY, each.id), reverse=True)
        found.sort(key=lambda each: each.is_paid)
        self._claims = {each.id: each for each in found}
        self.ids = tuple(self._claims)
        self._of_person: dict[str, list[ClaimBody]] = {}
        for each in found:
            self._of_person.setdefault(known.now(each.person), []).append(each)
        self._worked_out: dict[str, ClaimLine] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)

    def __iter__(self) -> Iterator[ClaimLine]:
        """Yield each in order, worked out."""
        return map(self.line, self.ids)

    def line(self, claim_id: str) -> ClaimLine:
        """Return one of them, worked out together with the others of that person."""
        if claim_id not in self._worked_out:
            person = self._known.now(self._claims[claim_id].person)
            kept = self._of_person[person]
            theirs = [thing_of(ExpenseClaim, each.values(), each.id) for each in kept]
            worth = worth_of(journeys_of(theirs), self._book)
            self._worked_out |= {each.id: _line(each, self._known, worth) for each in theirs}
        return self._worked_out[claim_id]


class ExpensesService:
    """Lists and changes claims. The rates come from the library, so they are given each time."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def claims(self, book: RuleBook) -> "Claims":
        """Return every claim: those to settle first, then the newest."""
        with self._records.database.reading() as session:
            found = group_claims.claims(session)
        return Claims(found, who(self._records), book)

    def claim(self, claim_id: str, book: RuleBook) -> OpenClaim:
        """Return one claim, worked out together with the others of that person.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        held = self.held(claim_id)
        known = who(self._records)
        others = self._others_of(held, known)
        worth = worth_of(journeys_of([held.thing, *others]), book)
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
        """Return the other claims of whose claim one is; those of others are not read."""
        ids = known.ids_of(held.thing.person)
        with self._records.database.reading() as session:
            found = group_claims.claims_of(session, ids)
        return [
            thing_of(ExpenseClaim, values, id_) for id_, values in found if id_ != held.record.id
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


def _line(claim: ExpenseClaim, known: Who, worth: Mapping[str, Worth]) -> ClaimLine:
    person = known.now(claim.person)
    first = min((line.on for line in claim.lines if line.on), default=None)
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
