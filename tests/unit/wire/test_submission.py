"""What is told travels as one text, and nothing else is taken for it."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.submission import (
    KINDS,
    MOST_BYTES,
    Submission,
    submission_bytes,
    submission_of,
)

NUMBER = "01900000-0000-7000-8000-000000000001"
TOLD = Submission("need", NUMBER, date(2026, 11, 29), {"topic": "food"}, "Lunch club")
letters = st.characters(codec="utf-8", exclude_categories=["Cs"])
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(letters, max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(letters), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.sampled_from(KINDS),
    st.uuids().map(str),
    st.dates(),
    st.dictionaries(st.text(letters, max_size=10), values, max_size=5),
    st.text(letters, max_size=20),
)
def test_what_is_written_is_read_as_it_was(kind, uuid, made_on, fields, name):
    told = Submission(kind, uuid, made_on, fields, name)
    assert submission_of(submission_bytes(told)) == told


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": True},
        {"kind": "gossip"},
        {"uuid": NUMBER.replace("0000", "ABCD")},
        {"uuid": ""},
        {"made_on": "29/11/2026"},
        {"made_on": None},
        {"fields": []},
        {"group_name": ""},
        {"group_name": 7},
        {"more": 1},
    ],
)
def test_what_is_no_submission_is_not_taken_for_one(change):
    told = json.loads(submission_bytes(TOLD)) | change
    with pytest.raises(ValueError):  # noqa: PT011  every one is refused, each in its own words
        submission_of(canonical(told))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        submission_bytes(TOLD) + b" ",
        b"[" * 60_000,
        json.dumps(json.loads(submission_bytes(TOLD))).encode(),
        b"x" * (MOST_BYTES + 1),
    ],
)
def test_bytes_that_are_not_written_in_the_one_way_are_refused(content):
    with pytest.raises(ValueError):  # noqa: PT011
        submission_of(content)


def test_what_is_too_long_cannot_be_written():
    with pytest.raises(ValueError, match="too long"):
        submission_bytes(Submission("need", NUMBER, date(2026, 1, 1), {"text": "x" * MOST_BYTES}))
