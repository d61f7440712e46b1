"""The files of an open group: taken in, read again, saved elsewhere, and how that can fail."""

import errno
import os
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.support.vault_examples import ASHA, TEA
from vcs_desktop.core import file_errors as wrong
from vcs_desktop.core.backup_errors import FileMovedAway
from vcs_desktop.core.errors import DiskFull, FolderNotWritable, Stopped
from vcs_desktop.core.group_errors import GroupInUse, Locked
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services import blobs as blobs_module
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage import blob_folder
from vcs_desktop.storage.blob_folder import BlobFolder

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 800


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        yield in_group(opened, clock)


@pytest.fixture
def blobs(inside):
    return inside.blobs


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "Our policy.doc"
    path.write_bytes(PDF)
    return path


def lying(inside):
    """Return the names of everything in the folder of sealed files."""
    folder = inside.group.files().folder.path / "blobs"
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def sealed(inside, stored):
    return inside.group.files().folder.path / "blobs" / stored.blob


def test_a_file_comes_back_as_it_went_in(inside, blobs, paper):
    told = []
    stored = blobs.add(paper, lambda done, total: told.append((done, total)))

    assert blobs.read(stored) == PDF
    assert (stored.name, stored.media_type, stored.size) == (
        "Our policy.doc",
        "application/pdf",
        len(PDF),
    )
    assert lying(inside) == [stored.blob]
    assert PDF[:64] not in sealed(inside, stored).read_bytes()
    assert told[-1] == (len(PDF), len(PDF))
    assert told == sorted(told)
    assert paper.read_bytes() == PDF


@pytest.mark.skipif(os.name == "nt", reason="there no file says who may read it in this way")
def test_no_other_account_can_read_what_is_kept_or_saved_elsewhere(inside, blobs, paper):
    stored = blobs.add(paper)
    assert sealed(inside, stored).stat().st_mode & 0o077 == 0
    assert sealed(inside, stored).parent.stat().st_mode & 0o077 == 0
    assert blobs.save_to(stored, paper.parent / "saved.pdf").stat().st_mode & 0o077 == 0


def test_the_same_file_twice_is_two_files(inside, blobs, paper):
    one, two = blobs.add(paper), blobs.add(paper)
    assert one.blob != two.blob
    assert one.key != two.key
    assert one.sha256 == two.sha256
    assert lying(inside) == sorted((one.blob, two.blob))


def test_it_can_be_read_after_the_group_was_locked_and_opened_again(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        stored = in_group(opened, clock).blobs.add(paper)
    with groups.open(tea, ASHA) as opened:
        assert in_group(opened, clock).blobs.read(stored) == PDF


def test_a_locked_group_takes_no_file_and_gives_none(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        blobs = in_group(opened, clock).blobs
        stored = blobs.add(paper)
    for act in (
        lambda: blobs.add(paper),
        lambda: blobs.read(stored),
        lambda: blobs.is_there(stored),
    ):
        with pytest.raises(Locked):
            act()


def test_a_file_of_one_group_is_not_read_in_another(groups, inside, blobs, paper, clock):
    stored = blobs.add(paper)
    with groups.create(replace(TEA, name="Other")) as other:
        theirs = in_group(other, clock).blobs
        theirs.add(paper)
        (other.files().folder.path / "blobs" / stored.blob).write_bytes(
            sealed(inside, stored).read_bytes()
        )
        with pytest.raises(wrong.FileDamaged):
            theirs.read(stored)


def test_what_cannot_be_added_is_told_apart_and_leaves_nothing(inside, blobs, tmp_path):
    empty, folder = tmp_path / "empty.txt", tmp_path / "folder"
    empty.touch()
    folder.mkdir()
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(100_000_001)
    for path, error in (
        (tmp_path / "gone.pdf", wrong.FileNotThere),
        (folder, wrong.NotAFile),
        (empty, wrong.EmptyFile),
        (large, wrong.FileTooLarge),
    ):
        with pytest.raises(error):
            blobs.add(path)
    assert lying(inside) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(blobs, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(wrong.NotAFile):
        blobs.add(tmp_path / "pipe")


def test_a_file_that_we_may_not_read_is_said_so(blobs, paper, monkeypatch):
    def refused(*_args, **_more):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # an administrator may read everything
    with pytest.raises(wrong.FileNotReadable):
        blobs.add(paper)


def test_a_stick_that_does_not_answer_is_said_so(inside, blobs, paper, monkeypatch):
    def refused(_file):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(blobs_module, "media_type_of", refused)
    with pytest.raises(wrong.FileNotReadable):
        blobs.add(paper)
    assert lying(inside) == []


def test_a_folder_that_cannot_be_flushed_keeps_nothing(inside, blobs, paper, monkeypatch):
    blobs.add(paper)
    before = lying(inside)

    def refused(_folder):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(blob_folder, "flush_folder", refused)
    with pytest.raises(FolderNotWritable):
        blobs.add(paper)
    assert lying(inside) == before


def test_a_file_that_is_written_to_meanwhile_is_not_kept(inside, blobs, paper):
    def same_size(*_):
        with paper.open("r+b") as file:
            file.write(b"%PDF-2.0")

    def longer(*_):
        with paper.open("ab") as file:
            file.write(b"more")

    def shorter(*_):
        os.truncate(paper, 10)

    for change in (same_size, longer, shorter):
        paper.write_bytes(PDF)
        with pytest.raises(wrong.FileChanged):
            blobs.add(paper, change)
    assert lying(inside) == []


def test_a_file_that_vanishes_meanwhile_is_said_so(inside, blobs, paper):
    with pytest.raises(wrong.FileNotThere):
        blobs.add(paper, lambda *_: paper.unlink(missing_ok=True))
    assert lying(inside) == []


def test_somebody_can_stop_it(inside, blobs, paper):
    stop = Event()
    with pytest.raises(Stopped):
        blobs.add(paper, lambda *_: stop.set(), stop)
    assert lying(inside) == []


def test_a_file_never_takes_the_last_room(inside, blobs, paper, monkeypatch):
    monkeypatch.setattr(
        blobs_module,
        "disk_usage",
        lambda _: Free(len(PDF) + (31 << 20)),
    )
    with pytest.raises(wrong.NoRoomForFile):
        blobs.add(paper)
    assert lying(inside) == []


class Free:
    """What a disk says of its room."""

    def __init__(self, free):
        self.free = free


def test_a_disk_that_fills_up_meanwhile_leaves_nothing(inside, blobs, paper, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        blobs.add(paper)
    assert lying(inside) == []


def test_a_group_whose_folder_was_moved_takes_no_file_into_the_void(inside, blobs, paper):
    folder = inside.group.files().folder.path
    folder.rename(folder.with_name("moved"))
    try:
        with pytest.raises(FileMovedAway):
            blobs.add(paper)
        assert not folder.exists()
    finally:
        folder.with_name("moved").rename(folder)


def test_a_file_that_is_gone_or_damaged_is_told_apart_and_never_shown(
    inside, blobs, paper, tmp_path
):
    stored = blobs.add(paper)
    whole = sealed(inside, stored).read_bytes()
    changed = bytearray(whole)
    changed[-40] ^= 1
    for content in (bytes(changed), whole[:-1], whole + b"x", b"", whole[:40]):
        sealed(inside, stored).write_bytes(content)
        with pytest.raises(wrong.FileDamaged):
            blobs.read(stored)
        with pytest.raises(wrong.FileDamaged):
            blobs.save_to(stored, tmp_path / "saved.pdf")
        assert blobs.is_there(stored)
    sealed(inside, stored).unlink()
    with pytest.raises(wrong.FileMissing):
        blobs.read(stored)
    assert not blobs.is_there(stored)
    assert {each.name for each in tmp_path.iterdir()} == {"groups", paper.name}


def test_what_a_record_says_of_a_file_leads_out_of_the_folder_never(inside, blobs, paper, tmp_path):
    stored = blobs.add(paper)
    outside = inside.group.files().folder.path / "slots.json"
    for blob in ("", "../slots.json", str(outside), "..", stored.blob.upper(), stored.blob + "\n"):
        with pytest.raises(wrong.FileMissing):
            blobs.read(replace(stored, blob=blob))
    for key in ("", "xyz", "00" * 31, "00" * 32):
        with pytest.raises(wrong.FileDamaged):
            blobs.read(replace(stored, key=key))
    for other in (replace(stored, size=1), replace(stored, sha256="00" * 32)):
        with pytest.raises(wrong.FileDamaged):
            blobs.read(other)
    with pytest.raises(wrong.FileMissing):
        blobs.read(StoredFile())


def test_it_is_saved_elsewhere_and_never_over_another_file_unasked(blobs, paper, tmp_path):
    stored = blobs.add(paper)
    place = tmp_path / "saved.pdf"
    assert blobs.save_to(stored, place).read_bytes() == PDF
    place.write_bytes(b"somebody's")
    with pytest.raises(wrong.NameTaken):
        blobs.save_to(stored, place)
    assert place.read_bytes() == b"somebody's"
    assert blobs.save_to(stored, place, replace=True).read_bytes() == PDF
    assert {each.name for each in tmp_path.iterdir()} == {"groups", paper.name, "saved.pdf"}


def test_it_is_saved_where_files_have_no_second_names(blobs, paper, tmp_path, monkeypatch):
    def refused(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    stored = blobs.add(paper)
    assert blobs.save_to(stored, tmp_path / "saved.pdf").read_bytes() == PDF


def test_where_it_cannot_be_saved_is_said_so(blobs, paper, tmp_path):
    stored = blobs.add(paper)
    with pytest.raises(wrong.FileNotSaved):
        blobs.save_to(stored, tmp_path / "no folder" / "saved.pdf")


def test_a_name_that_hides_something_is_kept_as_it_can_be_seen(blobs, tmp_path):
    path = tmp_path / "photo\u202egpj.exe"
    path.write_bytes(b"MZ" + bytes(100))
    stored = blobs.add(path)
    assert stored.name == "photogpj.exe"
    assert stored.media_type == "application/vnd.microsoft.portable-executable"


@pytest.mark.skipif(os.name == "nt", reason="there every name is text")
def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(blobs, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"tea")
    assert blobs.add(path).name == "caf\ufffd.txt"


def test_what_was_left_half_written_goes_but_not_while_somebody_adds(inside, blobs, paper):
    blobs.add(paper)
    folder = BlobFolder(inside.group.files().folder.path)
    left = folder.path / ".0123.part"
    left.write_bytes(b"half")
    seen = []

    def look(*_):
        try:
            folder.clear_away_parts()
        except GroupInUse as error:
            seen.append(type(error).__name__)

    blobs.add(paper, look)
    assert set(seen) == {"GroupInUse"}
    assert left.exists()
    folder.clear_away_parts()
    assert not left.exists()
    assert len(folder.blobs()) == 2
