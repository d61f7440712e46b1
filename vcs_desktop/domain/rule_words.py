"""Rules and limits in words: how much, and on which days or years."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain import days
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook

_YEAR, _POUND = 12, 100


class State(StrEnum):
    """Where a row stands in time."""

    BEFORE = "before"
    NOW = "now"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of a rule, and where it stands on the day that was asked about."""

    rule: Rule
    state: State
    limit: str
    period: str


@dataclass(frozen=True, slots=True)
class RuleInTime:
    """A rule with all its rows, the newest first.

    ``shown`` is the row that holds, or the one that comes next, or the last that
    held.
    """

    name: str
    rows: tuple[RuleRow, ...]
    shown: RuleRow

    @property
    def subject(self) -> str:
        """What the rule is about."""
        return self.shown.rule.subject


def in_time(book: RuleBook, name: str, on: date) -> RuleInTime:
    """Return a rule with where each of its rows stands on a day.

    Raises:
        KeyError: there is no such rule.
    """
    rows = tuple(
        RuleRow(rule, state_of(rule, on), limit(rule), period(rule)) for rule in book.rows(name)
    )
    by_state = {row.state: row for row in reversed(rows)}
    to_come = [row for row in rows if row.state is State.TO_COME]
    shown = by_state.get(State.NOW) or (to_come[-1] if to_come else rows[0])
    return RuleInTime(name, rows, shown)


def state_of(rule: Rule, on: date) -> State:
    """Say whether a row held before a day, holds on it, or will hold after it."""
    first, last = rule.provenance.valid_from, rule.provenance.valid_to
    if rule.not_yet or (first is not None and first > on):
        return State.TO_COME
    return State.BEFORE if last is not None and last < on else State.NOW


def limit(rule: Rule) -> str:
    """Return how much: "Over £40,000", "6 years"; nothing where only the title can say it."""
    amount = "" if rule.value is None else _amount(rule.unit, rule.value)
    if not amount:
        return ""
    match rule.comparison:
        case "over":
            return tr("Over {amount}", amount=amount)
        case "from":
            return tr("{amount} or more", amount=amount)
        case "up_to":
            return tr("Up to {amount}", amount=amount)
        case "under":
            return tr("Under {amount}", amount=amount)
        case _:
            return amount


def period(rule: Rule) -> str:
    """Return when a row holds, and by which date one tells."""
    first, last = rule.provenance.valid_from, rule.provenance.valid_to
    if rule.not_yet:
        return tr("The day on which it begins is not set")
    if rule.applies_by == "period_end":
        return _by_years_end(first, last)
    if first is None and last is None and rule.applies_by == "tax_year":
        return tr("For each tax year, from 6 April to 5 April")
    return _by_days(first, last)


def _by_days(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return tr("From {first} to {last}", first=days.shortly(first), last=days.shortly(last))
    if first is not None:
        return tr("From {first}", first=days.shortly(first))
    if last is not None:
        return tr("Until {last}", last=days.shortly(last))
    return tr("No start or end day is given")


def _by_years_end(first: date | None, last: date | None) -> str:
    """Say it of accounting years; a last day is said as the first on which it no longer holds."""
    after = None if last is None else days.shortly(last + timedelta(days=1))
    if first is not None and after is not None:
        return tr(
            "For accounting years that end from {first}, and before {after}",
            first=days.shortly(first),
            after=after,
        )
    if first is not None:
        return tr("For accounting years that end on or after {first}", first=days.shortly(first))
    if after is not None:
        return tr("For accounting years that ended before {after}", after=after)
    return tr("For accounting years of any date")


def _amount(unit: str, value: float) -> str:
    match unit:
        case "pence":
            return _money(int(value))
        case "per_cent" | "percent_of_value":
            return tr("{number}%", number=_plain(value))
        case "weeks":
            return tr_count("{count} week", "{count} weeks", int(value))
        case "months" if value % _YEAR == 0 and value > _YEAR:
            return tr_count("{count} year", "{count} years", int(value) // _YEAR)
        case "months":
            return tr_count("{count} month", "{count} months", int(value))
        case _:
            return ""  # a bare number says nothing: the title says of what


def _money(pence: int) -> str:
    if pence == 0:
        return tr("Nothing to pay")
    return in_pounds(pence) if pence >= _POUND else tr("{number}p", number=pence)


def _plain(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
