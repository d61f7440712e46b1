"""What the rules need of a service beside what laptops may ask: the acts of whoever runs it."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.sync.group_service import GroupService, ServiceDoor
from vcs_desktop.wire.service import DeviceKeys, SealedOperation

IDS = Ids(SystemClock())


class Backend(Protocol):
    """One service, whatever it is made of."""

    def door(self) -> ServiceDoor:
        """Return a way in; each thread takes its own."""

    def new_code(self) -> str:
        """Return a code by which a group may begin."""

    def begin_era(self) -> str:
        """Do what is done after a restore from a backup."""

    def forward(self, by: timedelta) -> None:
        """Set the clock of the service forward."""

    def answer(self, uuid: str, reply: str) -> None:
        """Answer a submission as an officer does."""

    def keep_until(self, uuid: str, on: date) -> None:
        """Say until which day a submission is kept."""


@dataclass
class Group:
    """A group that has begun, seen by its first laptop."""

    backend: Backend
    id: str
    keys: DeviceKeys
    token: str
    service: GroupService

    def another_way_in(self) -> GroupService:
        """Return the same laptop for another thread."""
        return self.backend.door().entering(self.id, self.token)

    def another_laptop(self) -> tuple[GroupService, DeviceKeys]:
        """Let another laptop in, and return how it sees the service."""
        keys, locator = new_keys(), secrets.token_hex(32)
        self.service.invite(locator, b"offer")
        waiting = self.backend.door().ask_to_join(locator, keys, b"proof")
        self.service.welcome(keys.id, b"welcome")
        welcome = self.backend.door().joined(keys.id, waiting)
        assert welcome is not None
        return self.backend.door().entering(self.id, welcome.admitted.token), keys


def new_group(backend: Backend) -> Group:
    group, keys = IDS.new(), new_keys()
    admitted = backend.door().start_group(group, backend.new_code(), keys)
    service = backend.door().entering(group, admitted.token)
    return Group(backend, group, keys, admitted.token, service)


def new_keys() -> DeviceKeys:
    return DeviceKeys(IDS.new(), secrets.token_hex(32), secrets.token_hex(32))


def operation(body: bytes | None = None) -> SealedOperation:
    return SealedOperation(IDS.new(), secrets.token_bytes(200) if body is None else body)
