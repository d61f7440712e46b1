"""The service in memory, by which the exchange of laptops is tried, keeps the same rules."""

from datetime import timedelta

import pytest

from tests.contract.rules import RULES
from tests.support.fake_service import FakeServer
from tests.support.vault_examples import MovableClock


class InMemory:
    """The service in memory as the rules want it."""

    def __init__(self):
        self.clock = MovableClock()
        self.server = FakeServer(self.clock)

    def door(self):
        return self.server.at("https://service.test")

    def new_code(self):
        return self.server.new_code()

    def begin_era(self):
        self.server.restore(self.server.backup())
        return self.server.tables.era

    def forward(self, by: timedelta):
        self.clock.moment += by

    def answer(self, uuid, reply):
        self.server.tables.inbox[uuid].reply = reply

    def keep_until(self, uuid, on):
        self.server.tables.inbox[uuid].until = on


@pytest.mark.parametrize("rule", RULES)
def test_in_memory(rule):
    RULES[rule](InMemory())
