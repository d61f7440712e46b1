"""Grants, contracts and what judging them gave, for tests of the committee sheet."""

from datetime import UTC, date, datetime

from vcs_desktop.documents.committee_sheet import SheetData, SheetItem, item_of
from vcs_desktop.domain.fit.result import Answer, Cost, Fit, Reason, Verdict
from vcs_desktop.domain.funding import FundingCall, Question, RequiredDocument
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.tenders import TenderNotice

TODAY = date(2026, 11, 22)
GROUP = "Riverside Lunch Club"
INCOME = Reason(
    "income",
    Answer.MEETS,
    "Your income is in their range",
    "They fund groups with an income under £100,000. Your last accounts show £18,400.",
)
AREA = Reason(
    "area",
    Answer.UNKNOWN,
    "Check that they fund your area",
    "They do not say which places they fund. You work in Oxford.",
)
FORM = Reason(
    "legal_form",
    Answer.FAILS,
    "They do not fund your kind of group",
    "They fund registered charities. You told us that you are a group with written rules.",
)
TIME = Reason(
    "deadline", Answer.MEETS, "There is time", "It closes in 12 days. The form takes about 6 hours."
)
WORTH = Reason(
    "worth",
    Answer.MEETS,
    "Worth the work",
    "They give up to £3,000. Your time to apply is worth about £100.",
    advises=True,
)
WAGE = "National Living Wage from 1 April 2026"
COST = Cost(
    6,
    1271,
    WAGE,
    7626,
    100_000,
    f"About 6 hours of work at £12.71 ({WAGE}) is £76.26. About 1 in 3 who apply get it, so "
    "£3,000 is worth £1,000 before you know. That is more than the cost.",
)
CAN = Fit(Verdict.CAN, 86, (INCOME, TIME, WORTH), COST)
CHECK = Fit(Verdict.CHECK, 60, (AREA, INCOME, TIME), COST)
CANNOT = Fit(Verdict.CANNOT, 20, (FORM, AREA, INCOME))
PROVENANCE = Provenance(
    "Oxfordshire Community Foundation",
    "https://example.org/grants/small",
    "Facts only",
    date(2026, 11, 2),
)


def a_grant(**changes: object) -> FundingCall:
    """Return a grant that says everything it can say."""
    told: dict[str, object] = {
        "id": "call-1",
        "title": "Winter Warmth Small Grants",
        "summary": "Helps small groups keep a warm place open for people who would be alone.",
        "funder": "Thames Valley Hearth Fund",
        "programme": "Small Grants",
        "url": "https://example.org/warmth",
        "award_min_pence": 50_000,
        "award_max_pence": 300_000,
        "closes_at": datetime(2026, 12, 4, 12, tzinfo=UTC),
        "decision_weeks": 8,
        "required_documents": (
            RequiredDocument("Bank statement", 3),
            RequiredDocument("Your rules (constitution)"),
        ),
        "questions": (Question("1", "What will you do?", 200),),
        "match_percent": 10,
        "provenance": PROVENANCE,
    }
    return FundingCall(**(told | changes))


def a_contract(**changes: object) -> TenderNotice:
    """Return a contract to bid for."""
    told: dict[str, object] = {
        "id": "ocds-b5fd17-1",
        "title": "Community transport for older people",
        "description": "Door to door transport to day services in the south of the county.",
        "buyer": "Oxfordshire County Council",
        "value_pence": 4_500_000,
        "deadline_at": datetime(2027, 1, 15, 23, 59, tzinfo=UTC),
        "starts_on": date(2027, 4, 1),
        "ends_on": date(2029, 3, 31),
        "provenance": Provenance("Contracts Finder", "", "Open Government Licence v3.0"),
    }
    return TenderNotice(**(told | changes))


def an_item(**changes: object) -> SheetItem:
    """Return one item as the sheet has it, with some of it changed."""
    from dataclasses import replace

    return replace(item_of(a_grant(), CHECK, TODAY), **changes)


ORDINARY = (
    Reason(
        "documents",
        Answer.UNKNOWN,
        "Papers to get ready",
        "They ask for: Bank statement, Safeguarding policy and Your rules (constitution). You have "
        "the Safeguarding policy. You will need the rest to hand.",
    ),
    TIME,
    Reason(
        "legal_form",
        Answer.MEETS,
        "Open to groups like yours",
        "They fund groups with written rules, registered charities, CIOs, CICs and 3 more. You are "
        "a group with written rules.",
    ),
    INCOME,
    Reason(
        "area",
        Answer.MEETS,
        "They fund your area",
        "They fund work in Oxfordshire. You work in Oxford.",
    ),
    Reason(
        "purposes",
        Answer.MEETS,
        "They fund work like yours",
        "They fund gentle exercise, befriending, healthy food and wellbeing, for older people, "
        "carers and disabled people. You told us: lunch club, shared meals, cooking and 2 more, "
        "for older people, lonely people and carers.",
    ),
    Reason(
        "signatories",
        Answer.MEETS,
        "Enough people can sign",
        "They ask for 2 unrelated people who can sign at your bank. You have 2.",
    ),
    Reason(
        "amount",
        Answer.MEETS,
        "A size you could manage",
        "They give £500 to £3,000. Your last accounts show £18,400.",
    ),
    WORTH,
)
"""As many answers as a grant of the starter library usually gets."""


def ten_ordinary_grants(*, practice: bool = False) -> SheetData:
    """Return what a committee usually has before it."""
    fit = Fit(Verdict.CAN, 80, ORDINARY, COST)
    item = item_of(a_grant(practice=practice), fit, TODAY)
    return SheetData(GROUP, TODAY, (item,) * 10)


def three_items() -> SheetData:
    """Return a sheet with one of each verdict, one of them for practice."""
    return SheetData(
        GROUP,
        TODAY,
        (
            item_of(a_grant(), CAN, TODAY),
            item_of(a_contract(), CHECK, TODAY),
            item_of(
                a_grant(id="call-2", title="Village Hall Kitchens", practice=True), CANNOT, TODAY
            ),
        ),
    )


def fifty_items() -> SheetData:
    """Return a full evening's work."""
    kinds = [
        item_of(a_grant(), CAN, TODAY),
        item_of(a_contract(), CHECK, TODAY),
        item_of(a_grant(title="Kitchens " * 40, rolling=True, closes_at=None), CANNOT, TODAY),
    ]
    return SheetData(GROUP, TODAY, tuple(kinds[number % 3] for number in range(50)))
