"""Changing who may publish, by the root key: seen first, then done with both holders' words."""

from dataclasses import dataclass, field
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.domain.publisher_keys import Change, must_be_two_people
from vcs_desktop.publishing.keys import (
    Changed,
    Holder,
    Opened,
    hand_over,
    must_publish_nothing,
    opened,
    read_roots,
    remove,
    root_key,
    rotate,
    usable_key,
    write_roots,
)
from vcs_desktop.publishing.published import roots_with
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.services.publishing.desk import Desk
from vcs_desktop.vault.key_file import KeyKind, whole_holder
from vcs_desktop.wire.roots import MOST_PUBLISHERS

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Holding:
    """A key that may publish: ``key`` is empty before it is made, ``is_open`` is the one in use."""

    name: str
    key: str = ""
    is_open: bool = False

    @property
    def shown(self) -> str:
        """How its file is called, as far as it tells one key from another; empty is none yet."""
        return self.key[:_SHOWN]


@dataclass(frozen=True, slots=True)
class KeysHeld:
    """Who may publish now. ``digits`` is what groups compare; it stays for all time."""

    name: str
    holdings: tuple[Holding, ...]
    digits: str


@dataclass(frozen=True, slots=True)
class ChangeWanted:
    """What is to change.

    ``holder`` is who gets a key, ``key`` the one that is to count no more (of a person who is
    taken out), and ``name`` what people call who publishes from now on, empty to leave it.
    """

    change: Change
    holder: str = ""
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class KeysPreview:
    """What would be, beside what is; nothing was changed."""

    wanted: ChangeWanted
    before: KeysHeld
    after: KeysHeld


@dataclass(frozen=True, slots=True)
class Words:
    """What both holders bring: the root key's file with its words, and the words of a new key.

    ``folder`` is an empty folder, for the key of one more publisher.
    """

    root_file: Path
    root_words: str = field(repr=False)
    words: str = field(default="", repr=False)
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """What was changed: the new key's file (None where there is none), and who may publish now.

    ``gone`` are the keys that may publish no more.
    """

    wanted: ChangeWanted
    file: Path | None
    now: KeysHeld
    gone: tuple[Holding, ...]


def keys_held(desk: Desk, tree: Path) -> KeysHeld:
    """Return who may publish.

    Raises:
        DamagedRoots, OtherLine: the file that says so is not right, or not that of the tree.
    """
    return _held(newest_roots(desk, tree), desk)


def preview(desk: Desk, tree: Path, wanted: ChangeWanted) -> KeysPreview:
    """Return what a change would come to.

    Raises:
        CannotUseInput: the name cannot be used, nobody would be left, there are too many, or
            whoever publishes would keep the root key as well.
        NoUsableKey: the folder has no key that would be replaced, or several.
        DamagedRoots, OtherLine: as ``keys_held``.
    """
    roots = newest_roots(desk, tree)
    before = _held(roots, desk)
    return KeysPreview(wanted, before, _after(before, roots, desk, wanted))


def try_root(desk: Desk, tree: Path, wanted: ChangeWanted, root_file: Path, words: str) -> None:
    """Do nothing if some words open the root key, and a change can be made with it.

    Raises:
        CannotUseInput: whoever is to get a key to publish keeps this one.
        WrongKeyWords: they do not.
        NoUsableKey, OtherKeyFile, NoKeyFile, OpenToOthers, DamagedKeyFile: it is not that key.
    """
    holder = _root(newest_roots(desk, tree), root_file, words).name
    if wanted.change in (Change.NEW_KEY, Change.ONE_MORE):
        must_be_two_people(wanted.holder, holder)


def change_keys(
    desk: Desk, tree: Path, wanted: ChangeWanted, words: Words, issued: str
) -> KeysChanged:
    """Change who may publish; readers know of it once somebody publishes again.

    Raises:
        AppError: of ``preview`` and of ``try_root``.
        WeakPassphrase: the new words are too easy to guess.
        CannotUseInput: they are those of the root key.
        KeyFileIsThere: the folder for one more publisher has keys.
        FolderInUse: it has other files.
        FolderNotWritable: a file cannot be written; or DiskFull.
    """
    roots = newest_roots(desk, tree)
    before = _held(roots, desk)
    _after(before, roots, desk, wanted)
    if words.words and words.words == words.root_words:
        raise CannotUseInput(
            message=tr("Both keys would have the same secret words."),
            advice=tr("Use other words for the new key."),
        )
    caught_up(desk.keys, tree)
    made = _changed(desk.keys, roots, wanted, words, issued)
    now = _held(made.roots, desk)
    stay = {each.key for each in now.holdings}
    gone = tuple(each for each in before.holdings if each.key not in stay)
    return KeysChanged(wanted, made.file, now, gone)


def newest_roots(desk: Desk, tree: Path) -> Roots:
    """Return the newest chain that the keys' folder or the tree has.

    Raises:
        DamagedRoots, OtherLine: one of them is not right, or they do not belong together.
    """
    return roots_with(tree, read_roots(desk.keys))


def caught_up(keys: Path, tree: Path) -> Roots:
    """Let a folder of keys have what other officers changed and published; return its chain.

    Raises:
        AppError: of ``newest_roots``; or the folder cannot be written.
    """
    ours = read_roots(keys)
    roots = roots_with(tree, ours)
    if roots != ours:
        write_roots(keys, roots)
    return roots


def _changed(keys: Path, roots: Roots, wanted: ChangeWanted, words: Words, issued: str) -> Changed:
    def root() -> Opened:
        return _root(roots, words.root_file, words.root_words)

    if wanted.change is Change.TAKE_OUT:
        return remove(keys, root, wanted.key, issued)
    holder = Holder(wanted.holder, words.words)
    if wanted.change is Change.HAND_OVER:
        return hand_over(keys, root, holder, issued, name=wanted.name)
    folder = words.folder if wanted.change is Change.ONE_MORE else None
    return rotate(keys, root, holder, issued, add_in=folder)


def _root(roots: Roots, file: Path, words: str) -> Opened:
    return opened(root_key(file, roots), words)


def _held(roots: Roots, desk: Desk) -> KeysHeld:
    ours = desk.signer.key
    holdings = tuple(Holding(e.name, e.key, e.key == ours) for e in roots.newest.publishers)
    return KeysHeld(roots.newest.name, holdings, roots.digits)


def _after(before: KeysHeld, roots: Roots, desk: Desk, wanted: ChangeWanted) -> KeysHeld:
    held = before.holdings
    if wanted.change is Change.HAND_OVER:
        must_publish_nothing(whole_holder(wanted.holder), roots.newest)
        name = whole_holder(wanted.name) if wanted.name.strip() else before.name
        return KeysHeld(name, held, before.digits)
    if wanted.change is Change.TAKE_OUT:
        return KeysHeld(before.name, _without(held, wanted.key), before.digits)
    new = Holding(whole_holder(wanted.holder))
    if len(held) >= MOST_PUBLISHERS:
        raise CannotUseInput(
            message=tr("{count} people may publish already.", count=MOST_PUBLISHERS),
            advice=tr("Take the right from somebody who has left first."),
        )
    if wanted.change is Change.NEW_KEY:
        old = usable_key(desk.keys, KeyKind.PUBLISHER, roots)
        held = tuple(each for each in held if each.key != old.key)
    return KeysHeld(before.name, (*held, new), before.digits)


def _without(held: tuple[Holding, ...], key: str) -> tuple[Holding, ...]:
    """Return the others: the key that is open stays, for somebody has to publish the change."""
    kept = tuple(each for each in held if each.key != key)
    if len(kept) == len(held):
        raise CannotUseInput(
            message=tr("This key may not publish any more."), advice=tr("Choose another one.")
        )
    if not any(each.is_open for each in kept):
        raise CannotUseInput(
            message=tr("This is the key that is open. Somebody has to publish the change."),
            advice=tr("Give a new officer a key in its place."),
        )
    return kept
