"""What a second start hands to the window that is open: one path, and nothing else.

Whoever can write here is a program of the same person; all the same it may only say where a
file lies on this computer. The window offers a library, and a person says yes or no; changes
of a group are taken in by that group alone, which opens them with its own keys.
"""

from pathlib import Path
from typing import Final

from vcs_desktop.core.text import without_hidden

MOST_BYTES: Final = 8_192
SUFFIXES: Final = (".vcslibrary", ".vcschanges")
"""A library, and changes of a group on a stick."""
_OPEN: Final = b"open "
_END: Final = b"\n"
_ELSEWHERE: Final = ("\\\\", "//")


def message_for(path: Path) -> bytes:
    """Return what is said of a file's path; nothing where it could not be said."""
    message = _OPEN + str(path).encode("utf-8", "replace") + _END
    return message if path_in(message) == path else b""


def is_whole(message: bytes) -> bool:
    """Say whether no more of a message is to be waited for."""
    return _END in message or len(message) > MOST_BYTES


def path_in(message: bytes) -> Path | None:
    """Return the path that a message says; None for anything but one plain, local path."""
    if len(message) > MOST_BYTES or not message.startswith(_OPEN) or not message.endswith(_END):
        return None
    try:
        said = message[len(_OPEN) : -len(_END)].decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not said.isprintable() or without_hidden(said) != said or said.startswith(_ELSEWHERE):
        return None
    path = Path(said)
    if not path.is_absolute() or path.suffix.casefold() not in SUFFIXES:
        return None
    return path
