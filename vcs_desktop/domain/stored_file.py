"""A file that a group keeps: what it is called, and where its sealed bytes lie."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.values import thing_of

MOST_BYTES: Final = 100_000_000
"""Of one file: a long scan takes 20 MB. What is larger fits neither backups nor sticks well."""

MOST_FILES: Final = 5_000
"""In one group: a copy for a stick carries no more."""

MOST_NAME_BYTES: Final = 180
"""Of a file's name in UTF-8; every system takes 255, and we may put something before it."""

SECRET_FIELDS: Final = frozenset({"key", "blob", "sha256"})
"""What a record says of a file only for our own use: no person is ever shown it."""

_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_KEPT_BY_WINDOWS: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_ENDING: Final = 12


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as its record tells of it.

    ``name`` is what it was called when it came, ``media_type`` what it holds, told by its
    content. ``blob`` names the sealed file in the group's folder (64 hex letters), and
    ``key`` is its key, in hex: who can read the record can read the file, and nobody else.
    ``sha256`` is of the bytes as they came.
    """

    name: str = ""
    media_type: str = ""
    size: int = 0
    blob: str = ""
    key: str = field(default="", repr=False)
    sha256: str = ""


def file_name(name: str) -> str:
    """Return the name of a file so that every system takes it, and none reads a folder in it.

    What cannot be seen goes, and so does what turns the direction of reading: with it
    a program can be made to look like a picture.
    """
    seen = without_hidden(unicodedata.normalize("NFC", name))
    plain = " ".join(_NOT_IN_NAMES.sub(" ", seen).split()).strip(". ")
    if len(plain.encode()) > MOST_NAME_BYTES:
        before, dot, ending = plain.rpartition(".")
        tail = f"{dot}{ending}" if before and len(ending) <= _LONGEST_ENDING else ""
        room = MOST_NAME_BYTES - len(tail.encode())
        plain = plain.encode()[:room].decode(errors="ignore").rstrip(". ") + tail
    return f"_{plain}" if _KEPT_BY_WINDOWS.fullmatch(plain) else plain


def without_secrets(value: Any) -> Any:
    """Return a value of a record as people may be given it: of files only what they are.

    Neither a key, nor where a file lies, goes to a page or into a file that leaves the app.
    """
    if isinstance(value, Mapping):
        hidden = SECRET_FIELDS if is_stored_file(value) else frozenset()
        return {name: without_secrets(each) for name, each in value.items() if name not in hidden}
    return [without_secrets(each) for each in value] if isinstance(value, list) else value


def stored_files_in(value: Any) -> Iterator[StoredFile]:
    """Yield every file that a value of a record tells of, however deep it lies in it."""
    if is_stored_file(value):
        yield thing_of(StoredFile, value)
    elif isinstance(value, Mapping):
        for name in sorted(value):
            yield from stored_files_in(value[name])
    elif isinstance(value, list):
        for each in value:
            yield from stored_files_in(each)


def is_stored_file(value: object) -> bool:
    """Say whether a value of a record, as it is kept, tells of a file."""
    return isinstance(value, Mapping) and "blob" in value and "key" in value
