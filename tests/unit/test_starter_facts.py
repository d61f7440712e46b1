"""The figures that travel with the program: one base to a chart, every rank the right way up."""

import re
from itertools import combinations

import pytest

from tests.support.starter import of
from vcs_desktop.domain.areas import OXFORDSHIRE, name_of
from vcs_desktop.domain.figures import citation, comparisons, editions, in_words, may_compare
from vcs_desktop.domain.from_record import thing_of

FACTS = {record.id: thing_of(record) for record in of("fact")}


def test_no_words_about_the_county_call_it_most_deprived():
    for fact in FACTS.values():
        if fact.area == OXFORDSHIRE:
            told = " ".join((fact.title, fact.text, in_words(fact), citation(fact)))
            assert not re.search(r"\d(?:st|nd|rd|th) most deprived", told), fact.id
    county = FACTS["fact/deprivation/imd-2025"]
    assert in_words(county).startswith("8th least deprived of 153")


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_rank_in_fields_is_the_rank_in_its_unit(fact):
    if fact.ranked_from and fact.among:
        assert f"of {fact.among:,}" in fact.unit
        assert f"1 is the {fact.ranked_from}" in fact.unit
        assert 1 <= fact.value <= fact.among
    if "rank" in fact.unit:
        assert fact.ranked_from


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_the_place_of_a_figure_is_the_place_of_its_code(fact):
    assert name_of(fact.area) == fact.place


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_chart_never_mixes_bases_units_or_the_old_and_new_small_areas(fact):
    for chart in comparisons(fact, FACTS.values()):
        for one, other in combinations(chart.facts, 2):
            assert may_compare(one, other)
            assert one.base == other.base
            assert {one.among, other.among} != {407, 428}


def test_no_two_figures_of_a_chart_stand_for_the_same_bar():
    for fact in FACTS.values():
        for chart in comparisons(fact, FACTS.values()):
            names = [(each.place, each.part, each.provenance.as_of) for each in chart.facts]
            assert len(names) == len(set(names)), fact.id


def test_editions_whose_bases_differ_say_why_they_may_not_be_compared():
    for fact in FACTS.values():
        chain = editions(fact, FACTS)
        if len({(each.base, each.unit) for each in chain}) > 1:
            assert any(each.not_comparable for each in chain), fact.id


def test_the_districts_grew_by_what_their_two_counts_say():
    for district in ("cherwell", "oxford", "south-oxfordshire", "vale-of-white-horse",
                     "west-oxfordshire"):  # fmt: skip
        before = FACTS[f"fact/population/{district}-2011"].value
        after = FACTS[f"fact/population/{district}-2021"].value
        grown = FACTS[f"fact/population/growth-{district}-2021"].value
        assert 100 * (after - before) / before == pytest.approx(grown, abs=0.1)


def test_the_rounded_counts_of_the_districts_add_up_to_the_county():
    for year in (2011, 2021):
        districts = [
            each.value
            for each in FACTS.values()
            if each.measure == "population"
            and each.area != OXFORDSHIRE
            and each.provenance.as_of.year == year
        ]
        assert len(districts) == 5
        assert sum(districts) == pytest.approx(FACTS[f"fact/population/{year}"].value, abs=250)
