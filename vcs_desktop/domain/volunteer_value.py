"""What the hours of volunteers are worth: each at the named rate that held on its day.

Source: the design guide, 5.3: never a value without its rate, its date and its source. It is
no income, and never booked as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.durations import MINUTES_IN_HOUR
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import LIVING_WAGE, RuleBook

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Valued:
    """Minutes that were valued at one rate. ``rule`` has the rate, its first day, its source.

    ``is_past_its_year`` says that some of the days are over a year after the rate began: it
    changes each April, so there may be a newer one.
    """

    rule: Rule
    minutes: int
    pence: int
    is_past_its_year: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What some hours are worth, rate by rate; ``without_rate`` are minutes that no rate covers."""

    parts: tuple[Valued, ...] = ()
    without_rate: int = 0

    @property
    def pence(self) -> int:
        """What all of it is worth that has a rate."""
        return sum(each.pence for each in self.parts)

    @property
    def minutes(self) -> int:
        """How many minutes that is."""
        return sum(each.minutes for each in self.parts)


def value_of(helped: Iterable[tuple[date, int]], book: RuleBook, rate: str = LIVING_WAGE) -> Value:
    """Return what minutes on days are worth. Each rate's are rounded once, half a penny up."""
    minutes: dict[str, int] = {}
    rules: dict[str, Rule] = {}
    late: set[str] = set()
    without = 0
    for day, some in sorted(helped):
        rule = book.on(rate, day)
        if rule is None or rule.value is None or rule.provenance.valid_from is None:
            without += some
            continue
        rules[rule.id] = rule
        minutes[rule.id] = minutes.get(rule.id, 0) + some
        if some and day >= months_on(rule.provenance.valid_from, _YEAR):
            late.add(rule.id)
    parts = tuple(
        Valued(rule, minutes[id_], _pence(minutes[id_], rule), id_ in late)
        for id_, rule in rules.items()
        if minutes[id_]
    )
    return Value(parts, without)


def _pence(minutes: int, rule: Rule) -> int:
    return (minutes * int(rule.value or 0) + MINUTES_IN_HOUR // 2) // MINUTES_IN_HOUR
