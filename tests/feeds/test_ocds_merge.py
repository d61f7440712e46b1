"""Releases of one process become what the process looks like today."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import REAL_DATA, release
from vcs_desktop.feeds.ocds.merge import compiled, merged
from vcs_desktop.wire.record import Release

_FIXTURES = REAL_DATA / "ocds" / "merge_1.1"


def _release(data):
    return Release(data["ocid"], data["id"], data["date"], tuple(data["tag"]), data)


def _compiled(*releases):
    return compiled([_release(data) for data in releases])


@pytest.mark.skipif(not _FIXTURES.exists(), reason="the standard's examples are not here")
def test_the_standards_own_examples_merge_as_it_says():
    examples = sorted(_FIXTURES.glob("*-compiled.json"))
    assert len(examples) == 17
    for expected in examples:
        releases = json.loads((_FIXTURES / expected.name.replace("-compiled", "")).read_text())
        assert merged(releases) == json.loads(expected.read_text()), expected.name


def test_one_release_is_the_process_as_it_is():
    data = release(unknown=None)
    assert _compiled(data) is data


def test_merging_never_asks_the_internet():
    # Every test runs with the network refused; the library's own rules would be fetched from it.
    assert _compiled(release(), release(release_id="2", date="2026-11-03T10:00:00Z"))


def test_a_delta_changes_only_what_it_carries():
    first = release(
        tender={"id": "t", "title": "Lunches", "value": {"amount": 5, "currency": "GBP"}}
    )
    update = release(
        release_id="2", date="2026-11-05T10:00:00Z", tender={"id": "t", "value": {"amount": 9}}
    )
    assert _compiled(first, update)["tender"] == {
        "id": "t",
        "title": "Lunches",
        "value": {"amount": 9, "currency": "GBP"},
    }


def test_null_takes_a_value_away():
    first = release(tender={"title": "Lunches", "description": "Old"})
    update = release(release_id="2", date="2026-11-05T00:00:00Z", tender={"description": None})
    assert _compiled(first, update)["tender"] == {"title": "Lunches"}


def test_the_order_is_that_of_the_moments_whatever_their_zones():
    earlier = release(date="2026-07-01T12:30:00+01:00", tender={"title": "Earlier"})
    later = release(release_id="2", date="2026-07-01T12:00:00Z", tender={"title": "Later"})
    assert _compiled(later, earlier)["tender"]["title"] == "Later"


def test_lots_are_matched_by_their_ids():
    first = release(tender={"lots": [{"id": "1", "title": "A"}, {"id": "2", "title": "B"}]})
    update = release(
        release_id="2",
        date="2026-11-05T00:00:00Z",
        tender={"lots": [{"id": "2", "status": "cancelled"}]},
    )
    assert _compiled(first, update)["tender"]["lots"] == [
        {"id": "1", "title": "A"},
        {"id": "2", "title": "B", "status": "cancelled"},
    ]


def test_addresses_which_have_no_ids_do_not_grow_with_each_release():
    items = [{"id": "1", "deliveryAddresses": [{"region": "UKJ14"}, {"region": "UKJ11"}]}]
    first = release(tender={"items": items, "newList": [{"a": 1}]})
    again = release(
        release_id="2",
        date="2026-11-05T00:00:00Z",
        tender={"items": items, "newList": [{"a": 2}]},
    )
    assert _compiled(first, again)["tender"] == {"items": items, "newList": [{"a": 2}]}


def test_things_that_share_an_id_are_all_kept():
    twins = [{"id": "1", "title": "A"}, {"id": "1", "title": "B"}]
    first, again = (
        release(tender={"lots": twins}),
        release(release_id="2", date="2026-11-05T00:00:00Z", tender={"status": "active"}),
    )
    assert _compiled(first, again)["tender"] == {"lots": twins, "status": "active"}


def test_releases_that_contradict_one_another_still_give_the_newest():
    odd = release(tender="to follow")
    newer = release(
        release_id="2", date="2026-11-05T00:00:00Z", tender={"title": "Lunches"}, planning=None
    )
    process = _compiled(odd, newer)
    assert process["tender"] == {"title": "Lunches"}
    assert process["tag"] == ["compiled"]
    assert "planning" not in process


_INNER = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "lots", "roles"]), inner, max_size=3)
    ),
    max_leaves=8,
)
_PARTS = st.dictionaries(st.sampled_from(["tender", "parties", "awards", "buyer"]), _INNER)


@given(st.lists(_PARTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_releases_merge_the_same_in_whatever_order_they_come(parts, chance):
    releases = [
        _release(release(release_id=str(day), date=f"2026-11-{day:02}T00:00:00Z", **part))
        for day, part in enumerate(parts, 1)
    ]
    shuffled = releases.copy()
    random.Random(chance.random()).shuffle(shuffled)
    assert compiled(shuffled) == compiled(releases)
