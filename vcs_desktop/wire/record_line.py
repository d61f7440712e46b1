"""Reads the lines of a library that arrives: quickly, for there are tens of thousands of them.

A line is taken only if it can be made again, byte for byte, from what it says.
"""

import hashlib
import json
import re
from typing import Any, Final

import orjson

from vcs_desktop.wire.record import DECODER, Record, canonical

_BEGINNING: Final = b'{"data":'
_END: Final = b',"id":"'
"""Begins what follows the data. No text holds it: there each quotation mark has a stroke before."""

_TEXT: Final = r'"([^"\\\x00-\x1f]*)"'
_PLAIN_END: Final = re.compile(rf',"id":{_TEXT},"kind":{_TEXT},"modified":{_TEXT}}}\n')
"""What follows the data where nothing in it has to be escaped: then it can be made again."""

_STROKE: Final = ord("\\")
_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
"""Half of a letter, which no file can hold as text; or a backslash and a word that begins so."""


def line_digest(line: bytes) -> str:
    """Return the SHA-256 of a line, in hexadecimal: by it a record's version is known."""
    return hashlib.sha256(line).hexdigest()


def read_exactly(line: bytes) -> tuple[Record, bytes]:
    """Read a line that can be made again, byte for byte, from what it says.

    The second is the JSON of its data as it stands there: whoever keeps it need not write
    the data out anew.

    Raises:
        ValueError: it is no record, or is not written as ``record.line_of`` writes one.
    """
    end = line.rfind(_END)
    if end < 0 or not line.startswith(_BEGINNING):
        raise ValueError("a line of the library is not a record")
    body = line[len(_BEGINNING) : end]
    try:
        record = _record_with(_data(body), line[end:].decode())
        if _STROKE in body and _HALF.search(body) and canonical(record.data) != body:
            raise ValueError("a line of the library has halves of letters")
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("a line of the library is not a record") from error
    return record, body


def _data(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        # It is stricter: about numbers that no computer holds, and halves of letters.
        return DECODER.decode(body.decode())


def _record_with(data: Any, tail: str) -> Record:
    """Return a record from its data and the rest of its line."""
    if plain := _PLAIN_END.fullmatch(tail):
        record_id, kind, modified = plain.groups()
        record = Record(kind, record_id, data, modified)
    else:
        rest = json.loads("{" + tail[1:])
        record = Record(rest["kind"], rest["id"], data, rest["modified"])
        said = {"id": record.id, "kind": record.kind, "modified": record.modified}
        if not all(isinstance(each, str) for each in said.values()) or (
            b"," + canonical(said)[1:] + b"\n" != tail.encode()
        ):
            raise ValueError("a line of the library is not written as it should be")
    if not isinstance(data, dict) or not record.kind or not record.id:
        raise ValueError("a line of the library is not a record")
    return record
