"""Reads a table of people: a spreadsheet, a CSV file, or what was copied out of one."""

from pathlib import Path
from threading import Event

from vcs_desktop.domain.people_table import PEOPLE, PeopleTable
from vcs_desktop.feeds.table_in import read_table, read_table_text

MOST_PEOPLE = 20_000
"""In one file: far more than any group of this app has."""


def read_people(
    path: Path, *, sheet: str = "", has_headings: bool | None = None, stop: Event | None = None
) -> PeopleTable:
    """Return the table in a CSV file or a spreadsheet.

    ``sheet`` names one of a workbook; empty is the one that looks most like people.
    ``has_headings`` says whether there are headings; None is to find that out.

    Raises:
        CannotUseInput: it is no table, damaged, locked, unsafe, too large or empty.
        Stopped: ``stop`` was set.
    """
    return read_table(
        path, PEOPLE, sheet=sheet, has_headings=has_headings, most=MOST_PEOPLE, stop=stop
    )


def read_people_text(text: str, *, has_headings: bool | None = None) -> PeopleTable:
    """Return the table in a text, such as was copied out of a spreadsheet.

    Raises:
        CannotUseInput: it is too long or empty, or a quotation mark is missing in it.
    """
    return read_table_text(text, PEOPLE, has_headings=has_headings, most=MOST_PEOPLE)
