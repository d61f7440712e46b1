"""Writes an empty file to fill in with funding calls: XLSX, CSV, YAML or JSON by its ending."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.files import surely, write_whole
from vcs_desktop.domain.funding_format import FIELDS, LIST_NAME, QUESTION_COLUMNS, FieldNote, Holds

_SHEET = "Funding calls"
_NOTES_SHEET = "What to write"
_WIDTH = 88


def write_template(path: Path) -> None:
    """Write an empty template; reading it back gives no calls and no problems.

    Raises:
        CannotUseInput: the ending is none of .xlsx, .csv, .yaml and .json; or there is a
            file already, in which somebody may have written.
        FolderNotWritable: the file cannot be written there.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise CannotUseInput(
            f"ending {path.suffix!r}",
            message="We cannot tell which kind of file you want.",
            advice="Let its name end in .xlsx, .csv, .yaml or .json.",
        )
    if surely(path.exists):
        raise CannotUseInput(
            "template: there is a file",
            message=f"There is a file called {path.name} already. It was left as it is.",
            advice="Choose another name, or move that file away first.",
        )
    try:
        write_whole(path, writer())
    except OSError as error:
        raise FolderNotWritable(
            f"template: {error.strerror}", message="We cannot save the form there."
        ) from error


def _columns() -> Iterator[tuple[str, str]]:
    """Yield each heading of a table with what to write under it."""
    for note in FIELDS:
        if note.holds not in (Holds.PART, Holds.PARTS):
            yield note.name, _explained(note)
        elif note.name == "questions":
            for place in range(QUESTION_COLUMNS):
                yield from _part_columns(note, f"{note.name}/{place}")
        elif note.holds is Holds.PARTS and note.short:
            yield note.name, f"{note.says} More than one: put ; between them."
        elif note.holds is Holds.PARTS:
            yield from _part_columns(note, f"{note.name}/0")
        else:
            yield from _part_columns(note, note.name)


def _part_columns(note: FieldNote, before: str) -> Iterator[tuple[str, str]]:
    for part in note.parts:
        yield f"{before}/{part.name}", _explained(part)


def _explained(note: FieldNote) -> str:
    if note.holds is Holds.LIST:
        return f"{note.says} More than one: put ; between them."
    return note.says


def _csv() -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([heading for heading, _ in _columns()])
    return out.getvalue().encode("utf-8-sig")


def _json() -> bytes:
    notes = {note.name: note.says for note in FIELDS}
    content = {"whatToWrite": notes, LIST_NAME: []}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _yaml() -> bytes:
    lines = [
        "# Funding calls. For each grant, copy the lines from “- grantName” on, take away the “# ”",
        "# at their start, and fill in what you know. Leave out what you do not know.",
        "",
        f"{LIST_NAME}:",
    ]
    for place, note in enumerate(sorted(FIELDS, key=lambda one: one.name != "grantName")):
        start = "# - " if place == 0 else "#   "
        lines += [f"#   # {note.says}", f"{start}{note.name}:"]
        if note.parts:
            inner = "#       - " if note.holds is Holds.PARTS else "#       "
            for part in note.parts:
                lines.append(f"{inner}{part.name}:  # {part.says}")
                inner = "#         " if note.holds is Holds.PARTS else inner
    return "\n".join([*lines, ""]).encode()


def _xlsx() -> bytes:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    notes = book.create_sheet(_NOTES_SHEET)
    notes.append(["Column", "What to write"])
    for place, (heading, says) in enumerate(_columns(), 1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(bold=True)
        cell.comment = Comment(says, "VCS Desktop", width=320, height=120)
        sheet.column_dimensions[cell.column_letter].width = max(14, len(heading) + 2)
        notes.append([heading, says])
    for cell in notes[1]:
        cell.font = Font(bold=True)
    for (cell,) in notes.iter_rows(min_row=2, min_col=2, max_col=2):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    notes.column_dimensions["A"].width = 32
    notes.column_dimensions["B"].width = _WIDTH
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_WRITERS: dict[str, Callable[[], bytes]] = {
    ".csv": _csv,
    ".json": _json,
    ".xlsx": _xlsx,
    ".yaml": _yaml,
    ".yml": _yaml,
}
