"""How long an answer is by a funder's rule, at its edges."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import Answer, ListedQuestion, Unit
from vcs_desktop.domain.counting import Counted, characters, counted, in_words, words

WORDS = Answer(limit=3, unit=Unit.WORDS)
LETTERS = Answer(limit=5, unit=Unit.CHARACTERS)
HOSTILE = st.text(st.characters(codec=None), max_size=80)
PLAIN = st.text(st.sampled_from("aé \t\n\u00a0-x"), max_size=40)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("tea", 1),
        ("  tea  and\ncake ", 3),
        ("and/or", 1),
        ("well-being", 1),
        ("tea - cake", 3),
        ("• tea", 2),
        ("£1,200.50", 1),
        ("it's o'clock", 2),
        ("tea\u00a0cake", 2),
        ("tea\u200bcake", 1),
        ("one\r\ntwo", 2),
        ("one\u2028two\u2029three", 3),
        ("🎉 party", 2),
        ("الشاي والحديث", 2),
        ("x" * 200_000, 1),
    ],
)
def test_words_stand_between_white_space(text, number):
    assert words(text) == number


@pytest.mark.parametrize(
    ("text", "both", "no_spaces", "no_breaks", "neither"),
    [
        ("", 0, 0, 0, 0),
        ("tea", 3, 3, 3, 3),
        ("a b\nc", 5, 4, 4, 3),
        ("a b\r\nc", 5, 4, 4, 3),
        ("a\tb", 3, 2, 3, 2),
        ("a\n\nb", 4, 4, 2, 2),
        ("\n", 1, 1, 0, 0),
        ("cafe\u0301", 4, 4, 4, 4),
        ("café", 4, 4, 4, 4),
        ("🎉", 1, 1, 1, 1),
        ("👩\u200d👧", 3, 3, 3, 3),
        ("a\ud800b\x07", 2, 2, 2, 2),
    ],
)
def test_characters_are_counted_as_the_funder_counts_them(
    text, both, no_spaces, no_breaks, neither
):
    assert characters(text) == both
    assert characters(text, spaces=False) == no_spaces
    assert characters(text, breaks=False) == no_breaks
    assert characters(text, spaces=False, breaks=False) == neither


@given(HOSTILE | PLAIN)
def test_what_is_left_out_of_the_count_is_exactly_the_spaces_and_the_line_ends(text):
    plain = unicodedata.normalize("NFC", without_hidden(text))
    ends = plain.count("\n")
    spaces = sum(each.isspace() for each in plain) - ends
    assert characters(text) == len(plain)
    assert characters(text, breaks=False) == len(plain) - ends
    assert characters(text, spaces=False) == len(plain) - spaces
    assert characters(text, spaces=False, breaks=False) == len(plain) - ends - spaces


@given(HOSTILE | PLAIN)
def test_a_text_is_counted_as_it_is_kept(text):
    kept = without_hidden(text)
    for rule in (WORDS, LETTERS, replace(LETTERS, counts_spaces=False, counts_breaks=False)):
        assert counted(text, rule) == counted(kept, rule)


@given(HOSTILE)
def test_a_letter_with_an_accent_counts_once_however_it_was_typed(text):
    apart = unicodedata.normalize("NFD", without_hidden(text))
    together = unicodedata.normalize("NFC", without_hidden(text))
    if without_hidden(apart) == apart:  # of a heap of accents only four are kept
        assert characters(apart) == characters(together)


@given(PLAIN, PLAIN)
def test_words_on_two_lines_are_as_many_as_on_each(one, other):
    assert words(f"{one}\n{other}") == words(one) + words(other)


@given(HOSTILE | PLAIN, st.none() | st.integers(0, 50), st.sampled_from(Unit))
def test_what_is_over_and_what_is_left_make_up_the_limit(text, limit, unit):
    found = counted(text, Answer(limit=limit, unit=unit))
    assert found.limit == limit
    if limit is None:
        assert (found.over, found.left, found.over_if_breaks_are_two) == (0, None, 0)
        return
    assert found.count - found.over + (found.left or 0) == limit
    assert not (found.over and found.left)
    assert not (found.over and found.over_if_breaks_are_two)
    if not found.over:
        assert found.over_if_breaks_are_two == max(0, found.breaks - (found.left or 0))


def test_a_question_of_a_list_counts_as_an_answer_does():
    question = ListedQuestion("q", limit=3)
    assert counted("one two three four", question) == Counted(4, Unit.WORDS, 3)
    assert counted("one two three four", question).over == 1


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("", WORDS, "0 words of 3."),
        ("one", WORDS, "1 word of 3."),
        ("one two three", WORDS, "3 words of 3."),
        ("one two three four", WORDS, "4 words of 3. 1 word too many: please cut some."),
        ("w " * 1_205, WORDS, "1,205 words of 3. 1,202 words too many: please cut some."),
        ("one", Answer(), "1 word."),
        ("tea", Answer(unit=Unit.CHARACTERS), "3 characters."),
        ("t", LETTERS, "1 character of 5."),
        ("teacake", LETTERS, "7 characters of 5. 2 characters too many: please cut some."),
        (
            "te\na\n",
            LETTERS,
            "5 characters of 5. Some forms count each new line as two: then it is too long.",
        ),
        ("te\na\n", replace(LETTERS, counts_breaks=False), "3 characters of 5."),
    ],
)
def test_the_count_is_said_in_words(text, rule, said):
    assert in_words(counted(text, rule)) == said
