"""The grants and contracts of the starter library, real and practice, and the practice group."""

from datetime import timedelta

from tests.support.starter import TODAY, fits, of, one, practice_group, records, texts_of
from vcs_desktop.domain.fit.result import Answer, Verdict


def test_real_programmes_name_their_page_and_send_people_to_it():
    real = [each for each in of("funding_call") if not each.data.get("practice")]
    assert len(real) == 3
    for call in real:
        assert call.data["url"].startswith("https://")
        assert call.data["sourceUrl"].startswith("https://")
        assert "check the" in call.data["grantShortDescription"]
        assert "grantApplicationCloseDate" not in call.data


def test_a_group_may_ask_only_one_of_the_two_oxfordshire_funds():
    pair = ("grant/oxfordshire-connected-communities-fund", "grant/oxfordshire-community-capacity")
    for call, other in (pair, pair[::-1]):
        (conflict,) = one(call).data["conflicts"]
        assert (conflict["kind"], conflict["ids"]) == ("one_of", [other])
        assert (one(call).data["incomeMax"], one(call).data["incomeMaxIsUnder"]) == (
            1_000_000,
            True,
        )


def test_conflicts_name_grants_that_the_library_has():
    known = {each.id for each in of("funding_call")}
    for call in of("funding_call"):
        for conflict in call.data.get("conflicts", []):
            assert set(conflict["ids"]) <= known
    assert set(practice_group().live_grants) <= known


def test_practice_material_says_so_everywhere():
    for record in records():
        marked = record.data.get("practice") is True
        assert marked == ("practice" in record.id), record.id
        if not marked:
            assert "closesAfterDays" not in record.data
            continue
        title = (
            record.data.get("grantName")
            or record.data.get("title")
            or record.data["tender"]["title"]
        )
        assert title.endswith(" (practice)")
        assert texts_of(record)[0].startswith("For practice.")
        who = record.data.get("fundingOrganization") or record.data.get("buyer")
        assert who is None or who["name"].startswith("Practice ")


def test_there_are_at_least_12_practice_grants_and_6_practice_contracts():
    assert sum(each.data.get("practice") is True for each in of("funding_call")) >= 12
    assert sum(each.data.get("practice") is True for each in of("tender")) >= 6


def test_practice_material_never_grows_old_before_it_is_seen():
    for record in (*of("funding_call"), *of("tender")):
        if record.data.get("practice"):
            assert "grantApplicationCloseDate" not in record.data
            assert "tenderPeriod" not in record.data.get("tender", {})
            days = record.data.get("closesAfterDays")
            assert (days is None) == (record.data.get("rolling") is True)
            assert days is None or 5 <= days <= 120


def test_practice_grants_have_a_form_to_fill_in():
    units = set()
    for call in of("funding_call"):
        if call.data.get("practice"):
            questions = call.data["questions"]
            assert 4 <= len(questions) <= 7
            assert all(
                each["limit"] > 0 and each["guidance"] and each["text"] for each in questions
            )
            assert len({each["ref"] for each in questions}) == len(questions)
            units |= {each["unit"] for each in questions}
    assert units == {"words", "characters"}


def test_practice_contracts_show_lots_a_reserved_one_and_a_health_service():
    tenders = [each.data["tender"] for each in of("tender")]
    assert sum(len(each.get("lots", [])) > 1 for each in tenders) >= 1
    assert any(
        each.get("otherRequirements", {}).get("reservedParticipation") == ["smeVcse"]
        for each in tenders
    )
    assert any(each.get("legalBasis") == {"scheme": "UKSI", "id": "2023/1348"} for each in tenders)
    values = [each["value"]["amount"] for each in tenders]
    assert (min(values), max(values)) == (8_000, 350_000)
    assert {each["classification"]["id"][:2] for each in tenders} == {
        "55",
        "60",
        "80",
        "85",
        "92",
        "98",
    }


def test_the_marks_of_a_practice_contract_add_up_to_a_hundred():
    for record in of("tender"):
        criteria = record.data["tender"]["awardCriteria"]["criteria"]
        assert sum(each["numbers"][0]["number"] for each in criteria) == 100
        lots = record.data["tender"].get("lots", [])
        worth = record.data["tender"]["value"]["amount"]
        assert not lots or sum(lot["value"]["amount"] for lot in lots) == worth


def test_the_practice_group_says_that_it_is_one():
    assert practice_group().name == "Marston Lunch Club (practice)"
    assert practice_group().annual_income_pence == 18_400_00


def test_the_practice_groups_safeguarding_policy_is_too_old_for_a_funder_who_wants_a_new_one():
    policy = next(each for each in practice_group().policies if each.name == "Safeguarding")
    assert timedelta(days=420) < TODAY - policy.reviewed_on < timedelta(days=440)
    papers = [
        each for each in fits()["practice/grant/shared-table"].reasons if each.rule == "documents"
    ]
    assert papers[0].answer is Answer.FAILS


def test_the_practice_group_meets_every_verdict():
    verdicts = [fit.verdict for fit in fits().values()]
    assert all(verdicts.count(each) >= 3 for each in Verdict)


def test_each_rule_of_a_grant_fails_or_warns_somewhere_for_the_practice_group():
    answers = {(reason.rule, reason.answer) for fit in fits().values() for reason in fit.reasons}
    for rule in ("income", "area", "legal_form", "conflicts", "signatories", "deadline"):
        assert (rule, Answer.FAILS) in answers, rule
    assert ("purposes", Answer.UNKNOWN) in answers
