"""Figures in words: they keep their direction, their base and their day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.figures import (
    MOST_BARS,
    Along,
    citation,
    comparisons,
    editions,
    in_words,
    may_compare,
    ordinal,
    shortly,
    why_not_compared,
)
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import CommunityFact


def fact(fact_id="f", value=8.0, unit="people", on=date(2021, 3, 21), **more):
    told = Provenance("A census", "https://example.org/c", "OGL", on)
    return CommunityFact(fact_id, more.pop("title", "A fact"), value, unit, provenance=told, **more)


def county_rank(value=8, among=153):
    return fact(
        value=value,
        unit="rank",
        among=among,
        among_what="large council areas",
        ranked_from="least deprived",
    )


def test_the_8th_least_deprived_is_never_the_8th_most():
    said = in_words(county_rank())
    assert said == "8th least deprived of 153 large council areas"
    assert "most" not in said
    assert "most" not in citation(county_rank())
    assert "8th least deprived of 153" in citation(county_rank())


@given(st.integers(1, 40_000), st.sampled_from(["least deprived", "most deprived", "most rural"]))
def test_a_rank_is_always_said_from_the_end_that_was_published(place, end):
    said = in_words(
        fact(value=place, unit="rank", among=40_000, among_what="places", ranked_from=end)
    )
    assert said == f"{ordinal(place)} {end} of 40,000 places"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (102, "102nd"), (111, "111th"), (3138, "3,138th"), (6693, "6,693rd"),
    ],
)  # fmt: skip
def test_places_in_a_list_end_as_people_say_them(number, said):
    assert ordinal(number) == said


@pytest.mark.parametrize(
    ("value", "unit", "said", "short"),
    [
        (23.2, "per cent of people", "23.2% of people", "23.2%"),
        (11.0, "per cent of people", "11% of people", "11%"),
        (500_000, "pounds a year, about", "About £500,000 a year", "£500,000"),
        (80_000_000, "pounds a year, at least", "At least £80,000,000 a year", "£80,000,000"),
        (17, "per cent of contracts, about", "About 17% of contracts", "17%"),
        (161_000, "people, to the nearest 100", "161,000 people, to the nearest 100", "161,000"),
        (11, "years", "11 years", "11"),
        (None, "per cent", "No figure is given", "Not given"),
    ],
)
def test_a_figure_is_said_as_people_say_it(value, unit, said, short):
    assert in_words(fact(value=value, unit=unit)) == said
    assert shortly(fact(value=value, unit=unit)) == short


def test_so_many_of_a_list_is_no_rank():
    small = fact(value=2, unit="of 428 small areas", among=428, among_what="small areas")
    assert in_words(small) == "2 of 428 small areas"


def test_the_first_of_a_list_of_unknown_length_is_the_first():
    rural = fact(value=1, unit="rank", ranked_from="most rural", among_what="counties")
    assert in_words(rural) == "The most rural of the counties"
    assert in_words(fact(value=2, ranked_from="most rural", among_what="counties")) == (
        "2nd most rural of the counties"
    )


def test_a_citation_has_place_day_source_address_and_licence():
    said = citation(fact(value=725_314, title="People", place="Oxfordshire"))
    assert said == (
        "People: 725,314 people. Place: Oxfordshire. Figure of 21 March 2021. "
        "Source: A census. https://example.org/c Licence: OGL."
    )


def test_a_citation_leaves_out_what_is_not_known_and_makes_up_nothing():
    bare = CommunityFact("f", "Health", None, "", text="It is good on the whole.")
    assert citation(bare) == "Health. It is good on the whole."


def measured(fact_id, value, place, **more):
    more = {"measure": "people", "base": "census", **more}
    return fact(fact_id, value, place=place, **more)


def test_places_of_one_day_stand_in_one_chart_the_largest_first():
    here, there = measured("a", 10, "Here"), measured("b", 20, "There")
    before = measured("c", 5, "Here", on=date(2011, 3, 27))
    found = {each.along: each.facts for each in comparisons(here, [here, there, before])}
    assert found == {Along.PLACES: (there, here), Along.YEARS: (before, here)}


def test_parts_that_make_a_whole_say_so():
    parts = [
        measured("a", 22, "County", unit="per cent of people", part="City"),
        measured("b", 38, "County", unit="per cent of people", part="Towns"),
        measured("c", 40, "County", unit="per cent of people", part="Villages"),
    ]
    (chart,) = comparisons(parts[0], parts)
    assert (chart.along, chart.whole) == (Along.PARTS, 100)
    assert [each.part for each in chart.facts] == ["Villages", "Towns", "City"]
    (two,) = comparisons(parts[0], parts[:2])
    assert two.whole is None


def test_more_bars_than_anybody_can_see_make_no_chart():
    many = [measured(f"f/{n}", n, f"Place {n}") for n in range(MOST_BARS)]
    assert len(comparisons(many[0], many)) == 1
    assert comparisons(many[0], [*many, measured("f/more", 1, "One more")]) == ()


def test_a_figure_alone_has_no_chart():
    alone = measured("a", 10, "Here")
    assert comparisons(alone, [alone]) == ()


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "other"},
        {"base": "another census"},
        {"base": ""},
        {"unit": "people, to the nearest 100"},
        {"among": 428},
        {"value": None},
        {"value": -1},
        {"ranked_from": "least deprived"},
    ],
)
def test_figures_of_different_bases_are_never_in_one_chart(other):
    mine = measured("a", 10, "Here")
    theirs = measured("b", **{"value": 20, "place": "There", **other})
    assert not may_compare(mine, theirs)
    assert not may_compare(theirs, mine)
    assert comparisons(mine, [mine, theirs]) == ()


WORDS = st.sampled_from(["", "a", "b"])


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.integers(-3, 3), WORDS), max_size=8))
def test_whatever_the_figures_every_chart_has_one_measure_one_unit_and_one_base(given_facts):
    facts = [
        fact(str(number), value, unit, measure=measure, base=base, place=str(number), part=part)
        for number, (measure, base, unit, value, part) in enumerate(given_facts)
    ]
    for one in facts:
        for chart in comparisons(one, facts):
            assert len({(each.measure, each.base, each.unit) for each in chart.facts}) == 1
            assert all(each.base and (each.value or 0) >= 0 for each in chart.facts)
            assert one in chart.facts


def chain():
    first = measured("2015", 2, "County", on=date(2015, 9, 30), newer="2019")
    second = measured("2019", 1, "County", on=date(2019, 9, 30), older="2015", newer="2025",
                      not_comparable="The areas were redrawn.")  # fmt: skip
    third = measured("2025", 2, "County", on=date(2025, 10, 30), older="2019", base="new areas",
                     not_comparable="The areas were redrawn.")  # fmt: skip
    return {each.id: each for each in (first, second, third)}


@pytest.mark.parametrize("start", ["2015", "2019", "2025"])
def test_all_editions_are_found_from_each_of_them_oldest_first(start):
    facts = chain()
    assert [each.id for each in editions(facts[start], facts)] == ["2015", "2019", "2025"]


def test_editions_of_another_base_say_why_they_may_not_be_compared():
    facts = chain()
    assert why_not_compared(tuple(facts.values())) == "The areas were redrawn."
    assert why_not_compared((facts["2015"], facts["2019"])) == ""
    (only,) = comparisons(facts["2019"], facts.values())
    assert [each.id for each in only.facts] == ["2015", "2019"]


def test_editions_that_point_at_each_other_in_a_ring_or_at_nothing_do_no_harm():
    one, other = fact("a", newer="b", older="b"), fact("b", newer="a", older="gone")
    assert {each.id for each in editions(one, {"a": one, "b": other})} == {"a", "b"}
