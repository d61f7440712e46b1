"""The one shape of a record: the same data is always the same bytes."""

import json
import math

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vcs_desktop.wire.record import (
    Record,
    canonical,
    digest,
    is_canonical_of,
    line_of,
    record_of,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abé"), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.dictionaries(st.text("abé"), JSON, max_size=4))
def test_a_record_comes_back_from_its_line_as_it_was(data):
    record = Record("term", "t1", data, "2026-11-22T09:00:00Z")
    line = line_of(record)
    assert record_of(line) == record
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


def test_the_order_of_the_fields_makes_no_difference():
    assert canonical({"b": 1, "a": {"d": 2, "c": 3}}) == b'{"a":{"c":3,"d":2},"b":1}'
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1}) != digest({"a": 1, "b": 2})


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**63), 2**64 - 1)


@settings(max_examples=400)
@given(data=st.dictionaries(st.text("e1.0"), NUMBERS | st.text("e1.0-", max_size=6), max_size=3))
@example(data={"a": 1e16})
@example(data={"a": 0.00001234})
@example(data={"a": 1.5e-7})
@example(data={"a": -0.0})
def test_only_the_one_text_is_canonical_whoever_wrote_the_numbers(data):
    for content in (canonical(data), orjson.dumps(data, option=orjson.OPT_SORT_KEYS)):
        read = json.loads(content)
        assert is_canonical_of(content, read) == (canonical(read) == content)


@pytest.mark.parametrize("data", [10**30, "\ud800", [[[[1]]]], {"é": None}])
def test_what_the_quick_writer_cannot_write_is_canonical_all_the_same(data):
    try:
        content = canonical(data)
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            is_canonical_of(b"x", data)
    else:
        assert is_canonical_of(content, data)
        assert not is_canonical_of(content + b" ", data)


def test_letters_are_written_as_they_are():
    assert canonical("café") == '"café"'.encode()


def test_what_is_no_json_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        canonical(math.nan)


@pytest.mark.parametrize(
    "line",
    [
        b"", b"[]", b"{}", b"not json", b'{"kind":"term","id":"x"}',
        b'{"kind":"","id":"x","data":{}}', b'{"kind":"term","id":"","data":{}}',
        b'{"kind":1,"id":"x","data":{}}', b'{"kind":"term","id":"x","data":[]}',
    ],
)  # fmt: skip
def test_a_line_that_is_no_record_is_refused(line):
    with pytest.raises(ValueError, match=r".+"):
        record_of(line)


def test_a_record_without_a_moment_has_an_empty_one():
    assert record_of(b'{"kind":"term","id":"x","data":{},"modified":null}').modified == ""
