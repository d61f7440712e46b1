"""Who may publish a line of libraries, as the holders of its root key say.

``root.json`` is a chain of envelopes, one a line, the oldest first. Each names the keys
that may sign manifests from then on, and the root key that signs the next. Whoever was
set up with any root of the chain can follow it to the newest, by signatures alone.
"""

import hashlib
from dataclasses import asdict, dataclass
from typing import Any, Final

from vcs_desktop.wire import fields
from vcs_desktop.wire.fields import KEY
from vcs_desktop.wire.record import canonical

ROOT_NAME: Final = "root.json"
LARGEST_CHAIN: Final = 256 << 10
LONGEST_CHAIN: Final = 100
MOST_PUBLISHERS: Final = 20
LONGEST_NAME: Final = 200

_FINGERPRINT: Final = b"vcs-fingerprint-v1\0"
_DIGITS: Final = 30
"""A hundred bits: nobody finds a second key with the same."""
_GROUP: Final = 5


@dataclass(frozen=True, slots=True)
class Publisher:
    """A key that may sign manifests, and the name of who holds it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Root:
    """Who may publish, from one moment on.

    ``line`` is the line of libraries, ``name`` what people call whoever publishes it,
    ``version`` counts up by one in the chain. ``root`` is the key that signs the next: the
    same as signed this one, unless it hands over to another. ``issued`` is an ISO moment.
    """

    line: str
    name: str
    version: int
    issued: str
    root: str
    publishers: tuple[Publisher, ...]


def root_bytes(root: Root) -> bytes:
    """Return the canonical JSON of a root: what is signed of it."""
    return canonical(asdict(root))


def root_of(content: bytes) -> Root:
    """Read a root; fields that a newer app adds are passed over.

    Raises:
        ValueError: it is not a root.
    """
    said = fields.thing(content)
    return Root(
        line=fields.text(said, "line", fields.LINE),
        name=_name(said),
        version=fields.count(said, "version"),
        issued=fields.text(said, "issued", fields.MOMENT),
        root=fields.text(said, "root", KEY),
        publishers=tuple(
            Publisher(fields.text(each, "key", KEY), _name(each))
            for each in fields.things(said, "publishers", MOST_PUBLISHERS)
        ),
    )


def chain_of(content: bytes) -> list[bytes]:
    """Return the envelopes of a chain, each with its line's end, the oldest first.

    Raises:
        ValueError: it is longer than any chain.
    """
    lines = content.splitlines(keepends=True)
    if len(content) > LARGEST_CHAIN or not 0 < len(lines) <= LONGEST_CHAIN:
        raise ValueError("it is no chain of roots")
    return lines


def fingerprint_of(key: str) -> str:
    """Return a key as 30 digits in groups of five, to be read out and compared.

    It is that of the key which signed the first root of a chain: that one stays the same
    however often those who may publish are changed.
    """
    number = int.from_bytes(hashlib.sha256(_FINGERPRINT + bytes.fromhex(key)).digest(), "big")
    digits = f"{number % 10**_DIGITS:0{_DIGITS}}"
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def _name(said: dict[str, Any]) -> str:
    name = fields.text(said, "name")
    if len(name) > LONGEST_NAME:
        raise ValueError("a name is too long")
    return name
