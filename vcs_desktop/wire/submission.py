"""What a group tells the council, as it travels: canonical JSON, the same bytes everywhere."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from vcs_desktop.wire.record import canonical

FORMAT: Final = 1
MOST_BYTES: Final = 64_000
"""Of one submission before it is sealed: some thirty pages."""

KINDS: Final = (
    "profile",
    "need",
    "compact_pledge",
    "compact_theme",
    "consultation_answer",
    "expression_of_interest",
    "help_request",
    "training_attendance",
)

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_KNOWN = frozenset({"format", "kind", "uuid", "group_name", "made_on", "fields"})


@dataclass(frozen=True, slots=True)
class Submission:
    """One thing that is told. ``group_name`` is empty where the text does not say whose it is."""

    kind: str
    uuid: str
    made_on: date
    fields: Mapping[str, Any]
    group_name: str = ""


def submission_bytes(submission: Submission) -> bytes:
    """Return the one text of a submission.

    Raises:
        ValueError: it is longer than a submission may be.
    """
    told: dict[str, Any] = {
        "format": FORMAT,
        "kind": submission.kind,
        "uuid": submission.uuid,
        "made_on": submission.made_on.isoformat(),
        "fields": dict(submission.fields),
    }
    if submission.group_name:
        told["group_name"] = submission.group_name
    content = canonical(told)
    if len(content) > MOST_BYTES:
        raise ValueError("a submission is too long")
    return content


def submission_of(content: bytes) -> Submission:
    """Read a submission; whoever wrote it may mean harm.

    Raises:
        ValueError: it is not one, or it is not written in the one canonical way.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("a submission is too long")
    try:
        found = json.loads(content)
        submission = _read(found)
        is_canonical = submission_bytes(submission) == content
    except RecursionError as error:
        raise ValueError("a submission is nested too deeply") from error
    if not is_canonical:
        raise ValueError("a submission is not written canonically")
    return submission


def _read(found: Any) -> Submission:
    if not isinstance(found, dict) or not found.keys() <= _KNOWN:
        raise ValueError("a submission is not an object of the fields that we know")
    if type(found.get("format")) is not int or found["format"] != FORMAT:
        raise ValueError("a submission has another format")
    fields = found.get("fields")
    if not isinstance(fields, dict):
        raise ValueError("a submission has no fields")
    kind, uuid = _text(found, "kind"), _text(found, "uuid")
    if kind not in KINDS or not _UUID.fullmatch(uuid):
        raise ValueError("a submission has no kind or no id that we know")
    name = _text(found, "group_name") if "group_name" in found else ""
    return Submission(kind, uuid, date.fromisoformat(_text(found, "made_on")), fields, name)


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"a submission's {name} is missing or wrong")
    return value
