"""Verdicts as they are kept in the library: JSON that only this module reads."""

import json
from dataclasses import asdict

from vcs_desktop.domain.fit.result import Answer, Cost, Fit, Reason
from vcs_desktop.storage.queries.fits import KeptFit


def kept_of(number: int, digest: str, fit: Fit) -> KeptFit:
    """Return a verdict as it is kept."""
    told = {
        "reasons": [
            [each.rule, each.answer.value, each.heading, each.because, each.advises]
            for each in fit.reasons
        ],
        "cost": asdict(fit.cost) if fit.cost else None,
    }
    return KeptFit(number, digest, fit.verdict, fit.score, json.dumps(told, ensure_ascii=False))


def fit_of(kept: KeptFit) -> Fit:
    """Return a kept verdict as it was given."""
    told = json.loads(kept.reasons)
    return Fit(
        kept.verdict,
        kept.score,
        tuple(
            Reason(rule, Answer(answer), heading, because, advises)
            for rule, answer, heading, because, advises in told["reasons"]
        ),
        Cost(**told["cost"]) if told["cost"] else None,
    )
