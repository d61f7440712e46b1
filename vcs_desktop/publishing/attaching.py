"""Files that go out with a library: each lies in the tree under its own digest."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import whole_file
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import DamagedKeyFile, DamagedTree, NewerKeyFile, TooMuch
from vcs_desktop.domain.from_record import line_of
from vcs_desktop.publishing.checking import shown
from vcs_desktop.publishing.published import is_whole
from vcs_desktop.vault.key_file import MOST_BYTES, key_file_of
from vcs_desktop.wire.manifest import MOST_ATTACHMENTS, Attachment
from vcs_desktop.wire.record import record_of

_PIECE: Final = 1 << 20
_MAY_POINT: Final = b'"attachments/'
_POINTER: Final = re.compile(rb'"attachments/([0-9a-f]{64})"')
MOST_TOLD: Final = 1_000
"""So many records that point to files that are not there are told of, and the rest counted."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to go out: what is said of it, and where it lies now."""

    said: Attachment
    path: Path


@dataclass(frozen=True, slots=True)
class NotAttached:
    """A record that points to a file which does not go out with it, so no reader can open it."""

    kind: str
    id: str
    title: str
    sha256: str


@dataclass(slots=True)
class Pointing:
    """What points to files that do not go along: the first of it, and how much it is in all."""

    found: list[NotAttached] = field(default_factory=list)
    count: int = 0


def watched(
    lines: Iterable[tuple[tuple[str, str], bytes]], files: Collection[str], told: Pointing
) -> Iterator[tuple[tuple[str, str], bytes]]:
    """Yield records as they are, and tell which point to a file that is not among ``files``.

    ``files`` are digests. A line is taken apart only where it points to one that is missing.
    """
    for key, line in lines:
        if _MAY_POINT in line:
            _look_at(key, line, files, told)
        yield key, line


def _look_at(key: tuple[str, str], line: bytes, files: Collection[str], told: Pointing) -> None:
    missing = dict.fromkeys(each.decode() for each in _POINTER.findall(line))
    for sha256 in missing:
        if sha256 in files:
            continue
        told.count += 1
        if len(told.found) < MOST_TOLD:
            title = shown(line_of(record_of(line)).title)
            told.found.append(NotAttached(*key, title, sha256))


def attach(paths: Sequence[Path]) -> tuple[Attached, ...]:
    """Look at some files that are to go out; the same file twice is one.

    Raises:
        CannotUseInput: one of them is no file, or cannot be read; or it is a key.
        TooMuch: there are more than a library holds.
    """
    found: dict[str, Attached] = {}
    for path in paths:
        try:
            if not path.is_file():
                raise _not_usable(path)
            with path.open("rb") as file:
                _must_be_no_key(path, file.read(MOST_BYTES + 1))
                file.seek(0)
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


def _must_be_no_key(path: Path, content: bytes) -> None:
    """Do nothing unless a file holds a secret key, whatever it is called: slides end in .key too.

    Raises:
        CannotUseInput: it does.
    """
    try:
        key_file_of(content)
    except (DamagedKeyFile, NewerKeyFile):
        return
    raise CannotUseInput(
        "a key",
        message=tr("The file {name} is a key. Nobody else may have it.", name=shown(path.name)),
        advice=tr("Choose another file. Nothing was published."),
    )


def _not_usable(path: Path) -> CannotUseInput:
    return CannotUseInput(
        "an attachment",
        message=tr("The file {name} cannot be read, or it is no file.", name=shown(path.name)),
        advice=tr("Choose it again."),
    )
