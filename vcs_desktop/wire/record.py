"""The one shape in which everything public travels: on the wire, on a stick, in the library."""

import hashlib
import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

Data = dict[str, Any]

_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def _finite(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


# A number too large for a computer, and what is none at all, are taken as not given.
DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=lambda _: None)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing in the library, as its publisher gave it.

    ``kind`` is one of ``domain.library.Kind``, or a kind that a newer app knows.
    ``id`` is unique within an origin. ``data`` holds every field, known or not,
    under the names of the field's standard. ``modified`` is the ISO moment of
    the newest release, or empty when the publisher gives none; it decides which
    of two origins' records is shown.
    """

    kind: str
    id: str
    data: Data
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One OCDS release: a message about a process at one moment.

    Releases with the same ``ocid`` are merged in the order of ``date``. ``text``
    is JSON that says the very same as ``data``, where it was at hand: to keep it
    costs less than to write ``data`` out again. Empty when it was not.
    """

    ocid: str
    release_id: str
    date: str
    tags: tuple[str, ...]
    data: Data = field(repr=False)
    text: str = field(default="", repr=False, compare=False)


def canonical(data: Any) -> bytes:
    """Return the one JSON text of some data: sorted keys, no spaces, UTF-8."""
    return _CANONICAL.encode(data).encode()


def digest(data: Any) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()


def line_of(record: Record) -> bytes:
    """Return the record as one line of a snapshot."""
    return (
        canonical(
            {"kind": record.kind, "id": record.id, "modified": record.modified, "data": record.data}
        )
        + b"\n"
    )


def record_of(line: bytes) -> Record:
    """Read one line of a snapshot.

    Raises:
        ValueError: it is not a record.
    """
    content = json.loads(line)
    if not isinstance(content, dict) or not isinstance(content.get("data"), dict):
        raise ValueError("a line of the library is not a record")
    kind, record_id = content.get("kind"), content.get("id")
    if not isinstance(kind, str) or not isinstance(record_id, str) or not kind or not record_id:
        raise ValueError("a record of the library has no kind or no id")
    return Record(kind, record_id, content["data"], str(content.get("modified") or ""))


def line_from(kind: str, record_id: str, modified: str, body: bytes) -> bytes:
    """Return a record's line again, from the JSON of its data as ``read_exactly`` gave it."""
    return b'{"data":%b%b' % (body, _end(kind, record_id, modified))


def read_exactly(line: bytes) -> tuple[Record, bytes]:
    """Read a line that can be made again, byte for byte, from what it says.

    The second is the JSON of its data as it stands there: whoever keeps it need not write
    the data out anew.

    Raises:
        ValueError: it is no record, or is not written as ``line_of`` writes one.
    """
    text = line.decode()
    if not text.startswith(_BEGINNING):
        raise ValueError("a line of the library is not a record")
    try:
        data, end = DECODER.raw_decode(text, len(_BEGINNING))
        body = text[len(_BEGINNING) : end].encode()
        record = _record_with(data, text[end:])
        if _HALF.search(body) and canonical(data) != body:
            raise ValueError("a line of the library has halves of letters")
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("a line of the library is not a record") from error
    return record, body


_BEGINNING = '{"data":'
_TEXT = r'"([^"\\\x00-\x1f]*)"'
_PLAIN_END = re.compile(rf',"id":{_TEXT},"kind":{_TEXT},"modified":{_TEXT}}}\n')
"""What follows the data where nothing in it has to be escaped: then it can be made again."""

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
"""Half of a letter, which no file can hold as text; or a backslash and a word that begins so."""


def _end(kind: str, record_id: str, modified: str) -> bytes:
    said = (_CANONICAL.encode(each) for each in (record_id, kind, modified))
    return ',"id":{},"kind":{},"modified":{}}}\n'.format(*said).encode()


def _record_with(data: Any, tail: str) -> Record:
    """Return a record from its data and the rest of its line."""
    if plain := _PLAIN_END.fullmatch(tail):
        record_id, kind, modified = plain.groups()
        record = Record(kind, record_id, data, modified)
    else:
        rest = json.loads("{" + tail[1:])
        record = Record(rest["kind"], rest["id"], data, rest["modified"])
        said = (record.kind, record.id, record.modified)
        if not all(isinstance(each, str) for each in said) or _end(*said) != tail.encode():
            raise ValueError("a line of the library is not written as it should be")
    if not isinstance(data, dict) or not record.kind or not record.id:
        raise ValueError("a line of the library is not a record")
    return record
