"""A pack is read only as it was written: nothing hides in it, nothing of it is without end."""

import io
import os
import struct
import zipfile
import zlib

import pytest

from tests.support.library_examples import call
from tests.support.signed_trees import Office, pack
from vcs_desktop.sync import pack_entries
from vcs_desktop.sync.arriving import check, records
from vcs_desktop.sync.folder_tree import FolderTree
from vcs_desktop.sync.pack_tree import PackTree
from vcs_desktop.sync.tree import NoLibraryThere, NotAllOfIt
from vcs_desktop.sync.trust import NotWhole

MANY = tuple(call(f"grant {number:02}") for number in range(30))
SNAPSHOT = "snapshots/1.ndjson.gz"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(*MANY, attachments=(b"%PDF-1.7",))
    return made


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "news.vcslibrary"


def written(stick, *entries, comment=b""):
    """Write a zip of (name, content) or ready ZipInfo entries."""
    with zipfile.ZipFile(stick, "w") as zipped:
        for name, content in entries:
            zipped.writestr(name, content)
        zipped.comment = comment
    return stick


def read(tree, office):
    snapshot = office.manifest.snapshot
    check(tree, snapshot, lambda _: None)
    return [record for record, _, _ in records(tree, snapshot, office.manifest.digest)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_a_folder_holds_a_pack_holds(office, stick, method):
    tree, folder = PackTree(pack(office.folder, stick, method=method)), FolderTree(office.folder)
    assert tree.root() == folder.root()
    assert tree.manifest() == folder.manifest()
    assert read(tree, office) == read(folder, office) == sorted(MANY, key=lambda one: one.id)


def test_a_pack_that_was_not_copied_whole_says_so(office, stick):
    whole = pack(office.folder, stick).read_bytes()
    for size in (len(whole) - 1, len(whole) // 2, 40):
        stick.write_bytes(whole[:size])
        with pytest.raises(NotAllOfIt):
            PackTree(stick)
    stick.write_bytes(b"Dear Sir" * 100)
    with pytest.raises(NoLibraryThere) as refused:
        PackTree(stick)
    assert not isinstance(refused.value, NotAllOfIt)


def test_a_pack_of_more_than_four_gigabytes_would_be_read(office, stick):
    with zipfile.ZipFile(stick, "w") as zipped:
        for name in ("library.json", "root.json", SNAPSHOT):
            with zipped.open(zipfile.ZipInfo(name), "w", force_zip64=True) as out:
                out.write((office.folder / name).read_bytes())
    assert read(PackTree(stick), office)


def test_the_end_of_a_large_pack_is_understood(office, stick):
    content = pack(office.folder, stick).read_bytes()
    end = struct.unpack("<4sHHHHLLH", content[-22:])
    count, size, offset = end[4:7]
    at = len(content) - 22
    large = struct.pack("<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    full = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    stick.write_bytes(content[:at] + large + locator + full)
    assert read(PackTree(stick), office)
    stick.write_bytes(content[:at] + large + b"xx" + locator + full)
    with pytest.raises(NoLibraryThere):
        PackTree(stick)


@pytest.mark.parametrize(
    "name",
    [
        "../library.json", "/etc/passwd", "C:\\x", "snapshots\\1.ndjson.gz", "snapshots/",
        "snapshots/01.ndjson.gz", "snapshots/1.ndjson.gz ", "Library.json", "library.json\n",
        "con", "nul.txt", "attachments/con", "attachments/" + "A" * 64, "aux/1.ndjson.gz",
        "snapshots/\uff11.ndjson.gz", "l\u0131brary.json", "readme.txt", "x" * 60_000, ".",
        "snapshots/1.ndjson.gz/../../x", "deltas/1234567890.ndjson.gz",
    ],
)  # fmt: skip
def test_any_other_name_is_refused(stick, name):
    with pytest.raises(NoLibraryThere):
        PackTree(written(stick, ("library.json", b"{}"), (name, b"x")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(stick):
    with pytest.raises(NoLibraryThere):
        PackTree(written(stick, ("library.json", b"a"), ("library.json", b"b")))


def test_a_link_or_a_pipe_is_refused(stick):
    for mode in (0o120777, 0o010644, 0o020644, 0o040755):
        link = zipfile.ZipInfo("library.json")
        link.create_system, link.external_attr = 3, mode << 16
        with pytest.raises(NoLibraryThere):
            PackTree(written(stick, (link, b"/etc/passwd")))


def test_what_stands_before_behind_or_between_is_refused(office, stick):
    content = pack(office.folder, stick).read_bytes()
    for changed in (b"#!" + content, content + b"\n", content[:-22] + b"xx" + content[-22:]):
        stick.write_bytes(changed)
        with pytest.raises(NoLibraryThere):
            PackTree(stick)
    with pytest.raises(NoLibraryThere):
        PackTree(written(stick, ("library.json", b"{}"), comment=b"hello"))


def test_entries_that_lie_over_one_another_are_refused(office, stick):
    content = bytearray(pack(office.folder, stick).read_bytes())
    starts = [at for at in range(len(content)) if content[at : at + 4] == b"PK\1\2"]
    struct.pack_into("<L", content, starts[1] + 42, 0)
    stick.write_bytes(content)
    with pytest.raises(NoLibraryThere):
        PackTree(stick)


@pytest.mark.parametrize(
    ("at", "changed"),
    [(6, b"\1\0"), (6, b"\x08\0"), (6, b"\x40\0"), (8, b"\x0c\0"), (8, b"\x63\0"), (18, b"\1\0"),
     (22, b"\1\0"), (26, b"\1\0"), (28, b"\1\0"), (30, b"X")],
)  # fmt: skip
@pytest.mark.parametrize("both", [False, True])
def test_an_entry_that_is_encrypted_strange_or_said_in_two_ways_is_refused(
    office, stick, at, changed, both
):
    content = bytearray(pack(office.folder, stick).read_bytes())
    content[at : at + len(changed)] = changed
    if both:
        central = content.index(b"PK\1\2")
        there = central + at + 2 if at < 26 else central + at + 2 if at < 30 else central + 46
        content[there : there + len(changed)] = changed
    stick.write_bytes(content)
    with pytest.raises((NoLibraryThere, NotWhole)):
        read(PackTree(stick), office)


def test_a_million_entries_are_not_listed(stick):
    name = b"library.json"
    one = struct.pack("<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0,
                      0, 0) + name  # fmt: skip
    listed = one * 60_000
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 60_000, 60_000, len(listed), 0, 0)
    stick.write_bytes(listed + end)
    with pytest.raises(NoLibraryThere):
        PackTree(stick)
    assert pack_entries.MOST_ENTRIES == 5_000


@pytest.mark.parametrize("size", [0, 1, 21, 22, 100])
def test_what_is_too_short_is_refused(stick, size):
    stick.write_bytes(bytes(size))
    with pytest.raises(NoLibraryThere):
        PackTree(stick)


def test_an_entry_that_unpacks_to_more_or_less_than_it_says_is_refused(office, stick):
    whole = (office.folder / SNAPSHOT).read_bytes()
    for content in (whole + bytes(50_000_000), whole[:-1], b""):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        stick.write_bytes(_of_one(SNAPSHOT.encode(), packed, len(whole)))
        tree = PackTree(stick)
        with pytest.raises(NotWhole):
            check(tree, office.manifest.snapshot, lambda _: None)


def _of_one(name, packed, size):
    head = (20, 0, 8, 0, 0, 0, len(packed), size, len(name), 0)
    local = struct.pack("<4sHHHHHLLLHH", b"PK\3\4", *head) + name + packed
    central = struct.pack("<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 20, *head, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def test_a_manifest_without_end_is_not_read(stick):
    tree = PackTree(written(stick, ("library.json", bytes(2 << 20)), ("root.json", bytes(1 << 20))))
    for ask in (tree.manifest, tree.root):
        with pytest.raises(NoLibraryThere):
            ask()


def test_a_pack_is_never_in_memory_whole(office, stick, monkeypatch):
    most = []
    real = io.BufferedReader.read

    class Counting(io.BufferedReader):
        def read(self, size=-1):
            most.append(size)
            return real(self, size)

    monkeypatch.setattr(io, "BufferedReader", Counting)
    assert read(PackTree(pack(office.folder, stick)), office)
    assert most
    assert 0 < max(most) <= 1 << 20
    assert -1 not in most


def test_a_stick_that_is_changed_between_the_check_and_the_reading_is_seen(office):
    path = office.folder / SNAPSHOT
    tree, snapshot = FolderTree(office.folder), office.manifest.snapshot
    check(tree, snapshot, lambda _: None)
    content = bytearray(path.read_bytes())
    content[4:8] = b"1234"  # when it was packed: no word of it is another
    path.write_bytes(content)
    with pytest.raises(NotWhole, match="while it was read"):
        list(records(tree, snapshot, office.manifest.digest))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are made otherwise there")
class TestFolders:
    """In a folder nothing is followed that leads elsewhere, and nothing is waited for."""

    def test_links_are_not_followed(self, office, tmp_path):
        outside = tmp_path / "outside"
        (office.folder / "snapshots").rename(outside)
        (office.folder / "snapshots").symlink_to(outside)
        with pytest.raises(NotWhole):
            FolderTree(office.folder).open(office.manifest.snapshot)
        (office.folder / "snapshots").unlink()
        (office.folder / "snapshots").mkdir()
        (office.folder / SNAPSHOT).symlink_to(outside / "1.ndjson.gz")
        with pytest.raises(NotWhole):
            FolderTree(office.folder).open(office.manifest.snapshot)

    def test_a_pipe_is_not_waited_for(self, office):
        for name in (SNAPSHOT, "library.json"):
            (office.folder / name).unlink()
            os.mkfifo(office.folder / name)
        with pytest.raises(NotWhole):
            FolderTree(office.folder).open(office.manifest.snapshot)
        with pytest.raises(NoLibraryThere):
            FolderTree(office.folder).manifest()

    def test_a_folder_in_a_files_place_and_a_manifest_without_end_are_refused(self, office):
        (office.folder / SNAPSHOT).unlink()
        (office.folder / SNAPSHOT).mkdir()
        with pytest.raises(NotWhole):
            FolderTree(office.folder).open(office.manifest.snapshot)
        (office.folder / "library.json").write_bytes(bytes(2 << 20))
        with pytest.raises(NoLibraryThere):
            FolderTree(office.folder).manifest()
