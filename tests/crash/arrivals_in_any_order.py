"""Publishes, takes back, fetches, carries, loads, stops and crashes, in any order at all.

    python -m tests.crash.arrivals_in_any_order --orders 2000

Each order has up to 30 steps; after each of them the library must hold exactly the records of
the newest version that this computer has seen, and what a person loaded.
"""

import argparse
import logging
import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.services.arrivals.test_arrivals_in_any_order import Arrivals

STEPS = 30


def main(words=None):
    """Try so many orders; return 1 when one of them ended otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=25)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)
    begun, wrong = time.monotonic(), 0
    how = settings(
        max_examples=asked.orders, stateful_step_count=STEPS, deadline=None, database=None,
        phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    try:
        run_state_machine_as_test(Arrivals, settings=how)
    except AssertionError as error:
        wrong = 1
        print(f"WRONG: {error}", *getattr(error, "__notes__", ()), sep="\n")
    took_s = time.monotonic() - begun
    print(f"{Arrivals.cuts} times begun again, most of them after a cut; {took_s:.0f} s")
    print(f"{Arrivals.orders} orders of {Arrivals.steps} steps; {wrong} ended with other records")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
