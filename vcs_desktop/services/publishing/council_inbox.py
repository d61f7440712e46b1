"""What groups shared with the council, opened with its key where it is sealed."""

from pathlib import Path
from threading import Event
from typing import Any

from vcs_desktop.core.errors import Stopped
from vcs_desktop.sync.officer_service import AT_ONCE, OfficerService
from vcs_desktop.vault.device_keys import SealKeys
from vcs_desktop.vault.key_file import KeyFile, KeyKind, read_key_file, write_key_file
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, Effort, NotOpened
from vcs_desktop.wire.fields import thing
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.service import SharedWhole


def new_council_key(
    folder: Path, line: str, holder: str, words: str, effort: Effort = FOR_PASSPHRASES
) -> tuple[Path, KeyFile]:
    """Make the key to which groups seal what is personal; return its file and what it says.

    Raises:
        WeakPassphrase: the words are too easy to guess.
        AppError: the file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = KeyFile.make(KeyKind.COUNCIL, line, holder, words, effort)
    return write_key_file(folder, made), made


def council_key(file: Path) -> KeyFile:
    """Return the council's key of a file, still sealed.

    Raises:
        AppError: there is none, it is damaged, or for something else.
    """
    found = read_key_file(file)
    found.must_be(KeyKind.COUNCIL, found.line)
    return found


def opened(key: KeyFile, words: str) -> SealKeys:
    """Return what opens the things that were sealed to the council.

    Raises:
        WrongKeyWords: the words are others.
    """
    return SealKeys.of(key.seed(words))


def what_it_says(shared: SharedWhole, keys: SealKeys | None) -> dict[str, Any] | None:
    """Return what a group shared, as it wrote it; None where it is gone or cannot be opened.

    None too where it could not be written down again: half a letter, or a number without end,
    in one thing would keep an officer from a file of all the others.
    """
    body = shared.body
    if body is None or (shared.line.sealed and keys is None):
        return None
    try:
        said = thing(keys.open(body) if shared.line.sealed and keys is not None else body)
        canonical(said)
    except (NotOpened, ValueError, RecursionError):
        return None
    return said


def all_of_it(service: OfficerService, stop: Event | None = None) -> list[SharedWhole]:
    """Return everything that was shared, page by page.

    Raises:
        Stopped: ``stop`` was set.
        Offline: the service cannot be reached.
    """
    found: list[SharedWhole] = []
    while more := service.export(found[-1].line.number if found else 0, AT_ONCE):
        found += more
        if stop is not None and stop.is_set():
            raise Stopped
    return found
