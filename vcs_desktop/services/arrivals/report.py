"""What became of a library that arrived, step by step."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.updates import Standing
from vcs_desktop.services.arrivals.offer import Offer
from vcs_desktop.services.arrivals.refusals import MuchToRead
from vcs_desktop.services.arrivals.taking import Taken
from vcs_desktop.sync.errors import NoServiceThere, NotSafe, Offline, SignInToWifi, TryLater
from vcs_desktop.sync.trust import NotTrusted


class Outcome(StrEnum):
    """What became of a step, or of all of them."""

    DONE = "done"
    NOTHING_NEW = "nothing new"
    ASKS = "asks"
    LATER = "later"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``count`` things were read or written in it, of ``read`` bytes."""

    name: str
    outcome: Outcome
    count: int = 0
    read: int = 0
    words: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "step": self.name,
            "outcome": self.outcome,
            "count": self.count,
            "bytes": self.read,
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a library.

    ``offer`` is None where it could not be read so far. ``asks`` says what a person has to say
    yes to before it is taken in, ``error`` what went wrong: then nothing was changed.
    ``is_late`` says that what is here may be out of date. ``wait_s`` is how long a service asked
    us to wait before we come again, 0 where it did not.
    """

    outcome: Outcome
    steps: tuple[Step, ...]
    offer: Offer | None = None
    taken: Taken = field(default_factory=Taken)
    error: AppError | None = None
    is_late: bool = False
    wait_s: float = 0

    @property
    def standing(self) -> Standing:
        """How the library stands now."""
        if self.outcome is Outcome.STOPPED:
            return Standing.STOPPED
        if self.outcome is Outcome.ASKS:
            return Standing.MUCH if isinstance(self.error, MuchToRead) else Standing.ASKS
        if self.error is None:
            is_same = self.outcome is Outcome.NOTHING_NEW
            return Standing.UP_TO_DATE if is_same else Standing.TAKEN_IN
        return standing_for(self.error)

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "outcome": self.outcome,
            "steps": [each.as_json() for each in self.steps],
            "library": self.offer.as_json() if self.offer else None,
            "added": self.taken.added,
            "changed": self.taken.changed,
            "removed": self.taken.removed,
            "may_be_out_of_date": self.is_late,
            "error": {"message": self.error.message, "advice": self.error.advice}
            if self.error
            else None,
        }


_FOR_ERRORS: tuple[tuple[type[AppError], Standing], ...] = (
    (SignInToWifi, Standing.SIGN_IN),
    (TryLater, Standing.LATER),
    (NoServiceThere, Standing.NOTHING_THERE),
    (NotSafe, Standing.NOT_SAFE),
    (Offline, Standing.OFFLINE),
    (NotTrusted, Standing.NOT_TRUSTED),
)


def standing_for(error: Exception) -> Standing:
    """Return how the library stands after an error; the narrower kind of error comes first."""
    for kind, standing in _FOR_ERRORS:
        if isinstance(error, kind):
            return standing
    return Standing.FAILED
