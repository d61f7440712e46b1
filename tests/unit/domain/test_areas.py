"""Which area lies in which."""

import pytest

from vcs_desktop.domain.areas import code_of, covers, name_of, steps_between

CHERWELL = "E07000177"
OXFORDSHIRE = "E10000025"
BOLTON = "E08000001"


@pytest.mark.parametrize(
    "outer", [CHERWELL, OXFORDSHIRE, "UKJ14", "UKJ1", "UKJ", "South East", "England", "UK"]
)
def test_cherwell_lies_in_each_of_its_larger_areas(outer):
    assert covers(outer, CHERWELL) is True


@pytest.mark.parametrize("outer", ["E07000178", "London", "UKI3", "UKJ3", "Scotland", "E12000003"])
def test_cherwell_does_not_lie_elsewhere(outer):
    assert covers(outer, CHERWELL) is False


def test_a_county_does_not_lie_in_its_own_district():
    assert covers(CHERWELL, OXFORDSHIRE) is False


def test_of_an_unlisted_council_only_the_country_is_known():
    assert covers("England", BOLTON) is True
    assert covers("K02000001", BOLTON) is True
    assert covers(OXFORDSHIRE, BOLTON) is None
    assert covers(BOLTON, CHERWELL) is None
    assert covers(BOLTON, BOLTON) is True


def test_a_place_nobody_knows_is_not_guessed():
    assert covers("Thames Valley", CHERWELL) is None
    assert covers("England", "somewhere") is None
    assert code_of("somewhere") == ""


def test_names_and_codes_go_both_ways():
    assert code_of(" the south east ") == "E12000008"
    assert code_of("UKJ14") == OXFORDSHIRE
    assert name_of(OXFORDSHIRE) == "Oxfordshire"
    assert name_of("UKJ14") == "Oxfordshire"
    assert name_of(BOLTON) == BOLTON


def test_a_larger_area_is_more_steps_away():
    assert steps_between(CHERWELL, CHERWELL) == 0
    assert steps_between(OXFORDSHIRE, CHERWELL) == 1
    assert steps_between("UK", CHERWELL) > steps_between("South East", CHERWELL)
