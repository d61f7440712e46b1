"""What the group does when somebody is worried about a person, and who leads on it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """The group's own steps. Empty and None mean that nobody has said.

    ``steps`` is in the group's own words, a step on each line.
    """

    id: str = ""
    lead_name: str = ""
    lead_phone: str = ""
    lead_email: str = ""
    deputy_name: str = ""
    deputy_phone: str = ""
    steps: str = ""
    agreed_on: date | None = None
