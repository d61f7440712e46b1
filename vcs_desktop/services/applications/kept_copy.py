"""What a copy of a sent application holds: everything as it was, in one zip that stays as it is.

``application.json`` has the records, as any program can read them; the rest are the files that a
person reads. Its hash is of the records and of the papers that went along, so that the same words
and figures always have the same one.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.file_errors import FileDamaged
from vcs_desktop.core.language import tr
from vcs_desktop.documents.zip_files import zip_of
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budgets import Budget
from vcs_desktop.domain.stored_file import MOST_BYTES
from vcs_desktop.domain.values import thing_of, values_of
from vcs_desktop.wire.record import canonical, digest

RECORDS: Final = "application.json"
PAPERS: Final = "papers"
FORMAT: Final = "vcs-desktop-application-1"
_NOT_SENT: Final = ("copies",)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError,
    LookupError, TypeError, AttributeError, ValueError,
)  # fmt: skip
"""What reading a zip ends with that is damaged, locked, or made by somebody to do harm."""


@dataclass(frozen=True, slots=True)
class CopyContent:
    """A copy as it is read again. ``files`` are the names of all that lies in it."""

    whole: Whole
    names: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()


def told_of(whole: Whole, names: Mapping[str, str], papers: Mapping[str, str]) -> dict[str, Any]:
    """Return the records of an application as JSON takes them.

    ``names`` are what people, papers and the group were called, by id or by what they are.
    ``papers`` are the hashes of the files that go along, by their names in the zip.
    """
    application = {
        name: value
        for name, value in values_of(whole.application).items()
        if name.partition("/")[0] not in _NOT_SENT
    }
    return {
        "format": FORMAT,
        "id": whole.application.id,
        "application": application,
        "answers": [{"id": each.id, "says": values_of(each)} for each in whole.answers],
        "budget": {"id": whole.budget.id, "says": values_of(whole.budget)}
        if whole.budget
        else None,
        "names": dict(names),
        "papers": dict(papers),
    }


def hash_of(told: Mapping[str, Any]) -> str:
    """Return the hash of what a copy says, in hex."""
    return digest(told)


def zip_with(told: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """Return the zip of a copy."""
    return zip_of({RECORDS: canonical(told), **files})


def file_in(content: bytes, suffix: str) -> bytes:
    """Return the file of a kind that lies in the zip of a copy.

    Raises:
        CannotUseInput: there is none of that kind.
        FileDamaged: it is no such zip.
    """
    with _opened(content) as archive:
        names = [each for each in archive.namelist() if PAPERS not in each.split("/")]
        found = next((each for each in names if each.endswith(suffix)), None)
        if found is not None:
            return _held(archive, found)
    raise CannotUseInput(
        suffix,
        message=tr("The kept copy holds no such file."),
        advice=tr("Save it as a zip to see all that is in it."),
    )


def read_copy(content: bytes, sha256: str) -> CopyContent:
    """Return what a copy says.

    Raises:
        FileDamaged: it is not what was kept.
    """
    with _opened(content) as archive:
        names = tuple(archive.namelist())
        told = json.loads(_held(archive, RECORDS))
        if hash_of(told) != sha256:
            raise FileDamaged("other words than its record says")
        budget = told["budget"]
        return CopyContent(
            Whole(
                thing_of(Application, told["application"], told["id"]),
                tuple(thing_of(Answer, each["says"], each["id"]) for each in told["answers"]),
                thing_of(Budget, budget["says"], budget["id"]) if budget else None,
            ),
            told["names"],
            names,
        )


@contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a zip; whatever its reader stumbles over, it is a damaged file."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield archive
    except _BROKEN as error:
        raise FileDamaged(type(error).__name__) from error


def _held(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > MOST_BYTES:
        raise FileDamaged("unpacks to too much")
    return archive.read(name)
