"""What judging a notice for a group gives."""

from dataclasses import dataclass
from enum import StrEnum

from vcs_desktop.core.language import marked, tr_marked


class Answer(StrEnum):
    """What one rule says."""

    MEETS = "meets"
    FAILS = "fails"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What all rules together say: apply, find out first, or do not."""

    CAN = "can"
    CHECK = "check"
    CANNOT = "cannot"


_VERDICT_WORDS = {
    Verdict.CAN: marked("You can apply"),
    Verdict.CHECK: marked("Find out first"),
    Verdict.CANNOT: marked("You cannot apply"),
}


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as people read it: "You can apply"."""
    return tr_marked(_VERDICT_WORDS[verdict])


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's answer.

    ``rule`` names the rule (``income``, ``area`` …), ``heading`` says the answer
    in a few words, and ``because`` is one sentence (or two short ones) that
    quotes both sides. ``advises`` marks a rule that warns and never decides: an
    UNKNOWN or FAILS of it leaves the verdict alone.
    """

    rule: str
    answer: Answer
    heading: str
    because: str
    advises: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What applying costs, against what it may bring. Money is pence.

    ``rate_name`` names the dated hourly rate used, such as "National Living Wage
    from 1 April 2026". ``expected_pence`` is the grant times the chance, None
    when the chance or the amount is not known.
    """

    hours: float
    rate_pence: int
    rate_name: str
    total_pence: int
    expected_pence: int | None
    in_words: str


@dataclass(frozen=True, slots=True)
class Fit:
    """The verdict on one notice for one group on one day.

    ``score`` is 0 to 100: how well it fits among those of the same verdict.
    Warnings stand before ticks in ``reasons``. ``cost`` is None for contracts
    and where the hours are not known.
    """

    verdict: Verdict
    score: int
    reasons: tuple[Reason, ...]
    cost: Cost | None = None
