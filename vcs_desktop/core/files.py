"""Files that are either wholly written or not written at all."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file so that a crash leaves the old one or the new one, never half.

    ``private`` is for what no other account of the computer may read at any moment.

    Raises:
        OSError: it cannot be written; the old file, if any, stands.
    """
    with whole_file(path, private=private) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write into, which takes the place of the old one when all is written.

    Raises:
        OSError: it cannot be written; the old file, if any, stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        # Made anew: what somebody else may have put there is not written into.
        part.unlink(missing_ok=True)
        with open(part, "xb", opener=only_ours if private else None) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def surely(asked: Callable[[], bool]) -> bool:
    """Return what a path says of itself, such as ``path.exists``; no where nobody can tell.

    A name that is too long, or a folder that may not be looked into, would be an error else.
    Whoever reads or writes there then says what is wrong.
    """
    try:
        return asked()
    except OSError:
        return False


def only_ours(name: str, how: int) -> int:
    """Open a file, as ``open`` asks its ``opener`` to: a new one no other account can read."""
    return os.open(name, how, 0o600)


def flush_folder(folder: Path) -> None:
    """Bring to the disk which files a folder has, where the system lets us ask for it.

    Without it a power cut can undo a rename that was made before it.

    Raises:
        OSError: the disk failed.
    """
    if os.name == "nt":  # a folder cannot be opened there; its log of changes does this
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path: Path, content: Any) -> None:
    """Write JSON for people to read, wholly or not at all."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_whole(path, text.encode())


def read_json_object(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file, or an empty one if it is absent or damaged.

    Meant for settings: a damaged file must never stop the app from starting.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
