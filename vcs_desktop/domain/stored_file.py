"""A file that a group keeps: what it is called, and where its sealed bytes lie."""

from dataclasses import dataclass


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
    key: str = ""
    sha256: str = ""
