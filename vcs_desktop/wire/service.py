"""What a laptop and the infrastructure service say to each other: names, limits and shapes.

How they stand in JSON is in ``wire/service_json.py``. An **era** is one life of the
service's database, a new one begins when it was restored from a backup. An **epoch** is the
number of a group's key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

APP: Final = "vcs-service"
PROTOCOL: Final = 1
ROOT: Final = "/v1"

MOST_IN_A_PUSH: Final = 200
MOST_IN_A_PAGE: Final = 500
MOST_BODIES: Final = 8_000_000
"""Bytes of sealed operations in one push, and in one page of answers."""
MOST_OPERATION: Final = 4_200_000
MOST_BLANK: Final = 64 << 10
MOST_REQUEST: Final = 11_500_000
"""Bytes of JSON that a push or a page of operations may have: base64, and what is around it."""
MOST_SMALL_REQUEST: Final = 512 << 10
MOST_OFFER: Final = 4 << 10
MOST_PROOF: Final = 1 << 10
MOST_WELCOME: Final = 256 << 10
MOST_LETTER: Final = 1 << 10
MOST_DEVICES: Final = 60
MOST_INVITATIONS: Final = 5
INVITATION_S: Final = 3_600
MOST_FILE: Final = 30_000_000
MOST_PART: Final = 1 << 20
MOST_SUBMISSION: Final = 256 << 10
MOST_REPLY: Final = 10_000
"""Characters of what an officer answers."""
MOST_NAME: Final = 200

ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
NONCE: Final = re.compile(r"[A-Za-z0-9_-]{16,64}", re.ASCII)
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
SIGNATURE: Final = re.compile(r"[0-9a-f]{128}", re.ASCII)
KIND: Final = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Code(StrEnum):
    """Why the service refuses, as ``error`` of its answer says."""

    MALFORMED = "malformed"
    UNKNOWN_TOKEN = "unknown_token"  # noqa: S105  the name of a refusal
    REMOVED = "removed"
    NOT_ALLOWED = "not_allowed"
    NOT_THERE = "not_there"
    OTHER_BYTES = "other_bytes"
    TAKEN = "taken"
    WRONG_OFFSET = "wrong_offset"
    ERASED = "erased"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    BUSY = "busy"
    FAILED = "failed"


class Outcome(StrEnum):
    """What became of an operation that was pushed."""

    STORED = "stored"
    SAME = "same"
    OTHER_BYTES = "other_bytes"
    ERASED = "erased"


class State(StrEnum):
    """How far a submission has come."""

    RECEIVED = "received"
    READ = "read"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    KEPT_UNTIL_OVER = "kept_until_over"


@dataclass(frozen=True, slots=True)
class Probe:
    """Who answers: ``council_key`` is its X25519 key in hexadecimal, or empty."""

    nonce: str
    era: str
    council_key: str
    name: str
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """A laptop as the service knows it, with its Ed25519 and X25519 keys in hexadecimal."""

    id: str
    sign_key: str
    seal_key: str


@dataclass(frozen=True, slots=True)
class ListedDevice:
    """A laptop of the group; ``removed`` is that it may not come in any more."""

    keys: DeviceKeys
    removed: bool


@dataclass(frozen=True, slots=True)
class Admitted:
    """A laptop may come in: its token, which is told once, and the era."""

    token: str
    era: str


@dataclass(frozen=True, slots=True)
class SealedOperation:
    """An operation as it leaves a laptop."""

    uuid: str
    body: bytes


@dataclass(frozen=True, slots=True)
class StoredOperation:
    """An operation as the service has it.

    ``sha256`` is of its sealed bytes, also when they are gone: then ``body`` is None, and
    ``blank`` and ``blanked_by`` say what stands in its place.
    """

    number: int
    uuid: str
    device: str
    sha256: str
    body: bytes | None
    blank: bytes | None = None
    blanked_by: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Operations of a group after a number, in order.

    ``head`` is the highest number there is, ``epoch`` the highest epoch of the group that the
    service knows (0: none yet), ``joins`` how many laptops wait to be let in.
    """

    era: str
    head: int
    epoch: int
    joins: int
    operations: tuple[StoredOperation, ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of one operation; ``number`` is None when it was not stored."""

    uuid: str
    outcome: Outcome
    number: int | None


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """What became of all that were pushed, in the order in which they were sent."""

    era: str
    results: tuple[Pushed, ...]


@dataclass(frozen=True, slots=True)
class NewEpoch:
    """A new key for everybody who stays: a letter for each device, and who signed them."""

    letters: Mapping[str, bytes]
    by: str
    signature: str


@dataclass(frozen=True, slots=True)
class EpochLetter:
    """The letter of an epoch for one device; ``letter`` is None if there is none for it."""

    epoch: int
    by: str
    letter: bytes | None
    letters_digest: str
    signature: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is kept for whoever knows the code; ``offer`` is sealed with it."""

    group: str
    offer: bytes
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A laptop that waits to be let in, and by which invitation it came."""

    locator: str
    device: DeviceKeys
    proof: bytes


@dataclass(frozen=True, slots=True)
class Welcome:
    """A laptop was let in: what was sealed to it, and its own way into the service."""

    welcome: bytes
    admitted: Admitted


@dataclass(frozen=True, slots=True)
class Submission:
    """What a group chose to share, exactly as it is sent."""

    uuid: str
    kind: str
    sealed: bool
    body: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a submission came in; ``signature`` is empty when the service signs none."""

    uuid: str
    sha256: str
    received_at: datetime
    era: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionState:
    """How far a submission has come; None is that nobody said anything."""

    state: State
    reply: str | None
    keep_until_on: date | None


@dataclass(frozen=True, slots=True)
class SharedLine:
    """Something that a group shared, as an officer sees it in a list."""

    number: int
    uuid: str
    kind: str
    sealed: bool
    received_at: datetime
    state: State
    keep_until_on: date | None


@dataclass(frozen=True, slots=True)
class SharedWhole:
    """All of it: ``body`` is None once it was withdrawn or its time is over."""

    line: SharedLine
    body: bytes | None
    reply: str | None


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What was shared after a number, in order; ``head`` is the highest number there is."""

    era: str
    head: int
    lines: tuple[SharedLine, ...]
