"""The load run works: how fast it is, is said by ``python -m tests.live.load``."""

from tests.live.load import EACH_PUSHES, measured


def test_twelve_laptops_at_once_lose_nothing_on_a_service_of_its_own():
    figures = measured(12, 2)
    assert (figures["laptops"], figures["requests"]) == (12, 12 * 2 * 4)
    assert figures["acknowledged"] == 12 * 2 * EACH_PUSHES
    assert figures["lost"] == 0
