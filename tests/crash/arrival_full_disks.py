"""Fills the disk at each step at which something is written while a library arrives.

    python -m tests.crash.arrival_full_disks

As ``full_disks`` does with a group: the first, the second, the third … call that writes, and
all after it, is answered as by a full disk. It must be said in words that there was no room, or
the library is there; nothing is between, and with room again it goes on.
"""

import sys

from tests.crash.arrival_kills import PLAYS, ArrivalModel
from tests.crash.full_disks import Flow, campaign
from vcs_desktop.core.errors import AppError, DiskFailed, DiskFull
from vcs_desktop.services.arrivals import Outcome


def main(words=None):
    """Fill the disk so often; return 1 when anything was lost, torn or not said."""
    return campaign(__doc__, words, _plays)


def _plays(place):
    model = ArrivalModel(place)
    for play in PLAYS:
        yield play.name, ArrivalFlow(play(model))


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
