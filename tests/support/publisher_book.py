"""The workbook of a council, filled in as people fill it in."""

import io
from functools import lru_cache

import openpyxl

from vcs_desktop.core.language import tr
from vcs_desktop.documents.publisher_template import publisher_template
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.wire.record import Record

A_GRANT = {"Name of the grant": "Warm rooms", "Funder": "The Council"}
AN_EVENT = {"Name of the event": "Treasurers meet"}
AN_ACTION = {"Title": "Train treasurers", "Level": "action"}
A_FACT = {"What is counted": "People who live alone"}
NEEDED = {"Grants": A_GRANT, "Events": AN_EVENT, "Action plan": AN_ACTION, "Facts": A_FACT}


def template_filled(path, **sheets):
    """Write the template with rows below its examples; sheets are named with _ for a space.

    An office fills the same in for each test, and that takes a tenth of a second.
    """
    rows = tuple((name, tuple(tuple(row.items()) for row in rows)) for name, rows in sheets.items())
    path.write_bytes(_filled(tr("Grants"), rows, repr(rows)))
    return path


@lru_cache(maxsize=40)
def _filled(language, sheets, _written):
    """Return the workbook in a language; 1 and True, which are the same key, are written apart."""
    book = openpyxl.load_workbook(io.BytesIO(_template(language)))
    for name, rows in sheets:
        page = book[name.replace("_", " ")]
        columns = {cell.value: cell.column for cell in page[1]}
        for number, row in enumerate(rows, 3):
            for heading, value in row:
                page.cell(number, columns[heading], value)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@lru_cache(maxsize=4)
def _template(_language):
    return publisher_template()


def book_of(path, **sheets):
    """Write a workbook of somebody's own: each sheet is a list of rows of cells."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        page = book.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


def read(path):
    """Return the records of a file and its refusals, as (where, why)."""
    items = list(open_feed(path).items())
    records = [each for each in items if isinstance(each, Record)]
    return records, [(each.where, each.why) for each in items if not isinstance(each, Record)]
