"""An envelope of what is signed, which can be checked before anything in it is read.

    {"key":"<64 digits>","signature":"<128 digits>","signed":<canonical JSON>}

It is one line of JSON, so that people and programs can look at it. But the three parts
stand at fixed places: whoever checks it takes it apart by its bytes, and reads JSON only
once the signature has been found right.
"""

import re
from dataclasses import dataclass
from typing import Final

LIBRARY: Final = b"vcs-library-v1\0"
"""Stands before a manifest when it is signed, so that its signature fits nothing else."""

ROOT: Final = b"vcs-root-v1\0"
"""Stands before a list of those who may publish."""

HISTORY: Final = b"vcs-history-v1\0"
"""Stands before what a publisher notes about a version that was published."""

_ENVELOPE: Final = re.compile(
    rb'\{"key":"([0-9a-f]{64})","signature":"([0-9a-f]{128})","signed":(\{[^\n]*\})\}\n', re.ASCII
)


@dataclass(frozen=True, slots=True)
class Signed:
    """Something signed: by which Ed25519 key, the signature, and the canonical JSON itself.

    Key and signature are in hexadecimal. That the signature is right is not said by this.
    """

    key: str
    signature: str
    body: bytes


def signed_bytes(signed: Signed) -> bytes:
    """Return an envelope as it stands in its file."""
    head = f'{{"key":"{signed.key}","signature":"{signed.signature}","signed":'
    return head.encode() + signed.body + b"}\n"


def signed_of(content: bytes) -> Signed:
    """Take an envelope apart, without reading what is in it.

    Raises:
        ValueError: it is not an envelope.
    """
    found = _ENVELOPE.fullmatch(content)
    if found is None:
        raise ValueError("it is not signed")
    key, signature, body = found.groups()
    return Signed(key.decode(), signature.decode(), body)
