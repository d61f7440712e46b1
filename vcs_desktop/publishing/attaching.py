"""Files that go out with a library: each lies in the tree under its own digest."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import whole_file
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import DamagedTree, TooMuch
from vcs_desktop.publishing.checking import shown
from vcs_desktop.publishing.published import is_whole
from vcs_desktop.wire.manifest import MOST_ATTACHMENTS, Attachment

_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to go out: what is said of it, and where it lies now."""

    said: Attachment
    path: Path


def attach(paths: Sequence[Path]) -> tuple[Attached, ...]:
    """Look at some files that are to go out; the same file twice is one.

    Raises:
        CannotUseInput: one of them is no file, or cannot be read.
        TooMuch: there are more than a library holds.
    """
    found: dict[str, Attached] = {}
    for path in paths:
        try:
            if not path.is_file():
                raise _not_usable(path)
            with path.open("rb") as file:
                sha256 = file_digest(file, "sha256").hexdigest()
                found[sha256] = Attached(Attachment(sha256, file.tell()), path)
        except OSError as error:
            raise _not_usable(path) from error
    if len(found) > MOST_ATTACHMENTS:
        raise TooMuch(f"{len(found)} attachments")
    return tuple(found[sha256] for sha256 in sorted(found))


def put_attachments(tree: Path, attachments: Sequence[Attached]) -> None:
    """Copy files into a tree, as far as they are not there.

    Raises:
        CannotUseInput: one of them was changed meanwhile.
        OSError: it cannot be written.
    """
    for each in attachments:
        target = tree / each.said.path
        if is_whole(target, each.said.sha256, each.said.size):
            continue
        if target == each.path:
            raise DamagedTree(each.said.path)
        sha256 = hashlib.sha256()
        with each.path.open("rb") as source, whole_file(target) as file:
            while piece := source.read(_PIECE):
                sha256.update(piece)
                file.write(piece)
            if sha256.hexdigest() != each.said.sha256:
                raise _not_usable(each.path)


def _not_usable(path: Path) -> CannotUseInput:
    return CannotUseInput(
        "an attachment",
        message=tr("The file {name} cannot be read, or it is no file.", name=shown(path.name)),
        advice=tr("Choose it again."),
    )
