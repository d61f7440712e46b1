"""A few letters find a person."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.names_typed import Matches, NameFinder, shared_names

NAMES = [
    ("a", "Asha Patel"),
    ("b", "Joan Ash"),
    ("c", "José Ashworth-Brown"),
    ("d", "Ann"),
    ("e", "Annabel Lee"),
]


def test_every_word_that_was_typed_begins_a_word_of_the_name():
    finder = NameFinder(NAMES)
    assert finder.find("ash", 5).ids == ("a", "b", "c")
    assert finder.find("as pa", 5).ids == ("a",)
    assert finder.find("jose", 5).ids == ("c",)
    assert finder.find("brown", 5).ids == ("c",)
    assert finder.find("tel", 5) == Matches()
    assert finder.find("  ", 5) == Matches()


def test_a_whole_name_comes_first_even_before_who_comes_often():
    finder = NameFinder(NAMES)
    assert finder.find("ann", 5, {"e": 40}).ids == ("d", "e")


def test_who_comes_often_comes_before_the_alphabet():
    assert NameFinder(NAMES).find("as", 5, {"c": 9, "b": 2}).ids == ("c", "b", "a")


def test_only_so_many_are_returned_and_all_are_counted():
    assert NameFinder(NAMES).find("a", 2) == Matches(("d", "e"), 5)


def test_a_whole_name_is_known_without_regard_to_capitals():
    assert NameFinder(NAMES).called("asha  PATEL") == ("a",)
    assert NameFinder(NAMES).called("") == ()


def test_those_who_share_a_name_need_more_to_be_told_apart():
    assert shared_names([*NAMES, ("f", "asha patel")]) == {"a", "f"}


@given(st.lists(st.text(min_size=1, max_size=12)), st.integers(0, 12))
def test_the_beginning_of_any_name_finds_it(names, length):
    people = [(str(number), name) for number, name in enumerate(names)]
    finder = NameFinder(people)
    for id_, name in people:
        typed = name.split()[0][:length] if name.split() else ""
        found = finder.find(typed, len(people))
        assert found.count == len(found.ids)
        if any(letter.isalnum() for letter in typed) and typed.isalnum() and typed.isascii():
            assert id_ in found.ids
