"""Edits, deletes, erases, exchanges, cuts off, carries, restores, on several laptops in any order.

    python -m tests.crash.laptops_in_any_order --orders 10000

Each order has up to 25 steps on 5 laptops. After it all meet, and then all show the same records,
nothing that any of them did is missing in any log, and nothing waits.
"""

import argparse
import logging
import sys
import time

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.compiled_once import compile_once
from tests.unit.services.two_laptops.test_laptops_in_any_order import Laptops

STEPS, LAPTOPS = 25, 5


def main(words=None):
    """Try so many orders; return 1 when one of them ended otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=25)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)
    begun, wrong = time.monotonic(), 0
    how = settings(
        max_examples=asked.orders, stateful_step_count=STEPS, deadline=None, database=None,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    Laptops.count = LAPTOPS
    try:
        with pytest.MonkeyPatch.context() as patched:
            compile_once(patched)
            run_state_machine_as_test(Laptops, settings=how)
    except Exception as error:  # noqa: BLE001  whatever it is, it is told
        wrong = 1
        print(f"WRONG: {error}", *getattr(error, "__notes__", ()), sep="\n")
    took_s = time.monotonic() - begun
    print(f"{Laptops.cuts} exchanges cut off; {took_s:.0f} s")
    print(f"{Laptops.orders} orders, {Laptops.steps} acts; {wrong} ended with something lost")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
