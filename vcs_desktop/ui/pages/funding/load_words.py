"""What came of adding files, in words."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.ui.opportunity_words import counted

if TYPE_CHECKING:
    from vcs_desktop.services.library import FileReport, LoadReport

_GIVEN = "360Giving"
_IN_A_LIST = re.compile(r"\w+\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class LoadWords:
    """A headline, a line for each file, what was refused, and how good the news is.

    A file that could not be used at all says why in its line. With one file,
    its line stands in the headline.
    """

    headline: str
    lines: tuple[str, ...]
    refused: tuple[str, ...]
    kind: str

    @property
    def refused_title(self) -> str:
        """Return the words of the fold over what was refused."""
        count = len(self.refused)
        return f"See why {counted(count, 'entry', 'entries')} could not be used"


def words_of(report: "LoadReport") -> LoadWords:
    """Return what to tell the person about a load."""
    added = sum(file.added for file in report.files)
    changed = sum(file.changed for file in report.files)
    refused = tuple(
        f"{Path(file.path).name}, {_place(each.where)}: {each.why}"
        for file in report.files
        if file.is_usable
        for each in file.refused
    )
    lines = tuple(_line(file) for file in report.files)
    headline = _headline(report, added, changed)
    return LoadWords(
        f"{headline} {lines[0]}" if len(lines) == 1 else headline,
        lines,
        refused,
        _kind(report, refused),
    )


def _headline(report: "LoadReport", added: int, changed: int) -> str:
    stopped = "You stopped this. " if report.stopped else ""
    if added or changed:
        news = f"{added:,} added" + (f" and {changed:,} changed" if changed else "")
        return f"{stopped}{news}. {_where_it_is(report)}"
    if any(file.unchanged for file in report.files):
        return f"{stopped}Nothing new: you had all of this already."
    return f"{stopped}Nothing was added."


def _where_it_is(report: "LoadReport") -> str:
    """Say where to look for what is new: what was given already is not in the list."""
    formats = {
        file.format.startswith(_GIVEN) for file in report.files if file.added or file.changed
    }
    if formats == {True}:
        return "It was given already: look under “Who has been funded near us”."
    return "What is still open is in the list."


def _line(file: "FileReport") -> str:
    name = Path(file.path).name
    if not file.is_usable:
        why = " ".join(each.why for each in file.refused)
        return f"{name}: this file could not be used. {why}".strip()
    parts = []
    if file.added:
        parts.append(f"{file.added:,} new")
    if file.changed:
        parts.append(f"{file.changed:,} changed")
    if file.unchanged:
        parts.append(f"{file.unchanged:,} already here")
    if file.refused:
        parts.append(f"{len(file.refused):,} could not be used")
    return f"{name}: {', '.join(parts) or 'nothing in it'}."


def _place(where: str) -> str:
    """Return where in a file, counted from 1 as people do: "releases[0]" is its entry 1."""
    inside = _IN_A_LIST.fullmatch(where)
    return f"entry {int(inside[1]) + 1:,}" if inside else where


def _kind(report: "LoadReport", refused: tuple[str, ...]) -> str:
    if not any(file.is_usable for file in report.files):
        return "bad" if report.files else "info"
    every = all(file.is_usable for file in report.files)
    return "warn" if refused or not every or report.stopped else "ok"
