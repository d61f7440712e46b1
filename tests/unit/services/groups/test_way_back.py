"""A second way in: when it is asked for, and that only a code somebody holds counts as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.vault_examples import ASHA, BEN, CODE, written
from vcs_desktop.core.group_errors import MistypedCode, NoCode, WrongPassphrase
from vcs_desktop.services.groups import way_back
from vcs_desktop.services.groups.code_page import page_to_print, throw_page_away
from vcs_desktop.services.groups.own_words import change_own_words
from vcs_desktop.services.groups.rehearsal import Rehearsal, look_at
from vcs_desktop.services.groups.way_back import Asking
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        yield in_group(opened, clock)


def test_it_may_be_put_off_three_times_and_then_no_more(inside):
    assert way_back.state(inside) == way_back.WayBack(Asking.MAY_PUT_OFF, 3)
    assert [way_back.put_off(inside).times_left for _ in range(3)] == [2, 1, 0]
    assert way_back.state(inside).asking is Asking.MUST_NOW
    assert way_back.put_off(inside).asking is Asking.MUST_NOW


def test_how_often_it_was_put_off_is_kept_in_the_group(groups, inside, clock):
    way_back.put_off(inside)
    inside.group.close()
    with groups.open(inside.group.id, ASHA) as again:
        assert way_back.state(in_group(again, clock)).times_left == 2


@pytest.mark.parametrize("nonsense", ["x", -4, True, None, [1]])
def test_what_is_no_number_on_the_desk_is_none(inside, nonsense):
    inside.desk.put(way_back.LATER, nonsense)
    assert way_back.state(inside).times_left == 3


def test_a_second_person_is_a_way_back(inside):
    inside.group.add_opener("Ben", BEN)
    assert way_back.state(inside).is_done
    assert way_back.put_off(inside).is_done


def test_of_the_practice_group_nothing_is_asked(groups, clock):
    with groups.practice.open() as opened:
        assert way_back.state(in_group(opened, clock)).is_done


def test_a_code_counts_once_two_of_its_groups_were_typed_and_not_before(groups, inside):
    rehearsal = Rehearsal.begin(groups)
    assert not way_back.state(inside).is_done
    with pytest.raises(NoCode):
        groups.open_with_code(inside.group.id, written(rehearsal.code))
    typed = tuple(f" {rehearsal.groups[place - 1].lower()} " for place in rehearsal.places)
    rehearsal.finish(inside.group, typed)
    assert way_back.state(inside).is_done
    groups.open_with_code(inside.group.id, written(rehearsal.code)).close()


def test_a_wrong_group_sets_nothing_and_the_older_code_stays_good(groups, inside):
    inside.group.set_code(CODE)
    rehearsal = Rehearsal.begin(groups)
    right = tuple(rehearsal.groups[place - 1] for place in rehearsal.places)
    for typed in ((right[0], "00000" if right[1] != "00000" else "11111"), right[:1], ()):
        with pytest.raises(MistypedCode):
            rehearsal.finish(inside.group, typed)
    groups.open_with_code(inside.group.id, written(CODE)).close()


def test_which_groups_are_asked_for_is_left_to_chance(groups):
    first = Rehearsal.begin(groups)
    asked = {first.once_more().places for _ in range(200)}
    assert len(asked) > 10
    assert {len(set(places)) for places in asked} == {2}
    assert {place for places in asked for place in places} == set(range(1, 8))
    assert first.once_more().groups == first.groups


@given(st.text(max_size=60))
def test_whatever_is_typed_can_be_spoken_of(typed):
    seen = look_at(typed)
    assert not (seen.is_whole and (seen.strange or seen.has_slip))


def test_a_code_is_whole_however_it_is_spaced_and_a_slip_is_known_at_its_end():
    whole = written(CODE)
    assert look_at(whole.lower().replace("-", "  ")).is_whole
    assert look_at(whole[:-1]).count == 33
    assert not look_at(whole[:-1]).has_slip
    wrong = ("1" if whole[0] == "0" else "0") + whole[1:]
    assert look_at(wrong).has_slip
    assert look_at(whole + "0").has_slip
    assert look_at("0U1").strange == "U"


def test_the_page_to_print_holds_the_code_and_goes_again(groups):
    page = page_to_print(groups, Rehearsal.begin(groups), "Tea & Talk")
    assert page.read_bytes().startswith(b"%PDF")
    throw_page_away(groups)
    throw_page_away(groups)
    assert not page.exists()


def test_a_page_that_cannot_be_deleted_is_left_for_the_next_start(groups):
    groups.page_to_print.mkdir(parents=True)
    throw_page_away(groups)
    assert groups.page_to_print.exists()


def test_who_changes_their_words_types_the_present_ones_first(groups, inside):
    with pytest.raises(WrongPassphrase):
        change_own_words(groups, inside.group, BEN, "apple onion window teapot")
    change_own_words(groups, inside.group, ASHA, BEN)
    inside.group.close()
    groups.open(inside.group.id, BEN).close()
