"""The envelope of an operation: one change that a person made to one record of a group.

The log of operations is what travels between a group's computers, what says who
did what, and what is undone. An operation is never changed. An erasure is one too:
it names records only, and every computer then takes the values out of the
operations of those records, keeping their ids and digests.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import orjson

from vcs_desktop.wire.record import canonical, has_fractions, is_canonical_of

FORMAT = 1
"""What this app writes; an envelope of a newer format may still be read, as far as it is known."""

MOST_BYTES = 4_000_000
"""No envelope is larger: the longest texts have 100 KB, and stand in it twice."""

FIRST = ""
"""What the first operation of a device names as the one before it."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Deed(StrEnum):
    """What an operation does to its record; what only a newer app can do is kept, unread."""

    CHANGE = "change"
    DELETE = "delete"
    RESTORE = "restore"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, as JSON values; None is that it says nothing."""

    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    ``record`` is the record's id, empty for an erasure, which names its records in
    ``records``. ``based_on`` are the operations of the record that were its newest
    when this one was made. ``act`` is shared by all operations of one thing that a
    person did, and ``verb`` names it. ``who`` is the id of whoever did it, ``at``
    when, by that computer's clock (aware UTC). ``previous`` is the digest of the
    device's operation before this one. ``more`` are fields that a newer app added.
    """

    id: str
    device: str
    kind: str
    record: str
    deed: str
    act: str
    verb: str
    who: str
    at: datetime
    previous: str = FIRST
    changes: Mapping[str, Change] = field(default_factory=lambda: _NOTHING)
    based_on: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)


_BEFORE_AND_AFTER = 2
_TEXTS = ("id", "device", "kind", "record", "deed", "act", "verb", "who", "previous")
_KNOWN = frozenset(Operation.__slots__) - {"more"} | {"format"}


def operation_bytes(operation: Operation) -> bytes:
    """Return the one text of an operation: canonical JSON."""
    return canonical(_said(operation))


def _said(operation: Operation) -> dict[str, Any]:
    return {
        **operation.more,
        **_written_by_us(operation),
        "id": operation.id,
        "device": operation.device,
        "kind": operation.kind,
        "record": operation.record,
        "deed": str(operation.deed),
        "act": operation.act,
        "verb": operation.verb,
        "who": operation.who,
        "previous": operation.previous,
        "changes": {name: [each.old, each.new] for name, each in operation.changes.items()},
        "based_on": list(operation.based_on),
        "records": list(operation.records),
    }


def _written_by_us(operation: Operation) -> dict[str, Any]:
    """Return the fields that may be read from more than one text."""
    return {
        "format": operation.more.get("format", FORMAT),
        "at": operation.at.astimezone(UTC).isoformat(),
    }


def operation_digest(content: bytes) -> str:
    """Return the SHA-256 of an operation's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def operation_of(content: bytes) -> Operation:
    """Read an operation.

    Raises:
        ValueError: it is not one, or it is not written in the one canonical way, so
            that it would not be the same bytes on another computer.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("an operation is too large")
    try:
        found = _loaded(content)
        operation = _read(found)
        is_canonical = is_canonical_of(content, {**found, **_written_by_us(operation)})
    except RecursionError as error:
        raise ValueError("an operation is nested too deeply") from error
    except OverflowError as error:
        raise ValueError("an operation's moment is none in UTC") from error
    if not is_canonical:
        raise ValueError("an operation is not written canonically")
    return operation


def _loaded(content: bytes) -> Any:
    try:
        found = orjson.loads(content)
    except ValueError:
        return json.loads(content)  # orjson is stricter about halves of letters
    # Of whole numbers that are very large orjson makes approximate ones.
    return json.loads(content) if has_fractions(found) else found


def _read(found: Any) -> Operation:
    if not isinstance(found, dict):
        raise ValueError("an operation is not an object")
    # The format is kept with what is not known, so that a newer one stays what it was.
    more = {key: value for key, value in found.items() if key not in _KNOWN or key == "format"}
    if more.get("format") == FORMAT:
        del more["format"]
    operation = Operation(
        **{name: _text(found, name) for name in _TEXTS},
        at=_moment(found),
        changes=_changes(found),
        based_on=_texts(found, "based_on"),
        records=_texts(found, "records"),
        more=MappingProxyType(more),
    )
    if not operation.id or not operation.device:
        raise ValueError("an operation has no id or no device")
    if (operation.deed == Deed.ERASE) == bool(operation.record):
        raise ValueError("an operation is of one record, and an erasure of none")
    return operation


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str):
        raise ValueError(f"an operation's {name} is missing or wrong")
    return value


def _texts(found: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = found.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"an operation's {name} is missing or wrong")
    return tuple(value)


def _moment(found: Mapping[str, Any]) -> datetime:
    moment = datetime.fromisoformat(_text(found, "at"))
    if moment.tzinfo is None:
        raise ValueError("an operation's moment has no zone")
    return moment


def _changes(found: Mapping[str, Any]) -> Mapping[str, Change]:
    value = found.get("changes")
    if not isinstance(value, dict):
        raise ValueError("an operation's changes are missing or wrong")
    changes = {}
    for name, pair in value.items():
        if not isinstance(pair, list) or len(pair) != _BEFORE_AND_AFTER:
            raise ValueError("an operation's change has no before and after")
        changes[name] = Change(*pair)
    return MappingProxyType(changes)
