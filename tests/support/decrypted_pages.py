"""Every byte of an encrypted file and of its log, decrypted: free pages too, which no query shows.

Source: SQLCipher 4's design: AES-256 in CBC mode, pages of 4,096 bytes, of which the last 80 are
16 of the IV and 64 of the seal; a salt stands in place of the first 16 bytes of the first page.
"""

import pytest

# It comes with what keyring needs on Linux; where it is not, the test says that it was left out.
ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers")

PAGE, RESERVED, IV, SALT = 4_096, 80, 16, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def decrypted(path, key):
    """Return the pages of a file as they are in the clear, and those in its log."""
    return b"".join([*_pages(path.read_bytes(), key), *_frames(path, key)])


def _pages(content, key):
    assert len(content) % PAGE == 0
    for start in range(0, len(content), PAGE):
        yield _page(content[start : start + PAGE], key, SALT if start == 0 else 0)


def _frames(path, key):
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEADER, len(content), FRAME_HEADER + PAGE):
        number = int.from_bytes(content[start : start + 4], "big")
        page = content[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        yield _page(page, key, SALT if number == 1 else 0)


def _page(page, key, skipped):
    iv = page[PAGE - RESERVED :][:IV]
    decryptor = ciphers.Cipher(ciphers.algorithms.AES(key), ciphers.modes.CBC(iv)).decryptor()
    return decryptor.update(page[skipped : PAGE - RESERVED]) + decryptor.finalize()
