"""A stick and a network drive are told from the computer's own disk."""

import ctypes
from pathlib import Path
from types import SimpleNamespace

import pytest

from vcs_desktop.core import disks
from vcs_desktop.core.disks import Disk, SystemDisks, on_linux, on_macos

MOUNTS = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:25 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
31 22 8:17 / /media/asha/My\\040stick rw,nosuid - vfat /dev/sdb1 rw
32 22 0:40 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
33 22 179:1 / /media/card rw - exfat /dev/mmcblk0p1 rw
34 22 0:50 / /tmp rw - tmpfs tmpfs rw
35 22 8:33 / /mnt/usb-disk rw - ext4 /dev/sdc1 rw
36 22 0:60 / /mnt/usb-disk/share rw - cifs //server/share rw
37 22 179:9 / /soldered rw - ext4 /dev/mmcblk1p1 rw
38 22 254:0 / /locked rw - ext4 /dev/mapper/locked rw
39 22 0:70 / /btrfs rw - btrfs /dev/sdb1 rw
nonsense
"""


@pytest.fixture
def system(tmp_path):
    """What Linux says of four devices."""
    made = tmp_path / "sys"
    (made / "dev" / "block").mkdir(parents=True)

    def device(number, way, part, *, removable, kind=""):
        whole = made / "devices" / way
        (whole / part).mkdir(parents=True)
        (whole / "removable").write_text(f"{removable}\n")
        (whole / part / "partition").write_text("1\n")
        if kind:
            (whole / "device").mkdir()
            (whole / "device" / "type").write_text(f"{kind}\n")
        (made / "dev" / "block" / number).symlink_to(whole / part)

    device("8:2", "pci0/ata1/block/sda", "sda2", removable=0)
    device("8:17", "pci0/usb1/1-1/block/sdb", "sdb1", removable=1)
    device("8:33", "pci0/usb2/2-1/block/sdc", "sdc1", removable=0)
    device("179:1", "pci0/mmc0/block/mmcblk0", "mmcblk0p1", removable=0, kind="SD")
    device("179:9", "pci0/mmc1/block/mmcblk1", "mmcblk1p1", removable=0, kind="MMC")
    locked = made / "devices" / "virtual" / "block" / "dm-0"
    (locked / "slaves").mkdir(parents=True)
    (locked / "slaves" / "sdb1").symlink_to(made / "devices/pci0/usb1/1-1/block/sdb/sdb1")
    (made / "dev" / "block" / "254:0").symlink_to(locked)
    (made / "class" / "block").mkdir(parents=True)
    (made / "class" / "block" / "sdb1").symlink_to(made / "dev" / "block" / "8:17")
    return made


@pytest.mark.parametrize(
    ("folder", "sort"),
    [
        ("/locked/data", Disk.REMOVABLE),
        ("/btrfs/data", Disk.REMOVABLE),
        ("/srv/groups", Disk.FIXED),
        ("/home/asha/.local", Disk.NETWORK),
        ("/media/asha/My stick/data", Disk.REMOVABLE),
        ("/media/asha/My other", Disk.FIXED),
        ("/run/user/1000/gvfs/smb", Disk.NETWORK),
        ("/media/card", Disk.REMOVABLE),
        ("/mnt/usb-disk/data", Disk.REMOVABLE),
        ("/mnt/usb-disk/share/data", Disk.NETWORK),
        ("/soldered", Disk.FIXED),
        ("/tmp/x", Disk.UNKNOWN),
    ],
)
def test_linux(system, folder, sort):
    assert on_linux(Path(folder), MOUNTS, system) is sort


def test_linux_without_a_word_about_it(system):
    assert on_linux(Path("/srv"), "", system) is Disk.UNKNOWN


@pytest.mark.parametrize(
    ("folder", "sort"),
    [
        ("/Users/asha", Disk.FIXED),
        ("/Volumes/STICK/data", Disk.REMOVABLE),
        ("/Volumes/share/data", Disk.NETWORK),
    ],
)
def test_macos(folder, sort):
    told = (
        "/dev/disk3s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)\n"
        "/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid)\n"
        "//asha@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by asha)\n"
    )
    assert on_macos(Path(folder), told) is sort
    assert on_macos(Path("Users"), told) is Disk.UNKNOWN


@pytest.mark.parametrize(
    ("answer", "sort"),
    [(2, Disk.REMOVABLE), (3, Disk.FIXED), (4, Disk.NETWORK), (0, Disk.UNKNOWN)],
)
def test_windows(monkeypatch, tmp_path, answer, sort):
    kernel = SimpleNamespace(GetDriveTypeW=lambda _root: answer)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert disks._on_windows(tmp_path) is sort


def test_windows_names_a_server():
    folder = SimpleNamespace(drive="\\\\server\\share")
    assert disks._on_windows(folder) is Disk.NETWORK


def test_this_computer_answers_for_a_folder_that_is_not_there_yet(tmp_path):
    answer = SystemDisks().sort_of(tmp_path / "not" / "yet")
    assert answer is SystemDisks().sort_of(tmp_path)
    assert isinstance(answer, Disk)


def test_a_system_that_does_not_answer_is_unknown(monkeypatch, tmp_path):
    monkeypatch.setattr(disks.platform, "system", lambda: "Plan 9")
    assert SystemDisks().sort_of(tmp_path) is Disk.UNKNOWN


def test_macos_that_does_not_answer_is_unknown(monkeypatch, tmp_path):
    monkeypatch.setattr(disks.platform, "system", lambda: "Darwin")
    assert SystemDisks().sort_of(tmp_path) is Disk.UNKNOWN  # no /sbin/mount speaks so here
