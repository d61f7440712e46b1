"""The one shape in which everything public travels: on the wire, on a stick, in the library."""

import hashlib
import json
import math
from dataclasses import dataclass, field
from typing import Any

import orjson

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


def is_canonical_of(content: bytes, data: Any) -> bool:
    """Say whether some bytes are the canonical JSON of the data that were read from them.

    The quick writer writes the same, but for fractions (1e16 for 1e+16); halves of letters and
    what is nested deeply it does not write at all.
    """
    if not has_fractions(data):
        try:
            if orjson.dumps(data, option=orjson.OPT_SORT_KEYS) == content:
                return True
        except TypeError:
            pass
    return canonical(data) == content


def has_fractions(data: Any) -> bool:
    """Say whether there is a number in some JSON data that is not kept as a whole one."""
    left = [data]
    while left:
        some = left.pop()
        if isinstance(some, float):
            return True
        if isinstance(some, dict):
            some = list(some.values())
        if isinstance(some, list):
            left += [each for each in some if each.__class__ is not str]
    return False


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
