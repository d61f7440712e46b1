"""Files that hold a key: the root key of a line of libraries, a publisher's, or the council's.

The first two sign; to the council's is sealed what groups share and is personal.

What the key is for stands in the open; the key itself is sealed with secret words and
bound to all that stands beside it. A file is read as if a stranger had written it.
"""

import os
import re
import stat
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder, write_whole
from vcs_desktop.core.group_errors import NotEnoughMemory
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import (
    DamagedKeyFile,
    KeyFileIsThere,
    NewerKeyFile,
    NoKeyFile,
    OpenToOthers,
    OtherKeyFile,
    WrongKeyWords,
)
from vcs_desktop.vault import sealing
from vcs_desktop.vault.device_keys import SealKeys
from vcs_desktop.vault.passphrase import check_strong, in_one_form
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, FOR_SMALL_COMPUTERS, Effort, NotOpened
from vcs_desktop.vault.signing import SEED_BYTES, key_of
from vcs_desktop.vault.slot_file import is_name
from vcs_desktop.wire import fields
from vcs_desktop.wire.record import canonical

FORMAT: Final = 1
MOST_BYTES: Final = 16 << 10
LONGEST_HOLDER: Final = 120
ENDING: Final = ".key"
_SEALED_BYTES: Final = SEED_BYTES + sealing.NONCE_BYTES + sealing.TAG_BYTES
_SALT: Final = re.compile(rf"[0-9a-f]{{{2 * sealing.SALT_BYTES}}}", re.ASCII)
_SEALED: Final = re.compile(rf"[0-9a-f]{{{2 * _SEALED_BYTES}}}", re.ASCII)
_KDF: Final = re.compile("argon2id")
_SPACES: Final = re.compile("[ \t\N{NO-BREAK SPACE}]+")
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_IN_A_NAME: Final = 8
_CHECK_BYTES: Final = 8


class KeyKind(StrEnum):
    """What a key is for: to say who may publish, to publish, or to read what groups share."""

    ROOT = "root"
    PUBLISHER = "publisher"
    COUNCIL = "council"

    def public(self, seed: bytes) -> str:
        """Return what everybody may know of a key, in hexadecimal."""
        return SealKeys.of(seed).key if self is KeyKind.COUNCIL else key_of(seed)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key, sealed. ``holder`` is who has it, ``key`` is what everybody may know of it."""

    kind: KeyKind
    line: str
    holder: str
    key: str
    effort: Effort
    salt: bytes
    sealed: bytes = b""

    @classmethod
    def make(
        cls,
        kind: KeyKind,
        line: str,
        holder: str,
        passphrase: str,
        effort: Effort = FOR_PASSPHRASES,
    ) -> "KeyFile":
        """Return a new key, sealed with secret words; with little memory it takes less of it.

        Raises:
            WeakPassphrase: the words are too easy to guess.
            NotEnoughMemory: this computer cannot work it out now.
        """
        check_strong(passphrase, known=(line, holder))
        try:
            return cls._sealed(kind, line, holder, passphrase, effort)
        except NotEnoughMemory:
            if effort.memory_bytes <= FOR_SMALL_COMPUTERS.memory_bytes:
                raise
            return cls._sealed(kind, line, holder, passphrase, FOR_SMALL_COMPUTERS)

    @classmethod
    def _sealed(
        cls, kind: KeyKind, line: str, holder: str, passphrase: str, effort: Effort
    ) -> "KeyFile":
        seed, salt = sealing.new_key(), sealing.new_salt()
        bare = cls(kind, line, holder, kind.public(seed), effort, salt)
        key = sealing.stretched(in_one_form(passphrase), salt, effort)
        return replace(bare, sealed=sealing.seal(key, seed, bare._bound))

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"{self.kind}-{self.key[:_IN_A_NAME]}{ENDING}"

    def seed(self, passphrase: str) -> bytes:
        """Return the secret that signs, or that opens what was sealed to the key.

        Raises:
            WrongKeyWords: the words are others.
            DamagedKeyFile: it signs for another key than the file says.
            NotEnoughMemory: this computer cannot work it out now.
        """
        key = sealing.stretched(in_one_form(passphrase), self.salt, self.effort)
        try:
            seed = sealing.unseal(key, self.sealed, self._bound)
        except NotOpened as error:
            raise WrongKeyWords from error
        if self.kind.public(seed) != self.key:
            raise DamagedKeyFile("another key")
        return seed

    def must_be(self, kind: KeyKind, line: str) -> None:
        """Do nothing if the key is for this.

        Raises:
            OtherKeyFile: it is for something else.
        """
        if (self.kind, self.line) != (kind, line):
            raise OtherKeyFile(self.kind, kind)

    @property
    def _bound(self) -> bytes:
        """All that may not change without the key failing to open."""
        return canonical(self._open_part())

    def _open_part(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "for": str(self.kind),
            "line": self.line,
            "holder": self.holder,
            "key": self.key,
            "kdf": "argon2id",
            "passes": self.effort.passes,
            "memory_bytes": self.effort.memory_bytes,
            "salt": self.salt.hex(),
        }

    def as_bytes(self) -> bytes:
        """Return the key file as it stands on the disk."""
        sealed, check = self.sealed.hex(), self._check()
        return canonical({**self._open_part(), "sealed": sealed, "check": check}) + b"\n"

    def must_be_whole(self, check: str) -> None:
        """Do nothing if every bit is as it was written: a slip is not taken for wrong words.

        Raises:
            DamagedKeyFile: some bit is not.
        """
        if check != self._check():
            raise DamagedKeyFile("the check")

    def _check(self) -> str:
        content = self._bound + self.sealed
        return sealing.digest(content, purpose="check", size=_CHECK_BYTES).hex()


def key_file_of(content: bytes) -> KeyFile:
    """Read a key file, of which nothing is believed before it is looked at.

    Raises:
        DamagedKeyFile: it is none, or asks for more work than any of ours does.
        NewerKeyFile: a newer app wrote it.
    """
    if len(content) > MOST_BYTES:
        raise DamagedKeyFile("too large")
    try:
        said = fields.thing(content)
        if (made := fields.count(said, "format")) > FORMAT:
            raise NewerKeyFile(str(made))
        return _read(said)
    except ValueError as error:
        # Never the words of the error: they may quote what stands in the file.
        raise DamagedKeyFile(type(error).__name__) from None


def read_key_file(path: Path) -> KeyFile:
    """Return the key file of a path.

    Raises:
        NoKeyFile: it is not there, or cannot be read.
        OpenToOthers: other accounts of the computer may read it.
        DamagedKeyFile: it is none.
        NewerKeyFile: a newer app wrote it.
    """
    try:
        if path.exists() and not path.is_file():  # of a pipe we would wait for ever
            raise NoKeyFile("no file")
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise OpenToOthers(str(path))
            return key_file_of(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise NoKeyFile(type(error).__name__) from error


def write_key_file(folder: Path, key: KeyFile) -> Path:
    """Write a key file that only this account may read, and return where.

    Raises:
        KeyFileIsThere: there is one of this name; it stands.
        FolderNotWritable: it cannot be written; or DiskFull.
    """
    path = folder / key.name
    try:
        if path.exists():
            raise KeyFileIsThere(key.name)
        write_whole(path, key.as_bytes(), private=True)
        flush_folder(folder)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"a key: {error.strerror}")) from error
    return path


def whole_holder(name: str) -> str:
    """Return the name of who holds a key as it is kept; a space typed twice is one.

    Raises:
        CannotUseInput: it is empty, or too long, or something hidden is in it.
    """
    name = _SPACES.sub(" ", name).strip()
    if not name or not is_name(name, LONGEST_HOLDER):
        raise CannotUseInput(
            message=tr("This name cannot be used."),
            advice=tr("Write it on one line, with at most {most} letters.", most=LONGEST_HOLDER),
        )
    return name


def _read(said: dict[str, Any]) -> KeyFile:
    fields.text(said, "kdf", _KDF)
    holder = fields.text(said, "holder")
    if fields.count(said, "format") != FORMAT or not is_name(holder, LONGEST_HOLDER):
        raise ValueError("format or holder")
    found = KeyFile(
        kind=KeyKind(fields.text(said, "for")),
        line=fields.text(said, "line", fields.LINE),
        holder=holder,
        key=fields.text(said, "key", fields.KEY),
        effort=Effort(fields.count(said, "passes"), fields.count(said, "memory_bytes")),
        salt=bytes.fromhex(fields.text(said, "salt", _SALT)),
        sealed=bytes.fromhex(fields.text(said, "sealed", _SEALED)),
    )
    found.must_be_whole(fields.text(said, "check"))
    return found
