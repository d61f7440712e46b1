"""The envelope of an operation: one text for one operation, and nothing of a newer app is lost."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.wire.operation import (
    FORMAT,
    MOST_BYTES,
    Change,
    Deed,
    Operation,
    operation_bytes,
    operation_digest,
    operation_of,
)
from vcs_desktop.wire.record import canonical

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
CHANGES = st.dictionaries(TEXT, st.builds(Change, JSON, JSON), max_size=4)


def operation(**said):
    usual = {
        "id": "o1",
        "device": "d1",
        "kind": "person",
        "record": "p1",
        "deed": Deed.CHANGE,
        "act": "a1",
        "verb": "change",
        "who": "asha",
        "at": AT,
        "previous": "",
        "changes": {"name": Change(None, "Ash")},
    }
    return Operation(**usual | said)


def written(**said):
    """Return an operation's bytes with some fields of the JSON put in another way."""
    content = json.loads(operation_bytes(operation())) | said
    return canonical({key: value for key, value in content.items() if value is not ...})


@given(
    CHANGES,
    st.lists(TEXT, max_size=3),
    st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 1)),  # noqa: DTZ001  hypothesis wants its bound without a zone
)
def test_what_is_written_is_read_as_it_was(changes, based_on, at):
    done = operation(changes=changes, based_on=tuple(based_on), at=at)
    assert operation_of(operation_bytes(done)) == done


@pytest.mark.parametrize("number", [10**18, 2**63, 2**64, -(10**30), 1e16, 1e-5, 0.00001234, -0.0])
def test_numbers_of_every_size_are_read_as_they_were(number):
    held = operation(changes={"count": Change([number], {"more": number})})
    assert operation_of(operation_bytes(held)) == held


def test_the_moment_is_written_in_utc():
    elsewhere = AT.astimezone(timezone(timedelta(hours=5)))
    assert operation_bytes(operation(at=elsewhere)) == operation_bytes(operation())


def test_what_a_newer_app_wrote_is_kept_to_the_last_byte():
    newer = written(format=FORMAT + 1, mood="calm", deed="celebrate")
    assert operation_of(newer).more == {"format": FORMAT + 1, "mood": "calm"}
    assert operation_bytes(operation_of(newer)) == newer


def test_the_digest_is_that_of_the_bytes():
    content = operation_bytes(operation())
    assert operation_digest(content) != operation_digest(written(who="ben"))
    assert len(operation_digest(content)) == 64


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"not json",
        b"[" * 100_000,
        b'{"id":"\\ud800"}',
        b" " + operation_bytes(operation()),
        json.dumps(json.loads(operation_bytes(operation()))).encode(),
        written(id=""),
        written(id=7),
        written(device=""),
        written(record=""),
        written(deed="erase"),
        written(at="yesterday"),
        written(at="2026-11-23T09:30:00"),
        written(at="2026-11-23T09:30:00Z"),
        written(changes=[]),
        written(changes={"name": "Ash"}),
        written(changes={"name": ["Ash"]}),
        written(based_on="o0"),
        written(based_on=[1]),
        written(records=...),
        b'{"' + b"x" * MOST_BYTES + b'":1}',
    ],
    ids=lambda content: repr(content[-40:]),
)
def test_what_is_no_operation_or_not_canonical_is_refused(content):
    with pytest.raises(ValueError):  # noqa: PT011  any kind of it
        operation_of(content)


def test_an_erasure_names_records_and_says_nothing_of_them():
    erasure = operation(record="", deed=Deed.ERASE, records=("p1", "p2"), changes={})
    assert operation_of(operation_bytes(erasure)) == erasure
