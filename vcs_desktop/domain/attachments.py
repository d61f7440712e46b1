"""Files that a record of the library points to: they come along with it, under their digest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.stored_file import file_name

_POINTER: Final = re.compile(r"attachments/([0-9a-f]{64})", re.ASCII)
_NAMED_BY: Final = ("title", "name", "description")
MOST: Final = 100
"""A record that points to more files than anybody opens shows the first of them."""
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"
_ENDINGS: Final = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "text/plain": (".txt", ".csv", ".ics", ".md"),
    "application/rtf": (".rtf",),
    f"{_OFFICE}.wordprocessingml.document": (".docx",),
    f"{_OFFICE}.spreadsheetml.sheet": (".xlsx",),
    f"{_OFFICE}.presentationml.presentation": (".pptx",),
    f"{_OPEN}.text": (".odt",),
    f"{_OPEN}.spreadsheet": (".ods",),
    f"{_OPEN}.presentation": (".odp",),
}
"""How the names of documents end, by what their content says that they are."""


@dataclass(frozen=True, slots=True)
class PointedAt:
    """A file that a record points to: the title that the record gives it, empty for none."""

    title: str
    sha256: str


def attachments_of(data: Any) -> tuple[PointedAt, ...]:
    """Return the files that a record's data points to, in its order, each once.

    A text that is ``attachments/<SHA-256>`` points to a file, wherever it stands; what is
    called ``title``, ``name`` or ``description`` beside it is the title. That is how a
    document of OCDS reads whose ``url`` is such a text.
    """
    found: dict[str, PointedAt] = {}
    for title, sha256 in _pointers(data):
        found.setdefault(sha256, PointedAt(" ".join(without_hidden(title).split()), sha256))
        if len(found) == MOST:
            break
    return tuple(found.values())


def is_pointer(text: str) -> bool:
    """Say whether a text points to a file that goes along, and is no address."""
    return _POINTER.fullmatch(text) is not None


def is_document(media_type: str) -> bool:
    """Say whether a file is a document that another program may be asked to open.

    What is a program, or nothing that we know, is only saved.
    """
    return media_type in _ENDINGS


def name_for(title: str, media_type: str) -> str:
    """Return what a file is called where it is saved.

    The title is a publisher's, so a document ends as its content says and never otherwise: what
    is called a web page, and is text, opens as text.
    """
    name = file_name(title) or tr("file")
    endings = _ENDINGS.get(media_type, ())
    if not endings or name.lower().endswith(endings):
        return name
    return f"{name}{endings[0]}"


def _pointers(data: Any) -> Iterator[tuple[str, str]]:
    """Yield titles and digests, without going deeper than the data itself is held."""
    left: list[tuple[str, Any]] = [("", data)]
    while left:
        title, value = left.pop()
        if isinstance(value, dict):
            title = next((value[k] for k in _NAMED_BY if isinstance(value.get(k), str)), title)
            left += [(title, each) for each in reversed(value.values())]
        elif isinstance(value, list):
            left += [(title, each) for each in reversed(value)]
        elif isinstance(value, str) and (pointer := _POINTER.fullmatch(value)):
            yield title, pointer[1]
