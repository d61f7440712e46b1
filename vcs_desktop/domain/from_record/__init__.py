"""Turns what the library stores into the things of the domain. Pure; standard library only."""

from vcs_desktop.domain.from_record.awards import awards_of
from vcs_desktop.domain.from_record.fields import Unusable
from vcs_desktop.domain.from_record.provenance import provenance_of
from vcs_desktop.domain.from_record.records import (
    Thing,
    every_usable,
    line_of,
    search_text_of,
    thing_of,
    usable,
)

__all__ = [
    "Thing",
    "Unusable",
    "awards_of",
    "every_usable",
    "line_of",
    "provenance_of",
    "search_text_of",
    "thing_of",
    "usable",
]
