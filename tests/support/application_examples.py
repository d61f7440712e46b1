"""Notices to begin applications from, and applications as tests need them."""

from dataclasses import replace
from datetime import UTC, datetime

from vcs_desktop.domain.funding import FundingCall, Question, RequiredDocument

WARM = FundingCall(
    id="practice/grant/warm-welcome",
    title="Warm welcome (practice)",
    funder="Practice Fund: Warm Rooms",
    award_min_pence=50_000,
    award_max_pence=200_000,
    closes_at=datetime(2026, 12, 4, 12, tzinfo=UTC),
    decision_weeks=6,
    max_duration_months=12,
    pays_overheads=True,
    cost_types=("heating", "food"),
    exclusions=("building work",),
    signatories_needed=2,
    hours_to_apply=6.5,
    required_documents=(RequiredDocument("Bank statement", 3), RequiredDocument("Group rules")),
    questions=(
        Question("1", "What does your group do?", 100, "words", "Say who comes."),
        Question("2", "What will you do with the grant?", 200, "words"),
        Question("4", "What will it cost?", 600, "characters"),
    ),
)
BARE = replace(WARM, id="practice/grant/bare", title="Bare", questions=(), required_documents=())
