"""Seals whole files, piece by piece, with a random key for each.

Sealed is libsodium's secretstream (XChaCha20-Poly1305): each piece is sealed after the
one before it and the last says that it is the last. So what was changed, cut off, put in
another order or lengthened does not open. Only one piece is ever in memory.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from nacl import bindings, exceptions

from vcs_desktop.vault.sealing import KEY_BYTES, NotOpened, new_key

PIECE_BYTES: Final = 1 << 16
_MAGIC: Final = b"VCSFILE1"
_HEADER_BYTES: Final = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MORE_BYTES: Final = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_MESSAGE: Final = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST: Final = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


@dataclass(frozen=True, slots=True)
class Sealed:
    """What came of sealing a file.

    ``key`` opens it. ``sha256`` and ``size`` are of the bytes as they came, and
    ``sealed_sha256`` is of those that were written: whether they are whole can be told
    by it without any key.
    """

    key: bytes = field(repr=False)
    size: int
    sha256: str
    sealed_sha256: str


def seal_file(pieces: Iterable[bytes], to: IO[bytes], bound_to: str) -> Sealed:
    """Write pieces of any size sealed under a new key; they open only with ``bound_to``.

    Raises:
        OSError: it cannot be written.
    """
    key, state = new_key(), bindings.crypto_secretstream_xchacha20poly1305_state()
    plain, outside = hashlib.sha256(), hashlib.sha256()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    size, bound = 0, _bound(bound_to)

    def write(content: bytes) -> None:
        to.write(content)
        outside.update(content)

    write(_MAGIC + header)
    for piece, is_last in _with_last(_of_one_size(pieces)):
        plain.update(piece)
        size += len(piece)
        write(
            bindings.crypto_secretstream_xchacha20poly1305_push(
                state, piece, bound, _LAST if is_last else _MESSAGE
            )
        )
    return Sealed(key, size, plain.hexdigest(), outside.hexdigest())


def open_file(file: IO[bytes], key: bytes, bound_to: str) -> Iterator[bytes]:
    """Yield what was sealed, piece by piece: each is as it was, and nothing was left out so far.

    Only when this has ended without an error is it known to be all: until then write
    the pieces where nobody takes them for the file.

    Raises:
        NotOpened: the key or ``bound_to`` is another, or a bit was changed.
        OSError: it cannot be read.
    """
    start = file.read(len(_MAGIC) + _HEADER_BYTES)
    header = start[len(_MAGIC) :]
    if not start.startswith(_MAGIC) or len(header) != _HEADER_BYTES or len(key) != KEY_BYTES:
        raise NotOpened
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    bound, tag = _bound(bound_to), _MESSAGE
    while box := file.read(PIECE_BYTES + _MORE_BYTES):
        if tag == _LAST:
            raise NotOpened  # something was put behind the end
        try:
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, box, bound)
        except exceptions.CryptoError as error:  # also for a rest too short to be a piece
            raise NotOpened from error
        yield piece
    if tag != _LAST:
        raise NotOpened  # the end was cut off


def sealed_size(size: int) -> int:
    """Return how many bytes a file of a size has when it is sealed."""
    pieces = size // PIECE_BYTES + 1
    return len(_MAGIC) + _HEADER_BYTES + size + pieces * _MORE_BYTES


def _bound(bound_to: str) -> bytes:
    return _MAGIC + bound_to.encode()


def _of_one_size(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in pieces of our size; the last is shorter, and may be empty."""
    left = b""
    for piece in pieces:
        whole, start = left + piece, 0
        while len(whole) - start >= PIECE_BYTES:
            yield whole[start : start + PIECE_BYTES]
            start += PIECE_BYTES
        left = whole[start:]
    yield left


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each piece, and whether it is the last."""
    before: bytes | None = None
    for piece in pieces:
        if before is not None:
            yield before, False
        before = piece
    if before is not None:
        yield before, True
