"""The frame of what a group gives its service to keep: sealed operations, and their blanks.

``VCSO`` (or ``VCSB``), a version, the number of the group's key, a nonce, and what nobody
but the group can read. Inside, before it is sealed: who signed it, the signature, the
length of what was signed, that, and zeros up to a step of size.
"""

import struct
from dataclasses import dataclass
from enum import Enum
from typing import Final
from uuid import UUID

import orjson

VERSION: Final = 1
NONCE_BYTES: Final = 24
SIGNATURE_BYTES: Final = 64
STEPS: Final = (1 << 10, 4 << 10, 16 << 10, 64 << 10)
"""All that is sealed takes up one of these sizes, and above them a multiple of the last."""
MOST_EPOCH: Final = (1 << 32) - 1
_HEAD: Final = struct.Struct(f">4sBI{NONCE_BYTES}s")
_INSIDE: Final = struct.Struct(f">16s{SIGNATURE_BYTES}sI")
TAG_BYTES: Final = 16
MOST_BYTES: Final = 4_200_000
"""No frame is larger: a whole operation of the largest size fits."""


class Sort(Enum):
    """What is in a frame: its first four bytes, and what its seal and its signature are for."""

    OPERATION = (b"VCSO", "vcs-op-v1")
    BLANK = (b"VCSB", "vcs-blank-v1")

    @property
    def magic(self) -> bytes:
        """The first four bytes."""
        return self.value[0]

    @property
    def purpose(self) -> str:
        """What a seal or a signature is for; another never passes for it."""
        return self.value[1]


_SORTS: Final = {each.magic: each for each in Sort}


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame as it was read; ``box`` is what is sealed."""

    sort: Sort
    epoch: int
    nonce: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Inside:
    """What was in a frame: the device that signed, its signature, and what it signed."""

    signer: str
    signature: bytes
    content: bytes


def frame_bytes(frame: Frame) -> bytes:
    """Return a frame as it travels."""
    return _HEAD.pack(frame.sort.magic, VERSION, frame.epoch, frame.nonce) + frame.box


def frame_of(content: bytes) -> Frame:
    """Read a frame.

    Raises:
        ValueError: it is none, or one of a newer version.
    """
    if not _HEAD.size + TAG_BYTES + _INSIDE.size <= len(content) <= MOST_BYTES:
        raise ValueError("the size is no frame's")
    magic, version, epoch, nonce = _HEAD.unpack_from(content)
    sort = _SORTS.get(magic)
    if sort is None or version != VERSION:
        raise ValueError("the beginning is no frame's")
    return Frame(sort, epoch, nonce, content[_HEAD.size :])


def inside_bytes(inside: Inside) -> bytes:
    """Return what is sealed: padded, so that its length says little."""
    bare = (
        _INSIDE.pack(UUID(inside.signer).bytes, inside.signature, len(inside.content))
        + inside.content
    )
    return bare + b"\0" * (_step(len(bare)) - len(bare))


def inside_of(content: bytes) -> Inside:
    """Read what was sealed.

    Raises:
        ValueError: it is not as ``inside_bytes`` writes it.
    """
    if len(content) < _INSIDE.size:
        raise ValueError("too short")
    signer, signature, length = _INSIDE.unpack_from(content)
    end = _INSIDE.size + length
    if len(content) != _step(end) or content.count(0, end) != len(content) - end:
        raise ValueError("the padding is not as we write it")
    return Inside(str(UUID(bytes=signer)), signature, content[_INSIDE.size : end])


def bound_to(sort: Sort, group: str, uuid: str, epoch: int) -> bytes:
    """Return what the seal of a frame is bound to, and what stands beside it in the open."""
    return _listed(sort.purpose, group, uuid, epoch)


def signed_part(sort: Sort, group: str, uuid: str, epoch: int, signer: str) -> bytes:
    """Return what is signed before the content itself."""
    said = _listed(sort.purpose, group, uuid, epoch, signer)
    return f"{sort.purpose}\0".encode() + said


def _listed(*words: str | int) -> bytes:
    """Return some words as canonical JSON; orjson writes the same of words, much more quickly."""
    return orjson.dumps(words)


def _step(size: int) -> int:
    for step in STEPS:
        if size <= step:
            return step
    return -(-size // STEPS[-1]) * STEPS[-1]
