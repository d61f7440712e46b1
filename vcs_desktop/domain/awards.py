"""Awards: who was funded, for what, how much."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import Provenance


@dataclass(frozen=True, slots=True)
class Award:
    """A grant already made (360Giving) or a contract already given (OCDS).

    Amounts are pence; None is not stated. ``form`` is grant or contract.
    ``process_id`` is the ocid of the process that a contract came from.
    ``areas`` are GSS codes where the publisher gave them, ``area_text`` its own
    words. ``assumptions`` say in words what we had to assume to read it.
    """

    id: str
    title: str
    form: str
    description: str = ""
    funder: str = ""
    funder_id: str = ""
    recipient: str = ""
    recipient_id: str = ""
    amount_pence: int | None = None
    applied_for_pence: int | None = None
    currency: str = "GBP"
    awarded_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    programme: str = ""
    areas: tuple[str, ...] = ()
    area_text: str = ""
    from_open_call: bool | None = None
    process_id: str = ""
    url: str = ""
    assumptions: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class FunderLine:
    """One funder among some awards: how many it made and what they come to, in pence.

    Awards that do not state an amount are counted and add nothing.
    """

    name: str
    count: int
    total_pence: int


@dataclass(frozen=True, slots=True)
class AwardsSummary:
    """Some awards in a few figures.

    ``median_pence`` is the middle amount (half way between the two middle ones),
    None when no award states an amount; likewise ``least`` and ``most``.
    ``funders`` has those who made most awards first. Only pounds sterling count.
    """

    count: int
    median_pence: int | None = None
    least_pence: int | None = None
    most_pence: int | None = None
    funders: tuple[FunderLine, ...] = ()


def summary_of(awards: Iterable[Award]) -> AwardsSummary:
    """Return the figures of some awards."""
    every = list(awards)
    amounts = sorted(
        award.amount_pence
        for award in every
        if award.amount_pence is not None and award.currency == "GBP"
    )
    return AwardsSummary(
        count=len(every),
        median_pence=int(median(amounts)) if amounts else None,
        least_pence=amounts[0] if amounts else None,
        most_pence=amounts[-1] if amounts else None,
        funders=_funders(every),
    )


def _funders(awards: Sequence[Award]) -> tuple[FunderLine, ...]:
    counts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for award in awards:
        name = award.funder or tr("A funder not named")
        counts[name] += 1
        totals[name] += (award.amount_pence or 0) if award.currency == "GBP" else 0
    lines = (FunderLine(name, count, totals[name]) for name, count in counts.items())
    return tuple(sorted(lines, key=lambda line: (-line.count, -line.total_pence, line.name)))
