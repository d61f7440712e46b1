"""Copies that two laptops kept apart have names of their own, the same on both."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.applications import KeptCopy
from vcs_desktop.domain.kept_copies import copies_called, copy_names, newest_first

DAY = date(2026, 11, 28)
ONE, ANNE, BEN = KeptCopy("a", 1, DAY), KeptCopy("b", 2, DAY, "Anne"), KeptCopy("c", 2, DAY, "Ben")
copies = st.lists(
    st.builds(
        KeptCopy,
        st.text("abc", min_size=1, max_size=4),
        st.integers(1, 3),
        st.none() | st.dates(),
    ),
    unique_by=lambda each: each.id,
    max_size=60,
)


def test_a_number_that_is_there_once_is_the_name():
    assert copy_names([ONE]) == {"a": "1"}


def test_two_with_one_number_have_a_letter_each():
    assert copy_names([BEN, ONE, ANNE]) == {"a": "1", "b": "2A", "c": "2B"}


def test_the_newest_is_first():
    assert newest_first([ONE, ANNE, BEN]) == [BEN, ANNE, ONE]


def test_who_types_a_number_that_two_have_means_both():
    assert copies_called("2", [ONE, ANNE, BEN]) == [BEN, ANNE]
    assert copies_called(" 2a ", [ONE, ANNE, BEN]) == [ANNE]
    assert copies_called("3", [ONE, ANNE, BEN]) == []


@given(copies, st.randoms())
def test_every_copy_has_a_name_of_its_own_in_whatever_order_they_came(some, random):
    names = copy_names(some)
    assert len(set(names.values())) == len(some)
    mixed = list(some)
    random.shuffle(mixed)
    assert copy_names(mixed) == names
    assert newest_first(mixed) == newest_first(some)
    assert all(copies_called(names[each.id], some) == [each] for each in some)
