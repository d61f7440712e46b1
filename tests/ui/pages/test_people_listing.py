"""Which people are listed and in which order, whatever they are called and whatever is typed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.people import Tie
from vcs_desktop.services.people import PersonLine
from vcs_desktop.ui.pages.people.listing import Everybody, Order, PeopleFilter
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.pages.people.person_rows import new_row, row_of, rows_of

NAMES = st.text(max_size=30)
TIES = st.lists(st.sampled_from(list(Tie)), unique=True).map(tuple)
LINES = st.builds(
    PersonLine,
    id=st.uuids().map(str),
    name=NAMES,
    email=st.just("") | NAMES,
    phone=st.sampled_from(["", "07700 900111", "01865 1"]),
    ties=TIES.map(lambda ties: ties or (Tie.CONTACT,)),
    has_choice=st.booleans(),
    recheck_is_due=st.booleans(),
)
PEOPLE = st.lists(LINES, max_size=12, unique_by=lambda line: line.id)
FILTERS = st.builds(
    PeopleFilter,
    words=NAMES,
    ties=st.frozensets(st.sampled_from(list(Tie))),
    due_only=st.booleans(),
    order=st.sampled_from(list(Order)),
)


@given(PEOPLE, FILTERS)
def test_only_those_who_are_wanted_are_listed_and_nobody_twice(people, wanted):
    by_id = {line.id: line for line in people}
    found = [by_id[row.id] for row in Everybody(people).some(wanted)]
    assert len(found) == len({line.id for line in found})
    for line in found:
        assert not wanted.ties or wanted.ties & set(line.ties)
        assert line.recheck_is_due or not wanted.due_only


@given(PEOPLE, st.sampled_from(list(Order)))
def test_without_a_filter_everybody_is_listed_in_every_order(people, order):
    everybody = Everybody(people)
    found = everybody.some(PeopleFilter(order=order))
    assert {row.id for row in found} == {line.id for line in people}
    assert len(everybody) == len(people)


@given(PEOPLE)
def test_the_counts_are_those_of_the_filters(people):
    everybody = Everybody(people)
    for tie in Tie:
        assert everybody.counts[tie] == len(everybody.some(PeopleFilter(ties=frozenset({tie}))))
    assert everybody.due_count == len(everybody.some(PeopleFilter(due_only=True)))


@given(st.text("abcdefgéüñŁ ", min_size=1, max_size=12))
def test_a_name_is_found_in_large_letters_and_without_accents(name):
    everybody = Everybody([PersonLine("1", name, "", "", (Tie.CONTACT,), has_choice=False)])
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)
    )
    for typed in (name, name.upper(), plain, plain.upper()):
        assert len(everybody.some(PeopleFilter(words=typed))) == 1


@given(PEOPLE, FILTERS)
def test_a_filter_leaves_the_order_as_it_is(people, wanted):
    everybody = Everybody(people)
    listed = {line.id for line in everybody.some(wanted)}
    whole = everybody.some(PeopleFilter(order=wanted.order))
    assert everybody.some(wanted) == [line for line in whole if line.id in listed]


@given(PEOPLE)
def test_a_row_says_what_is_known_of_whoever_it_is_and_one_that_is_made_stays(people):
    shown = [new_row(), *people]
    rows = rows_of(shown)
    assert rows.ids == [NEW, *(line.id for line in people)]
    assert [rows.at(place) for place in range(len(shown))] == [new_row(), *map(row_of, people)]
