"""How what a laptop and the service say stands in JSON.

Both sides write and read it by these functions, and neither believes the other: what comes in
is read in its one form, or it is a ``ValueError``.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

from vcs_desktop.wire.fields import KEY, MOMENT, SHA256, count, text
from vcs_desktop.wire.service import (
    DAY,
    ID,
    MOST_BLANK,
    MOST_BODIES,
    MOST_DEVICES,
    MOST_IN_A_PAGE,
    MOST_IN_A_PUSH,
    MOST_NAME,
    MOST_OPERATION,
    NONCE,
    TOKEN,
    Admitted,
    DeviceKeys,
    ListedDevice,
    Outcome,
    Page,
    Probe,
    PushAnswer,
    Pushed,
    SealedOperation,
    StoredOperation,
)

Said = Mapping[str, Any]


# --- Parts ----------------------------------------------------------------------------------


def octets_as_text(octets: bytes) -> str:
    """Return octets as they stand in JSON."""
    return base64.b64encode(octets).decode()


def octets(said: Said, name: str, most: int, *, least: int = 1) -> bytes:
    """Return octets that must be there, from the one way to write them.

    Raises:
        ValueError: they are missing, too many, or written in another way.
    """
    value = said.get(name)
    if not isinstance(value, str) or len(value) > (most + 2) // 3 * 4:
        raise ValueError(f"{name} is missing or wrong")
    try:
        found = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(f"{name} is missing or wrong") from error
    if not least <= len(found) <= most or octets_as_text(found) != value:
        raise ValueError(f"{name} is missing or wrong")
    return found


def words(said: Said, name: str, most: int) -> str:
    """Return words that a person wrote, at most so many letters; empty is allowed.

    Raises:
        ValueError: they are missing, too long, or hold what no database takes.
    """
    value = said.get(name)
    if not isinstance(value, str) or len(value) > most or not is_clean(value):
        raise ValueError(f"{name} is missing or wrong")
    return value


def is_clean(value: str) -> bool:
    """Say whether a text has neither a NUL nor half a letter in it."""
    return "\0" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)


def moment_as_text(moment: datetime) -> str:
    """Return an aware moment as it stands in JSON, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(said: Said, name: str) -> datetime:
    """Return an aware UTC moment that must be there.

    Raises:
        ValueError: it is missing, or there is no such moment.
    """
    return datetime.fromisoformat(text(said, name, MOMENT))


def day(said: Said, name: str) -> date | None:
    """Return a day, or None where nothing is said.

    Raises:
        ValueError: there is no such day.
    """
    return None if said.get(name) is None else date.fromisoformat(text(said, name, DAY))


def flag(said: Said, name: str) -> bool:
    """Return what must be true or false.

    Raises:
        ValueError: it is something else.
    """
    value = said.get(name)
    if not isinstance(value, bool):
        raise ValueError(f"{name} is missing or wrong")
    return value


def objects(value: Any, most: int) -> Sequence[Said]:
    """Return a list of objects.

    Raises:
        ValueError: it is something else, or there are more than ``most``.
    """
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("a list is missing or wrong")
    if not all(isinstance(each, dict) for each in value):
        raise ValueError("a list is wrong")
    return value


def an_object(said: Said, name: str) -> Said:
    """Return an object that must be there.

    Raises:
        ValueError: it is something else.
    """
    value = said.get(name)
    if not isinstance(value, dict):
        raise ValueError(f"{name} is missing or wrong")
    return value


def maybe(said: Said, name: str, pattern: re.Pattern[str]) -> str:
    """Return a text of a pattern, or nothing where none is said.

    Raises:
        ValueError: it is something else.
    """
    return "" if said.get(name, "") == "" else text(said, name, pattern)


# --- The service itself ---------------------------------------------------------------------


def probe_as_json(probe: Probe) -> dict[str, Any]:
    """Return who answers, without the name of the app and the protocol."""
    return {
        "nonce": probe.nonce,
        "era": probe.era,
        "council_key": probe.council_key,
        "name": probe.name,
    }


def probe_of(said: Said) -> Probe:
    """Read who answers; ``app`` and ``protocol`` are looked at by who asked."""
    return Probe(
        text(said, "nonce", NONCE),
        text(said, "era", ID),
        maybe(said, "council_key", KEY),
        words(said, "name", MOST_NAME),
        count(said, "protocol", least=1),
    )


def keys_as_json(keys: DeviceKeys) -> dict[str, Any]:
    """Return a laptop's keys."""
    return {"id": keys.id, "sign_key": keys.sign_key, "seal_key": keys.seal_key}


def keys_of(said: Said) -> DeviceKeys:
    """Read a laptop's keys."""
    return DeviceKeys(
        text(said, "id", ID), text(said, "sign_key", KEY), text(said, "seal_key", KEY)
    )


def group_as_json(group: str, code: str, device: DeviceKeys) -> dict[str, Any]:
    """Return what a group says that begins here."""
    return {"group": group, "code": code, "device": keys_as_json(device)}


def group_of(said: Said) -> tuple[str, str, DeviceKeys]:
    """Read the id of a group that begins here, its officer's code, and its first laptop."""
    code = words(said, "code", MOST_NAME)
    return text(said, "group", ID), code, keys_of(an_object(said, "device"))


def admitted_as_json(admitted: Admitted) -> dict[str, Any]:
    """Return a laptop's way in."""
    return {"token": admitted.token, "era": admitted.era}


def admitted_of(said: Said) -> Admitted:
    """Read a laptop's way in."""
    return Admitted(text(said, "token", TOKEN), text(said, "era", ID))


def devices_as_json(devices: Sequence[ListedDevice]) -> list[dict[str, Any]]:
    """Return the laptops of a group."""
    return [{**keys_as_json(each.keys), "removed": each.removed} for each in devices]


def devices_of(said: Any) -> tuple[ListedDevice, ...]:
    """Read the laptops of a group."""
    found = objects(said, MOST_DEVICES)
    return tuple(ListedDevice(keys_of(each), flag(each, "removed")) for each in found)


# --- Operations -----------------------------------------------------------------------------


def push_as_json(operations: Sequence[SealedOperation]) -> dict[str, Any]:
    """Return operations as they are pushed."""
    return {"ops": [{"uuid": each.uuid, "body": octets_as_text(each.body)} for each in operations]}


def push_of(said: Said) -> tuple[SealedOperation, ...]:
    """Read what is pushed: at least one, each once, and not too much in all."""
    found = tuple(
        SealedOperation(text(each, "uuid", ID), octets(each, "body", MOST_OPERATION))
        for each in objects(said.get("ops"), MOST_IN_A_PUSH)
    )
    if not found or sum(len(each.body) for each in found) > MOST_BODIES:
        raise ValueError("ops are none, or too large")
    return found


def push_answer_as_json(answer: PushAnswer) -> dict[str, Any]:
    """Return what became of what was pushed."""
    return {
        "era": answer.era,
        "results": [
            {"uuid": each.uuid, "outcome": str(each.outcome), "number": each.number}
            for each in answer.results
        ],
    }


def push_answer_of(said: Said) -> PushAnswer:
    """Read what became of what was pushed."""
    return PushAnswer(
        text(said, "era", ID),
        tuple(
            Pushed(
                text(each, "uuid", ID),
                Outcome(text(each, "outcome")),
                None if each.get("number") is None else count(each, "number", least=1),
            )
            for each in objects(said.get("results"), MOST_IN_A_PUSH)
        ),
    )


def page_as_json(page: Page) -> dict[str, Any]:
    """Return a page of operations."""
    return {
        "era": page.era,
        "head": page.head,
        "epoch": page.epoch,
        "joins": page.joins,
        "ops": [_stored_as_json(each) for each in page.operations],
    }


def page_of(said: Said) -> Page:
    """Read a page of operations, whose numbers ascend to the head at most."""
    head = count(said, "head")
    found = tuple(_stored_of(each) for each in objects(said.get("ops"), MOST_IN_A_PAGE))
    numbers = [0, *(each.number for each in found)]
    if any(one >= other for one, other in pairwise(numbers)):
        raise ValueError("numbers do not ascend")
    if numbers[-1] > head:
        raise ValueError("a number is beyond the head")
    era = text(said, "era", ID)
    return Page(era, head, count(said, "epoch"), count(said, "joins"), found)


def _stored_as_json(stored: StoredOperation) -> dict[str, Any]:
    said = {
        "number": stored.number,
        "uuid": stored.uuid,
        "device": stored.device,
        "sha256": stored.sha256,
        "body": None if stored.body is None else octets_as_text(stored.body),
    }
    if stored.blank is not None:
        said["blank"] = octets_as_text(stored.blank)
        said["blanked_by"] = stored.blanked_by
    return said


def _stored_of(said: Said) -> StoredOperation:
    body = None if said.get("body") is None else octets(said, "body", MOST_OPERATION)
    blank = None if said.get("blank") is None else octets(said, "blank", MOST_BLANK)
    if (body is None) == (blank is None):
        raise ValueError("an operation has a body or a blank")
    sha256 = text(said, "sha256", SHA256)
    if body is not None and hashlib.sha256(body).hexdigest() != sha256:
        raise ValueError("an operation's bytes are others")
    return StoredOperation(
        count(said, "number", least=1),
        text(said, "uuid", ID),
        text(said, "device", ID),
        sha256,
        body,
        blank,
        "" if blank is None else text(said, "blanked_by", ID),
    )
