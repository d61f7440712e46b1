"""What undo and redo say that they do."""

from vcs_desktop.domain.acts import Verb, redo_words, undo_words


def test_an_act_on_a_record_with_a_name_says_the_name():
    assert undo_words(Verb.CHANGE, "Asha", 1) == "Undo: change Asha"
    assert redo_words(Verb.DELETE, "Asha", 1) == "Redo: put Asha in the bin"


def test_a_record_that_is_called_nothing_leaves_no_gap_in_the_words():
    assert undo_words(Verb.CHANGE, "", 1) == "Undo: 1 change"
    assert redo_words(Verb.CHANGE, "", 1) == "Redo: 1 change"


def test_an_act_on_several_records_says_how_many():
    assert undo_words(Verb.ADD_PEOPLE, "", 5) == "Undo: add 5 people"
