"""On what sort of disk a folder is: a group's records live on one that stays in the computer."""

import os
import platform
import re
from enum import Enum
from pathlib import Path
from typing import Final, Protocol


class Disk(Enum):
    """What sort of disk it is."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    UNKNOWN = "unknown"


class Disks(Protocol):
    """Says on what sort of disk a folder is, or would be."""

    def sort_of(self, folder: Path) -> Disk:
        """Return the sort of disk; what cannot be found out is unknown."""


class SystemDisks:
    """What the operating system says."""

    def sort_of(self, folder: Path) -> Disk:
        """Return the sort of disk; what cannot be found out is unknown."""
        there = _nearest(folder)
        try:
            return _ASKED[platform.system()](there)
        except (KeyError, OSError, ValueError):
            return Disk.UNKNOWN


NETWORK_SYSTEMS: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "afpfs", "ceph", "coda", "davfs"),
        *("gfs", "gfs2", "glusterfs", "lustre", "ncp", "ncpfs", "ocfs2", "webdav"),
        *("fuse.ceph", "fuse.curlftpfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"),
    }
)
_MOUNT_FIELDS, _MOUNT_FIELDS_AFTER = 6, 3
"""How many stand before and after the hyphen at least. Source: proc(5)."""
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_MOUNT: Final = re.compile(r"^.+? on (/.*) \(([^()]*)\)$", re.MULTILINE)
_DRIVE_SORTS: Final = {2: Disk.REMOVABLE, 3: Disk.FIXED, 4: Disk.NETWORK, 6: Disk.FIXED}
"""What GetDriveTypeW answers. Source: Microsoft, fileapi.h."""


def on_linux(folder: Path, mounts: str, system: Path) -> Disk:
    """Return the sort of disk that a folder is on.

    ``mounts`` is the text of ``/proc/self/mountinfo``, ``system`` the folder that
    the kernel's ``/sys`` is in.
    """
    found: tuple[int, str, list[str]] | None = None
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, told = before.split(" "), after.split(" ")
        if len(fields) < _MOUNT_FIELDS or len(told) < _MOUNT_FIELDS_AFTER:
            continue
        place = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        # Of two on the same place the later covers the earlier.
        if folder.is_relative_to(place) and (found is None or len(place.parts) >= found[0]):
            found = len(place.parts), fields[2], told
    if found is None:
        return Disk.UNKNOWN
    _, device, (kind, source, *_) = found
    if kind in NETWORK_SYSTEMS:
        return Disk.NETWORK
    entry = system / "dev" / "block" / device
    if not entry.exists() and source.startswith("/dev/"):
        # Some file systems have a number of their own, and name the device only.
        entry = system / "class" / "block" / Path(source).name
    return _device_on_linux(entry)


def _device_on_linux(entry: Path) -> Disk:
    """Return the sort of a device: a stick says that it is one, a disk on a cable hangs on USB."""
    if not entry.exists():
        return Disk.UNKNOWN  # in memory, or a layer upon other disks
    device = entry.resolve()
    if any(_device_on_linux(under) is Disk.REMOVABLE for under in device.glob("slaves/*")):
        return Disk.REMOVABLE  # encrypted, or part of several disks
    whole = device.parent if (device / "partition").exists() else device
    mark = whole / "removable"
    says_so = mark.is_file() and mark.read_text().strip() == "1"
    by_cable = any(re.fullmatch(r"usb\d+", part) for part in whole.parts)
    card = whole.name.startswith("mmcblk") and _is_card(whole)
    return Disk.REMOVABLE if says_so or by_cable or card else Disk.FIXED


def _is_card(device: Path) -> bool:
    """Say whether it is a card; small computers have the same sort of memory soldered in."""
    kind = device / "device" / "type"
    return kind.is_file() and kind.read_text().strip() == "SD"


def _nearest(folder: Path) -> Path:
    """Return the folder itself, or the nearest above it that there is."""
    whole = Path(os.path.realpath(folder))
    return next((each for each in (whole, *whole.parents) if each.exists()), whole)


def _on_windows(folder: Path) -> Disk:
    import ctypes

    if folder.drive.startswith("\\\\"):
        return Disk.NETWORK
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  typed for Windows only
    return _DRIVE_SORTS.get(kernel.GetDriveTypeW(f"{folder.anchor}"), Disk.UNKNOWN)


def on_macos(folder: Path, mounts: str) -> Disk:
    """Return the sort of disk that a folder is on, from what ``mount`` says.

    Disks other than the one the computer starts from stand under ``/Volumes``.
    """
    found: tuple[Path, list[str]] | None = None
    for place, told in _MOUNT.findall(mounts):
        here = Path(place)
        if folder.is_relative_to(here) and (
            found is None or len(here.parts) >= len(found[0].parts)
        ):
            found = here, told.split(", ")
    if found is None:
        return Disk.UNKNOWN
    place, told = found
    if told[0] in NETWORK_SYSTEMS or "local" not in told:
        return Disk.NETWORK
    return Disk.REMOVABLE if place.is_relative_to("/Volumes") else Disk.FIXED


def _ask_linux(folder: Path) -> Disk:
    mounts = Path("/proc/self/mountinfo").read_text("utf-8", errors="replace")
    return on_linux(folder, mounts, Path("/sys"))


def _ask_macos(folder: Path) -> Disk:
    from subprocess import SubprocessError, run

    try:
        told = run(["/sbin/mount"], capture_output=True, check=True, timeout=5, text=True)
    except SubprocessError:
        return Disk.UNKNOWN
    return on_macos(folder, told.stdout)


_ASKED: Final = {"Linux": _ask_linux, "Darwin": _ask_macos, "Windows": _on_windows}
