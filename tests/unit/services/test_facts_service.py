"""Figures and rules out of a real library file."""

import pytest

from tests.support.facts_library import COUNTY, OLD_COUNTY, OXFORD, FactsHouse, fact
from tests.support.starter import of
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.figures import Along
from vcs_desktop.domain.rule_words import State
from vcs_desktop.services.facts import THEMES, FactFilters
from vcs_desktop.wire.record import Record


@pytest.fixture
def facts(tmp_path):
    house = FactsHouse(tmp_path)
    yield house.facts
    house.close()


def test_the_newest_figures_are_listed_and_the_older_ones_only_when_asked_for(facts):
    usual, every = facts.facts(), facts.facts(FactFilters(older_too=True))
    assert usual.total == every.total == len(every.lines) == len(of("fact"))
    assert len(usual.lines) + usual.older_count == len(every.lines)
    assert not any(line.has_newer for line in usual.lines)
    listed = {line.fact.id for line in usual.lines}
    assert COUNTY in listed
    assert OLD_COUNTY not in listed


def test_figures_stand_by_theme_the_county_first_and_editions_together(facts):
    lines = facts.facts(FactFilters(older_too=True)).lines
    themes = list(dict.fromkeys(line.fact.theme for line in lines))
    assert themes == list(THEMES)
    ids = [line.fact.id for line in lines]
    start = ids.index(COUNTY)
    assert ids[start : start + 3] == [COUNTY, OLD_COUNTY, "fact/deprivation/imd-2015"]
    population = [line.fact.place for line in lines if line.fact.theme == "population"]
    assert population[0] == "Oxfordshire"
    assert "Oxfordshire" not in population[population.index("Cherwell") :]


def test_one_can_ask_by_place_by_theme_and_by_words(facts):
    oxford = facts.facts(FactFilters(place="Oxford"))
    assert {line.fact.place for line in oxford.lines} == {"Oxford"}
    poverty = facts.facts(FactFilters(theme="poverty"))
    assert [line.said for line in poverty.lines] == ["20% of children", "25% of children"]
    found = facts.facts(FactFilters(words="LEYS greater")).lines
    assert {line.fact.place for line in found} >= {"Oxford"}
    assert facts.facts(FactFilters(words="no such word")).lines == ()


def test_words_are_looked_for_as_the_search_does(facts):
    found = facts.facts(FactFilters(words="children")).lines
    assert found
    assert facts.facts(FactFilters(words="the CHÌLD")).lines == found
    assert facts.facts(FactFilters(words="hildren")).lines == ()
    assert facts.facts(FactFilters(words=" ")).lines == facts.facts().lines
    assert facts.rules("raffles").rules == facts.rules("raffle").rules != ()


def test_every_place_and_theme_there_is_can_be_asked_for(facts):
    found = facts.facts(FactFilters(words="no such word"))
    assert "Vale of White Horse" in found.places
    assert found.themes == THEMES


def test_an_older_figure_says_which_is_the_newest_and_why_they_may_not_be_compared(facts):
    old = facts.fact(OLD_COUNTY)
    assert old.line.has_newer
    assert old.newest.fact.id == COUNTY
    assert old.newest.said == "8th least deprived of 153 large council areas in England"
    assert [line.fact.provenance.as_of.year for line in old.editions] == [2015, 2019, 2025]
    assert "different lists" in old.not_comparable
    assert old.comparisons == ()
    assert facts.fact(COUNTY).newest is None


def test_the_county_is_the_8th_least_deprived_wherever_it_is_said(facts):
    view = facts.fact(COUNTY)
    for said in (view.line.said, view.citation):
        assert "8th least deprived" in said
        assert "8th most" not in said


def test_a_figure_comes_with_the_same_of_other_places_and_years(facts):
    charts = {chart.along: chart.facts for chart in facts.fact(OXFORD).comparisons}
    assert [each.place for each in charts[Along.PLACES]][:2] == ["Oxford", "England and Wales"]
    assert len(charts[Along.PLACES]) == 7
    years = facts.fact("fact/ethnicity/not-white-british-2021").comparisons[1]
    assert [each.value for each in years.facts] == [16.4, 23.2]


def test_small_areas_of_2015_and_2019_may_be_compared_and_those_of_2025_not(facts):
    view = facts.fact("fact/deprivation/areas-worst-tenth-2019")
    (chart,) = view.comparisons
    assert [each.provenance.as_of.year for each in chart.facts] == [2015, 2019]
    assert "407" in view.not_comparable
    assert facts.fact("fact/deprivation/areas-worst-tenth-2025").comparisons == ()


def test_a_rounded_count_and_an_exact_one_are_never_drawn_together(facts):
    for name in ("2021", "oxford-2021"):
        for chart in facts.fact(f"fact/population/{name}").comparisons:
            assert len({each.unit for each in chart.facts}) == 1


def test_a_figure_that_is_gone_is_not_found(facts):
    with pytest.raises(NotFound):
        facts.fact("fact/none")


def test_what_cannot_be_read_is_left_out(tmp_path):
    house = FactsHouse(
        tmp_path, fact("good"), fact("bad", value="many"), fact("new theme", theme="x")
    )
    lines = house.facts.facts().lines
    assert [line.fact.id for line in lines] == ["fact/good", "fact/new theme"]
    house.close()


def test_rules_are_told_by_subject_as_they_stand_today(facts):
    found = facts.rules()
    assert found.total == len(found.rules) == len({each.data["rule"] for each in of("rule")})
    assert set(found.subjects) == {
        "charity accounts", "companies and societies", "contracts and social value",
        "Gift Aid and raffles", "pay and travel",
        "people and buildings",
    }  # fmt: skip
    order = [rule.subject.casefold() for rule in found.rules]
    assert order == sorted(order)


def test_a_rule_that_changed_tells_what_held_before(facts):
    rule = facts.rule("charity_external_scrutiny")
    assert rule.shown.limit == "Over £40,000"
    assert [(row.state, row.limit) for row in rule.rows] == [
        (State.NOW, "Over £40,000"),
        (State.BEFORE, "Over £25,000"),
    ]


def test_rules_are_found_by_their_words_and_by_subject(facts):
    assert {rule.name for rule in facts.rules("raffle").rules} >= {"small_lottery_one_draw"}
    assert {rule.subject for rule in facts.rules(subject="pay and travel").rules} == {
        "pay and travel"
    }
    assert facts.rules("raffle", "pay and travel").rules == ()


def test_a_law_that_is_not_in_force_is_never_said_to_hold(facts):
    assert facts.rule("martyns_law_standard").shown.state is State.TO_COME


def test_a_rule_that_is_not_there_is_not_found(facts):
    with pytest.raises(NotFound):
        facts.rule("speed limit")


def test_a_rule_of_another_library_needs_no_subject(tmp_path):
    bare = Record("rule", "rule/bare", {"rule": "bare", "title": "A rule"})
    house = FactsHouse(tmp_path, bare)
    assert house.facts.rules().rules[0].subject == ""
    assert house.facts.rules().subjects == ()
    house.close()
