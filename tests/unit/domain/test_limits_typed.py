"""The limit that a line of a form names, in the words of real forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.answers import Unit
from vcs_desktop.domain.limits_typed import MOST, Limit, is_only_limit, limit_in, without_limit

WORDS, LETTERS = Unit.WORDS, Unit.CHARACTERS


@pytest.mark.parametrize(
    ("line", "number", "unit"),
    [
        ("What do you do? (max 250 words)", 250, WORDS),
        ("What do you do? (Max. 250 words)", 250, WORDS),
        ("What do you do? (maximum 250 words)", 250, WORDS),
        ("What do you do? [maximum of 1,000 characters including spaces]", 1000, LETTERS),
        ("What do you do? (up to 300 words)", 300, WORDS),
        ("In no more than 200 words, tell us what you do", 200, WORDS),
        ("Not more than 2 000 characters", 2000, LETTERS),
        ("Word limit: 200", 200, WORDS),
        ("Word limit 200", 200, WORDS),
        ("Character limit (including spaces): 1,500", 1500, LETTERS),
        ("Word count: up to 250", 250, WORDS),
        ("Maximum word count: 150", 150, WORDS),
        ("Max words: 150", 150, WORDS),
        ("Maximum number of characters: 4000", 4000, LETTERS),
        ("Limit: 500 words", 500, WORDS),
        ("What do you do? (250 words)", 250, WORDS),
        ("What do you do? - 250 words", 250, WORDS),
        ("What do you do? \u2013 250 words max", 250, WORDS),
        ("(500 word limit)", 500, WORDS),
        ("a 500-word limit applies", 500, WORDS),
        ("500 characters maximum", 500, LETTERS),
        ("500 chars max", 500, LETTERS),
        ("200 words or less", 200, WORDS),
        ("200 words or fewer", 200, WORDS),
        ("You have 250 words remaining", 250, WORDS),
        ("0 / 250 words", 250, WORDS),
        ("0 of 250 words", 250, WORDS),
        ("0/3000 characters", 3000, LETTERS),
        ("Between 100 and 200 words", 200, WORDS),
        ("(100-200 words)", 200, WORDS),
        ("(100\u2013200 words)", 200, WORDS),
        ("Tell us in 100 words what you do", 100, WORDS),
        ("Please answer in about 150 words.", 150, WORDS),
        ("Do not exceed 600 characters", 600, LETTERS),
        ("less than 250 words", 249, WORDS),
        ("fewer than 1,000 characters", 999, LETTERS),
        ("under 50 words", 49, WORDS),
        ("250 words", 250, WORDS),
        ("MAXIMUM 250 WORDS", 250, WORDS),
    ],
)
def test_a_limit_is_read_as_people_write_it(line, number, unit):
    found = limit_in(line)
    assert (found.number, found.unit) == (number, unit)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "What do you do?",
        "How many people will come? We had 200 last year.",
        "In your own words, what do you do?",
        "Describe the 3 characters of the play",
        "We counted 12,000 words in the old form and cut it.",
        "max words",
        "0 words maximum",
        "9999999 words maximum",
        "Question 250",
        "Up to £250",
        "max 250",
    ],
)
def test_what_is_no_limit_is_not_taken_for_one(line):
    assert limit_in(line) is None


@pytest.mark.parametrize(
    ("line", "spaces", "breaks"),
    [
        ("max 100 characters", True, True),
        ("max 100 characters including spaces", True, True),
        ("max 100 characters with spaces", True, True),
        ("max 100 characters excluding spaces", False, True),
        ("max 100 characters (exc. spaces)", False, True),
        ("max 100 characters, not including spaces", False, True),
        ("max 100 characters without spaces", False, True),
        ("max 100 characters including spaces, excluding line breaks", True, False),
        ("max 100 characters excluding spaces and line breaks", False, False),
        ("max 100 words, not counting spaces", True, True),
    ],
)
def test_whether_spaces_and_line_ends_count_is_read(line, spaces, breaks):
    found = limit_in(line)
    assert (found.counts_spaces, found.counts_breaks) == (spaces, breaks)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("What do you do? (max 250 words)", "What do you do?"),
        (
            "What (if any) is new? [Up to 1,000 characters including spaces]",
            "What (if any) is new?",
        ),
        ("What do you do? (250 words) Tell us all.", "What do you do? Tell us all."),
        ("What do you do? - max 250 words", "What do you do?"),
        ("What do you do? \u2013 word limit 250", "What do you do?"),
        ("Tell us in 100 words what you do", "Tell us in 100 words what you do"),
        ("Plan - what, when and for whom", "Plan - what, when and for whom"),
        ("What do you do?", "What do you do?"),
        ("", ""),
    ],
)
def test_a_question_stands_without_its_limit(line, plain):
    assert without_limit(line) == plain


@pytest.mark.parametrize(
    ("line", "is_only"),
    [
        ("Word limit: 200", True),
        ("(max 50 words)", True),
        ("Maximum 300 characters including spaces.", True),
        ("250 words", True),
        ("0/250 words", True),
        ("Tell us in 100 words what you do", False),
        ("What do you do? (max 250 words)", False),
        ("Maximum effort", False),
        ("", False),
    ],
)
def test_a_line_that_says_a_limit_and_nothing_else_is_known(line, is_only):
    assert is_only_limit(line) is is_only


@given(st.integers(1, MOST), st.sampled_from(["words", "characters"]), st.booleans())
def test_a_number_is_read_with_and_without_commas(number, unit, has_commas):
    said = f"{number:,}" if has_commas else str(number)
    expected = Limit(number, Unit(unit))
    assert limit_in(f"What do you do? (maximum {said} {unit})") == expected
    assert limit_in(f"No more than {said} {unit}, please.") == expected


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_line_can_be_read(line):
    limit_in(line)
    is_only_limit(line)
    assert without_limit(line) == without_limit(line).strip()


@pytest.mark.parametrize("line", ["1" * 200_000, "max " * 50_000, "(" * 100_000, "1," * 100_000])
def test_a_line_without_end_is_read_quickly(line):
    assert limit_in(line) is None
    assert not is_only_limit(line)
    without_limit(line)
