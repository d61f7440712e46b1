"""A person as they were read, and what lies on the desk about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vcs_desktop.domain.people import Person
from vcs_desktop.services.records import Held

NEW = "new"
"""Stands for the id of somebody who is not in the group's records yet."""

FORM_OPEN = "people/form"
"""Under this name lies on the desk whose form was open when the group was locked."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One person, and the day on which they were read.

    ``draft`` are words about them that could not be kept as they were typed.
    """

    held: Held[Person]
    today: date
    draft: Mapping[str, Any] = field(default_factory=dict)


def draft_name(person_id: str) -> str:
    """Return under which name a draft about a person lies on the desk."""
    return f"draft/person/{person_id}"
