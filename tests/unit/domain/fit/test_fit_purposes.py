"""Where and for what a funder gives."""

import pytest

from tests.support.fit_examples import NOBODY, OXFORD, answer, fit, grant, group, reason
from vcs_desktop.domain.fit.topics import stem, topics_of


@pytest.mark.parametrize("area", ["E07000177", "E10000025", "E12000008", "E92000001", "K02000001"])
def test_a_fund_for_a_larger_area_covers_the_group(area):
    assert answer("area", grant(areas=(area,))) == "meets"


def test_a_fund_for_another_district_does_not():
    found = reason("area", grant(areas=(OXFORD,)))
    assert found.answer == "fails"
    assert found.because == "They fund work in Oxford. You work in Cherwell."


def test_a_group_that_works_county_wide_works_in_the_district_too():
    assert answer("area", grant(areas=(OXFORD,)), group(areas=("E10000025",))) == "meets"


def test_an_area_that_nobody_can_place_has_to_be_checked():
    found = reason("area", grant(areas=("E08000001",)))
    assert found.answer == "unknown"
    assert found.because == "They fund work in area E08000001. You work in Cherwell."


def test_an_area_in_words_only_is_quoted_and_checked():
    found = reason("area", grant(areas=(), area_text="the Thames Valley"))
    assert found.answer == "unknown"
    assert found.because == "They fund work in the Thames Valley. You work in Cherwell."


def test_a_group_without_an_area_is_asked_for_it():
    assert answer("area", grant(), NOBODY) == "unknown"
    assert answer("area", grant(areas=()), NOBODY) == "unknown"


def test_a_fund_for_the_own_district_fits_better_than_one_for_the_country():
    near, far = fit(grant(areas=("E07000177",))), fit(grant(areas=("K02000001",)))
    assert near.score > far.score


@pytest.mark.parametrize(
    "theme", ["tackling food poverty", "healthy eating and cooking", "loneliness", "elderly people"]
)
def test_a_lunch_club_is_about_food_and_older_lonely_people(theme):
    found = grant(themes=(theme,), beneficiaries=())
    assert answer("purposes", found, group(beneficiaries=())) == "meets"


def test_other_purposes_have_to_be_asked_about_and_never_fail():
    found = reason("purposes", grant(themes=("theatre",), beneficiaries=("young people",)))
    assert found.answer == "unknown"
    assert found.because == (
        "They fund theatre, for young people. "
        "You told us: lunch club and shared meals, for older people."
    )


def test_a_fund_for_any_community_work_is_met_by_any_group():
    found = reason("purposes", grant(themes=("Stronger communities",), beneficiaries=()))
    assert found.answer == "meets"
    assert found.heading == "They fund many kinds of work"


def test_what_they_leave_out_is_a_question():
    found = reason("purposes", grant(exclusions=("lunch clubs and cafes",)))
    assert found.answer == "unknown"
    assert "They do not fund: lunch clubs and cafes." in found.because


def test_what_matches_is_quoted_first():
    found = reason(
        "purposes",
        grant(themes=("theatre", "chess", "knitting", "maths", "shared meals"), beneficiaries=()),
    )
    assert "They fund shared meals, theatre" in found.because


def test_purposes_that_are_not_stated_have_to_be_asked_for():
    assert answer("purposes", grant(themes=(), beneficiaries=())) == "unknown"


def test_a_group_that_has_not_said_what_it_does_is_asked():
    found = reason("purposes", grant(themes=()), NOBODY)
    assert found.because == ("They fund work for older people. You have not told us what you do.")


def test_a_group_may_say_only_for_whom_it_is():
    found = reason("purposes", grant(), group(activities=()))
    assert found.because.endswith("You told us that you help older people.")


@pytest.mark.parametrize("word", ["cook", "cooks", "cooking", "cooked"])
def test_forms_of_a_word_share_a_stem(word):
    assert stem(word) == "cook"


def test_a_long_word_keeps_its_sense():
    assert stem("activities") == stem("activity")
    assert stem("bus") == "bus"


def test_words_that_tell_nothing_have_no_topic():
    assert topics_of("a project for the people of our group") == frozenset()
