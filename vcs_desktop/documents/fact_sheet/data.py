"""Everything that the sheet of facts says."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.reference import CommunityFact


@dataclass(frozen=True, slots=True)
class SheetFact:
    """One figure, with what stands beside it.

    ``newest`` is None where the figure is the newest itself. ``editions`` are its older
    and newer editions, the oldest first; ``not_comparable`` says why they may not be
    compared, or is empty. ``places`` has the same measure, of the same day, elsewhere.
    """

    fact: CommunityFact
    newest: CommunityFact | None = None
    editions: tuple[CommunityFact, ...] = ()
    not_comparable: str = ""
    places: tuple[CommunityFact, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Figures in the order in which they were chosen, and the ``day`` it is made on."""

    day: date
    facts: tuple[SheetFact, ...]
