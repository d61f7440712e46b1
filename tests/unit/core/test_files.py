"""Files are wholly written or not at all."""

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


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'"text"'])
def test_a_damaged_settings_file_reads_as_empty(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_json_object(path) == {}


def test_an_absent_file_reads_as_empty(tmp_path):
    assert read_json_object(tmp_path / "nothing.json") == {}
