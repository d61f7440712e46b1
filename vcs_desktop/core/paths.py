"""Where this installation keeps its files."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from vcs_desktop.core.errors import FolderNotWritable

PORTABLE_MARK = "portable.txt"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One data folder: everything the app ever writes is under ``root``.

    ``portable`` says that somebody put ``portable.txt`` beside the program, so that
    both may be on a stick.
    """

    root: Path
    portable: bool = False

    @property
    def library_file(self) -> Path:
        """The public library; it can always be fetched again."""
        return self.root / "library.db"

    @property
    def settings_file(self) -> Path:
        """Text size, theme and the like."""
        return self.root / "settings.json"

    @property
    def choices_file(self) -> Path:
        """What the person at this computer kept, hid and put on the committee sheet."""
        return self.root / "choices.json"

    @property
    def learning_file(self) -> Path:
        """Which guides were done here, and where somebody left off."""
        return self.root / "learning.json"

    @property
    def publishing_file(self) -> Path:
        """What whoever publishes a library here put in the last time."""
        return self.root / "publishing.json"

    @property
    def pages_folder(self) -> Path:
        """Web pages and sheets made to be read outside the app; thrown away at each start."""
        return self.root / "pages"

    @property
    def groups_folder(self) -> Path:
        """The groups of this computer, a folder each; what is in them is encrypted."""
        return self.root / "groups"

    def has_groups(self) -> bool:
        """Say whether somebody has started a group here."""
        try:
            return any(
                each.is_dir() and not each.name.startswith(".")
                for each in self.groups_folder.iterdir()
            )
        except OSError:
            return False

    @property
    def log_folder(self) -> Path:
        """Log files: ids only, never the contents of a record."""
        return self.root / "logs"

    def throw_pages_away(self) -> None:
        """Delete the pages made to be read outside the app, as far as that can be done."""
        shutil.rmtree(self.pages_folder, ignore_errors=True)

    def make(self) -> None:
        """Create the folder, for this account alone where the system knows that.

        Raises:
            FolderNotWritable: it cannot be created or written to.
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.root / ".can-write"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise FolderNotWritable(f"{self.root}: {error.strerror}") from error


def program_folder() -> Path:
    """Return the folder that a person sees as the program.

    For a built app it is where its executable stands; from source it is the
    project's folder, whichever command started it.
    """
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[2]


def data_folder(chosen: Path | None, program: Path) -> DataFolder:
    """Return the data folder to use.

    ``chosen`` (``--data-dir``) wins. Else a ``portable.txt`` beside the program
    keeps everything in ``data`` beside it. Else it is the usual place for the
    operating system and this account.
    """
    if chosen is not None:
        return DataFolder(chosen.expanduser().resolve())
    if (program / PORTABLE_MARK).exists():
        return DataFolder(program / "data", portable=True)
    from platformdirs import user_data_path

    return DataFolder(user_data_path("VCS Desktop", appauthor=False))
