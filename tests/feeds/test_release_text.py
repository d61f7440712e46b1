"""A release carries the JSON it was read from, only where that says the very same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import package, release, write_json
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.wire.record import DECODER


def read(path):
    return list(open_feed(path).items())


@given(
    more=st.dictionaries(
        st.text(st.characters(codec="utf-8"), max_size=8),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=5,
        ),
        max_size=4,
    ),
    head=st.sampled_from([{}, {"publisher": {"name": "A Coüncil"}}, {"license": "OGL"}]),
)
def test_the_text_says_the_same_as_the_data(tmp_path_factory, more, head):
    path = tmp_path_factory.mktemp("feed") / "package.json"
    path.write_text(json.dumps(package({**more, **release()}, **head)), "utf-8")
    (found,) = read(path)
    if found.text:
        assert DECODER.decode(found.text) == found.data


def test_most_releases_carry_their_text(tmp_path):
    (found,) = read(write_json(tmp_path / "a.json", package(release(), publisher={"name": "Us"})))
    assert DECODER.decode(found.text) == found.data
    assert found.data["source"] == "Us"


@pytest.mark.parametrize(
    "changes", [{"description": "Two linesrnrnof text"}, {"source": "said by itself"}]
)
def test_what_was_put_right_or_says_more_itself_is_written_anew(tmp_path, changes):
    path = write_json(tmp_path / "a.json", package(release(**changes), publisher={"name": "Us"}))
    (found,) = read(path)
    assert found.text == ""


def test_numbers_that_are_none_stay_away_when_the_text_is_read_again(tmp_path):
    path = tmp_path / "a.json"
    whole = json.dumps(package(release(odd="HERE"))).replace(
        '"HERE"', "[NaN, 1e999, -Infinity, 2.5]"
    )
    path.write_text(whole)
    (found,) = read(path)
    assert found.data["odd"] == [None, None, None, 2.5]
    assert DECODER.decode(found.text) == found.data
