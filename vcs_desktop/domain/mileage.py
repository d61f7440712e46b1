"""What journeys by car are worth: each at the rate of its day, the miles of a tax year counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook

FIRST_RATE, LATER_RATE = "volunteer_mileage_first", "volunteer_mileage_after"
"""The rules of the library: for each of the first miles of a tax year, and of those after."""

TENTHS = 10
TENTHS_AT_FIRST_RATE = 10_000 * TENTHS
"""So many tenths of a mile in a tax year have the first rate.

Source: HM Revenue and Customs, EIM71155, as the two rules of the library tell it.
"""

_APRIL, _FIRST_DAY = 4, 6


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey; ``on`` None is that nobody has said when.

    ``most_pence`` is the most that the group pays for a mile, None where it pays the rate.
    """

    id: str
    on: date | None
    tenths: int
    most_pence: int | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a journey is worth. ``pence`` None is that no rate is known for its day.

    ``first_tenths`` of it have the first rate, the rest the later one. ``rules`` are the
    rows of the library that it was worked out by.
    """

    pence: int | None
    first_tenths: int = 0
    rules: tuple[Rule, ...] = ()


def tax_year(day: date) -> int:
    """Return the year in which the tax year of a day began: it begins on 6 April."""
    return day.year if (day.month, day.day) >= (_APRIL, _FIRST_DAY) else day.year - 1


def worth_of(journeys: Iterable[Journey], book: RuleBook) -> dict[str, Worth]:
    """Return what each journey of one person is worth, by its id.

    Give all their journeys: those of a tax year are counted together, in the order of
    their days. Each is rounded by itself to a whole penny, half a penny up.
    """
    driven: dict[int, int] = {}
    found: dict[str, Worth] = {}
    for each in sorted(journeys, key=lambda journey: (journey.on or date.min, journey.id)):
        if each.on is None:
            found[each.id] = Worth(None)
            continue
        year = tax_year(each.on)
        before = driven.get(year, 0)
        driven[year] = before + each.tenths
        first = max(0, min(each.tenths, TENTHS_AT_FIRST_RATE - before))
        found[each.id] = _worth(each, first, book)
    return found


def _worth(journey: Journey, first: int, book: RuleBook) -> Worth:
    day = journey.on or date.min
    used = []
    tenths_of_pence = 0
    for name, tenths in ((FIRST_RATE, first), (LATER_RATE, journey.tenths - first)):
        if not tenths:
            continue
        rule = book.on(name, day)
        if rule is None or rule.value is None:
            return Worth(None, first)
        used.append(rule)
        rate = int(rule.value)
        if journey.most_pence is not None:
            rate = min(rate, journey.most_pence)
        tenths_of_pence += tenths * rate
    return Worth((tenths_of_pence + TENTHS // 2) // TENTHS, first, tuple(used))
