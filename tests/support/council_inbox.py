"""A service's inbox in memory, that behaves: what came once stays as it came."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime

from vcs_desktop.sync.service_errors import (
    Gone,
    NotThere,
    NotUnderstood,
    OtherBytes,
    ServiceOffline,
    TokenNotKnown,
)
from vcs_desktop.vault.device_keys import SealKeys
from vcs_desktop.wire.service import Probe, Receipt, State, SubmissionState

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)


@dataclass
class CouncilInbox:
    """What lies at the council, for every laptop of a group; ``keys`` are the council's own."""

    keys: SealKeys = field(default_factory=SealKeys.new)
    names_key: bool = True
    came: dict = field(default_factory=dict)
    said: dict = field(default_factory=dict)
    withdrawn: set = field(default_factory=set)
    refused: set = field(default_factory=set)
    asked: list = field(default_factory=list)

    def door(self, **faults):
        """Return a new door for one look of one laptop."""
        return Door(self, **faults)

    def read(self, uuid):
        """Return what an officer reads: the bytes before they were sealed."""
        submission = self.came[uuid]
        return self.keys.open(submission.body) if submission.sealed else submission.body

    def answer(self, uuid, reply, **more):
        """Let the council answer."""
        self.said[uuid] = SubmissionState(State.ANSWERED, reply, more.get("keep_until_on"))


@dataclass
class Door:
    """A laptop's way to it. ``works`` is how many requests go well before the line breaks."""

    inbox: CouncilInbox
    works: int = 1_000
    loses_answers: bool = False
    is_known: bool = True
    is_closed: bool = False

    def probe(self):
        self._ask("probe", "")
        return Probe("n", "era-1", self.inbox.keys.key if self.inbox.names_key else "", "Council")

    def submit(self, submission):
        self._ask("submit", submission.uuid)
        if submission.uuid in self.inbox.withdrawn:
            raise Gone
        if submission.uuid in self.inbox.refused:
            raise NotUnderstood
        held = self.inbox.came.setdefault(submission.uuid, submission)
        if held != submission:
            raise OtherBytes
        if self.loses_answers:
            raise ServiceOffline
        digest = hashlib.sha256(submission.body).hexdigest()
        return Receipt(submission.uuid, digest, NOW, "era-1", "signed")

    def submission(self, uuid):
        self._ask("look", uuid)
        if uuid in self.inbox.withdrawn:
            raise Gone
        if uuid not in self.inbox.came:
            raise NotThere
        return self.inbox.said.get(uuid, SubmissionState(State.RECEIVED, None, None))

    def withdraw(self, uuid):
        self._ask("withdraw", uuid)
        if uuid in self.inbox.withdrawn:
            raise Gone
        if uuid not in self.inbox.came:
            raise NotThere
        del self.inbox.came[uuid]
        self.inbox.withdrawn.add(uuid)

    def close(self):
        self.is_closed = True

    def _ask(self, what, uuid):
        assert not self.is_closed
        if not self.works:
            raise ServiceOffline
        self.works -= 1
        if not self.is_known:
            raise TokenNotKnown
        self.inbox.asked.append((what, uuid))
