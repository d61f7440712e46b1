"""What undo and redo say of acts on one record, on several, and on several about one."""

import pytest

from vcs_desktop.domain.acts import Verb, redo_words, undo_words


@pytest.mark.parametrize(
    ("verb", "name", "count", "words"),
    [
        (Verb.ADD_PEOPLE, "Asha", 1, "add Asha"),
        (Verb.ADD_PEOPLE, "", 5, "add 5 people"),
        (Verb.BRING_IN, "Asha", 1, "bring in Asha"),
        (Verb.BRING_IN, "", 1_200, "bring in 1,200 people"),
        (Verb.MERGE, "Asha", 2, "merge Asha"),
        (Verb.MERGE, "", 2, "2 changes"),
        (Verb.TELL_APART, "Asha", 1, "tell Asha apart"),
        (Verb.KEEP, "Asha", 1, "keep Asha for another year"),
        (Verb.KEEP, "", 3, "keep 3 people for another year"),
        (Verb.CHANGE, "Asha", 1, "change Asha"),
        (Verb.CHANGE, "Asha", 2, "2 changes"),
        ("of a newer app", "Asha", 1, "1 change"),
    ],
)
def test_acts_are_named_by_what_they_did_and_to_whom(verb, name, count, words):
    assert undo_words(verb, name, count) == f"Undo: {words}"
    assert redo_words(verb, name, count) == f"Redo: {words}"


def test_a_record_that_is_called_nothing_leaves_no_gap_in_the_words():
    assert undo_words(Verb.CHANGE, "", 1) == "Undo: 1 change"
    assert redo_words(Verb.DELETE, "", 1) == "Redo: 1 change"
