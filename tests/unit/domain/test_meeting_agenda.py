"""The agenda: what usually stands on it, and moving its items about."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.meeting_agenda import (
    missing_titles,
    moved,
    usual_titles,
    with_titles,
    with_usual,
)
from vcs_desktop.domain.meetings import AgendaItem, MeetingKind
from vcs_desktop.domain.ordered import in_order

AGENDAS = st.lists(st.integers(0, 4), max_size=8).flatmap(
    lambda orders: st.permutations(range(len(orders))).map(
        lambda ids: tuple(
            AgendaItem(str(id_), order, f"item {id_}")
            for id_, order in zip(ids, orders, strict=True)
        )
    )
)


def new_ids():
    numbers = count()
    return lambda: f"new{next(numbers):03}"


def titles(agenda):
    return [item.title for item in in_order(agenda)]


@given(AGENDAS, st.data(), st.integers(-9, 9))
def test_moving_an_item_puts_it_there_and_leaves_the_others_in_their_order(agenda, data, by):
    if not agenda:
        assert moved(agenda, "0", by) == ()
        return
    before = [item.id for item in in_order(agenda)]
    chosen = data.draw(st.sampled_from(before))
    after = [item.id for item in in_order(moved(agenda, chosen, by))]
    at = before.index(chosen)
    assert after.index(chosen) == min(max(at + by, 0), len(before) - 1)
    assert [each for each in after if each != chosen] == [each for each in before if each != chosen]


def test_moving_by_one_changes_only_the_places_of_two():
    agenda = with_titles((), ("one", "two", "three", "four"), new_ids())
    after = moved(agenda, agenda[2].id, -1)
    assert titles(after) == ["one", "three", "two", "four"]
    changed = {item.id for item in after} - {item.id for item in after if item in agenda}
    assert changed == {agenda[1].id, agenda[2].id}


def test_an_item_that_is_not_there_moves_nothing():
    agenda = with_titles((), ("one", "two"), new_ids())
    assert moved(agenda, "gone", 1) == agenda


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_the_usual_items_stand_once_and_in_their_order(kind):
    agenda = with_usual((), kind, new_ids())
    assert titles(agenda) == list(usual_titles(kind))
    assert missing_titles(agenda, kind) == ()
    again = with_usual(agenda, kind, new_ids())
    assert [item.id for item in again] == [item.id for item in agenda]


def test_what_somebody_added_stays_and_stands_before_any_other_business():
    own = with_titles((), ("The leaking roof", "money"), new_ids())
    agenda = with_usual(own, MeetingKind.COMMITTEE, new_ids())
    said = titles(agenda)
    assert said.index("The leaking roof") == said.index("Any other business") - 1
    assert "Money" not in said  # "money" is the same
    assert {item.id for item in own} <= {item.id for item in agenda}


def test_a_yearly_meeting_has_its_own_usual_items():
    assert "Choosing the committee" in usual_titles(MeetingKind.YEARLY)
    assert "Choosing the committee" not in usual_titles(MeetingKind.COMMITTEE)


@given(AGENDAS)
def test_new_items_come_last(agenda):
    after = with_titles(agenda, ("first", "second"), new_ids())
    assert titles(after)[-2:] == ["first", "second"]
    assert titles(after)[:-2] == titles(agenda)
