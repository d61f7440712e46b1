"""What stands on a certificate of thanks."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. ``signed_by`` is who signs it, empty for a line to sign on alone."""

    group: str
    name: str
    wording: str
    on: date
    signed_by: str = ""
