"""What came of adding files, in words."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr, tr_count

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
        return tr_count(
            "See why {count} entry could not be used",
            "See why {count} entries could not be used",
            count,
        )


def words_of(report: "LoadReport") -> LoadWords:
    """Return what to tell the person about a load."""
    added = sum(file.added for file in report.files)
    changed = sum(file.changed for file in report.files)
    refused = tuple(
        tr(
            "{file}, {place}: {why}",
            file=Path(file.path).name,
            place=_place(each.where),
            why=each.why,
        )
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
    said = [tr("You stopped this.")] if report.stopped else []
    if changed:
        said += [
            tr("{added} added and {changed} changed.", added=f"{added:,}", changed=f"{changed:,}"),
            _where_it_is(report),
        ]
    elif added:
        said += [tr_count("{count} added.", "{count} added.", added), _where_it_is(report)]
    elif any(file.unchanged for file in report.files):
        said.append(tr("Nothing new: you had all of this already."))
    else:
        said.append(tr("Nothing was added."))
    return " ".join(said)


def _where_it_is(report: "LoadReport") -> str:
    """Say where to look for what is new: what was given already is not in the list."""
    formats = {
        file.format.startswith(_GIVEN) for file in report.files if file.added or file.changed
    }
    if formats == {True}:
        return tr("It was given already: look under “Who has been funded near us”.")
    return tr("What is still open is in the list.")


def _line(file: "FileReport") -> str:
    name = Path(file.path).name
    if not file.is_usable:
        why = " ".join(each.why for each in file.refused)
        return tr("{file}: this file could not be used. {why}", file=name, why=why).strip()
    parts = []
    if file.added:
        parts.append(tr_count("{count} new", "{count} new", file.added))
    if file.changed:
        parts.append(tr_count("{count} changed", "{count} changed", file.changed))
    if file.unchanged:
        parts.append(tr_count("{count} already here", "{count} already here", file.unchanged))
    if file.refused:
        refused = len(file.refused)
        parts.append(tr_count("{count} could not be used", "{count} could not be used", refused))
    told = ", ".join(parts) or tr("nothing in it")
    return tr("{file}: {told}.", file=name, told=told)


def _place(where: str) -> str:
    """Return where in a file, counted from 1 as people do: "releases[0]" is its entry 1."""
    inside = _IN_A_LIST.fullmatch(where)
    return tr("entry {number}", number=f"{int(inside[1]) + 1:,}") if inside else where


def _kind(report: "LoadReport", refused: tuple[str, ...]) -> str:
    if not any(file.is_usable for file in report.files):
        return "bad" if report.files else "info"
    every = all(file.is_usable for file in report.files)
    return "warn" if refused or not every or report.stopped else "ok"
