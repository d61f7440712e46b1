"""What a service in memory holds, as its database would."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from vcs_desktop.wire import service as wire


@dataclass
class KeptOperation:
    number: int
    uuid: str
    device: str
    sha256: str
    body: bytes | None
    blank: bytes | None = None
    blanked_by: str = ""


@dataclass
class KeptGroup:
    operations: list = field(default_factory=list)
    devices: dict = field(default_factory=dict)
    removed: set = field(default_factory=set)
    epochs: dict = field(default_factory=dict)
    invitations: dict = field(default_factory=dict)
    joins: dict = field(default_factory=dict)
    blobs: dict = field(default_factory=dict)
    erased_blobs: set = field(default_factory=set)
    bodies: int = 0


@dataclass
class KeptJoin:
    group: str
    request: wire.JoinRequest
    waiting: str
    welcome: bytes | None = None
    token: str = ""
    refused: bool = False
    is_used: bool = False


@dataclass
class KeptSubmission:
    group: str
    submission: wire.Submission
    received_at: datetime | None = None
    reply: str | None = None
    until: date | None = None
    withdrawn: bool = False


@dataclass
class Tables:
    """All that a backup of the database would hold."""

    era: str = field(default_factory=lambda: str(uuid.uuid4()))
    groups: dict = field(default_factory=dict)
    used: set = field(default_factory=set)
    tokens: dict = field(default_factory=dict)
    codes: dict = field(default_factory=dict)
    joins: dict = field(default_factory=dict)
    inbox: dict = field(default_factory=dict)
