"""Questions, and old applications, out of files: text, Word, PDF, CSV and spreadsheets."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import marked, tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.form_lines import FormLine, lines_of, plain_lists
from vcs_desktop.domain.old_application import OldForm, old_form
from vcs_desktop.domain.printed_lines import printed_lines
from vcs_desktop.domain.question_columns import form_in_table
from vcs_desktop.domain.questions_typed import Found, questions_in
from vcs_desktop.feeds.docx_lines import docx_lines
from vcs_desktop.feeds.media_type import TEXT, UNKNOWN, media_type_of
from vcs_desktop.feeds.mending import mended_text
from vcs_desktop.feeds.plain_text import text_of_file
from vcs_desktop.feeds.preview import page_texts
from vcs_desktop.feeds.tables import csv_cells, xlsx_cells

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
MOST_BYTES = 60_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 1_000
TABLES = (".csv", ".tsv")


class NoWords(CannotUseInput):
    """A file has no text in it."""

    message = marked("There are no words in this file. It may be pictures of pages.")
    advice = marked("Copy the text by hand, and paste it here.")


class OtherFile(CannotUseInput):
    """It is no kind of file that we read."""

    message = marked("We cannot read this kind of file.")
    advice = marked("Save it as a DOCX, a PDF, plain text or a CSV file, and try again.")


def questions_from(path: Path, stop: Event | None = None) -> Found:
    """Return the questions in a file, for a person to confirm.

    Raises:
        CannotUseInput: it cannot be read; NotShown where that is a PDF.
        TooManyQuestions: there are more than any form has.
        Stopped: ``stop`` was set.
    """
    rows = _table(path)
    if rows is not None:
        form = form_in_table(rows)
        return Found(tuple(each.question for each in form.answers), form.before)
    return questions_in(_lines(path, stop))


def old_form_from(path: Path, stop: Event | None = None) -> OldForm:
    """Return the questions and answers of an old application in a file, to be confirmed.

    Raises:
        CannotUseInput: it cannot be read; NotShown where that is a PDF.
        TooManyQuestions: there are more than any form has.
        Stopped: ``stop`` was set.
    """
    rows = _table(path)
    return form_in_table(rows) if rows is not None else old_form(_lines(path, stop))


def old_form_in_text(text: str) -> OldForm:
    """Return the questions and answers of an old application that was pasted.

    Raises:
        TooManyQuestions: there are more than any form has.
    """
    return old_form(lines_of(without_hidden(text)))


def _lines(path: Path, stop: Event | None) -> list[FormLine]:
    kind = _kind(path)
    if kind == DOCX:
        lines = [
            FormLine(plain_lists(without_hidden(each.text)), each.is_strong, each.cell)
            for each in docx_lines(path)
        ]
    elif kind == PDF:
        lines = printed_lines(page_texts(path.read_bytes(), stop))
    else:
        lines = lines_of(without_hidden(text_of_file(path)))
    if not any(each.text.strip() for each in lines):
        raise NoWords
    return lines


def _table(path: Path) -> list[list[str]] | None:
    """Return the rows of a table; None where the file is none."""
    cells = _cells(path)
    if cells is None:
        return None
    rows: list[list[str]] = []
    for _, row in cells:
        if len(row) > MOST_COLUMNS:
            raise CannotUseInput(
                "columns",
                message=tr("This table has more columns than any form."),
                advice=tr("Keep only the columns with the questions, and try again."),
            )
        told = ["" if cell is None else mended_text(str(cell)).strip() for cell in row]
        if any(told):
            rows.append(told)
        if len(rows) > MOST_ROWS:
            raise CannotUseInput(
                "rows",
                message=tr("This table has more rows than any form has questions."),
                advice=tr("Keep only the rows with the questions, and try again."),
            )
    if not rows:
        raise NoWords
    return rows


def _cells(path: Path) -> Iterable[tuple[int, list[Any]]] | None:
    kind = _kind(path)
    if kind == XLSX:
        return chain.from_iterable(sheet for _, sheet in xlsx_cells(path))
    return csv_cells(path) if kind == TEXT and path.suffix.lower() in TABLES else None


def _kind(path: Path) -> str:
    """Return the media type of a file, by its content.

    Raises:
        CannotUseInput: it cannot be opened, is too large, or nothing that we read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise OtherFile("too large")
        with path.open("rb") as file:
            kind = media_type_of(file)
    except OSError as error:
        raise CannotUseInput(
            type(error).__name__,
            message=tr("This file cannot be opened."),
            advice=tr("Look whether it is still there, and whether you may read it."),
        ) from error
    if kind not in (DOCX, XLSX, PDF, TEXT, UNKNOWN):
        raise OtherFile(kind)
    # What is nothing we know may be text with a stray sign in it: whoever reads it will tell.
    return TEXT if kind == UNKNOWN else kind
