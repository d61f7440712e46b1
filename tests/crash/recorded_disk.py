"""What a program did to its files, out of ``strace``, and what a power cut could leave of it.

A disk may keep or lose each sector of 512 bytes that was written and not flushed, in any
order. Of names that were made, moved or deleted in a folder it keeps those up to some
moment after the folder was flushed.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,unlink,mkdir"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+|0x[0-9a-f]+)(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


def is_there():
    """Say whether programs can be watched here."""
    return shutil.which("strace") is not None


def watched(order, log, cwd):
    """Run a program and write down what it does to files."""
    watch = ["strace", "-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run([*watch, *order], cwd=cwd, check=True)


@dataclass
class File:
    """One file: what is surely on the disk, and what was done to it since it was flushed."""

    durable: bytes = b""
    pending: list = field(default_factory=list)

    def flush(self):
        self.durable = self.left(lambda: True)
        self.pending = []

    def left(self, keeps):
        """Return what a power cut leaves; ``keeps`` says of each sector whether it is kept."""
        content = bytearray(self.durable)
        for offset, data in self.pending:
            if data is None:
                if keeps():
                    content[offset:] = b""
                    content.extend(bytes(offset - len(content)))
                continue
            for start in range(offset - offset % SECTOR, offset + len(data), SECTOR):
                first, last = max(start, offset), min(start + SECTOR, offset + len(data))
                if keeps():
                    content.extend(bytes(max(0, last - len(content))))
                    content[first:last] = data[first - offset : last - offset]
        return bytes(content)


class Disk:
    """The files under one folder, as they are done to, call by call.

    ``said`` is what the program wrote to the file ``said``: what it shows as saved.
    """

    def __init__(self, root, start):
        self.root = root
        self.names = {
            file.relative_to(start).as_posix(): File(file.read_bytes())
            for file in start.rglob("*")
            if file.is_file()
        }
        self.durable_names = dict(self.names)
        self.pending_names = []
        self.places = {}
        self.said = b""

    def do(self, line):
        """Do what one line of the log says."""
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            return
        call, given, result = found[1], found[2], int(found[3], 0)
        getattr(self, f"_{call}")(given, result, found[4])

    def flushed_names(self, folder):
        """Return what a folder holds for sure after it was flushed."""
        left = []
        for each in self.pending_names:
            if each[0] == folder:
                _rename(self.durable_names, *each[1:])
            else:
                left.append(each)
        self.pending_names = left

    def left(self, chance):
        """Return the files that a power cut leaves, by their names."""
        kept = chance.choice([0.1, 0.5, 0.9])
        names = dict(self.durable_names)
        folders = {each[0] for each in self.pending_names}
        for folder in sorted(folders):
            mine = [each[1:] for each in self.pending_names if each[0] == folder]
            for each in mine[: chance.randint(0, len(mine))]:
                _rename(names, *each)
        return {
            name: file.left(lambda: chance.random() < kept)
            for name, file in names.items()
            if not name.endswith("-shm")
        }

    def _change_names(self, old, new, file):
        folder = (new or old).rpartition("/")[0] if old is None else old.rpartition("/")[0]
        self.pending_names.append((folder, old, new, file))
        _rename(self.names, old, new, file)

    def _openat(self, given, number, rest):
        opened = _OPEN_FILE.search(f"{number}{rest}")
        name = self._under(opened[2]) if opened else None
        self.places[number] = 0
        if name is None or "O_DIRECTORY" in given:
            return
        if "O_CREAT" in given and name not in self.names:
            self._change_names(None, name, File())
        if "O_TRUNC" in given and name in self.names:
            self.names[name].pending.append((0, None))

    def _write(self, given, size, _rest):
        number, name = self._of(given)
        if name == "said":
            self.said += _bytes(_TEXT.search(given)[1])
        elif name in self.names:
            place = self.places.get(number, 0)
            self.names[name].pending.append((place, _bytes(_TEXT.search(given)[1])[:size]))
        self.places[number] = self.places.get(number, 0) + size

    def _pwrite64(self, given, size, _rest):
        _, name = self._of(given)
        if name in self.names:
            offset = int(given.rpartition(", ")[2])
            self.names[name].pending.append((offset, _bytes(_TEXT.search(given)[1])[:size]))

    def _lseek(self, given, place, _rest):
        self.places[self._of(given)[0]] = place

    def _ftruncate(self, given, _result, _rest):
        _, name = self._of(given)
        if name in self.names:
            self.names[name].pending.append((int(given.rpartition(", ")[2]), None))

    def _fsync(self, given, _result, _rest):
        _, name = self._of(given)
        if name in self.names:
            self.names[name].flush()
        elif name is not None:
            self.flushed_names(name)

    _fdatasync = _fsync

    def _rename(self, given, _result, _rest):
        old, new = (self._under(each) for each in _TEXT.findall(given))
        if old in self.names:
            self._change_names(old, new, self.names[old])

    def _unlink(self, given, _result, _rest):
        name = self._under(_TEXT.search(given)[1])
        if name in self.names:
            self._change_names(name, None, None)

    def _mkdir(self, given, _result, _rest):
        """Nothing: a folder is there when a file in it is."""

    def _of(self, given):
        found = _OPEN_FILE.match(given)
        return (int(found[1]), self._under(found[2])) if found else (-1, None)

    def _under(self, coded):
        """Return a path under the root, None for any other."""
        path = Path(_bytes(coded).decode())
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else None


def _rename(names, old, new, file):
    if old is not None:
        names.pop(old, None)
    if new is not None:
        names[new] = file


def _bytes(coded):
    return bytes.fromhex(coded.replace("\\x", ""))
