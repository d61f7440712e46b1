"""The service in memory that the tests of laptops stand on, held to the same rules."""

from dataclasses import replace
from datetime import timedelta

from tests.support.fake_service import FakeServer
from vcs_desktop.wire.service import State


class MemoryBackend:
    """What it does not do: it answers one at a time."""

    def __init__(self) -> None:
        self.server = FakeServer()

    def door(self):
        return self.server.at("https://service.example")

    def new_code(self):
        return self.server.new_code()

    def begin_era(self):
        self.server.restore(self.server.backup())
        return self.server.tables.era

    def forward(self, by: timedelta):
        self.server.clock.moment += by

    def answer(self, uuid, reply):
        kept = self.server.tables.inbox[uuid]
        kept.state = replace(kept.state, state=State.ANSWERED, reply=reply)

    def keep_until(self, uuid, on):
        kept = self.server.tables.inbox[uuid]
        kept.state = replace(kept.state, keep_until_on=on)
