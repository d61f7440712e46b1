"""The sheet on the disk: both files whole, or an error in words."""

import os
from errno import ENOSPC

import pytest

from tests.support.sheet_examples import three_items
from vcs_desktop.core.errors import CannotUseInput, DiskFull, FolderNotWritable
from vcs_desktop.documents import two_files
from vcs_desktop.documents.calendar import write_entries
from vcs_desktop.documents.committee_sheet import write_sheet
from vcs_desktop.documents.new_folder import write_folder
from vcs_desktop.documents.two_files import web_page_beside


def test_the_pdf_and_the_web_page_lie_side_by_side(tmp_path):
    out = tmp_path / "new" / "committee.pdf"
    write_sheet(three_items(), out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert web_page_beside(out).read_text("utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in out.parent.iterdir()) == ["committee.html", "committee.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="rights of another sort")
def test_no_other_account_can_read_what_suits_a_group(tmp_path):
    write_sheet(three_items(), tmp_path / "committee.pdf")
    assert {each.stat().st_mode & 0o077 for each in tmp_path.iterdir()} == {0}


def test_a_second_sheet_takes_the_place_of_the_first(tmp_path):
    out = tmp_path / "committee.pdf"
    out.write_bytes(b"old")
    write_sheet(three_items(), out)
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_name_that_is_no_pdf_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(CannotUseInput, match="committee") as caught:
        write_sheet(three_items(), tmp_path / "committee.html")
    assert "must end in .pdf" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritable) as caught:
        write_sheet(three_items(), tmp_path / "file" / "committee.pdf")
    assert caught.value.message == "We cannot save it there."
    assert caught.value.advice


def test_what_stood_there_stays_when_the_new_sheet_cannot_be_written(tmp_path):
    out = tmp_path / "committee.pdf"
    out.mkdir()
    with pytest.raises(FolderNotWritable):
        write_sheet(three_items(), out)
    assert out.is_dir()


def test_a_full_disk_is_said_as_what_it_is(tmp_path, monkeypatch):
    def refuse(*_, **_how):
        raise OSError(ENOSPC, "no room")

    monkeypatch.setattr(two_files, "write_whole", refuse)
    with pytest.raises(DiskFull):
        write_sheet(three_items(), tmp_path / "committee.pdf")


@pytest.mark.parametrize(
    "write",
    [
        lambda path: two_files.write({path: b""}),
        lambda path: write_folder(path, {"a": b""}),
        lambda path: write_entries(path, [], "Dates"),
    ],
)
def test_the_log_does_not_learn_what_a_file_that_cannot_be_written_is_called(tmp_path, write):
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable) as refused:
        write(tmp_path / "file" / "Asha Khan")
    assert "Asha" not in refused.value.detail
