"""What a small group can change for people, and how it could know: to begin a plan with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A change, with activities that lead to it and two to four ways to know.

    ``source`` names whose way of measuring it is, empty where it is nobody's.
    """

    id: str
    theme: str
    change: str
    activities: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    source: str = ""
