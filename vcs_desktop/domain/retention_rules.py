"""How long a group keeps what it knows of people, before it looks at it again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """What a group has set for itself, in whole years; None is our own rule of thumb.

    ``left`` counts from the day on which the last role of somebody ended, and
    ``committee`` the same for who was on the committee. ``contact`` counts from the last
    change of somebody who never had a role, and ``recheck`` from the day on which a DBS
    certificate was to be looked at again.
    """

    left: int | None = None
    committee: int | None = None
    contact: int | None = None
    recheck: int | None = None
