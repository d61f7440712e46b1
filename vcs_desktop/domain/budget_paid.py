"""Who pays what in a budget, and what becomes of that when a funder goes."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from vcs_desktop.domain.budget_sums import handed_out, sums_of
from vcs_desktop.domain.budgets import Budget, LineKind, PaidBy

Paid = tuple[PaidBy, ...]


def paid_by(paid: Paid, funder: str) -> int:
    """Return what a funder pays, in pence."""
    return sum(each.pence for each in paid if each.funder == funder)


def paying(paid: Paid, funder: str, pence: int) -> Paid:
    """Return who pays when a funder pays so much; nothing takes the funder out."""
    others = unpaid(paid, funder)
    return (*others, PaidBy(funder, pence)) if pence else others


def unpaid(paid: Paid, funder: str) -> Paid:
    """Return who pays without a funder."""
    return tuple(each for each in paid if each.funder != funder)


def spread(budget: Budget, funder: str) -> Budget:
    """Return a budget where what a funder gives beyond its lines is spread over what is asked for.

    Every cost and this work's part of the running costs get a part by how much is still asked
    for them, to the penny and never more than that; what is given in kind gets none. A funder
    that gives more than is asked for keeps what is left over.
    """
    sums = sums_of(budget)
    left = sum(each.left for each in sums.funders if each.funder.id == funder)
    asked = {
        each.line.id: max(0, each.asked)
        for each in sums.lines
        if each.line.kind != LineKind.IN_KIND
    }
    running = max(0, sums.overheads - sums.overheads_others)
    whole = sum(asked.values()) + running
    if left <= 0 or not whole:
        return budget
    share = min(Fraction(1), Fraction(left, whole))
    *on_lines, on_running = handed_out([share * pence for pence in (*asked.values(), running)])
    more = dict(zip(asked, on_lines, strict=True))
    return replace(
        budget,
        lines=tuple(
            replace(each, paid=_paying_more(each.paid, funder, more.get(each.id, 0)))
            for each in budget.lines
        ),
        overheads_paid=_paying_more(budget.overheads_paid, funder, on_running),
    )


def without_part(budget: Budget, name: str, part_id: str) -> Budget:
    """Return a budget without a line, a running cost or a funder, by the name of its field.

    A funder that goes pays for nothing any more.
    """
    left = tuple(each for each in getattr(budget, name) if each.id != part_id)
    said: dict[str, Any] = {name: left}
    after = replace(budget, **said)
    if name != "funders":
        return after
    return replace(
        after,
        lines=tuple(replace(each, paid=unpaid(each.paid, part_id)) for each in after.lines),
        overheads_paid=unpaid(after.overheads_paid, part_id),
    )


def _paying_more(paid: Paid, funder: str, pence: int) -> Paid:
    return paying(paid, funder, paid_by(paid, funder) + pence) if pence else paid
