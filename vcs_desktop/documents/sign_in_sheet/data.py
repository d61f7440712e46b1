"""What stands on a sign-in sheet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """Who may come, in the order in which they stand there; names and nothing else of them.

    ``on`` None leaves the day to be written by hand. ``starts`` and ``ends`` are times of
    day ("10:30"), empty where nobody has said. ``helpers`` are those who usually help.
    """

    group: str
    activity: str
    on: date | None
    place: str = ""
    starts: str = ""
    ends: str = ""
    names: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    empty_lines: int = 10
