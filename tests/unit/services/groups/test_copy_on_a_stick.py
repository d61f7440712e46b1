"""A copy of a group in one file: read back, stopped, pulled out, and read as a stranger's."""

import errno
import hashlib
import json
import os
import random
import shutil
import struct
import tracemalloc
import zipfile
from pathlib import Path
from threading import Event

import pytest

from tests.support.vault_examples import ASHA, BEN, GROUP
from vcs_desktop.core.backup_errors import (
    CopyNotFinished,
    CopyNotRead,
    CopyNotWhole,
    NoRoomForCopy,
    NotACopy,
    TooLargeForDisk,
)
from vcs_desktop.core.errors import AppError, DiskFull, Stopped
from vcs_desktop.core.group_errors import NewerGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import copy_file
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "tea.vcsgroup"


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        inside.people.add(Person(name="Carol"))
        yield inside


@pytest.fixture
def copy(inside, stick):
    return inside.backups.copy_to(stick)


def test_a_copy_says_what_it_is_and_gives_nothing_away(groups, tea, inside, copy, clock):
    told = groups.restoring.preview(copy)
    assert (told.group, told.name, told.made_on) == (tea, "Tea & Talk", clock.today())
    assert [each.label for each in told.openers] == ["Asha"]
    assert (told.has_code, told.is_here) == (False, True)
    assert b"Carol" not in copy.read_bytes()
    held = groups.restoring.look_inside(copy, by_words(ASHA))
    assert (held.name, held.people, held.records) == ("Tea & Talk", 1, 2)
    assert held.newest_at == clock.now()
    assert inside.backups.last_copy_on == clock.today()
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    assert not list(groups._folder.glob(".new-*"))


def test_the_name_of_a_copy_says_no_more_than_the_list_of_groups(inside, tea):
    assert inside.backups.suggested_name() == f"2026-11-23 group {tea[:8]}.vcsgroup"


def sealed(folder, content):
    """Put a sealed file there, as it is named, and return its name."""
    folder.mkdir(exist_ok=True)
    name = hashlib.sha256(content).hexdigest()
    (folder / name).write_bytes(content)
    return name


def test_files_that_belong_to_records_travel_too(inside, groups, stick, tea, tmp_path):
    blobs = groups._folder / tea / "blobs"
    sealed(blobs, b"sealed")
    (blobs / "something else").write_bytes(b"x")
    copy = inside.backups.copy_to(stick)
    inside.group.close()
    shutil.rmtree(groups._folder / tea)
    groups.restoring.restore(copy, by_words(ASHA))
    assert [each.read_bytes() for each in blobs.iterdir()] == [b"sealed"]


def test_files_that_are_there_already_do_not_hinder_a_copy_that_has_them_too(
    inside, groups, stick, tea
):
    blobs = groups._folder / tea / "blobs"
    same, spoilt = sealed(blobs, b"sealed"), sealed(blobs, b"whole")
    copy = inside.backups.copy_to(stick)
    inside.group.close()
    (blobs / spoilt).write_bytes(b"spoilt")
    groups.restoring.restore(copy, by_words(ASHA), replace=True)
    held = {each.name: each.read_bytes() for each in blobs.iterdir()}
    assert held == {same: b"sealed", spoilt: b"whole", f"{spoilt}-aside": b"spoilt"}


def test_a_file_that_was_damaged_when_it_was_copied_takes_no_whole_one_s_place(
    inside, groups, stick, tea
):
    blobs = groups._folder / tea / "blobs"
    name, gone = sealed(blobs, b"whole"), sealed(blobs, b"gone")
    for each in (name, gone):
        (blobs / each).write_bytes(b"spoilt")
    copy = inside.backups.copy_to(stick)
    inside.group.close()
    (blobs / name).write_bytes(b"whole")
    (blobs / gone).unlink()
    groups.restoring.restore(copy, by_words(ASHA), replace=True)
    assert {each.name: each.read_bytes() for each in blobs.iterdir()} == {name: b"whole"}


def test_progress_is_told_to_the_end(inside, stick):
    told = []
    inside.backups.copy_to(stick, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_a_copy_that_is_stopped_leaves_nothing_and_the_older_one_stays(inside, stick):
    inside.backups.copy_to(stick)
    before = stick.read_bytes()
    stop = Event()
    with pytest.raises(Stopped):
        inside.backups.copy_to(stick, lambda *_: stop.set(), stop)
    assert stick.read_bytes() == before
    assert [each.name for each in stick.parent.iterdir()] == [stick.name]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, NoRoomForCopy),
        (errno.EFBIG, TooLargeForDisk),
        (errno.EIO, CopyNotFinished),
        (errno.ENODEV, CopyNotFinished),
    ],
)
def test_why_a_copy_was_not_written_is_said(inside, stick, monkeypatch, number, said):
    def fail(_):
        raise OSError(number, "no")

    monkeypatch.setattr(copy_file, "_forget_in_memory", fail)
    with pytest.raises(said):
        inside.backups.copy_to(stick)
    assert list(stick.parent.iterdir()) == []
    assert inside.backups.last_copy_on is None


def test_a_stick_that_is_not_there_is_said(inside, tmp_path):
    with pytest.raises(CopyNotFinished):
        inside.backups.copy_to(tmp_path / "pulled out" / "tea.vcsgroup")


def test_a_copy_that_is_not_read_back_as_it_was_written_is_not_kept(inside, stick, monkeypatch):
    def worn_out(file):
        with Path(file.name).open("r+b") as same:
            same.seek(5_000)
            byte = same.read(1)
            same.seek(5_000)
            same.write(bytes([byte[0] ^ 1]))

    monkeypatch.setattr(copy_file, "_forget_in_memory", worn_out)
    with pytest.raises(CopyNotWhole):
        inside.backups.copy_to(stick)
    assert list(stick.parent.iterdir()) == []


def test_every_flipped_bit_of_a_copy_is_found_or_harmless(groups, copy, tea):
    whole, chance = copy.read_bytes(), random.Random(7)
    entries = {each.filename: each for each in zipfile.ZipFile(copy).infolist()}
    for _ in range(150):
        damaged = bytearray(whole)
        # Mostly where it is not the records: those are long, and looked at elsewhere.
        place = chance.choice([chance.randrange(len(whole)),
                               chance.randrange(entries["about.json"].header_offset, len(whole)),
                               chance.randrange(3_000)])  # fmt: skip
        damaged[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(damaged)
        try:
            held = groups.restoring.look_inside(copy, by_words(ASHA))
        except AppError:
            continue
        assert (held.name, held.people, held.records) == ("Tea & Talk", 1, 2)


def test_a_copy_that_is_cut_off_anywhere_is_no_copy(groups, copy):
    whole = copy.read_bytes()
    for size in [0, 1, 21, 22, 1000, len(whole) // 2, len(whole) - 1]:
        copy.write_bytes(whole[:size])
        with pytest.raises(NotACopy):
            groups.restoring.preview(copy)


def put_together(path, entries, how=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in entries:
            archive.writestr(name, content)


def taken_apart(path):
    with zipfile.ZipFile(path) as archive:
        return [(each.filename, archive.read(each)) for each in archive.infolist()]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_copy_that_a_stranger_made_is_refused(groups, copy, tea):
    good = dict(taken_apart(copy))
    about = json.loads(good["about.json"])

    def told(**more):
        return {**good, "about.json": json.dumps({**about, **more})}

    huge = {**about["files"], "records.db": {"bytes": 10**15, "sha256": "0" * 64}}
    negative = {**about["files"], "records.db": {"bytes": -1, "sha256": "0" * 64}}
    for entries in (
        [*good.items(), ("slots.json", good["slots.json"])],
        [*good.items(), ("../../evil", b"x")],
        [*good.items(), ("/etc/evil", b"x")],
        [*good.items(), ("blobs/../evil", b"x")],
        [*good.items(), ("records.db\0", b"x")],
        [*good.items(), ("blobs/" + "0" * 64, b"x")],  # not in the list
        [(name, content) for name, content in good.items() if name != "records.db"],
        [(name, content) for name, content in good.items() if name != "about.json"],
        told(files=huge).items(),
        told(files=negative).items(),
        told(files=[1]).items(),
        told(files={**about["files"], "records.db": {}}).items(),
        told(files={**about["files"], "records.db": None}).items(),
        told(format="a diary").items(),
        told(version=0).items(),
        told(version=True).items(),
        told(made_on="yesterday").items(),
        told(made_on=7).items(),
        told(group=GROUP).items(),
        {**good, "about.json": b"[]"}.items(),
        {**good, "about.json": b"\xff\xfe"}.items(),
        {**good, "about.json": b"[" * 100_000}.items(),
        {**good, "about.json": b"1" * (2 << 20)}.items(),
        {**good, "slots.json": b"{}"}.items(),
    ):
        put_together(copy, entries)
        with pytest.raises(NotACopy):
            groups.restoring.preview(copy)
    put_together(copy, good.items(), zipfile.ZIP_DEFLATED)
    with pytest.raises(NotACopy):
        groups.restoring.preview(copy)
    put_together(copy, told(version=2).items())
    with pytest.raises(NewerGroup):
        groups.restoring.preview(copy)


@pytest.mark.logs("NOTADB")
def test_other_records_under_the_same_ways_in_do_not_open(groups, copy, clock):
    import hashlib

    good = dict(taken_apart(copy))
    about = json.loads(good["about.json"])
    for records in (b"", b"x" * 8192, b"SQLite format 3\0" + bytes(8176)):
        about["files"]["records.db"] = {
            "bytes": len(records), "sha256": hashlib.sha256(records).hexdigest(),
        }  # fmt: skip
        put_together(copy, {**good, "records.db": records, "about.json": json.dumps(about)}.items())
        with pytest.raises(AppError):
            groups.restoring.look_inside(copy, by_words(ASHA))


def test_a_copy_needs_room_before_it_is_taken_apart(groups, copy, monkeypatch):
    class Usage:
        free = 20 << 20

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(DiskFull):
        groups.restoring.look_inside(copy, by_words(ASHA))


def test_a_file_that_is_gone_or_a_pipe_is_said(groups, tmp_path):
    with pytest.raises(CopyNotRead):
        groups.restoring.preview(tmp_path / "gone.vcsgroup")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.vcsgroup")
        with pytest.raises(NotACopy):
            groups.restoring.preview(tmp_path / "pipe.vcsgroup")


def test_the_words_of_the_day_open_a_copy_whatever_came_later(inside, groups, copy):
    inside.group.change_words(inside.group.opener_id, BEN)
    assert groups.restoring.look_inside(copy, by_words(ASHA)).people == 1


def test_a_large_copy_whose_end_stands_in_two_places_is_read(groups, inside, stick, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(zipfile, "ZIP64_LIMIT", 1_000)
        copy = inside.backups.copy_to(stick)
    assert b"PK\x06\x06" in copy.read_bytes()[-98:]
    assert groups.restoring.look_inside(copy, by_words(ASHA)).people == 1


@pytest.mark.parametrize("lies_about_its_place", [False, True])
def test_a_long_list_of_contents_that_the_end_lies_about_is_not_read(
    groups, tmp_path, lies_about_its_place
):
    """The end says 1,000 bytes; the second end, which a reader believes, says 90 MB."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, *[0] * 8, 1, *[0] * 6) + b"a"
    count = 90_000_000 // len(entry)
    size = len(entry) * count
    bomb = tmp_path / "bomb.vcsgroup"
    with bomb.open("wb") as file:
        for _ in range(10):
            file.write(entry * (count // 10))
        size = file.tell()
        number = size // len(entry)
        file.write(struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, size, 0))
        if lies_about_its_place:
            file.write(bytes(8))
        file.write(struct.pack("<4sLQL", b"PK\6\7", 0, size, 1))
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 1000, 0, 0))
    tracemalloc.start()
    with pytest.raises(NotACopy):
        groups.restoring.preview(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000
