"""A list as CSV, as a spreadsheet and on paper: nothing is lost, nothing is worked out."""

import csv
import io
import os
import stat
from datetime import date

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.hostile_texts import hostile_texts
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.table_out import content_of, write_table
from vcs_desktop.documents.table_out.layout import pages
from vcs_desktop.domain.cells import unguarded
from vcs_desktop.domain.table_out import CellKind, Column, TableOut, hours_in_words, text_of

COLUMNS = (
    Column("Name"),
    Column("Phone", CellKind.DIGITS),
    Column("How many", CellKind.NUMBER),
    Column("Paid", CellKind.MONEY),
    Column("On", CellKind.DAY),
    Column("Hours", CellKind.HOURS),
)
ROW = ("=1+1", "07700900123", 12, 1271, date(2026, 12, 4), 150)
TABLE = TableOut(
    "Helpers",
    COLUMNS,
    (ROW, ("Zoë", "", None, -5, None, 45)),
    ("Only volunteers.", "As of Saturday 28 November 2026."),
    ("All", None, 12, 1266, None, 195),
)
EMPTY = TableOut("Nobody", COLUMNS, ())


def rows_of(content):
    return [*csv.reader(io.StringIO(content.decode("utf-8-sig")))]


def sheet_of(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def pages_of(content):
    document = pypdfium2.PdfDocument(content)
    found = [
        (page.get_size(), page.get_textpage().get_text_range().replace("\r\n", "\n"))
        for page in document
    ]
    document.close()
    return found


def test_a_table_for_any_program_has_its_headings_first_and_no_formula():
    content = content_of(TABLE, ".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content) == [
        ["Name", "Phone", "How many", "Paid", "On", "Hours"],
        ["'=1+1", "'07700900123", "12", "12.71", "2026-12-04", "2.5"],
        ["Zoë", "", "", "-0.05", "", "0.75"],
    ]


def test_a_spreadsheet_knows_numbers_money_days_and_hours_and_keeps_texts_as_texts():
    book = sheet_of(content_of(TABLE, ".xlsx"))
    assert book.sheetnames == ["Helpers", "About this list"]
    head, first, second = book["Helpers"].iter_rows()
    assert [cell.value for cell in head] == [each.title for each in COLUMNS]
    assert [cell.value for cell in first[:3]] == ["=1+1", "07700900123", 12]
    assert [cell.data_type for cell in first] == ["s", "s", "n", "n", "d", "n"]
    assert (float(first[3].value), first[4].value.date(), first[5].value) == (
        12.71, date(2026, 12, 4), 2.5,
    )  # fmt: skip
    assert [cell.value for cell in second[1:3]] == [None, None]
    about = [row[0].value for row in book["About this list"].iter_rows()]
    assert about == ["Helpers", *TABLE.about]


def test_a_spreadsheet_opens_with_wide_enough_columns_and_its_headings_in_sight():
    sheet = sheet_of(content_of(TABLE, ".xlsx"))["Helpers"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width >= len("07700900123")
    assert sheet.auto_filter.ref == "A1:F3"


def test_paper_says_what_the_list_is_and_ends_with_the_totals():
    ((size, words),) = pages_of(content_of(TABLE, ".pdf"))
    assert size[0] < size[1]
    for part in (
        "Helpers", "Only volunteers.", "As of Saturday 28 November 2026.", "=1+1",
        "07700900123", "£12.71", "4 December 2026", "2 h 30", "45 min", "Page 1 of 1",
    ):  # fmt: skip
        assert part in words
    assert words.index("3 h 15") > words.index("45 min")


def test_a_list_without_rows_says_so_on_paper_and_is_headings_elsewhere():
    assert "There is nothing in this list." in pages_of(content_of(EMPTY, ".pdf"))[0][1]
    assert len(rows_of(content_of(EMPTY, ".csv"))) == 1
    assert sheet_of(content_of(EMPTY, ".xlsx"))["Nobody"].max_row == 1


def test_every_page_has_the_headings_and_its_number_and_no_row_is_lost():
    rows = tuple((f"Person {number:04}", "", number, None, None, None) for number in range(300))
    found = pages_of(content_of(TableOut("All", COLUMNS, rows), ".pdf"))
    assert len(found) > 3
    for number, (_, words) in enumerate(found, 1):
        assert "How many" in words
        assert f"Page {number} of {len(found)}" in words
    whole = "\n".join(words for _, words in found)
    assert all(whole.count(f"Person {number:04}") == 1 for number in range(300))


def test_a_wide_list_lies_on_its_side():
    columns = tuple(Column(f"A long heading {number}") for number in range(9))
    table = TableOut("Wide", columns, (tuple(f"some words here {n}" for n in range(9)),))
    (size, words) = pages_of(content_of(table, ".pdf"))[0]
    assert size[0] > size[1]
    assert "here" in words


def test_a_cell_that_is_longer_than_a_page_goes_on_on_the_next():
    text = " ".join(f"word{number}" for number in range(4_000))
    table = TableOut("Long", (Column("Name"), Column("Notes")), (("Asha", text), ("Ben", "")))
    found = pages_of(content_of(table, ".pdf"))
    whole = " ".join(words for _, words in found)
    assert len(found) > 2
    assert all(f"word{number}" in whole for number in range(0, 4_000, 37))
    assert "Ben" in whole


def test_whatever_people_wrote_can_be_written_and_read_again(tmp_path):
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][::9]
    rows = tuple((text, text) for text in texts)
    table = TableOut(texts[0], (Column("Name"), Column(texts[1])), rows, (texts[2],), rows[3])
    assert rows_of(content_of(table, ".csv"))
    assert len(pages_of(content_of(table, ".pdf"))) > 1
    sheet = sheet_of(content_of(table, ".xlsx")).worksheets[0]
    assert sheet.max_row == len(texts) + 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_every_title_makes_a_spreadsheet(tmp_path):
    for title in ("a/b:c*d?[e]", "'", "", "x" * 90, "About this list", "\x00", "History"):
        assert sheet_of(content_of(TableOut(title, COLUMNS, (ROW,)), ".xlsx")).worksheets


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_a_text_of_a_table_for_any_program_comes_back_as_it_was(text):
    table = TableOut("T", (Column("A"), Column("B")), ((text, "end"),))
    rows = rows_of(content_of(table, ".csv"))
    assert unguarded(rows[1][0]) == text


@given(
    st.lists(st.integers(0, 90), max_size=60),
    st.integers(20, 900),
    st.integers(60, 900),
)
@settings(deadline=None)
def test_pages_hold_every_line_of_every_row_once_and_in_order(tall, first, other):
    rows = [[["line"] * lines] for lines in tall]
    found = pages(rows, min(first, other), other)
    parts = [part for page in found for part in page]
    seen = [(part.row, line) for part in parts for line in range(part.first, part.end)]
    assert seen == [(row, line) for row, lines in enumerate(tall) for line in range(lines or 1)]
    assert all(page for page in found[1:])


def test_it_is_written_for_its_owner_only(tmp_path):
    out = tmp_path / "list.csv"
    write_table(out, TABLE)
    if os.name != "nt":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_place_or_a_name_that_does_not_do_is_said(tmp_path):
    with pytest.raises(CannotUseInput):
        write_table(tmp_path / "list.doc", TABLE)
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable):
        write_table(tmp_path / "file" / "list.csv", TABLE)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 01"), (90, "1 h 30")],
)
def test_hours_are_said_as_people_say_them(minutes, words):
    assert hours_in_words(minutes) == words
    assert text_of(minutes, CellKind.HOURS) == words


def test_a_name_that_paper_cannot_show_is_told_and_the_spreadsheet_has_it():
    table = TableOut("Members", (Column("Name"),), (("王小明",),))
    ((_size, told),) = pages_of(content_of(table, ".pdf"))
    assert "[Chinese letters]" in told
    assert "The same list saved as a spreadsheet has them all." in " ".join(told.split())
    assert rows_of(content_of(table, ".csv"))[1] == ["王小明"]
    assert all("square brackets" not in each for _size, each in pages_of(content_of(TABLE, ".pdf")))
