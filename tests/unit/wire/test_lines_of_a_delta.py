"""A delta says which records came and which went; each line comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.wire.delta import Gone, change_of, delta_line
from vcs_desktop.wire.record import Record

words = st.text(min_size=1, max_size=12)


@given(st.builds(Gone, words, words) | st.builds(Record, words, words, st.just({"a": 1}), words))
def test_a_change_comes_back_as_it_was(change):
    assert change_of(delta_line(change)) == change


@pytest.mark.parametrize(
    "line",
    [b"", b"[]", b"{}", b'{"gone":true,"kind":"","id":"x"}', b'{"gone":true}', b"[" * 99_999],
)
def test_what_is_no_change_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong
        change_of(line)
