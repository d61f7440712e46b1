"""Where no person could choose nobody is asked, and what each wrote by itself stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.kinds import ANSWER, APPLICATION, BUDGET, KINDS, MEETING, PERSON
from vcs_desktop.domain.settled import may_settle, settled

INNER = st.dictionaries(st.sampled_from(["name", "paper", "order", "max_age_months"]),
                        st.integers(0, 3), max_size=4)  # fmt: skip


def terms(base, *values):
    return settled(APPLICATION, "terms", base, values)


def test_only_a_few_fields_are_settled_and_never_those_of_people():
    assert may_settle(APPLICATION, "terms")
    assert may_settle(APPLICATION, "papers/0190")
    assert may_settle(ANSWER, "order")
    assert not may_settle(ANSWER, "text")
    assert not may_settle(APPLICATION, "ask_pence")
    assert not any(may_settle(PERSON, name) for name in ("name", "emergency", "roles/1"))
    assert not may_settle("newer", "order")


def test_every_name_that_is_given_is_that_of_a_field():
    for kind in KINDS.values():
        fields = set(kind.shape.__dataclass_fields__)
        assert {each.partition(".")[0] for each in (*kind.unasked, *kind.apart)} <= fields


def test_the_newest_place_stands():
    assert settled(ANSWER, "order", {}, [100, 300]) == 300
    assert settled(ANSWER, "order", {}, [300, None]) == 300


@pytest.mark.parametrize(
    ("kind", "name"),
    [(MEETING, "agenda"), (BUDGET, "lines"), (BUDGET, "running_costs"), (BUDGET, "funders")],
)
def test_a_row_that_two_people_moved_stands_where_the_newest_put_it(kind, name):
    row = {"name": "Hall", "order": 100}
    one, other = {**row, "order": 150}, {**row, "order": 50}
    assert settled(kind, f"{name}/r", row, [one, other]) == other
    assert settled(kind, f"{name}/r", row, [one, {**other, "name": "Van"}]) is None


def test_two_days_on_which_the_same_was_taken_over_are_one():
    one, other = ({"closes_on": "2026-12-04", "taken_on": each} for each in ("a", "b"))
    assert terms({}, one, other) == other
    assert terms(None, one, other) == other


def test_two_terms_that_were_taken_over_apart_both_stand():
    base = {"award_max_pence": 1, "award_min_pence": 1, "match_percent": 10}
    one, other = {**base, "award_max_pence": 2}, {"award_max_pence": 1, "award_min_pence": 3}
    assert terms(base, one, other) == {"award_max_pence": 2, "award_min_pence": 3}


@pytest.mark.parametrize("base", [{"award_max_pence": 1}, None, {}])
def test_one_term_that_two_took_otherwise_is_chosen_by_a_person(base):
    assert terms(base, {"award_max_pence": 2}, {"award_max_pence": 3}) is None


def test_where_it_is_not_known_what_stood_there_nothing_that_was_emptied_comes_back():
    assert terms(None, {"award_max_pence": 2}, {}) is None
    assert terms({"award_max_pence": 2}, {"award_max_pence": 2}, {}) == {}


def test_a_paper_that_one_took_away_and_another_changed_is_chosen_by_a_person():
    assert settled(APPLICATION, "papers/1", {}, [None, {"name": "Rules"}]) is None


@given(INNER, INNER, INNER)
def test_the_order_of_two_changes_matters_to_nothing_but_the_place(base, one, other):
    first, second = (
        settled(APPLICATION, "papers/1", base, each) for each in ([one, other], [other, one])
    )
    assert (first is None) == (second is None)
    if first is not None:
        assert {**first, "order": 0} == {**second, "order": 0}


@given(INNER, INNER)
def test_what_only_one_changed_is_as_they_changed_it(base, one):
    found = settled(APPLICATION, "papers/1", base, [base, one])
    assert {**found, "order": one.get("order")} == {**one, "order": one.get("order")}
