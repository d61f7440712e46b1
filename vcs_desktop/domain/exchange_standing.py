"""How the exchange of a group with its other laptops stands."""

from enum import StrEnum


class Exchanged(StrEnum):
    """What came of the newest exchange, or what stands in the way of one.

    ``LOOK``: the group came back from a copy, and a person has to look first. ``MUCH``: what
    came would delete much, and waits for a yes. ``STOPPED``: a person stopped it. ``FAILED`` is
    anything that somebody has to look at.
    """

    DONE = "done"
    OFFLINE = "offline"
    LOOK = "look"
    MUCH = "much"
    OUT = "out"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    FAILED = "failed"
