"""The folder of somebody who publishes: key files, and the chain that says who may publish.

Every change of who may publish is one new file at most, then ``root.json``: a crash
leaves the folder as it was, or with a key file that does not count yet.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder, surely, write_whole
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import DamagedRoots, FolderInUse, KeyFileIsThere, NoUsableKey
from vcs_desktop.domain.publisher_keys import must_be_two_people
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.vault.key_file import (
    ENDING,
    KeyFile,
    KeyKind,
    read_key_file,
    whole_holder,
    write_key_file,
)
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, Effort
from vcs_desktop.wire.fields import LINE
from vcs_desktop.wire.roots import LARGEST_CHAIN, MOST_PUBLISHERS, ROOT_NAME, Publisher, Root

_MOST_FILES = 200
_OF_THE_SYSTEM = {"desktop.ini", "Thumbs.db"}


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who gets a key: what they are called, and the words that seal it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A key that was opened. ``seed`` signs; keep it no longer than that takes."""

    key: str
    name: str
    seed: bytes


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change made: the new key file (None where there is none), and the chain."""

    file: Path | None
    roots: Roots


def read_roots(folder: Path) -> Roots:
    """Return the chain that lies in a folder.

    Raises:
        DamagedRoots: there is none that is right.
    """
    try:
        with (folder / ROOT_NAME).open("rb") as file:
            return Roots.read(file.read(LARGEST_CHAIN + 1))
    except OSError as error:
        raise DamagedRoots(type(error).__name__) from error


def new_keys(
    folder: Path,
    line: str,
    name: str,
    root: Holder,
    publisher: Holder,
    issued: str,
    effort: Effort = FOR_PASSPHRASES,
) -> tuple[Path, Path]:
    """Make a root key and the first publisher's key, and return their files.

    ``line`` is the short name of the line of libraries, ``name`` what people call who
    publishes it.

    Raises:
        KeyFileIsThere: there are keys in the folder.
        FolderInUse: there are other files in it.
        WeakPassphrase: some words are too easy to guess.
        CannotUseInput: a name cannot be used, both have the same words, or one person gets both.
    """
    must_be_line(line)
    must_be_two_people(publisher.name, root.name)
    name = whole_holder(name)
    must_be_empty(folder)
    if root.words == publisher.words:
        raise CannotUseInput(
            message=tr("Both keys would have the same secret words."),
            advice=tr("Use other words for each. Whoever publishes must not need the root key."),
        )
    chief = KeyFile.make(KeyKind.ROOT, line, whole_holder(root.name), root.words, effort)
    first = KeyFile.make(
        KeyKind.PUBLISHER, line, whole_holder(publisher.name), publisher.words, effort
    )
    said = Root(line, name, 1, issued, chief.key, (Publisher(first.key, first.holder),))
    roots = Roots.begin(chief.seed(root.words), said)
    files = write_key_file(folder, chief), write_key_file(folder, first)
    write_roots(folder, roots)
    return files


def must_be_empty(folder: Path) -> None:
    """Do nothing if keys can be made in a folder: nothing is in it, or it is not there yet.

    Raises:
        KeyFileIsThere: there are keys in it.
        FolderInUse: there are other files in it.
    """
    try:
        if (folder / ROOT_NAME).exists() or _key_paths(folder):
            raise KeyFileIsThere(folder.name)
        names = [path.name for path in folder.iterdir()]
    except OSError:  # it is not there yet, or whoever writes to it will say what is wrong
        return
    # What the system itself puts in a folder that a person sees empty is no file of theirs.
    if any(name not in _OF_THE_SYSTEM and not name.startswith(".") for name in names):
        raise FolderInUse(folder.name)


def must_publish_nothing(root_holder: str, root: Root) -> None:
    """Do nothing if somebody who is to keep the root key holds no publisher's key.

    Raises:
        CannotUseInput: they hold one.
    """
    for each in root.publishers:
        must_be_two_people(each.name, root_holder)


def must_be_line(line: str) -> None:
    """Do nothing if a line of libraries can have this short name.

    Raises:
        CannotUseInput: it cannot.
    """
    if LINE.fullmatch(line) is None:
        raise CannotUseInput(
            message=tr("This short name cannot be used."),
            advice=tr("Use small letters from a to z, digits and hyphens, such as oxfordshire."),
        )


def rotate(
    folder: Path,
    root: Callable[[], Opened],
    publisher: Holder,
    issued: str,
    *,
    add_in: Path | None = None,
    effort: Effort = FOR_PASSPHRASES,
) -> Changed:
    """Give a publisher a new key, and take the right from the one that the folder has.

    Nobody loses a right before the new one counts: that is two links of the chain, so
    that a tree can go over from one key to the other. ``add_in`` is a folder for one more
    publisher; then nobody loses anything, and the new key lies there.

    Raises:
        NoUsableKey: the folder has no publisher's key that counts.
        OtherLine: the root key is not the one that counts.
        KeyFileIsThere: there are keys in the other folder.
        FolderInUse: there are other files in it.
        CannotUseInput: the name cannot be used, or its owner keeps the root key.
    """
    roots = read_roots(folder)
    newest = roots.newest
    if add_in is not None:
        must_be_empty(add_in)
    before = usable_key(folder, KeyKind.PUBLISHER, roots) if add_in is None else None
    name = whole_holder(publisher.name)
    _check_room(newest)
    opened = root()
    must_be_two_people(name, opened.name)
    made = KeyFile.make(KeyKind.PUBLISHER, newest.line, name, publisher.words, effort)
    both = replace(newest, publishers=(*newest.publishers, Publisher(made.key, name)))
    steps = [both]
    if before is not None:
        kept = tuple(each for each in both.publishers if each.key != before.key)
        steps.append(replace(both, publishers=kept))
    grown = roots.grown(opened.seed, issued, *steps)
    file = write_key_file(add_in or folder, made)
    if add_in is not None:  # before it counts: a stick may be pulled out
        write_roots(add_in, grown)
    write_roots(folder, grown)
    return Changed(file, grown)


def remove(folder: Path, root: Callable[[], Opened], name: str, issued: str) -> Changed:
    """Take the right to publish from everybody of a name, or with a key that begins so.

    Raises:
        CannotUseInput: there is nobody such, or nobody would be left.
    """
    roots = read_roots(folder)
    newest = roots.newest
    kept = tuple(each for each in newest.publishers if not _is_named(each, name))
    if len(kept) == len(newest.publishers):
        raise CannotUseInput(
            message=tr("Nobody of this name may publish."),
            advice=tr("These may: {names}.", names=", ".join(e.name for e in newest.publishers)),
        )
    if not kept:
        raise CannotUseInput(
            message=tr("Nobody would be left who may publish."),
            advice=tr("Give another person a key first."),
        )
    grown = roots.grown(root().seed, issued, replace(newest, publishers=kept))
    write_roots(folder, grown)
    return Changed(None, grown)


def hand_over(
    folder: Path,
    root: Callable[[], Opened],
    heir: Holder,
    issued: str,
    *,
    name: str = "",
    effort: Effort = FOR_PASSPHRASES,
) -> Changed:
    """Announce a new root key by the old one, which then counts no more.

    ``name`` is what people call who publishes from now on; empty to leave it.

    Raises:
        OtherLine: the root key is not the one that counts.
        CannotUseInput: a name cannot be used, or the heir publishes.
    """
    roots = read_roots(folder)
    newest = roots.newest
    must_publish_nothing(heir.name, newest)
    called = whole_holder(name) if name else newest.name
    holder = whole_holder(heir.name)
    opened = root()
    made = KeyFile.make(KeyKind.ROOT, newest.line, holder, heir.words, effort)
    grown = roots.grown(opened.seed, issued, replace(newest, root=made.key, name=called))
    file = write_key_file(folder, made)
    write_roots(folder, grown)
    return Changed(file, grown)


def usable_key(folder: Path, kind: KeyKind, roots: Roots) -> KeyFile:
    """Return the one key file of a folder that counts now for this.

    Raises:
        NoUsableKey: there is none, or there are several.
    """
    counting = (
        {roots.newest.root}
        if kind is KeyKind.ROOT
        else {each.key for each in roots.newest.publishers}
    )
    found = [
        key
        for path in _key_paths(folder)
        if path.name.startswith(kind) and (key := read_key_file(path)).key in counting
    ]
    if len(found) > 1:
        raise NoUsableKey(
            message=tr("There are several keys in this folder that may do this."),
            advice=tr("Keep the keys of each person in a folder of their own."),
        )
    if not found:
        raise NoUsableKey(f"no {kind} key")
    found[0].must_be(kind, roots.newest.line)
    return found[0]


def root_key(path: Path, roots: Roots) -> KeyFile:
    """Return the root key of a file or a folder, if it is the one that counts now.

    Raises:
        NoUsableKey: it is not, or there is none.
        OtherKeyFile: it is for something else.
    """
    if surely(path.is_dir):
        return usable_key(path, KeyKind.ROOT, roots)
    key = read_key_file(path)
    key.must_be(KeyKind.ROOT, roots.newest.line)
    if key.key != roots.newest.root:
        raise NoUsableKey("an old root key")
    return key


def opened(key: KeyFile, words: str) -> Opened:
    """Return a key that can sign.

    Raises:
        WrongKeyWords: the words are others.
    """
    return Opened(key.key, key.holder, key.seed(words))


def write_roots(folder: Path, roots: Roots) -> None:
    """Write a chain: this is the moment in which it begins to count here.

    Raises:
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    try:
        write_whole(folder / ROOT_NAME, roots.content)
        flush_folder(folder)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"roots: {error.strerror}")) from error


def _check_room(newest: Root) -> None:
    if len(newest.publishers) >= MOST_PUBLISHERS:
        raise CannotUseInput(
            message=tr("{count} people may publish already.", count=MOST_PUBLISHERS),
            advice=tr("Take the right from somebody who has left first."),
        )


def _is_named(publisher: Publisher, name: str) -> bool:
    return publisher.name == name or (len(name) >= 8 and publisher.key.startswith(name))  # noqa: PLR2004  as many as key files show


def _key_paths(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.glob(f"*{ENDING}") if not path.name.startswith("."))
    return found[:_MOST_FILES]
