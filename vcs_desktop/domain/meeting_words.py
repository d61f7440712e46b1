"""Words of people, put among our own sentences, and what a meeting is called."""

from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import shortly

_ENDS = (".", "!", "?", "…", ":", ";")


def ended(text: str) -> str:
    """Return words with an end, so that another sentence can follow them."""
    said = text.strip()
    return said if not said or said.endswith(_ENDS) else f"{said}."


def called(name: str, on: date | None) -> str:
    """Return a meeting by its name and day, such as "Committee, 12 October 2026"."""
    name = name or tr("Meeting")
    return tr("{name}, {day}", name=name, day=shortly(on)) if on else name
