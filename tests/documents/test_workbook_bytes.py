"""Spreadsheets of a group are made without a temporary file that others could find."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet import _writer

from vcs_desktop.documents import workbook_bytes
from vcs_desktop.documents.people_table import people_xlsx
from vcs_desktop.documents.table_out.workbook import xlsx_of
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.table_out import Column, TableOut

NAME = "Anna Jones-Ndiaye"


def table():
    return TableOut("Members", (Column("Name"),), ((NAME,),))


@pytest.mark.parametrize(
    "make", [lambda: people_xlsx([Person(name=NAME)]), lambda: xlsx_of(table())]
)
def test_a_spreadsheet_is_made_without_a_file(make, monkeypatch):
    def refuse(*_, **_how):
        raise AssertionError("a file was made")

    monkeypatch.setattr(_writer, "NamedTemporaryFile", refuse)
    book = openpyxl.load_workbook(io.BytesIO(make()))
    assert NAME in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]


def test_nothing_else_makes_workbooks_that_leave_files():
    ours = Path(workbook_bytes.__file__)
    found = [
        each.name
        for each in ours.parents[1].rglob("*.py")
        if "write_only=True" in each.read_text("utf-8") and each != ours
    ]
    assert found == []


def test_letters_that_no_spreadsheet_can_hold_are_left_out():
    made = people_xlsx([Person(name=f"{NAME}\ufffe")])
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert NAME in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
