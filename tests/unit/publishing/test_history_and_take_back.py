"""What was published by whom is kept, and a version before can be put back in its place."""

import gzip

import pytest

from tests.support.library_examples import call
from tests.support.publishers import FIRST, SECOND, as_read, files_of, ids_of, notes_of
from vcs_desktop.app.tree_check import check_tree
from vcs_desktop.core.publish_errors import DamagedTree, NothingToTakeBack
from vcs_desktop.wire.record import line_of


def test_history_says_what_was_published_by_whom_and_when(ann):
    ann.publish(*FIRST)
    ann.checked_by = "Bo"
    ann.publish(*SECOND)
    first, second = notes_of(ann)
    assert (first.by, first.checked_by, first.added) == ("Ann", "", 4)
    assert (second.by, second.checked_by) == ("Ann", "Bo")
    assert (second.added, second.changed, second.gone) == (1, 1, 1)
    assert second.manifest.issued == "2026-11-23T09:02:00Z"
    assert not second.is_taken_back


def test_a_note_that_somebody_changed_is_passed_over(ann):
    ann.publish(*FIRST)
    ann.publish(*SECOND)
    path = ann.tree / "history.json"
    for change in (
        lambda content: content.replace(b'"added":4', b'"added":5'),
        lambda content: content.splitlines(keepends=True)[1],
        lambda content: b"x\n{}\n" + content.splitlines(keepends=True)[1] * 2,
    ):
        whole = path.read_bytes()
        path.write_bytes(change(whole))
        assert [note.version for note in notes_of(ann)] == [2]
        path.write_bytes(whole)
    path.unlink()
    assert notes_of(ann) == []
    ann.publish(*FIRST)
    assert [note.version for note in notes_of(ann)] == [3]


def test_history_never_grows_without_end(ann, monkeypatch):
    monkeypatch.setattr("vcs_desktop.publishing.history.MOST_BYTES", 3_000)
    for number in range(6):
        ann.publish(*FIRST, call(f"new {number}"))
    assert (ann.tree / "history.json").stat().st_size <= 3_000
    assert notes_of(ann)[-1].version == 6


def test_the_version_before_is_published_again_as_a_new_one(ann):
    ann.publish(*FIRST)
    ann.publish(*SECOND)
    note = ann.take_back()
    manifest, records = as_read(ann.tree)
    assert (note.version, note.same_as, note.is_taken_back) == (3, 1, True)
    assert manifest.version == 3
    assert ids_of(records) == ids_of(FIRST)
    assert check_tree(ann.tree).problems == []
    with pytest.raises(NothingToTakeBack):
        ann.take_back()
    ann.take_back(2)
    assert ids_of(as_read(ann.tree)[1]) == ids_of(SECOND)
    with pytest.raises(NothingToTakeBack):
        ann.take_back(9)
    with pytest.raises(NothingToTakeBack):
        ann.take_back(2)


def test_taken_back_twice_goes_back_by_two(ann):
    for number in range(4):
        ann.publish(call(f"new {number}"))
    ann.take_back()
    ann.take_back()
    assert ids_of(as_read(ann.tree)[1]) == {"call/new 1"}
    ann.publish(call("last"))
    assert ann.take_back().same_as == 2
    assert ids_of(as_read(ann.tree)[1]) == {"call/new 1"}


def test_what_is_kept_no_more_cannot_be_taken_back(ann):
    ann.publish(*FIRST)
    ann.publish(*SECOND)
    (ann.tree / "snapshots" / "1.ndjson.gz").unlink()
    with pytest.raises(NothingToTakeBack):
        ann.take_back()


def test_a_snapshot_that_somebody_changed_is_not_signed_again(ann):
    ann.publish(*FIRST)
    ann.publish(*SECOND)
    path = ann.tree / "snapshots" / "1.ndjson.gz"
    path.write_bytes(gzip.compress(line_of(call("evil")), mtime=0))
    before = files_of(ann.tree)
    with pytest.raises(DamagedTree):
        ann.take_back()
    assert files_of(ann.tree)["library.json"] == before["library.json"]
    path = ann.tree / "snapshots" / "2.ndjson.gz"
    path.write_bytes(b"")
    with pytest.raises(DamagedTree):
        ann.publish(*FIRST)
    path.unlink()
    with pytest.raises(DamagedTree):
        ann.publish(*FIRST)
