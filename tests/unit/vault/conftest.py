"""A group's keys, and the ways in of two people and of the printed code."""

import pytest

from tests.support.vault_examples import new_keys, slots_of


@pytest.fixture(scope="module")
def keys():
    return new_keys()


@pytest.fixture(scope="module")
def slots(keys):
    return slots_of(keys)
