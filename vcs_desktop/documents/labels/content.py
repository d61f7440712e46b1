"""Labels, and the sheets of labels that shops sell."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 with labels in three columns. Sizes are millimetres.

    Source: the measures that Avery prints on packs of L7159 (3 x 8) and L7160 (3 x 7), which
    other makers keep to.
    """

    rows: int
    height_mm: float
    top_mm: float
    columns: int = 3
    width_mm: float = 63.5
    left_mm: float = 7.2
    step_mm: float = 66.04

    @property
    def count(self) -> int:
        """How many labels are on it."""
        return self.rows * self.columns


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {"3x8": Sheet(8, 33.9, 12.9), "3x7": Sheet(7, 38.1, 15.15)}
)
"""By the name under which a person chooses one."""


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of one label, the name first."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels to print. ``first`` is the place on the first sheet where they begin, from 1."""

    labels: tuple[Label, ...]
    sheet: Sheet
    first: int = 1
