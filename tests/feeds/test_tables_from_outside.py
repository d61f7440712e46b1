"""CSV files and spreadsheets, from whatever wrote them, and those that mean harm."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import write_xlsx
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds import archives, tables
from vcs_desktop.feeds.archives import checked_names
from vcs_desktop.feeds.tables import csv_headings, csv_rows, xlsx_rows, xlsx_sheets


def _csv(tmp_path, content):
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_csv_is_read_in_every_encoding_that_spreadsheets_write(tmp_path, encoding):
    path = _csv(tmp_path, "Name,Amount\nCafé,£5\n".encode(encoding))
    assert list(csv_rows(path)) == [(2, {"Name": "Café", "Amount": "£5"})]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_is_read_whatever_separates_its_cells(tmp_path, separator):
    path = _csv(tmp_path, f'"a, b"{separator}c{separator}d\n1{separator}2{separator}3\n'.encode())
    assert list(csv_rows(path)) == [(2, {"a, b": "1", "c": "2", "d": "3"})]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    path = _csv(tmp_path, b'a,b\n\n"two\nlines",x\n,\n5,6,extra\n')
    assert list(csv_rows(path)) == [(3, {"a": "two\nlines", "b": "x"}), (5, {"a": "5", "b": "6"})]


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_rest(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        list(csv_rows(_csv(tmp_path, b'a,b\n1,"two\n3,4\n5,6\n')))
    assert "line" in refused.value.message


def test_a_table_with_too_many_rows_columns_or_letters_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    with pytest.raises(CannotUseInput, match="rows"):
        list(csv_rows(_csv(tmp_path, b"a\n1\n2\n3\n4\n")))
    monkeypatch.setattr(tables, "MOST_COLUMNS", 2)
    with pytest.raises(CannotUseInput, match="columns"):
        csv_headings(_csv(tmp_path, b"a,b,c\n"))
    monkeypatch.setattr(tables, "LONGEST_CELL", 5)
    with pytest.raises(CannotUseInput, match="cell"):
        list(csv_rows(_csv(tmp_path, b"a\n123456\n")))
    monkeypatch.setattr(tables, "MOST_CSV_BYTES", 10)
    with pytest.raises(CannotUseInput, match="bytes"):
        list(csv_rows(_csv(tmp_path, b"a\n1234567890\n")))


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_an_error_in_words(tmp_path_factory, content):
    path = _csv(tmp_path_factory.mktemp("t"), content)
    try:
        rows = list(csv_rows(path))
    except CannotUseInput as error:
        rows = [(1, {"why": error.message})]
    assert all(cells for _, cells in rows) or rows


def test_cells_of_a_spreadsheet_come_as_json_can_hold_them(tmp_path):
    moment = datetime.fromisoformat("2024-03-01T12:30")
    row = [date(2024, 3, 1), moment, 5.0, 5.25, True, " x ", None, 7]
    path = write_xlsx(tmp_path / "x.xlsx", [list("abcdefgh"), row])
    assert list(xlsx_rows(path, "Sheet1")) == [
        (
            2,
            {
                "a": "2024-03-01",
                "b": "2024-03-01T12:30:00",
                "c": 5,
                "d": 5.25,
                "e": True,
                "f": "x",
                "h": 7,
            },
        )
    ]


def test_a_sheet_that_lies_about_its_size_is_still_read_whole(tmp_path):
    path = write_xlsx(tmp_path / "x.xlsx", [["a", "b"], [1, 2], [3, 4]])
    _rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"A1:B3", b"A1:A1"))
    assert len(list(xlsx_rows(path, "Sheet1"))) == 2


def _rewrite(path, name, change):
    """Change one entry of an archive."""
    with zipfile.ZipFile(path) as archive:
        entries = {one.filename: archive.read(one) for one in archive.infolist()}
    entries[name] = change(entries[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)


_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "0123456789">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
)


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [_BOMB, b"<not", b"", b"\x00\xff"])
def test_a_spreadsheet_with_a_bomb_or_damage_inside_is_refused(tmp_path, name, content):
    path = write_xlsx(tmp_path / "x.xlsx", [["a"], ["1"]])
    _rewrite(path, name, lambda _: content)
    with pytest.raises(CannotUseInput):
        [list(xlsx_rows(path, sheet)) for sheet, _ in xlsx_sheets(path)]


def test_an_archive_that_would_unpack_to_too_much_is_not_opened(tmp_path, monkeypatch):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 3_000_000)
    with pytest.raises(CannotUseInput, match="ratio"):
        checked_names(path)
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000)
    with pytest.raises(CannotUseInput, match="unpacks"):
        checked_names(path)
    monkeypatch.setattr(archives, "MOST_PACKED_BYTES", 1_000)
    with pytest.raises(CannotUseInput, match="too large"):
        checked_names(path)


def test_an_archive_with_too_many_entries_is_not_opened(tmp_path, monkeypatch):
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(60):
            archive.writestr(f"{number:050}", "")
    monkeypatch.setattr(archives, "MOST_ENTRIES", 50)
    with pytest.raises(CannotUseInput, match="60 entries"):
        checked_names(path)
    monkeypatch.setattr(archives, "MOST_ENTRIES", 1)
    with pytest.raises(CannotUseInput, match="list of contents"):
        checked_names(path)


def test_a_locked_spreadsheet_is_refused_with_what_to_do(tmp_path):
    path = write_xlsx(tmp_path / "x.xlsx", [["a"]])
    content = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + flags] |= 1
    path.write_bytes(content)
    with pytest.raises(CannotUseInput) as refused:
        checked_names(path)
    assert "password" in refused.value.message


def _a_small_book():
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Identifier", "Award Date"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_BOOK = _a_small_book()
_PLACES = st.integers(0, 100_000).map(lambda place: place % len(_BOOK))


@given(st.lists(st.tuples(_PLACES, st.integers(0, 255)), min_size=1, max_size=4), _PLACES)
def test_a_spreadsheet_damaged_anywhere_never_gives_an_error_without_words(
    tmp_path_factory, changes, end
):
    content = bytearray(_BOOK)
    for place, byte in changes:
        content[place] = byte
    path = tmp_path_factory.mktemp("x") / "x.xlsx"
    for whole in (content, content[:end]):
        path.write_bytes(whole)
        try:
            [list(xlsx_rows(path, sheet)) for sheet, _ in xlsx_sheets(path)]
        except CannotUseInput as error:
            assert error.message  # noqa: PT017 - what must hold if it is refused


def test_spreadsheets_are_read_by_what_refuses_entities_though_lxml_is_installed():
    import lxml.etree
    import openpyxl

    assert lxml.etree.LXML_VERSION
    assert openpyxl.LXML is False
    assert openpyxl.DEFUSEDXML is True
