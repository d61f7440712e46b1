"""What came of adding files, in words."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.ui.opportunity_words import counted

if TYPE_CHECKING:
    from vcs_desktop.services.library import FileReport, LoadReport


@dataclass(frozen=True, slots=True)
class LoadWords:
    """A headline, a line for each file, what was refused, and how good the news is.

    With one file, its line stands in the headline.
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
        f"{Path(file.path).name}, {each.where}: {each.why}"
        for file in report.files
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
        return f"{stopped}{news}. What is still open is in the list."
    if any(file.unchanged for file in report.files):
        return f"{stopped}Nothing new: you had all of this already."
    return f"{stopped}Nothing was added."


def _line(file: "FileReport") -> str:
    name = Path(file.path).name
    if not file.is_usable:
        return f"{name}: this file could not be used. Nothing was changed."
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


def _kind(report: "LoadReport", refused: tuple[str, ...]) -> str:
    if not any(file.is_usable for file in report.files):
        return "bad" if report.files else "info"
    return "warn" if refused or report.stopped else "ok"
