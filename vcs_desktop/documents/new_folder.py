"""A folder of files that is there whole or not at all."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder, write_whole
from vcs_desktop.core.language import tr


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty; no other account can read them.

    Raises:
        CannotUseInput: there is something in the folder, or it is a whole disk.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room.
    """
    with new_folder(folder) as begun:
        put_files(begun, files)


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder of ``new_folder``.

    Raises:
        OSError: one cannot be written.
    """
    for name, content in files.items():
        write_whole(folder / name, content, private=True)


def put_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that is too large to be held whole into a folder of ``new_folder``.

    When that fails, also because no further piece can be had, nothing of it is left.

    Raises:
        OSError: it cannot be written; or whatever the pieces raise.
    """
    try:
        with open(path, "xb", opener=_private) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Yield a folder to write into, which takes its place when all is written.

    It is beside it until then, so that a crash or a full disk leaves nothing that
    looks whole and is not.

    Raises:
        CannotUseInput: there is something in the folder, or it is a whole disk.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room.
    """
    folder = folder.absolute()
    _must_be_free(folder)
    begun = folder.with_name(f".{folder.name}.part")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(begun, ignore_errors=True)
        begun.mkdir(mode=0o700)
        yield begun
        for inside in (each for each in begun.iterdir() if each.is_dir()):
            flush_folder(inside)
        flush_folder(begun)
        if os.name == "nt" and folder.exists():  # there a folder takes no other's place
            folder.rmdir()
        begun.replace(folder)
        flush_folder(folder.parent)
    except OSError as error:
        refused = FolderNotWritable(
            str(error.strerror),
            message=tr("We cannot save it there."),
            advice=tr("Choose another folder, one that is new or empty."),
        )
        raise not_written(error, refused) from error
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def _private(name: str, how: int) -> int:
    return os.open(name, how, 0o600)


def _must_be_free(folder: Path) -> None:
    if folder.name == "":
        raise CannotUseInput(
            "a whole disk",
            message=tr("This is a whole disk."),
            advice=tr("Name a new folder on it."),
        )
    if folder.is_file():
        raise CannotUseInput(
            "a file",
            message=tr("There is a file of this name. Nothing was written."),
            advice=tr("Give the folder another name."),
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotUseInput(
            "not empty",
            message=tr("There is something in this folder already. Nothing was written."),
            advice=tr("Choose a new folder, or an empty one."),
        )
