"""A publisher's key that was opened, with all that has to be known to publish with it."""

from dataclasses import dataclass, field
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import NoUsableKey
from vcs_desktop.domain.publisher_keys import is_same_person
from vcs_desktop.publishing.keys import Opened, opened, read_roots, usable_key
from vcs_desktop.publishing.published import roots_with
from vcs_desktop.vault.key_file import KeyFile, KeyKind, read_key_file, whole_holder


@dataclass(slots=True)
class Desk:
    """Who publishes, and for whom.

    ``keys`` is the folder of the key file. ``line`` is the short name of the line of libraries,
    ``name`` what people call who publishes it, ``holder`` whose key it is, and ``digits`` what
    groups compare when they are set up with it. Put it away as soon as nobody may be sitting at
    it any more: whoever still holds it then can sign nothing.
    """

    keys: Path
    line: str
    name: str
    holder: str
    digits: str
    _signer: Opened | None = field(repr=False)

    @property
    def signer(self) -> Opened:
        """What signs.

        Raises:
            NoUsableKey: the key was put away.
        """
        if self._signer is None:
            raise NoUsableKey(
                "put away",
                message=tr("The key was put away."),
                advice=tr("Open it again. Nothing was changed."),
            )
        return self._signer

    def put_away(self) -> None:
        """Forget the secret that signs."""
        self._signer = None


def open_desk(path: Path, words: str) -> Desk:
    """Open a publisher's key file; ``root.json`` lies beside it.

    Raises:
        NoKeyFile, OpenToOthers, DamagedKeyFile, NewerKeyFile: it cannot be read.
        OtherKeyFile: it is a root key, or one of another line of libraries.
        WrongKeyWords: the words are others.
        DamagedRoots: the file that says who may publish is not there, or is not right.
        NoUsableKey: it may not publish any more.
    """
    key = read_key_file(path)
    roots = read_roots(path.parent)
    key.must_be(KeyKind.PUBLISHER, roots.newest.line)
    if roots.publisher(key.key) is None:
        raise NoUsableKey("it may not publish any more")
    signer = opened(key, words)
    newest = roots.newest
    return Desk(path.parent, newest.line, newest.name, key.holder, roots.digits, signer)


def key_of_folder(keys: Path, tree: Path) -> KeyFile:
    """Return the one publisher's key of a folder that counts in a tree, not opened yet.

    Raises:
        NoUsableKey: there is none, or there are several.
        DamagedRoots: the file that says who may publish is not right.
        OtherLine: the keys and the tree do not belong together.
    """
    return usable_key(keys, KeyKind.PUBLISHER, roots_with(tree, read_roots(keys)))


def second_name(checked_by: str, publisher: str) -> str:
    """Return the name of who checked what is published, as it is kept; empty is nobody.

    Raises:
        CannotUseInput: it cannot be used, or is that of who publishes.
    """
    if not checked_by.strip():
        return ""
    name = whole_holder(checked_by)
    if is_same_person(name, publisher):
        raise CannotUseInput(
            message=tr("Whoever publishes cannot be the one who checked it."),
            advice=tr("Ask a second person to look at it."),
        )
    return name
