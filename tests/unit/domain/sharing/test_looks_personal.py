"""A text is looked through for names, numbers and addresses; most texts have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.sharing.looks_personal import WORDS, Finding, findings, in_words

NAMES = ("Asha Patel", "Will", "Jean-Luc O'Brien")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Smith has no way to the surgery.", (Finding.NAME,)),
        ("Dr. J. Smith said so", (Finding.NAME,)),
        ("Somebody called Jean needs a lift", (Finding.NAME,)),
        ("we spoke to asha  patel last week", (Finding.NAME,)),
        ("JEAN-LUC O'BRIEN came", (Finding.NAME,)),
        ("Write to a.b@example.org today", (Finding.EMAIL,)),
        ("07700 900123 after six", (Finding.PHONE,)),
        ("(01865) 815 000", (Finding.PHONE,)),
        ("+44 7700 900 123", (Finding.PHONE,)),
        ("They live in OX4 1AB", (Finding.POSTCODE,)),
        ("Cllr Jones, ox33 1xx, x@y.uk", (Finding.NAME, Finding.EMAIL, Finding.POSTCODE)),
    ],
)
def test_what_names_somebody_is_seen(text, found):
    assert findings(text, NAMES) == found
    assert in_words(found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In West Oxfordshire the last bus to Chipping Norton goes at 5.",
        "About 30 people in Blackbird Leys will miss the Oxford City Council office.",
        "It cost £1,250,000 in 2024, 2025 and 2026.",
        "Rents went up by 12.5% since 01/04/2026.",
        "People will need help. Will the council act?",
        "The Age UK group and Citizens Advice hear the same.",
        "Call 111 or 999.",
        "Route S3, X90 and the A40 were shut.",
    ],
)
def test_what_names_nobody_is_left_alone(text):
    assert findings(text, NAMES) == ()


@given(st.text(max_size=300), st.lists(st.text(max_size=10), max_size=4))
def test_any_text_is_looked_through(text, names):
    assert set(findings(text, names)) <= set(WORDS)


def test_a_long_text_is_looked_through_in_no_time():
    for text in ("0" * 200_000, "a@" * 100_000, "Mr " * 60_000, "(0 " * 60_000, "A1 " * 60_000):
        findings(text, NAMES)
