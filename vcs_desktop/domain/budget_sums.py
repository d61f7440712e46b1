"""What a budget adds up to, to the penny: full cost, what others pay, what is asked for.

Everything is worked out in fractions and rounded once, half a penny up. A share of the running
costs is handed out so that its parts are exactly the whole.

Source: the design guide, 5: full cost is the direct cost and a fair share of the overheads by
people, time, space or direct cost, with the basis shown.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    RunningCost,
)
from vcs_desktop.domain.ordered import in_order

MOST_YEARS = 10
MONTHS = 12
_HUNDRED_PER_CENT = 10_000
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class LineSum:
    """One line, in pence: what it costs, what of that is this work's, what others pay of it."""

    line: BudgetLine
    whole: int
    ours: int
    others: int

    @property
    def asked(self) -> int:
        """What is left for this funder; less than nothing where others pay too much."""
        return self.ours - self.others


@dataclass(frozen=True, slots=True)
class RunningSum:
    """One running cost over the time of the work, in pence, and the share that is this work's."""

    cost: RunningCost
    whole: int
    ours: int


@dataclass(frozen=True, slots=True)
class FunderSum:
    """Another funder: what it pays altogether, and what of that stands on lines, in pence."""

    funder: OtherFunder
    on_lines: int

    @property
    def left(self) -> int:
        """What stands on no line; less than nothing where more is spent than there is."""
        return self.funder.pence - self.on_lines


@dataclass(frozen=True, slots=True)
class BudgetSums:
    """A budget worked out, in pence.

    ``share`` is the part of the running costs that is this work's: 0 to 1, more where somebody
    mistyped it, and None while it cannot be told.

    ``full_cost`` is money only: ``in_kind`` stands beside it. ``by_year`` adds up to it, and so
    does ``by_type`` with the running costs, which are no line.
    """

    lines: tuple[LineSum, ...]
    running: tuple[RunningSum, ...]
    funders: tuple[FunderSum, ...]
    share: Fraction | None
    by_year: tuple[int, ...]
    by_type: Mapping[CostType, int]
    overheads_others: int

    @property
    def direct(self) -> int:
        """What is only for this work."""
        return self._of(LineKind.DIRECT)

    @property
    def shared(self) -> int:
        """This work's part of what it shares."""
        return self._of(LineKind.SHARED)

    @property
    def in_kind(self) -> int:
        """What time and things that are given are worth."""
        return self._of(LineKind.IN_KIND)

    @property
    def overheads(self) -> int:
        """This work's part of the running costs."""
        return sum(each.ours for each in self.running)

    @property
    def full_cost(self) -> int:
        """All that the work costs in money."""
        return self.direct + self.shared + self.overheads

    @property
    def others(self) -> int:
        """What others pay, as it stands on the lines."""
        on_lines = sum(each.others for each in self.lines if each.line.kind != LineKind.IN_KIND)
        return on_lines + self.overheads_others

    @property
    def asked(self) -> int:
        """What is left to ask this funder for."""
        return self.full_cost - self.others

    def _of(self, kind: LineKind) -> int:
        return sum(each.ours for each in self.lines if each.line.kind == kind)


def sums_of(budget: Budget) -> BudgetSums:
    """Return what a budget adds up to."""
    years = years_of(budget)
    direct = sum(
        (_exact(line, budget) for line in budget.lines if line.kind == LineKind.DIRECT), Fraction()
    )
    share = _share(budget, direct)
    lines = tuple(_line_sum(line, budget, share) for line in in_order(budget.lines))
    running = in_order(budget.running_costs)
    cells = [[_running_in(cost, budget, year) for year in range(1, years + 1)] for cost in running]
    ours = handed_out([cell * (share or 0) for row in cells for cell in row])
    rows = [ours[start : start + years] for start in range(0, len(ours), years)]
    by_year = [sum(row[year] for row in rows) for year in range(years)]
    by_type: Counter[CostType] = Counter()
    for each in lines:
        if each.line.kind != LineKind.IN_KIND:
            by_year[_year(each.line) - 1] += each.ours
            by_type[each.line.cost_type] += each.ours
    return BudgetSums(
        lines=lines,
        running=tuple(
            RunningSum(cost, _rounded(sum(whole, Fraction())), sum(row))
            for cost, whole, row in zip(running, cells, rows, strict=True)
        ),
        funders=tuple(
            FunderSum(each, _paid_by(each.id, budget)) for each in in_order(budget.funders)
        ),
        share=share,
        by_year=tuple(by_year),
        by_type=dict(by_type),
        overheads_others=sum(each.pence for each in budget.overheads_paid),
    )


def years_of(budget: Budget) -> int:
    """Return how many years a budget has: the latest of a line, or as its months say."""
    of_months = -(-(budget.months or 0) // MONTHS)
    latest = max((_year(line) for line in budget.lines), default=1)
    return min(MOST_YEARS, max(1, of_months, latest))


def _year(line: BudgetLine) -> int:
    return min(MOST_YEARS, max(1, line.year))


def _exact(line: BudgetLine, budget: Budget) -> Fraction:
    """Return what a line costs in pence, with later years' prices; time given at its rate."""
    each = (budget.rate_pence or 0) if line.is_time_given else line.unit_pence
    price = Fraction(line.quantity_hundredths * each, 100)
    if line.kind == LineKind.IN_KIND:  # a rate has its date, and a gift no price that rises
        return price
    return price * _dearer(budget, _year(line))


def _dearer(budget: Budget, year: int) -> Fraction:
    more = Fraction(budget.inflation_hundredths or 0, _HUNDRED_PER_CENT)
    return (1 + more) ** (year - 1)


def _share(budget: Budget, direct: Fraction) -> Fraction | None:
    """Return this work's part of the running costs."""
    if budget.basis == Basis.NONE:
        return Fraction(0)
    ours = direct if budget.basis == Basis.DIRECT_COST else budget.share_ours
    if ours is None or not budget.share_whole:
        return None
    return Fraction(ours) / budget.share_whole


def _line_sum(line: BudgetLine, budget: Budget, share: Fraction | None) -> LineSum:
    exact = _exact(line, budget)
    part = exact * (share or 0) if line.kind == LineKind.SHARED else exact
    others = sum(each.pence for each in line.paid)
    return LineSum(line, _rounded(exact), _rounded(part), others)


def _running_in(cost: RunningCost, budget: Budget, year: int) -> Fraction:
    """Return what a running cost is in one year of the work, of which it may last a part."""
    months = MONTHS if budget.months is None else budget.months - MONTHS * (year - 1)
    part = Fraction(min(MONTHS, max(0, months)), MONTHS)
    return cost.pence * part * _dearer(budget, year)


def _paid_by(funder: str, budget: Budget) -> int:
    paid = [*budget.overheads_paid, *(each for line in budget.lines for each in line.paid)]
    return sum(each.pence for each in paid if each.funder == funder)


def _rounded(pence: Fraction) -> int:
    return floor(pence + _HALF)


def handed_out(exact: Sequence[Fraction]) -> list[int]:
    """Return whole pence whose sum is the rounded sum of the exact ones.

    Each gets its whole pence; what is left goes a penny each to those that lost most.
    """
    given = [floor(each) for each in exact]
    left = _rounded(sum(exact, Fraction())) - sum(given)
    lost = sorted(range(len(exact)), key=lambda at: (given[at] - exact[at], at))
    for at in lost[:left]:
        given[at] += 1
    return given
