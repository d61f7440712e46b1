"""A code that a telephone's camera reads, as squares to be drawn."""

from dataclasses import dataclass

QUIET = 4
"""Squares that stay light on every side. Source: ISO/IEC 18004, the quiet zone."""


@dataclass(frozen=True, slots=True)
class PhoneCode:
    """``rows`` are dark (True) and light squares, as many in a row as there are rows.

    ``says`` is what the telephone reads; ``is_shortened`` that words were left out of it,
    so that the code stays coarse enough for any camera.
    """

    rows: tuple[tuple[bool, ...], ...]
    says: str
    is_shortened: bool = False

    @property
    def size(self) -> int:
        """How many squares it is wide, without the light ones round it."""
        return len(self.rows)

    def runs(self) -> list[tuple[int, int, int]]:
        """Return the dark squares as (column, row, how many side by side)."""
        found = []
        for place, row in enumerate(self.rows):
            start = None
            for at, dark in enumerate((*row, False)):
                if dark and start is None:
                    start = at
                elif not dark and start is not None:
                    found.append((start, place, at - start))
                    start = None
        return found
