"""Files that records point to, kept on this computer: each under its own digest, written once.

They are public, as the library is, and lie in the data folder as they came.
"""

import hashlib
import re
import stat
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from vcs_desktop.core.files import whole_file
from vcs_desktop.sync.tree import Files
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.manifest import Attachment

_AT_ONCE: Final = 1 << 16
_OURS: Final = re.compile(r"([0-9a-f]{64})|\.([0-9a-f]{64})\.part", re.ASCII)


class KeptFiles:
    """The folder in which they lie. No name in it comes from anywhere but a digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path_of(self, attachment: Attachment) -> Path:
        """Return where a file lies, or will."""
        return self._folder / attachment.sha256

    def has(self, attachment: Attachment) -> bool:
        """Say whether a file is here; whether its bytes are right still, ``is_right`` tells."""
        try:
            found = self.path_of(attachment).lstat()
        except OSError:
            return False
        return stat.S_ISREG(found.st_mode) and found.st_size == attachment.size

    def is_right(self, attachment: Attachment) -> bool:
        """Read a file to its end, and say whether it is what it was when it came.

        Raises:
            OSError: the disk failed.
        """
        if not self.has(attachment):
            return False
        with self.path_of(attachment).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == attachment.sha256

    def keep(self, files: Files, attachment: Attachment, read: Callable[[int], None]) -> None:
        """Fetch a file and keep it, whole or not at all; ``read`` is told of each piece's bytes.

        Raises:
            NotWhole: it is not what the manifest says.
            Offline: it cannot be fetched just now.
            OSError: it cannot be written.
        """
        sha256, count = hashlib.sha256(), 0
        with files.open(attachment) as source, whole_file(self.path_of(attachment)) as file:
            try:
                while piece := source.read(_AT_ONCE):
                    count += len(piece)
                    if count > attachment.size:
                        raise NotWhole(f"{attachment.path} is longer than the manifest says")
                    sha256.update(piece)
                    file.write(piece)
                    read(len(piece))
            except (ValueError, EOFError) as error:
                raise NotWhole(f"{attachment.path}: {error}") from error
            if count != attachment.size or sha256.hexdigest() != attachment.sha256:
                raise NotWhole(f"{attachment.path} has another digest")

    def drop(self, attachment: Attachment) -> None:
        """Delete a file that is not right, so that it can come anew."""
        with suppress(OSError):
            self.path_of(attachment).unlink()

    def drop_others(self, wanted: Callable[[], Collection[Attachment]]) -> None:
        """Delete what nobody wants any more, and what a crash left half written.

        ``wanted`` is asked after we looked: what came meanwhile, for another window, stays. What
        cannot be deleted stays for the next time, and what is not ours stays.
        """
        try:
            named = [(path, _OURS.fullmatch(path.name)) for path in self._folder.iterdir()]
        except OSError:
            return
        ours = [(path, name[1] or name[2]) for path, name in named if name]
        keep = {each.sha256 for each in wanted()} if ours else set()
        for path, sha256 in ours:
            if sha256 not in keep:
                with suppress(OSError):
                    path.unlink()
