"""Who pays what in a budget, and what becomes of that when a funder goes."""

from dataclasses import replace
from typing import Any

from vcs_desktop.domain.budgets import Budget, PaidBy

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
