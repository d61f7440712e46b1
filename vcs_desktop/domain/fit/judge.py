"""The judge: puts every rule's answer together into a verdict, a score and an order."""

from collections.abc import Mapping
from datetime import date

from vcs_desktop.domain.fit import (
    contract_size,
    contract_terms,
    contract_work,
    effort,
    eligibility,
    purposes,
)
from vcs_desktop.domain.fit.findings import Finding
from vcs_desktop.domain.fit.result import Answer, Cost, Fit, Reason, Verdict
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.tenders import TenderNotice

WEIGHTS = {
    "purposes": 40,
    "work": 40,
    "size": 40,
    "area": 20,
    "place": 40,
    "reserved": 15,
    "legal_form": 10,
    "income": 10,
    "amount": 10,
    "worth": 10,
    "deadline": 10,
    "documents": 8,
    "conflicts": 8,
    "signatories": 4,
    "parts": 2,
}
"""How much each rule counts in the score; a rule that is not here counts nothing. Our own."""
ENOUGH_FAILED = 0.5
"""What is left of the score for each deciding rule that fails, so the nearest miss comes first."""

_RANK = {Verdict.CAN: 0, Verdict.CHECK: 1, Verdict.CANNOT: 2}
_SEVERITY = {Answer.FAILS: 0, Answer.UNKNOWN: 1, Answer.MEETS: 4}
_ADVICE_AFTER = 2


def judge(
    opportunity: FundingCall | TenderNotice,
    profile: GroupProfile,
    *,
    on: date,
    rulebook: RuleBook,
    titles: Mapping[str, str] | None = None,
) -> Fit:
    """Return whether a group can apply, why, and how well it fits.

    The verdict is ``cannot`` only where a deciding rule fails, ``check`` where
    one is unknown. ``titles`` names other calls, for the sentences about
    conflicts.
    """
    cost = None
    if isinstance(opportunity, FundingCall):
        cost = effort.cost_of(opportunity, on, rulebook)
        findings = _of_a_call(opportunity, profile, on, cost, titles or {})
    else:
        findings = _of_a_contract(opportunity, profile, on, rulebook)
    given = [finding for finding in findings if finding is not None]
    reasons = sorted((finding.reason for finding in given), key=_severity)
    return Fit(_verdict(reasons), _score(given), tuple(reasons), cost)


def order(fit: Fit, closes_on: date | None) -> tuple[int, int, date]:
    """Return the key by which lists are sorted: verdict, score, deadline."""
    return _RANK[fit.verdict], -fit.score, closes_on or date.max


def _of_a_call(
    call: FundingCall,
    profile: GroupProfile,
    on: date,
    cost: Cost | None,
    titles: Mapping[str, str],
) -> tuple[Finding | None, ...]:
    return (
        effort.deadline(call, on),
        eligibility.legal_form(call, profile),
        eligibility.income(call, profile),
        purposes.area(call, profile),
        purposes.purposes(call, profile),
        eligibility.conflicts(call, profile, titles),
        eligibility.signatories(call, profile),
        effort.documents(call, profile, on),
        effort.amount(call, profile),
        effort.worth(call, cost),
    )


def _of_a_contract(
    notice: TenderNotice, profile: GroupProfile, on: date, rulebook: RuleBook
) -> tuple[Finding | None, ...]:
    return (
        contract_work.deadline(notice, on),
        contract_size.size(notice, profile),
        contract_work.work(notice, profile),
        contract_work.place(notice, profile),
        contract_terms.reserved(notice, profile),
        contract_terms.health_rules(notice),
        contract_terms.standing(profile),
        contract_terms.parts(notice),
        contract_terms.social_value(notice, on, rulebook),
        contract_terms.buyers_mark(notice),
    )


def _verdict(reasons: list[Reason]) -> Verdict:
    deciding = {reason.answer for reason in reasons if not reason.advises}
    if Answer.FAILS in deciding:
        return Verdict.CANNOT
    return Verdict.CHECK if Answer.UNKNOWN in deciding else Verdict.CAN


def _severity(reason: Reason) -> int:
    """Warnings before ticks; what decides before what advises."""
    return _SEVERITY[reason.answer] + (_ADVICE_AFTER if reason.advises else 0)


def _score(findings: list[Finding]) -> int:
    total = gained = 0.0
    kept = 1.0
    for finding in findings:
        reason = finding.reason
        weight = WEIGHTS.get(reason.rule, 0)
        total += weight
        gained += weight * finding.share
        if reason.answer is Answer.FAILS and not reason.advises:
            kept *= ENOUGH_FAILED
    return round(100 * kept * gained / total)
