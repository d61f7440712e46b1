"""Releases out of every shape in which notices are published."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import package, release, write_json
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.wire.record import Record, Release, canonical


def _read(tmp_path, content):
    feed = open_feed(write_json(tmp_path / "feed.data", content))
    return feed, list(feed.items())


def test_a_release_package_gives_its_releases(tmp_path):
    feed, items = _read(tmp_path, package(release(), release(release_id="2")))
    assert feed.format == "OCDS release package"
    assert [item.release_id for item in items] == ["1", "2"]
    assert feed.read == 2
    assert items[0].tags == ("tender",)


def test_a_package_without_releases_but_with_a_next_page_is_normal(tmp_path):
    feed, items = _read(tmp_path, package(links={"next": "https://example.org/?cursor=2"}))
    assert items == []
    assert feed.read == 0


def test_a_package_of_version_1_0_is_read_too(tmp_path):
    old = package(release(buyer={"name": "Old Council", "identifier": {"id": "1"}}))
    del old["version"]
    _, items = _read(tmp_path, old)
    assert isinstance(items[0], Release)


def test_a_bare_list_and_a_single_release_are_read(tmp_path):
    feed, items = _read(tmp_path, [release(), release(release_id="2")])
    assert (feed.format, len(items)) == ("OCDS list of releases", 2)
    feed, items = _read(tmp_path, release())
    assert (feed.format, len(items)) == ("OCDS release", 1)


def test_a_record_package_gives_the_releases_inside_its_records(tmp_path):
    record = {
        "ocid": "ocds-x-1",
        "releases": [release(), release(release_id="2")],
        "compiledRelease": release(release_id="compiled"),
    }
    feed, items = _read(tmp_path, {"version": "1.1", "records": [record]})
    assert feed.format == "OCDS record package"
    assert [item.release_id for item in items] == ["1", "2"]


def test_a_compiled_release_stands_in_where_a_record_holds_only_links(tmp_path):
    links = [{"url": "https://example.org/1", "date": "2026-01-01T00:00:00Z"}]
    whole = {"ocid": "ocds-x-1", "releases": links, "compiledRelease": release(release_id="c")}
    bare = {"ocid": "ocds-x-2", "releases": links}
    _, items = _read(tmp_path, {"records": [whole, bare, "what"]})
    assert items[0].release_id == "c"
    assert items[1].where == "records[1]"
    assert "points to its releases" in items[1].why
    assert items[2].where == "records[2]"


def test_who_published_and_under_which_licence_goes_with_each_release(tmp_path):
    _, items = _read(tmp_path, package(release()))
    assert items[0].data["source"] == "Example Council"
    assert items[0].data["licence"] == "Open Government Licence v3.0"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ocid": None}, "ocid"),
        ({"ocid": " "}, "ocid"),
        ({"ocid": 5}, "ocid"),
        ({"id": None}, "“id”"),
        ({"id": ""}, "“id”"),
        ({"id": True}, "“id”"),
        ({"date": None}, "when it was published"),
        ({"date": 20260101}, "when it was published"),
        ({"date": "next week"}, "next week"),
        ({"date": "2026-13-01T00:00:00Z"}, "not a date"),
    ],
)
def test_a_release_that_lacks_what_it_needs_is_refused_and_the_rest_go_in(tmp_path, change, why):
    bad = {**release(), **change}
    feed, items = _read(tmp_path, package(release(), bad, release(release_id="3")))
    assert [type(item) for item in items] == [Release, Refusal, Release]
    assert items[1].where == "releases[1]"
    assert why in items[1].why
    assert feed.read == 3


def test_ninety_releases_without_an_id_are_ninety_refusals(tmp_path):
    nameless = [{key: value for key, value in release().items() if key != "id"}] * 90
    _, items = _read(tmp_path, package(*nameless))
    assert [item.where for item in items] == [f"releases[{place}]" for place in range(90)]
    assert {item.why for item in items} == {"The entry has no number of its own (“id”)."}


def test_what_is_no_release_at_all_is_refused_where_it_stands(tmp_path):
    _, items = _read(tmp_path, package("words", None, 3, release()))
    assert [item.where for item in items[:3]] == ["releases[0]", "releases[1]", "releases[2]"]
    assert isinstance(items[3], Release)


def test_a_number_as_id_is_taken_as_text(tmp_path):
    _, items = _read(tmp_path, package(release(release_id=7)))
    assert items[0].release_id == "7"


def test_fields_that_nobody_knows_are_kept(tmp_path):
    _, items = _read(tmp_path, package(release(somethingNew={"a": [1]})))
    assert items[0].data["somethingNew"] == {"a": [1]}


_ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["ocid", "id", "date", "tag", "tender", "releases", "url"]), _ODD
        )
        | _ODD,
        max_size=4,
    ),
    st.sampled_from(["releases", "records", "grants", "fundingCalls", ""]),
)
def test_whatever_stands_in_a_list_each_item_is_taken_or_refused(tmp_path_factory, items, name):
    content = {name: items} if name else [release(), *items]
    path = tmp_path_factory.mktemp("o") / "odd.json"
    path.write_text(json.dumps(content))
    feed = open_feed(path)
    found = list(feed.items())
    assert feed.read == len(found)
    for item in found:
        if isinstance(item, Refusal):
            assert item.where
            assert item.why
        else:
            assert isinstance(item, Release | Record)
            canonical(item.data)
