"""What the tour says, and where it points while it says so."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from vcs_desktop.core.language import tr


class Part(Enum):
    """A part of the window."""

    PLACES = "places"
    PAGE = "page"
    SEARCH = "search"
    LOOKS = "looks"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the tour. ``place`` is the id of the page it opens, "" leaves the one there."""

    title: str
    text: str
    part: Part
    place: str = ""


def steps(places: Collection[str]) -> tuple[Step, ...]:
    """Return the stops of a window that has these pages."""
    every = (
        Step(
            tr("The places"),
            tr("Each place has a page of its own. Press Ctrl and its number to go there."),
            Part.PLACES,
        ),
        Step(
            tr("Funding"),
            tr("Here are grants and contracts. Each one says if your group can apply, and why."),
            Part.PAGE,
            "funding",
        ),
        Step(
            tr("Learning"),
            tr("Here are guides to read in a few minutes, each with a sheet to print."),
            Part.PAGE,
            "learning",
        ),
        Step(
            tr("Local facts"),
            tr("Here are figures about your area. Copy one, and its source comes with it."),
            Part.PAGE,
            "facts",
        ),
        Step(
            tr("Council"),
            tr("Here is what the councils promised to groups like yours."),
            Part.PAGE,
            "council",
        ),
        Step(
            tr("Search"),
            tr("Press Ctrl and K, and type a word. It looks in everything."),
            Part.SEARCH,
        ),
        Step(
            tr("How it looks"),
            tr("Make the words larger, or choose other colours. Ctrl and = make them larger too."),
            Part.LOOKS,
        ),
        Step(
            tr("Help"),
            tr("Press F1 on any page, and you get the help for it. This tour is in Help too."),
            Part.HELP,
        ),
    )
    return tuple(step for step in every if not step.place or step.place in places)
