"""The laptops of a group in a window, with a service in memory between them."""

import pytest

from tests.support.laptops_window import LaptopsWindow


@pytest.fixture
def house(laptops_house):
    return laptops_house


@pytest.fixture
def part_of(house, show, qtbot):
    """Show the part for the open group."""
    return lambda: LaptopsWindow(house, show, qtbot)
