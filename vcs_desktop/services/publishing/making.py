"""Keys that are made for the first time: one that says who may publish, and one that publishes."""

from dataclasses import dataclass, field
from pathlib import Path

from vcs_desktop.publishing.keys import Holder, new_keys, read_roots
from vcs_desktop.vault.key_file import whole_holder


@dataclass(frozen=True, slots=True)
class KeysWanted:
    """What is asked before keys are made.

    ``line`` is a short name for all time, ``name`` what people call who publishes.
    ``holder`` gets the publisher's key and ``root_holder`` the root key, each with words of
    their own.
    """

    line: str
    name: str
    holder: str
    root_holder: str
    words: str = field(repr=False)
    root_words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeysMade:
    """Where the two key files are, whose they are, and the digits that groups compare."""

    name: str
    holder: str
    publisher_file: Path
    root_file: Path
    digits: str


def make_keys(folder: Path, wanted: KeysWanted, issued: str) -> KeysMade:
    """Make both keys in an empty folder; ``issued`` is the moment.

    Raises:
        KeyFileIsThere: there are keys in the folder.
        FolderInUse: there are other files in it.
        WeakPassphrase: some words are too easy to guess.
        CannotUseInput: a name cannot be used, both have the same words, or one person gets both.
        FolderNotWritable: they cannot be written; or DiskFull.
    """
    root_file, file = new_keys(
        folder,
        wanted.line,
        wanted.name,
        Holder(wanted.root_holder, wanted.root_words),
        Holder(wanted.holder, wanted.words),
        issued,
    )
    roots = read_roots(folder)
    (publisher,) = roots.newest.publishers
    return KeysMade(roots.newest.name, publisher.name, file, root_file, roots.digits)


def must_be_name(name: str) -> None:
    """Do nothing if a key file can name this as who publishes, or as who holds it.

    Raises:
        CannotUseInput: it cannot.
    """
    whole_holder(name)
