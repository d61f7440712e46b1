"""Who has a group open, told by locks on a file that means nothing."""

import pytest

from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.storage.group_hold import Hold


@pytest.mark.parametrize("alone", [False, True])
def test_a_hold_writes_nothing_so_that_a_full_disk_is_no_hindrance(tmp_path, alone):
    with Hold(tmp_path / "open.lock", alone=alone):
        assert [each.name for each in tmp_path.iterdir()] == ["open.lock"]
        assert (tmp_path / "open.lock").stat().st_size == 0


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0" + bytes(84), b"\xff" * 10_000])
@pytest.mark.parametrize("alone", [False, True])
def test_a_file_that_was_spoilt_keeps_nobody_out(tmp_path, alone, content):
    file = tmp_path / "open.lock"
    file.write_bytes(content)
    with Hold(file, alone=alone), pytest.raises(GroupInUse):
        Hold(file, alone=not alone)
    Hold(file, alone=True).let_go()


def test_who_has_hold_of_a_file_that_is_spoilt_then_is_not_passed_over(tmp_path):
    file = tmp_path / "open.lock"
    with Hold(file, alone=True):
        with file.open("r+b") as spoilt:
            spoilt.write(b"\xff" * 10_000)
        with pytest.raises(GroupInUse):
            Hold(file)


def test_a_file_that_cannot_be_made_is_said(tmp_path):
    with pytest.raises(FolderNotWritable):
        Hold(tmp_path / "not there" / "open.lock")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderNotWritable):
        Hold(tmp_path / "folder")
