"""The words that travel with the program: complete, sourced, dated, our own, and easy to read."""

import re
from datetime import date

import pytest

from tests.support.starter import (
    ROOT,
    SEED,
    TODAY,
    names_of,
    of,
    one,
    records,
    rules,
    runs_of_words,
    sentences_in,
    texts_of,
)
from vcs_desktop.domain import rulebook
from vcs_desktop.domain.words_typed import singular

PRIORITIES = {
    "strategy/priority/collaboration": (8, 8),
    "strategy/priority/volunteering": (9, 5),
    "strategy/priority/capacity": (10, 6),
    "strategy/priority/sustainable-sector": (11, 7),
    "strategy/priority/inequalities": (12, 6),
}
"""Each priority with its page in the strategy and how many commitments it has there."""
MOST_WORDS = 20
"""Words in a sentence, on average, that an easy text does not pass."""


def test_every_kind_of_record_has_something_in_it_except_awards():
    kinds = {record.kind for record in records()}
    assert kinds == {
        "compact", "consultation", "event", "fact", "funding_call", "place", "rule", "strategy",
        "tender", "term", "training",
    }  # fmt: skip


def test_every_record_says_where_it_is_from_under_which_licence_and_of_when():
    for record in records():
        for key in ("source", "licence", "asOf"):
            assert record.data.get(key), f"{record.id} has no {key}"
        date.fromisoformat(record.data["asOf"])


def test_ids_are_readable():
    for record in records():
        assert re.fullmatch(r"[a-z0-9./-]+", record.id), record.id


def test_the_strategy_has_its_five_priorities_and_all_32_commitments():
    found = of("strategy")
    assert {each.id for each in found if each.data["level"] == "priority"} == set(PRIORITIES)
    assert sum(each.data["level"] == "commitment" for each in found) == 32


@pytest.mark.parametrize("priority", PRIORITIES)
def test_a_priority_has_its_own_page_and_its_commitments_under_it(priority):
    page, count = PRIORITIES[priority]
    under = [each for each in of("strategy") if each.data.get("under") == priority]
    assert len(under) == count
    assert {each.data["page"] for each in (*under, one(priority))} == {page}


def test_the_commitments_are_as_many_as_the_strategy_itself_lists():
    if not SEED.exists():
        pytest.skip("the strategy's own text is not here")
    pages = re.split(r"\nPage (\d+):", "".join(f.read_text("utf-8") for f in SEED.glob("*.txt")))
    listed = {
        int(number): len(re.findall(r"^- ", text, re.MULTILINE))
        for number, text in zip(pages[1::2], pages[2::2], strict=True)
    }
    ours = dict(PRIORITIES.values())
    assert {page: listed[page] for page in ours} == ours


def test_no_priority_is_set_above_another():
    found = [one(priority).data for priority in PRIORITIES]
    same = "All five priorities count the same and go on at the same time."
    assert all(each["text"].count(same) == 1 for each in found)
    assert len({tuple(sorted(each)) for each in found}) == 1
    words = [len(each["text"].split()) for each in found]
    assert max(words) <= 1.5 * min(words)


def test_the_strategy_ends_with_the_year_it_names():
    for record in of("strategy"):
        assert record.data["validFrom"] == "2022-07-19"
        assert record.data["validTo"] == "2027-12-31"


def test_every_figure_of_the_strategys_pages_is_there():
    values = {each.id: each.data["value"] for each in of("fact")}
    given = {
        "fact/rural/share-in-oxford-2019": 22,
        "fact/rural/share-in-main-towns-2019": 38,
        "fact/rural/share-in-small-places-2019": 40,
        "fact/deprivation/imd-2019": 10,
        "fact/deprivation/areas-worst-tenth-2019": 1,
        "fact/deprivation/areas-second-tenth-2019": 16,
        "fact/health/life-expectancy-gap-men-2022": 11,
        "fact/health/life-expectancy-gap-women-2022": 12,
        "fact/poverty/children-2022": 20,
        "fact/poverty/children-oxford-2022": 25,
        "fact/ethnicity/not-white-british-2011": 16.4,
        "fact/council-money/all-2021": 80_000_000,
        "fact/council-money/contracts-2021": 79_500_000,
        "fact/council-money/grants-2021": 500_000,
        "fact/council-money/share-contracts-2021": 99,
        "fact/council-money/share-of-all-contracts-2021": 17,
        "fact/council-money/adult-social-care-2021": 78,
        "fact/social-value/line-2022": 100_000,
    }
    assert {key: values[key] for key in given} == given


def test_where_people_live_adds_up_to_a_hundred():
    shares = [each.data["value"] for each in of("fact") if each.id.startswith("fact/rural/share")]
    assert sum(shares) == 100


def test_the_money_of_contracts_and_grants_adds_up():
    contracts, grants = (
        one("fact/council-money/contracts-2021"),
        one("fact/council-money/grants-2021"),
    )
    total = one("fact/council-money/all-2021")
    assert contracts.data["value"] + grants.data["value"] == total.data["value"]


def test_what_a_source_does_not_give_stays_not_given():
    other = one("fact/council-money/other-services-2021").data
    assert other["value"] is None
    assert other["text"].startswith("Not given.")
    for record in of("fact"):
        if record.data["value"] is None:
            assert re.search(r"no figure|no numbers|Not given|did not find|2020/21|Examples|Fix My",
                             record.data["text"]), record.id  # fmt: skip


def test_the_newer_and_the_older_figure_point_to_each_other():
    linked = 0
    for record in of("fact"):
        for there, back in (("newer", "older"), ("older", "newer")):
            if record.data.get(there):
                other = one(record.data[there])
                assert other.data[back] == record.id
                assert (record.data["asOf"] < other.data["asOf"]) == (there == "newer")
                linked += 1
    assert linked >= 10


def test_figures_of_redrawn_small_areas_say_that_they_cannot_be_compared():
    for tenth in ("worst", "second"):
        for year in (2019, 2025):
            fact = one(f"fact/deprivation/areas-{tenth}-tenth-{year}").data
            assert "407" in fact["notComparable"]
            assert "428" in fact["notComparable"]


def test_no_text_turns_the_countys_rank_upside_down():
    for record in records():
        assert not re.search(r"\d(?:st|nd|rd|th) most deprived", " ".join(texts_of(record)))
    assert "8th least deprived" in one("fact/deprivation/imd-2025").data["text"]


def test_the_newer_figures_have_one_for_each_district():
    areas = {each.data.get("area") for each in of("fact") if "not-white-british" in each.id}
    assert {f"E0700017{number}" for number in (7, 8, 9)} <= areas
    assert {"E07000180", "E07000181"} <= areas


def test_district_figures_are_those_of_the_census():
    path = ROOT.parent / "shared" / "data" / "oxfordshire" / "census2021_ethnicity.csv"
    if not path.exists():
        pytest.skip("the census file is not here")
    rows = [row.split(",") for row in path.read_text("utf-8-sig").splitlines()[1:]]
    ours = {each.data["area"]: each.data["value"] for each in of("fact")
            if each.id.startswith("fact/ethnicity/") and each.id.endswith("-2021")}  # fmt: skip
    for code, _, value in rows:
        assert ours[code or "K04000001"] == float(value)


def test_the_glossary_explains_the_words_of_the_sector():
    terms = " ".join(" ".join(names_of(each)) for each in of("term")).casefold()
    assert len(of("term")) >= 75
    expected = """grant tender cpv lots tupe cio cic safeguarding consortium
        full_cost_recovery restricted_fund social_value match_funding"""
    for word in expected.split():
        assert word.replace("_", " ") in terms


def test_the_plural_of_a_word_is_not_called_another_name():
    for each in of("term"):
        plurals = {singular(name.casefold()) for name in each.data.get("alsoKnownAs", ())}
        assert each.data["title"].casefold() not in plurals


def test_a_word_has_one_meaning():
    names = [name.casefold() for each in of("term") for name in names_of(each)]
    assert sorted(names) == sorted(set(names))


def test_guides_quote_the_figures_of_the_rules():
    guide = one("training/keep-the-money-straight").data["body"]
    for name in ("charity_external_scrutiny", "charity_receipts_and_payments",
                 "charity_file_accounts_income", "charity_annual_return_income"):  # fmt: skip
        assert f"£{rules().on(name, TODAY).value // 100:,}" in guide
    pay = rules().on(rulebook.LIVING_WAGE, TODAY).value / 100
    assert f"£{pay:.2f}" in one("training/finding-funding").data["body"]
    notice = one("training/contract-notice").data["body"]
    for name in ("procurement_goods_services_council", "procurement_light_touch",
                 "below_threshold_notice_councils", "transparency_contracts",
                 "social_value_line"):  # fmt: skip
        assert f"£{rules().on(name, TODAY).value // 100:,}" in notice
    fee = rules().on("ico_fee_charity", TODAY).value // 100
    assert f"£{fee} a year" in one("training/data-protection").data["body"]


def test_texts_are_easy_to_read():
    for record in records():
        for text in texts_of(record):
            sentences = sentences_in(text)
            assert sum(len(each.split()) for each in sentences) / len(sentences) <= MOST_WORDS, (
                f"{record.id}: {text}"
            )


def test_no_sentence_is_a_burden():
    for record in records():
        for text in texts_of(record):
            for sentence in sentences_in(text):
                assert len(sentence.split()) <= 32, f"{record.id}: {sentence}"


def test_no_wording_of_the_strategy_is_carried_over():
    if not SEED.exists():
        pytest.skip("the strategy's own text is not here")
    theirs = runs_of_words("\n".join(f.read_text("utf-8") for f in SEED.glob("*.txt")))
    for record in records():
        ours = [*texts_of(record)]
        if record.kind in ("strategy", "fact"):
            ours.append(record.data["title"])
        for text in ours:
            assert not (runs_of_words(text) & theirs), record.id
