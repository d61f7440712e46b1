"""Reading a published library: all of it as its manifest says, or nothing."""

import gzip
import hashlib

import pytest

from tests.support.library_examples import WRONG_LINES, call, grant, write_lines, write_tree
from vcs_desktop.sync import arriving, library_reader
from vcs_desktop.sync.library_reader import NotALibrary, read_manifest, snapshot_records
from vcs_desktop.wire.record import line_of

RECORDS = (grant("roof"), call("halls"), call("seeds"))


def read(folder):
    return [record for record, _, _ in snapshot_records(folder, read_manifest(folder))]


def test_every_record_comes_out_by_kind_and_id(tmp_path):
    manifest = write_tree(tmp_path, *RECORDS, version=7)
    assert read_manifest(tmp_path) == manifest
    assert read(tmp_path) == list(RECORDS)


def test_an_empty_library_is_a_library(tmp_path):
    write_tree(tmp_path)
    assert read(tmp_path) == []


def test_records_come_one_at_a_time(tmp_path):
    write_tree(tmp_path, *RECORDS)
    reading = snapshot_records(tmp_path, read_manifest(tmp_path))
    assert next(reading)[0].id == "360G-roof"
    reading.close()


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b"[1]", b"\xff"])
def test_a_manifest_that_is_none_is_refused(tmp_path, content):
    (tmp_path / "library.json").write_bytes(content)
    with pytest.raises(NotALibrary):
        read_manifest(tmp_path)


def test_a_manifest_that_is_not_there_or_without_end_is_refused(tmp_path, monkeypatch):
    with pytest.raises(NotALibrary):
        read_manifest(tmp_path)
    write_tree(tmp_path, *RECORDS)
    monkeypatch.setattr(library_reader, "LARGEST_MANIFEST", 10)
    with pytest.raises(NotALibrary):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sha256": "0" * 64},
        {"size": 5},
        {"records": 2},
        {"records": 4},
        {"digest": "0" * 64},
        {"path": "snapshots/9.ndjson.gz"},
    ],
    ids=" ".join,
)
def test_a_snapshot_that_is_not_what_the_manifest_says_is_refused(tmp_path, wrong):
    write_tree(tmp_path, *RECORDS, **wrong)
    with pytest.raises(NotALibrary):
        read(tmp_path)


@pytest.mark.parametrize("lines", WRONG_LINES)
def test_lines_that_are_wrong_are_refused_although_the_digests_are_right(tmp_path, lines):
    write_lines(tmp_path, lines)
    with pytest.raises(NotALibrary):
        read(tmp_path)


def test_a_line_without_end_is_not_read_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(arriving, "LONGEST_LINE", 20)
    write_tree(tmp_path, call("halls"))
    with pytest.raises(NotALibrary):
        read(tmp_path)


def test_a_snapshot_cut_off_or_changed_on_the_way_is_refused(tmp_path):
    manifest = write_tree(tmp_path, *RECORDS)
    path = tmp_path / manifest.snapshot.path
    whole = path.read_bytes()
    for damaged in (whole[:-9], whole[:20] + b"\0" + whole[21:], b"", whole + b"more"):
        path.write_bytes(damaged)
        with pytest.raises(NotALibrary):
            read(tmp_path)


def test_bytes_that_do_not_unpack_are_refused(tmp_path):
    packed = gzip.compress(line_of(call("halls")), mtime=0)[:-12]
    write_tree(tmp_path, call("halls"), size=len(packed), sha256=hashlib.sha256(packed).hexdigest())
    (tmp_path / "snapshots" / "1.ndjson.gz").write_bytes(packed)
    with pytest.raises(NotALibrary):
        read(tmp_path)
