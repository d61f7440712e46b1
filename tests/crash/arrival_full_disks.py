"""Fills the disk at each step at which something is written while a library arrives.

    python -m tests.crash.arrival_full_disks

As ``full_disks`` does with a group: the first, the second, the third … call that writes, and
all after it, is answered as by a full disk. It must be said in words that there was no room, or
the library is there; nothing is between, and with room again it goes on.
"""

import argparse
import logging
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.arrival_kills import PLAYS, ArrivalModel
from tests.crash.full_disks import Flow
from tests.crash.recorded_disk import is_there
from vcs_desktop.core.errors import AppError, DiskFailed, DiskFull
from vcs_desktop.services.arrivals import Outcome


def main(words=None):
    """Fill the disk so often; return 1 when anything was lost, torn or not said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, help="only so many of all, at random")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    if not is_there():
        print("WRONG: strace is not installed, so no disk was filled")
        return 1
    logging.disable(logging.WARNING)  # what is said in words is asked of the errors
    chance, begun = random.Random(asked.seed), time.monotonic()
    points = wrong = refused = 0
    with tempfile.TemporaryDirectory() as place:
        model = ArrivalModel(Path(place))
        for play in PLAYS:
            flow = ArrivalFlow(play(model))
            steps = range(1, flow.writes() + 1)
            if asked.points:
                few = asked.points // len(PLAYS)
                steps = sorted(chance.sample(steps, min(len(steps), few)))
            for step in steps:
                said = flow.done(step)
                points, refused = points + 1, refused + (said != "done")
                for each in flow.complaints(said):
                    print(f"WRONG: {play.name}, write {step}, {said}: {each}")
                    wrong += 1
    print(f"{refused} times it was said that there is no room; {time.monotonic() - begun:.0f} s")
    print(f"{points} full disks; {wrong} things lost, torn or not said")
    return 1 if wrong else 0


class ArrivalFlow(Flow):
    """One way in which a library arrives, again and again at a fresh laptop."""

    def __init__(self, play):
        self.play, self.model = play, play.model

    def _prepare(self):
        self.play.prepare()

    def _outcome(self):
        try:
            laptop = self.play.laptop()
            arrival = self.play.arrive(laptop)
        except AppError as error:
            return f"said: {type(error).__name__}"
        except Exception as error:  # noqa: BLE001  whatever else it is, it is wrong
            return f"{type(error).__name__}: {error}"
        if arrival.error is None:
            return "done"
        if not isinstance(arrival.error, DiskFull | DiskFailed):
            return f"{type(arrival.error).__name__}: {arrival.error}"
        return f"said: {type(arrival.error).__name__}"

    def _looked_at(self, is_done):
        yield from self.play.complaints(Outcome.DONE if is_done else "")


if __name__ == "__main__":
    sys.exit(main())
