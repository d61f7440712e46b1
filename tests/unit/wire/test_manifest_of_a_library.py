"""The manifest of a library: what it says comes back; what is wrong is refused."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.wire.manifest import (
    Attachment,
    Delta,
    Manifest,
    Snapshot,
    manifest_bytes,
    manifest_of,
)

_SHA, _DIGEST = "a" * 64, "b" * 64
_MANIFEST = Manifest(
    "starter",
    3,
    "2026-11-22T00:00:00Z",
    "0.1.0",
    _DIGEST,
    Snapshot("snapshots/3.ndjson.gz", _SHA, 9, 1, 12),
    "2027-11-22T00:00:00Z",
    (Delta(2, 3, "deltas/3.ndjson.gz", _SHA, 7, 1, 8, _DIGEST),),
    (Attachment(_SHA, 5),),
)


def _changed(**changes):
    return json.dumps({**asdict(_MANIFEST), **changes}).encode()


def test_a_manifest_comes_back_as_it_was():
    assert manifest_of(manifest_bytes(_MANIFEST)) == _MANIFEST


def test_what_a_newer_publisher_adds_is_passed_over():
    assert manifest_of(_changed(colour="blue")) == _MANIFEST


@pytest.mark.parametrize(
    "path",
    ["../3.ndjson.gz", "/etc/passwd", "snapshots/../x.ndjson.gz", "snapshots/0.ndjson.gz", "", 5],
)
def test_a_path_outside_the_tree_is_refused(path):
    with pytest.raises(ValueError, match="path"):
        manifest_of(_changed(snapshot={**asdict(_MANIFEST.snapshot), "path": path}))


@pytest.mark.parametrize(
    "changes",
    [
        {"line": ""},
        {"version": -1},
        {"version": True},
        {"version": "3"},
        {"digest": "short"},
        {"issued": None},
        {"snapshot": []},
        {"snapshot": {}},
        {"line": "../up"},
        {"version": 0},
        {"expires": "soon"},
        {"issued": "0001-01-01T00:00:00Z"},
        {"deltas": {}},
        {"deltas": ["x"]},
        {"deltas": [{**asdict(_MANIFEST.deltas[0]), "path": "../deltas/3.ndjson.gz"}]},
        {"deltas": [{**asdict(_MANIFEST.deltas[0]), "since": 3}]},
        {"attachments": [{"sha256": "../../etc", "size": 1}]},
        {"attachments": [{"sha256": "a" * 64, "size": -1}]},
        {"attachments": [{}] * 5_000},
    ],
)
def test_a_manifest_that_lacks_something_is_refused(changes):
    with pytest.raises(ValueError, match=r"missing or wrong|leads nowhere|is wrong"):
        manifest_of(_changed(**changes))


@given(st.binary(max_size=80))
def test_any_bytes_are_refused_with_a_value_error(content):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong
        manifest_of(content)
