"""The words that a person types: taken apart, found in a text, and shown in their place."""

import pytest

from vcs_desktop.domain.words_typed import has_words, places, singular, why, words_in


def test_words_are_taken_apart_as_the_index_does():
    assert words_in("Co-op's  café, co (2026)_x") == ["Co", "op", "café", "co", "2026", "x"]
    assert words_in("what is it for") == ["what", "is", "it", "for"]
    assert words_in("The hall for us") == ["hall"]
    assert words_in("ask us before they decide") == ["ask", "before", "decide"]
    assert len(words_in(" ".join(f"w{number}" for number in range(50)))) == 8


def test_why_shows_the_words_in_their_place():
    text = f"{'Money for gardens. ' * 9}Hot lunches for older people in Oxford. {'And more. ' * 30}"
    said = why(text, "older lunch")
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "Hot lunches for older people" in said
    assert len(said) < 140


def test_why_prefers_the_place_with_more_of_the_words():
    text = f"Lunch is at one. {'Something else is said here. ' * 9}A lunch club for older people."
    assert "club for older" in why(text, "lunch older")


def test_why_stays_in_one_field():
    assert why("Oxford\nA lunch club\nOpen programme", "lunch") == "A lunch club"


def test_why_is_a_code_only_where_nothing_else_has_the_words():
    assert why("grant/lunch-club\nMoney for lunch", "lunch club") == "Money for lunch"
    assert why("grant/lunch-club\nMoney", "lunch club") == "grant/lunch-club"


def test_why_is_a_word_that_stands_alone_only_where_nothing_else_has_it():
    text = "consultation\nGroups are asked in a consultation of 12 weeks."
    assert why(text, "consultation") == "Groups are asked in a consultation of 12 weeks."
    assert why("consultation\nSomething else.", "consultation") == "consultation"


def test_why_shows_the_one_where_many_were_asked_for():
    assert why("A village hall", "halls") == "A village hall"


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("halls", "hall"), ("Lunches", "Lunch"), ("charities", "charity"), ("boxes", "box"),
        ("classes", "class"), ("houses", "house"), ("bus", ""), ("access", ""), ("basis", ""),
        ("hall", ""), ("DBS", ""),
    ],
)  # fmt: skip
def test_what_may_be_the_one_of_many(word, one):
    assert singular(word) == one


def test_why_is_empty_where_nothing_matches():
    assert why("Gardens", "lunch") == ""
    assert why("", "lunch") == ""


def test_why_leaves_out_the_marks_of_markdown():
    text = "# Figures\n- It was the 8th **least** deprived of 153 areas. [2]\n1. Say *which* day."
    assert why(text, "deprived") == "It was the 8th least deprived of 153 areas."
    assert why(text, "figures") == "Figures"
    assert why(text, "day") == "Say which day."
    assert why("2 * 3 * 4 is 24", "24") == "2 * 3 * 4 is 24"


def test_why_cuts_a_text_without_spaces():
    assert len(why("x" * 500 + "y", "xxx")) < 140


def test_a_text_has_words_that_begin_as_typed():
    assert has_words("Settings", "sett")
    assert has_words("Café and halls", "CAFE hall")
    assert has_words("Our hall", "halls")
    assert not has_words("Our hall", "hall garden")
    assert not has_words("Marshall", "hall")
    assert not has_words("Anything", "")


def test_the_places_of_the_words_in_a_text():
    text = "Lunch for our Café, and a hall"
    found = [text[start : start + length] for start, length in places(text, "cafe halls lun")]
    assert found == ["Lunch", "Café", "hall"]
    assert places(text, "zebra") == []
    assert places(text, "") == []
