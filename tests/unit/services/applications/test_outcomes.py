"""The library of outcomes: every row is whole, and reads like one for a lunch club."""

from vcs_desktop.services.applications.outcomes import outcomes


def test_every_outcome_has_activities_and_two_to_four_ways_to_know():
    found = outcomes()
    assert len({each.id for each in found}) == len(found) >= 12
    for each in found:
        assert each.theme, each.id
        assert each.change.endswith("."), each.id
        assert each.activities, each.id
        assert 2 <= len(each.measures) <= 4, each.id
        assert all(way.endswith((".", "?")) for way in each.measures), each.id


def test_what_is_somebody_elses_way_of_measuring_says_whose():
    for each in outcomes():
        named = any("Office for National Statistics" in way for way in each.measures)
        assert bool(each.source) == named, each.id


def test_every_theme_of_prevention_is_there():
    assert {"loneliness", "falls", "independence"} <= {each.id for each in outcomes()}
