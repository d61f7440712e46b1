"""A folder in memory for what tests write, where there is one, also when a few are run by hand.

Every group and library is written down to the disk, again and again, so that nothing is lost
when the power goes. The tests do so ten thousand times, and waited for the disk in a third of
their time. In memory they write the same, by the same calls; how that stands a power cut is
shown by ``tests/crash``, which cuts by itself. ``tests/every_check.py`` names a folder of its own.
"""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM_BYTES = 3_000_000_000
"""Far more than a whole run has there at a time."""


def write_in_memory() -> None:
    """Let what is temporary be in memory, here and in every process that is begun.

    Nothing is changed where somebody says by ``TMPDIR`` where it should be, or memory is short.
    """
    if "TMPDIR" not in os.environ and min(_free_bytes(), _unused_bytes()) >= ROOM_BYTES:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def _free_bytes() -> int:
    """Return how much may be written into memory; 0 where it is no folder (not Linux).

    Nor may it be one from which no program is begun: some tests begin what they have written.
    """
    if not os.access(MEMORY, os.W_OK) or os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        return 0
    return shutil.disk_usage(MEMORY).free


def _unused_bytes() -> int:
    """Return how much memory no program uses. Source: proc_meminfo(5)."""
    told = Path("/proc/meminfo")
    lines = told.read_text("ascii").splitlines() if told.exists() else []
    found = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(found[0]) << 10 if found else 0
