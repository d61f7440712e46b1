"""The workbook for a council's people: it explains itself, and reads back as nothing."""

import io
from pathlib import Path

import openpyxl
import pytest

from tests.support.publisher_book import NEEDED, read, template_filled
from vcs_desktop.core.errors import CannotUseInput, DiskFull, FolderNotWritable
from vcs_desktop.documents import publisher_template as module
from vcs_desktop.documents.publisher_template import publisher_template, write_publisher_template
from vcs_desktop.domain.publisher_workbook import SHEETS, Holds
from vcs_desktop.feeds.reading import open_feed

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(publisher_template()))


def test_an_empty_workbook_reads_back_as_nothing_and_nothing_is_wrong(tmp_path):
    path = tmp_path / "what we publish.xlsx"
    write_publisher_template(path)
    feed = open_feed(path)
    assert feed.format == "council workbook XLSX"
    assert list(feed.items()) == []


def test_it_has_a_sheet_for_each_kind_and_one_that_says_how(book):
    assert book.sheetnames == ["How to", "Grants", "Events", "Action plan", "Facts"]


def test_every_column_is_explained_on_the_sheet_that_says_how(book):
    told = {str(cell.value) for row in book["How to"] for cell in row}
    for sheet in SHEETS:
        for column in sheet.columns:
            assert column.heading in told
            assert any(text.startswith(column.says) for text in told)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.name)
def test_no_two_columns_of_a_sheet_have_the_same_heading_or_field(sheet):
    assert len({each.heading.casefold() for each in sheet.columns}) == len(sheet.columns)
    assert len({each.field for each in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.name)
def test_the_example_says_that_it_is_one(book, sheet):
    page = book[sheet.name]
    row = {page.cell(1, cell.column).value: cell.value for cell in page[2]}
    assert row["Id"] == "Example"
    assert row[sheet.title.heading].startswith("Example: ")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.name)
def test_an_example_that_is_made_ones_own_is_read_without_a_complaint(tmp_path, sheet):
    path = template_filled(tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(path)
    page = book[sheet.name]
    columns = {cell.value: cell.column for cell in page[1]}
    page.cell(2, columns["Id"]).value = None
    page.cell(2, columns[sheet.title.heading]).value = "Our own"
    book.save(path)
    records, refused = read(path)
    assert refused == []
    assert [record.kind for record in records] == [sheet.kind]


def test_what_has_choices_has_a_list_to_choose_from(book):
    for sheet in SHEETS:
        page = book[sheet.name]
        listed = {
            next(iter(rule.sqref.ranges)).min_col: rule.formula1
            for rule in page.data_validations.dataValidation
        }
        for place, column in enumerate(sheet.columns, 1):
            if column.holds is Holds.CHOICE:
                assert listed[place] == f'"{",".join(each.words for each in column.choices)}"'
            assert (place in listed) == (column.holds in (Holds.CHOICE, Holds.YES_NO))


def test_days_and_money_have_their_formats(book):
    page = book["Grants"]
    formats = {page.cell(1, cell.column).value: cell.number_format for cell in page[2]}
    assert formats["Closing day"] == "d mmmm yyyy h:mm"
    assert formats["Opening day"] == "d mmmm yyyy"
    assert formats["Largest amount"] == '"£"#,##0.00'


def test_a_row_with_only_what_is_needed_is_enough(tmp_path):
    rows = {name.replace(" ", "_"): [row] for name, row in NEEDED.items()}
    records, refused = read(template_filled(tmp_path / "book.xlsx", **rows))
    assert refused == []
    assert [record.kind for record in records] == [sheet.kind for sheet in SHEETS]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(CannotUseInput, match="there is a file"):
        write_publisher_template(path)
    assert path.read_bytes() == b"mine"


def test_only_a_spreadsheet_can_be_written(tmp_path):
    with pytest.raises(CannotUseInput) as caught:
        write_publisher_template(tmp_path / "book.csv")
    assert ".xlsx" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        write_publisher_template(tmp_path / "file" / "book.xlsx")


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_whole", full)
    with pytest.raises(DiskFull):
        write_publisher_template(tmp_path / "book.xlsx")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.name)
def test_the_page_about_the_workbook_tells_every_column(sheet):
    told = (PROJECT / "resources/docs/publishing-workbook.md").read_text("utf-8")
    _, _, part = told.partition(f"## The sheet “{sheet.name}”")
    part = part.partition("\n## ")[0]
    for column in sheet.columns:
        heading = f"**{column.heading}**" if column.is_needed else column.heading
        assert f"| {heading} | {column.says}" in part
