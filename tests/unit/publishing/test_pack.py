"""A pack is the tree in one file, the same bytes each time, and never a tree that is not right."""

import zipfile

import pytest

from tests.support.library_examples import call
from tests.support.publishers import files_of
from tests.support.vault_examples import QUICK
from vcs_desktop.core.errors import DiskFull, FolderNotWritable, Stopped
from vcs_desktop.core.publish_errors import DamagedRoots, DamagedTree, NothingUsable
from vcs_desktop.publishing.attaching import attach
from vcs_desktop.publishing.keys import Holder, rotate
from vcs_desktop.publishing.pack import write_pack


@pytest.fixture
def full(ann, tmp_path):
    (tmp_path / "form.pdf").write_bytes(b"a form")
    ann.publish(call("roof"))
    ann.publish(call("roof"), call("hall"), attachments=attach([tmp_path / "form.pdf"]))
    return ann


def test_a_pack_holds_what_the_manifest_names_and_nothing_else(full, tmp_path):
    made = write_pack(full.tree, tmp_path / "a.vcslibrary")
    with zipfile.ZipFile(tmp_path / "a.vcslibrary") as zipped:
        assert zipped.testzip() is None
        inside = {info.filename: zipped.read(info) for info in zipped.infolist()}
        assert zipped.namelist() == sorted(zipped.namelist())
        assert {info.compress_type for info in zipped.infolist()} == {zipfile.ZIP_STORED}
        assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    tree = files_of(full.tree)
    assert inside.items() <= tree.items()
    assert set(tree) - set(inside) == {"history.json", "snapshots/1.ndjson.gz"} | (
        {"deltas/2.ndjson.gz"} - set(inside)
    )
    assert made.files == len(inside)
    assert made.size == (tmp_path / "a.vcslibrary").stat().st_size
    assert made.manifest.version == 2


def test_the_same_tree_gives_the_same_bytes(full, tmp_path):
    for name in ("a", "b"):
        write_pack(full.tree, tmp_path / f"{name}.vcslibrary")
    assert (tmp_path / "a.vcslibrary").read_bytes() == (tmp_path / "b.vcslibrary").read_bytes()


@pytest.mark.parametrize("change", [bytes.upper, lambda c: c[:-1], lambda c: c + b"x", None])
@pytest.mark.parametrize("which", ["snapshots/2.ndjson.gz", "attachments"])
def test_a_tree_that_is_not_as_it_was_signed_is_not_packed(full, tmp_path, change, which):
    path = full.tree / which
    if path.is_dir():
        (path,) = path.iterdir()
    if change is None:
        path.unlink()
    else:
        path.write_bytes(change(path.read_bytes()))
    out = tmp_path / "a.vcslibrary"
    out.write_bytes(b"the one before")
    with pytest.raises(DamagedTree):
        write_pack(full.tree, out)
    assert out.read_bytes() == b"the one before"
    assert sorted(each.name for each in tmp_path.iterdir() if "part" in each.name) == []


def test_a_tree_that_readers_would_refuse_is_not_packed(full, tmp_path):
    cy = Holder("Cy", "candle wobble thunder mint")
    rotate(full.keys, full.root, cy, "2026-12-01T09:00:00Z", effort=QUICK)
    (full.tree / "root.json").write_bytes((full.keys / "root.json").read_bytes())
    with pytest.raises(DamagedTree):
        write_pack(full.tree, tmp_path / "a.vcslibrary")


def test_nothing_published_is_said(ann, tmp_path):
    with pytest.raises(DamagedRoots):
        write_pack(tmp_path, tmp_path / "a.vcslibrary")
    with pytest.raises(NothingUsable):
        write_pack(ann.keys, tmp_path / "a.vcslibrary")


def test_where_nothing_can_be_written_is_said(full, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        write_pack(full.tree, tmp_path / "file" / "a.vcslibrary")

    def no_room(handle):
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(DiskFull):
        write_pack(full.tree, tmp_path / "a.vcslibrary")
    assert not (tmp_path / "a.vcslibrary").exists()


def test_a_pack_that_is_stopped_leaves_the_one_of_before(full, tmp_path):
    (tmp_path / "map.pdf").write_bytes(bytes(3 << 20))
    full.publish(call("roof"), attachments=attach([tmp_path / "map.pdf"]))
    out = tmp_path / "a.vcslibrary"
    out.write_bytes(b"the one of before")
    asked = []

    def look(words, _done):
        asked.append(words)
        if len(asked) == 2:  # within the first large file
            raise Stopped

    with pytest.raises(Stopped):
        write_pack(full.tree, out, look)
    assert asked == ["Saving a.vcslibrary"] * 2
    assert out.read_bytes() == b"the one of before"
    assert not [*tmp_path.glob(".*.part")]
