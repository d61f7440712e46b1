"""What is better not written is noticed, and what groups write every day is left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.better_not_written import Concern, concerns, warning


@pytest.mark.parametrize(
    "text",
    [
        "Key safe 4821",
        "keysafe: C1492X",
        "Key-safe by the door, code 0917.",
        "Key safe code is 2024",
        "door code 5590",
        "Door entry code: 1234#",
        "The code for the gate is 7788",
        "Front door: code for the front door 4455",
        "4821 opens the door",
        "alarm code 99812, turn left",
        "PIN: 4455",
        "pin number is 8812",
    ],
)
def test_a_code_is_noticed(text):
    assert concerns(text) == (Concern.CODE,)
    assert warning(text).startswith("This looks like a code.")


@pytest.mark.parametrize(
    "text",
    [
        "Has dementia.",
        "She has early dementia, so ring her daughter.",
        "Type 2 diabetes",
        "Likes tea, diabetic, sits by the door",
        "He is autistic",
        "was diagnosed with something last year",
        "Had a stroke in May",
        "Lives with Parkinson\u2019s.",
        "on dialysis on Tuesdays",
        "suffers from severe depression",
        "HIV positive",
        "Alzheimer's",
    ],
)
def test_an_illness_is_noticed(text):
    assert concerns(text) == (Concern.ILLNESS,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sits near the door, and reads large print.",
        "No key safe. Ring the bell.",
        "Key safe put in 2024 by the council",
        "Has a key to the hall, and knows where the key safe is",
        "01865 000000, ring after 6pm",
        "Flat 1204, door on the left",
        "Gate 3, platform 1432 is wrong",
        "Postcode OX3 0AA, area code 01865",
        "dress code smart, bring 120 chairs",
        "Charity number 1234567",
        "Runs the dementia café on Mondays",
        "Dementia Friends training done 2024",
        "Has dementia training",
        "Collects for Cancer Research UK",
        "Trustee of the Stroke Association",
        "Helps people living with dementia",
        "Volunteer for people with autism",
        "Has autism awareness badge",
        "Breast stroke swimming teacher",
        "Cannot eat nuts. Vegetarian.",
        "Needs a lift; uses a wheelchair and a hearing loop",
        "Plays in the Great Depression musical",
        "Is on the rota for 12/05/2026",
        "Hall booking 20260512, invoice 44192",
        "Her brother has the key. The alarm is off at 0900 hours on Sunday",
        "Safeguarding number 01865 328563",
        "Membership number 30412",
        "Has two children and a dog",
        "Made up, for practice. Change whatever you like.",
    ],
)
def test_what_groups_write_every_day_is_left_alone(text):
    assert concerns(text) == ()
    assert warning(text) == ""


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_can_be_looked_at(text):
    assert set(concerns(text)) <= set(Concern)


@given(st.text("abcdefghijklmnopqrstuvwxyz ,.'\n", max_size=300))
def test_without_any_digit_nothing_is_a_code(text):
    assert Concern.CODE not in concerns(text)


@pytest.mark.parametrize(
    "bit", ["key safe ", "has early mild ", "door code ", "1234 ", "living with "]
)
def test_a_very_long_text_is_looked_at_in_no_time(bit):
    began = time.perf_counter()
    concerns(bit * 20_000)
    assert time.perf_counter() - began < 2
