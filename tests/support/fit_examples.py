"""A lunch club, a grant that suits it and a contract that suits it, to be changed by tests."""

from dataclasses import replace
from datetime import UTC, date, datetime

from vcs_desktop.domain.fit.judge import judge
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import (
    BELOW_THRESHOLD_NOTICE,
    LIVING_WAGE,
    RESERVED_CONTRACTS,
    SOCIAL_VALUE_LINE,
    RuleBook,
)
from vcs_desktop.domain.tenders import Classification, Delivery, TenderNotice

TODAY = date(2026, 11, 22)
CHERWELL, OXFORD, OXFORDSHIRE = "E07000177", "E07000178", "E10000025"

LUNCH_CLUB = GroupProfile(
    name="Cherwell Lunch Club",
    legal_form=LegalForm.UNINCORPORATED_WITH_RULES,
    annual_income_pence=18_400_00,
    areas=(CHERWELL,),
    activities=("lunch club", "shared meals"),
    beneficiaries=("older people",),
    bank_signatories=2,
    policies=(Policy("Safeguarding", date(2026, 3, 12)),),
    live_grants=(),
)
NOBODY = GroupProfile()

GRANT = FundingCall(
    id="grant/meals",
    title="Meals together",
    funder="Oxfordshire Trust",
    areas=(OXFORDSHIRE,),
    legal_forms=(LegalForm.UNINCORPORATED_WITH_RULES, LegalForm.CHARITY),
    income_max_pence=100_000_00,
    income_max_is_under=True,
    award_min_pence=500_00,
    award_max_pence=2_000_00,
    closes_at=datetime(2026, 12, 18, 12, tzinfo=UTC),
    themes=("shared meals",),
    beneficiaries=("older people",),
    success_rate=0.5,
    hours_to_apply=6,
)
CONTRACT = TenderNotice(
    id="ocds-1",
    title="Lunches for a day centre",
    buyer="Oxfordshire County Council",
    status="active",
    method="open",
    method_details="Open procedure (below threshold)",
    classifications=(Classification("55500000", "Canteen and catering services"),),
    value_pence=8_000_00,
    deadline_at=datetime(2026, 12, 18, 12, tzinfo=UTC),
    starts_on=date(2027, 2, 1),
    ends_on=date(2028, 1, 31),
    deliveries=(Delivery("Oxfordshire"),),
    released_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
)

RULES = RuleBook(
    [
        Rule(
            "wage",
            LIVING_WAGE,
            "National Living Wage from 1 April 2026",
            12_71,
            "pence",
            provenance=Provenance(valid_from=date(2026, 4, 1)),
        ),
        Rule(
            "line",
            SOCIAL_VALUE_LINE,
            "Social value",
            100_000_00,
            "pence",
            "over",
            applies_to="contracts of Oxfordshire County Council",
        ),
        Rule("publish", BELOW_THRESHOLD_NOTICE, "Publish", 30_000_00, "pence", "from"),
        Rule(
            "reserve",
            RESERVED_CONTRACTS,
            "Reserve",
            None,
            "",
            provenance=Provenance(valid_from=date(2026, 2, 4)),
        ),
    ]
)


def fit(opportunity, profile=LUNCH_CLUB, *, on=TODAY, rulebook=RULES, titles=None):
    return judge(opportunity, profile, on=on, rulebook=rulebook, titles=titles)


def reason(rule, opportunity, profile=LUNCH_CLUB, **how):
    """Return what one rule says, or None when it says nothing."""
    reasons = fit(opportunity, profile, **how).reasons
    return next((each for each in reasons if each.rule == rule), None)


def answer(rule, opportunity, profile=LUNCH_CLUB, **how):
    found = reason(rule, opportunity, profile, **how)
    return None if found is None else found.answer.value


def grant(**changes):
    return replace(GRANT, **changes)


def contract(**changes):
    return replace(CONTRACT, **changes)


def group(**changes):
    return replace(LUNCH_CLUB, **changes)
