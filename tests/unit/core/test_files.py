"""Files are wholly written or not at all."""

import os

import pytest

from vcs_desktop.core.files import read_json_object, write_json, write_whole


def test_a_written_file_reads_back_the_same(tmp_path):
    write_json(tmp_path / "deep" / "settings.json", {"text_size": 150, "name": "Tŷ Cymunedol"})
    assert read_json_object(tmp_path / "deep" / "settings.json") == {
        "text_size": 150,
        "name": "Tŷ Cymunedol",
    }


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "sheet.pdf"
    write_whole(path, b"old")

    def full_disk(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own list of who may read")
def test_what_is_private_can_be_read_by_no_other_account_even_while_it_is_written(
    tmp_path, monkeypatch
):
    path = tmp_path / "code.pdf"
    path.write_bytes(b"old, and for everybody to read")
    path.chmod(0o644)
    seen = []
    monkeypatch.setattr("os.fsync", lambda handle: seen.append(os.fstat(handle).st_mode & 0o777))
    write_whole(path, b"new", private=True)
    assert [*seen, path.stat().st_mode & 0o777] == [0o600, 0o600]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_nothing_is_written_into_what_somebody_else_put_in_the_way(tmp_path):
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"")
    (tmp_path / ".code.pdf.part").symlink_to(theirs)
    write_whole(tmp_path / "code.pdf", b"secret")
    assert theirs.read_bytes() == b""
    assert (tmp_path / "code.pdf").read_bytes() == b"secret"


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'"text"'])
def test_a_damaged_settings_file_reads_as_empty(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_json_object(path) == {}


def test_an_absent_file_reads_as_empty(tmp_path):
    assert read_json_object(tmp_path / "nothing.json") == {}
