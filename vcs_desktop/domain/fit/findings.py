"""What one rule hands to the judge: its answer in words, and how well it fits."""

from dataclasses import dataclass

from vcs_desktop.domain.fit.result import Answer, Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason, and a share from 0 (does not fit) to 1 (could not fit better)."""

    reason: Reason
    share: float


def meets(
    rule: str, heading: str, because: str, share: float = 1.0, *, advises: bool = False
) -> Finding:
    """Return that the rule is met."""
    return Finding(Reason(rule, Answer.MEETS, heading, because, advises), share)


def fails(
    rule: str, heading: str, because: str, share: float = 0.0, *, advises: bool = False
) -> Finding:
    """Return that the rule is not met; only one that does not merely advise decides."""
    return Finding(Reason(rule, Answer.FAILS, heading, because, advises), share)


def unknown(
    rule: str, heading: str, because: str, share: float = 0.4, *, advises: bool = False
) -> Finding:
    """Return that nobody can say yet; the sentence tells what to find out."""
    return Finding(Reason(rule, Answer.UNKNOWN, heading, because, advises), share)
