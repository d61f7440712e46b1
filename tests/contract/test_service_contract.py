"""The service keeps every rule, on a real PostgreSQL and on SQLite; so does the one in memory."""

import pytest

from tests.contract import rules_doors, rules_log, rules_things
from tests.contract.memory_backend import MemoryBackend
from tests.contract.rules import RULES

IN_MEMORY = [*rules_log.RULES, *rules_doors.RULES, *rules_things.RULES]
"""It answers one at a time, so that nothing is to be seen together."""


@pytest.mark.parametrize("rule", RULES)
def test_on_postgresql(rule, service_on_postgresql):
    RULES[rule](service_on_postgresql)


@pytest.mark.parametrize("rule", RULES)
def test_on_sqlite(rule, service_on_sqlite):
    RULES[rule](service_on_sqlite)


@pytest.mark.parametrize("rule", IN_MEMORY, ids=lambda rule: rule.__name__)
def test_in_memory(rule):
    rule(MemoryBackend())
