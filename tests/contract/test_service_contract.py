"""The service keeps every rule, on a real PostgreSQL and on SQLite."""

import pytest

from tests.contract.rules import RULES


@pytest.mark.parametrize("rule", RULES)
def test_on_postgresql(rule, service_on_postgresql):
    RULES[rule](service_on_postgresql)


@pytest.mark.parametrize("rule", RULES)
def test_on_sqlite(rule, service_on_sqlite):
    RULES[rule](service_on_sqlite)
