"""What holds for every grant, every contract and every group."""

import re
from dataclasses import fields, replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.support.fit_examples import LUNCH_CLUB, NOBODY, RULES, TODAY, contract, fit, grant, group
from vcs_desktop.domain.fit.judge import judge, order
from vcs_desktop.domain.fit.result import Answer, Verdict
from vcs_desktop.domain.funding import Conflict, FundingCall, RequiredDocument
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.tenders import Classification, Delivery, Lot, TenderNotice

WORDS = st.sampled_from(
    ["lunch club", "older people", "arts", "football", "community", "theatre for all", "£%{}\n", ""]
)
TEXTS = st.lists(WORDS, max_size=3).map(tuple)
AREAS = st.lists(
    st.sampled_from(["E07000177", "E07000178", "E10000025", "K02000001", "E08000001", "UKI3", "?"]),
    max_size=2,
).map(tuple)
FORMS = st.sampled_from(list(LegalForm))
PENCE = st.none() | st.integers(0, 10**12) | st.sampled_from([1, 100_000_00, 100_000_01])
DAYS = st.none() | st.dates(date(2016, 1, 1), date(2036, 12, 31))
MOMENTS = DAYS.map(lambda day: day and datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
IDS = st.lists(st.sampled_from(["a", "b", "grant"]), max_size=2).map(tuple)

PROFILES = st.builds(
    GroupProfile,
    legal_form=st.none() | FORMS,
    annual_income_pence=PENCE,
    areas=AREAS,
    activities=TEXTS,
    beneficiaries=TEXTS,
    bank_signatories=st.none() | st.integers(0, 4),
    policies=st.none() | st.lists(st.builds(Policy, WORDS, DAYS), max_size=2).map(tuple),
    live_grants=st.none() | IDS,
)
CALLS = st.builds(
    FundingCall,
    id=st.just("grant"),
    title=WORDS,
    areas=AREAS,
    area_text=WORDS,
    legal_forms=st.lists(FORMS, max_size=3).map(tuple),
    income_min_pence=PENCE,
    income_max_pence=PENCE,
    income_max_is_under=st.booleans(),
    award_min_pence=PENCE,
    award_max_pence=PENCE,
    opens_on=DAYS,
    closes_at=MOMENTS,
    rolling=st.booleans(),
    exclusions=TEXTS,
    themes=TEXTS,
    beneficiaries=TEXTS,
    required_documents=st.lists(
        st.builds(
            RequiredDocument, st.sampled_from(["Arts policy", "Accounts"]), st.none() | st.just(12)
        ),
        max_size=2,
    ).map(tuple),
    signatories_needed=st.none() | st.integers(0, 4),
    conflicts=st.lists(
        st.builds(Conflict, st.sampled_from(["one_of", "one_live_grant"]), IDS, WORDS), max_size=2
    ).map(tuple),
    success_rate=st.none() | st.floats(0, 1),
    hours_to_apply=st.none() | st.floats(0, 10_000),
    status=st.sampled_from(["open", "closed", "paused", "unknown", ""]),
    provenance=st.builds(Provenance, as_of=DAYS, valid_to=DAYS),
)
LOTS = st.builds(
    Lot,
    st.just("1"),
    WORDS,
    status=st.sampled_from(["active", "cancelled", ""]),
    value_pence=PENCE,
    starts_on=DAYS,
    ends_on=DAYS,
    duration_days=st.none() | st.integers(1, 5000),
)
CODES = st.sampled_from(["85300000", "45", "", "55524000"])
CONTRACTS = st.builds(
    TenderNotice,
    id=st.just("ocds-1"),
    title=WORDS,
    buyer=st.sampled_from(["", "Oxfordshire County Council", "Luton Council"]),
    stage=st.sampled_from(["planning", "tender", "award"]),
    status=st.sampled_from(["", "active", "planned", "complete", "cancelled"]),
    classifications=st.lists(st.builds(Classification, CODES, WORDS), max_size=2).map(tuple),
    value_pence=PENCE,
    value_min_pence=PENCE,
    deadline_at=MOMENTS,
    starts_on=DAYS,
    ends_on=DAYS,
    duration_days=st.none() | st.integers(1, 5000),
    suitable_vcse=st.none() | st.booleans(),
    reserved_for=st.lists(st.sampled_from(["smeVcse", "vcse", "new"]), max_size=1).map(tuple),
    deliveries=st.lists(
        st.builds(
            Delivery,
            st.sampled_from(["", "South East", "London", "?"]),
            st.sampled_from(["", "OX1 1AA", "B1 1BB"]),
        ),
        max_size=2,
    ).map(tuple),
    lots=st.lists(LOTS, max_size=3).map(tuple),
    legal_basis=st.sampled_from(["", "UKSI/2023/1348"]),
    released_at=MOMENTS,
)
OPPORTUNITIES = CALLS | CONTRACTS

THEIRS = re.compile(
    r"\b(They|The buyer|The work|The contract|The smallest part|Bids|It was|You may apply only|"
    r"We do not know|Oxfordshire County Council)\b"
)
YOURS = re.compile(r"\b([Yy]ou|[Yy]our)\b")


def judged(opportunity, profile):
    return judge(opportunity, profile, on=TODAY, rulebook=RULES)


@given(OPPORTUNITIES, PROFILES)
def test_every_mixture_of_what_is_known_gets_a_verdict_and_a_score(opportunity, profile):
    found = judged(opportunity, profile)
    assert found.verdict in Verdict
    assert 0 <= found.score <= 100
    assert found.reasons
    assert found == judged(opportunity, profile)


@given(OPPORTUNITIES, PROFILES)
def test_the_verdict_follows_from_the_rules_that_decide(opportunity, profile):
    found = judged(opportunity, profile)
    deciding = {each.answer for each in found.reasons if not each.advises}
    if found.verdict is Verdict.CANNOT:
        assert Answer.FAILS in deciding
    elif found.verdict is Verdict.CHECK:
        assert Answer.FAILS not in deciding
        assert Answer.UNKNOWN in deciding
    else:
        assert deciding == {Answer.MEETS}


@given(OPPORTUNITIES, PROFILES)
def test_every_sentence_quotes_both_sides_and_ends(opportunity, profile):
    for each in judged(opportunity, profile).reasons:
        assert each.because.endswith("."), each
        assert "\n" not in each.because, each
        assert THEIRS.search(each.because), each
        assert YOURS.search(each.because), each
        assert 0 < len(each.heading) <= 40, each


@given(OPPORTUNITIES, PROFILES)
def test_warnings_stand_before_ticks(opportunity, profile):
    answers = [each.answer is Answer.MEETS for each in judged(opportunity, profile).reasons]
    assert answers == sorted(answers)


@given(OPPORTUNITIES)
def test_a_group_of_which_nothing_is_known_is_ruled_out_by_dates_alone(opportunity):
    found = judged(opportunity, NOBODY)
    if found.verdict is Verdict.CANNOT:
        failed = {
            each.rule for each in found.reasons if each.answer is Answer.FAILS and not each.advises
        }
        assert failed == {"deadline"}


@given(CALLS, PROFILES, st.integers(0, 10**12))
def test_a_larger_income_never_opens_a_grant_that_is_for_smaller_groups(call, profile, more):
    income, most = profile.annual_income_pence, call.income_max_pence
    if income is None or most is None or income <= most:
        return
    assert judged(call, profile).verdict is Verdict.CANNOT
    richer = replace(profile, annual_income_pence=income + more)
    assert judged(call, richer).verdict is Verdict.CANNOT


@given(OPPORTUNITIES, PROFILES, st.data())
def test_knowing_more_never_turns_yes_into_find_out(opportunity, profile, data):
    """Whoever can apply knowing less could not have been let through by what is missing."""
    names = [field.name for field in fields(GroupProfile) if field.name != "name"]
    unsaid = data.draw(st.sets(st.sampled_from(names)))
    known_less = replace(profile, **{name: getattr(NOBODY, name) for name in unsaid})
    if judged(opportunity, known_less).verdict is Verdict.CAN:
        assert judged(opportunity, profile).verdict is not Verdict.CHECK


def test_a_grant_that_meets_every_rule_can_be_applied_for():
    assert fit(grant()).verdict is Verdict.CAN
    assert fit(contract()).verdict is Verdict.CAN


def test_an_unknown_group_has_to_find_out():
    assert fit(grant(), NOBODY).verdict is Verdict.CHECK
    assert fit(contract(), NOBODY).verdict is Verdict.CHECK


def test_the_order_is_verdict_then_score_then_closing_day():
    can, cannot = fit(grant()), fit(grant(), group(annual_income_pence=200_000_00))
    check = fit(grant(), replace(LUNCH_CLUB, annual_income_pence=None))
    soon, later = date(2026, 12, 1), date(2027, 1, 1)
    assert order(can, None) < order(check, soon) < order(cannot, soon)
    assert order(can, soon) < order(can, later) < order(can, None)
    assert order(replace(can, score=99), later) < order(replace(can, score=98), soon)


def test_a_rule_book_that_is_empty_is_no_trouble():
    assert fit(grant(), rulebook=RuleBook([])).verdict is Verdict.CAN
    assert fit(contract(), rulebook=RuleBook([])).verdict is Verdict.CAN
