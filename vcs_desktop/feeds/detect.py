"""Tells what a file is by what is in it, never by its name."""

import codecs
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.files import surely
from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.feeds.archives import checked_names
from vcs_desktop.feeds.compact_text import is_compact_text
from vcs_desktop.feeds.docx_lines import DOCUMENT
from vcs_desktop.feeds.funding_calls.headings import is_calls_table
from vcs_desktop.feeds.json_shape import json_shape
from vcs_desktop.feeds.json_stream import encoding_of
from vcs_desktop.feeds.publisher_workbook.sheets import is_our_workbook
from vcs_desktop.feeds.shape import Container, Family, Shape
from vcs_desktop.feeds.tables import csv_headings, whole_text, xlsx_sheets
from vcs_desktop.feeds.threesixtygiving.headings import is_grants_table
from vcs_desktop.feeds.yaml_text import LARGEST, read_yaml

WE_READ = marked(
    "We can read contracts (OCDS files), awards (360Giving files) and open grants, as JSON, CSV, "
    "XLSX or YAML."
)
_START = 4_096
_ZIP = b"PK"
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")
_OTHERS = (
    (b"%PDF", marked("This is a PDF."), marked("Ask for the same data as CSV, XLSX or JSON.")),
    (
        b"\xd0\xcf\x11\xe0",
        marked("This is an old kind of Office file, or it is locked."),
        marked("Open it and save it as XLSX."),
    ),
    (
        b"\x1f\x8b",
        marked("This file is packed (gzip)."),
        marked("Unpack it first, then load what was in it."),
    ),
    (
        b"Rar!",
        marked("This file is packed (RAR)."),
        marked("Unpack it first, then load what was in it."),
    ),
    (
        b"7z\xbc\xaf",
        marked("This file is packed (7-Zip)."),
        marked("Unpack it first, then load what was in it."),
    ),
    (b"SQLite format 3", marked("This is a database file."), WE_READ),
    (b"\x89PNG", marked("This is a picture."), WE_READ),
    (b"\xff\xd8\xff", marked("This is a picture."), WE_READ),
    (b"GIF8", marked("This is a picture."), WE_READ),
)
_OFFICE = (
    ("word/document.xml", marked("This is a Word document.")),
    ("ppt/presentation.xml", marked("This is a slide show.")),
    ("mimetype", marked("This is an OpenDocument file.")),
)


def shape_of(path: Path) -> Shape:
    """Return what a file is.

    Raises:
        CannotUseInput: it is nothing we read; the message says what it is and
            the advice what to do.
    """
    start = _usable_start(path)
    if start.startswith(_ZIP):
        return _in_archive(path)
    text = _begin(start)
    if text.startswith(("{", "[")):
        found = json_shape(path)
        if found is None:
            raise _unknown(tr("This is JSON, but of a kind we do not know."))
        return found
    _refuse_markup(text.encode("utf-8", "replace").lower())
    return _in_text(path)


def is_workbook(path: Path) -> bool:
    """Say whether a table is in a spreadsheet; if not it is text, CSV or the like.

    Raises:
        CannotUseInput: it is no table; the message says what it is.
    """
    start = _usable_start(path)
    if start.startswith(_ZIP):
        _must_be_workbook(path)
        return True
    text = _begin(start)
    if text.startswith(("{", "[")):
        raise _unknown(tr("This is JSON, but of a kind we do not know."))
    _refuse_markup(text.encode("utf-8", "replace").lower())
    return False


def _usable_start(path: Path) -> bytes:
    """Return the beginning of a file that is none of those we cannot read."""
    start = _start_of(path)
    for mark, message, advice in _OTHERS:
        if start.startswith(mark):
            raise CannotUseInput(
                f"starts with {mark!r}", message=tr_marked(message), advice=tr_marked(advice)
            )
    return start


def _start_of(path: Path) -> bytes:
    if surely(path.is_dir):
        raise CannotUseInput(
            "folder", message=tr("This is a folder."), advice=tr("Choose the files in it.")
        )
    if surely(path.exists) and not path.is_file():
        # A pipe, which would keep us waiting for ever.
        raise _unknown(tr("This is not a file."))
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except FileNotFoundError as error:
        raise CannotUseInput(
            "not found",
            message=tr("There is no file of this name."),
            advice=tr("Look at the name and the folder, and try again."),
        ) from error
    except OSError as error:
        raise CannotUseInput(
            f"cannot open: {error.strerror}",
            message=tr("This file cannot be opened."),
            advice=tr(
                "If another program has it open, close it there. If it is not yours, ask "
                "whoever looks after this computer."
            ),
        ) from error
    if not start.removeprefix(codecs.BOM_UTF8).strip():
        raise CannotUseInput(
            "empty",
            message=tr("This file is empty."),
            advice=tr("Download it again and load the new copy."),
        )
    return start


def _begin(start: bytes) -> str:
    """Return the first words of a text file; binary files are refused."""
    encoding = encoding_of(start)
    if encoding == "utf-16" or b"\x00" not in start:
        return start.decode(encoding, "replace").lstrip()
    if start[1::2].count(0) > len(start) // 4 or start[::2].count(0) > len(start) // 4:
        return ""  # UTF-16 that does not say so; the table reader knows it
    raise _unknown(tr("This is not a text file or a spreadsheet."))


def _refuse_markup(start: bytes) -> None:
    if start.startswith(_MARKUP):
        raise CannotUseInput(
            "HTML",
            message=tr(
                "This is a web page, not data. It may be a log-in page that was saved "
                "in place of the file."
            ),
            advice=tr("Open the address in a browser, log in if it asks, and download again."),
        )
    if start.startswith(b"<"):
        raise _unknown(tr("This is XML."))


def _must_be_workbook(path: Path) -> None:
    names = checked_names(path)
    if "xl/workbook.xml" not in names:
        for mark, message in _OFFICE:
            if mark in names:
                raise _unknown(tr_marked(message))
        raise CannotUseInput(
            "zip",
            message=tr("This is a zip file."),
            advice=tr("Unpack it first, then load what was in it."),
        )


def _in_archive(path: Path) -> Shape:
    if DOCUMENT in checked_names(path) and is_compact_text(path):
        return Shape(Family.COMPACT, Container.DOCX)
    _must_be_workbook(path)
    if is_our_workbook(path):
        return Shape(Family.WORKBOOK, Container.XLSX)
    for sheet, headings in xlsx_sheets(path):
        if is_grants_table(headings):
            return Shape(Family.GRANTS, Container.XLSX, sheet)
        if is_calls_table(headings):
            return Shape(Family.CALLS, Container.XLSX, sheet)
    raise _unknown(tr("No sheet of this spreadsheet has headings that we know."))


def _in_text(path: Path) -> Shape:
    headings = csv_headings(path)
    if is_grants_table(headings):
        return Shape(Family.GRANTS, Container.CSV)
    if is_calls_table(headings):
        return Shape(Family.CALLS, Container.CSV)
    if path.stat().st_size <= LARGEST:
        content = _yaml(path)
        if isinstance(content, dict) and content.keys() & {"fundingCalls", "grantName"}:
            return Shape(Family.CALLS, Container.YAML)
        if isinstance(content, list) and any(
            isinstance(one, dict) and "grantName" in one for one in content
        ):
            return Shape(Family.CALLS, Container.YAML)
    raise _unknown(tr("This is text, but of a kind we do not know."))


def _yaml(path: Path) -> Any:
    text = whole_text(path)
    try:
        return read_yaml(text)
    except CannotUseInput:
        if "fundingCalls" in text or "grantName" in text:
            raise
        return None


def _unknown(message: str) -> CannotUseInput:
    return CannotUseInput("unknown format", message=message, advice=tr_marked(WE_READ))
