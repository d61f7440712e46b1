"""Notes every file of a folder that this process opens, by whatever library it does so."""

import ctypes
import os
import struct
import sys
from pathlib import Path

_OPENED = 0x20
_NOT_WAITING = 0o4000
_EVENT = struct.Struct("iIII")

CAN_WATCH = sys.platform.startswith("linux")
"""Only Linux tells a program so without special rights."""


class WatchedFolder:
    """The operating system's own word on it: Python's probes do not see what C++ opens."""

    def __init__(self, folder: Path) -> None:
        system = ctypes.CDLL(None, use_errno=True)
        self._told = system.inotify_init1(_NOT_WAITING)
        if self._told < 0 or system.inotify_add_watch(self._told, os.fsencode(folder), _OPENED) < 0:
            raise OSError(ctypes.get_errno(), "the folder cannot be watched")

    def opened(self) -> list[str]:
        """Return the names of what was opened since the last call."""
        names, told = [], b""
        try:
            while more := os.read(self._told, 65_536):
                told += more
        except BlockingIOError:
            pass
        while told:
            *_, length = _EVENT.unpack_from(told)
            names.append(os.fsdecode(told[_EVENT.size : _EVENT.size + length].rstrip(b"\0")))
            told = told[_EVENT.size + length :]
        return names

    def close(self) -> None:
        """Stop watching."""
        os.close(self._told)
