"""An empty template for funding calls: it explains itself and reads back as nothing."""

import json

import openpyxl
import pytest

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.funding_template import write_template
from vcs_desktop.domain.funding_format import FIELDS
from vcs_desktop.feeds.reading import open_feed

_ENDINGS = [".xlsx", ".csv", ".yaml", ".yml", ".json", ".XLSX"]


@pytest.mark.parametrize("ending", _ENDINGS)
def test_an_empty_template_reads_back_as_no_calls_and_no_problems(tmp_path, ending):
    path = tmp_path / f"calls{ending}"
    write_template(path)
    feed = open_feed(path)
    assert feed.format.startswith("funding calls")
    assert list(feed.items()) == []


@pytest.mark.parametrize("ending", [".xlsx", ".yaml", ".json"])
def test_every_field_is_explained_where_the_format_has_room(tmp_path, ending):
    path = tmp_path / f"calls{ending}"
    write_template(path)
    if ending == ".xlsx":
        sheet = openpyxl.load_workbook(path)["What to write"]
        text = "\n".join(str(cell.value) for row in sheet for cell in row)
    else:
        text = path.read_text("utf-8")
    for note in FIELDS:
        assert note.name in text
    assert "The last day to apply" in text


def test_a_filled_spreadsheet_gives_its_calls(tmp_path):
    path = tmp_path / "calls.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, headings["grantName"], "Warm rooms")
    sheet.cell(2, headings["fundingOrganization/name"], "Example Foundation")
    sheet.cell(2, headings["questions/0/text"], "What will you do?")
    sheet.cell(2, headings["grantLocation"], "Oxford; Cherwell")
    book.save(path)
    (record,) = open_feed(path).items()
    assert record.data["grantName"] == "Warm rooms"
    assert record.data["questions"] == [{"text": "What will you do?"}]
    assert [place["name"] for place in record.data["grantLocation"]] == ["Oxford", "Cherwell"]


def test_yaml_filled_in_as_its_first_lines_say_gives_a_call(tmp_path):
    path = tmp_path / "calls.yaml"
    write_template(path)
    head, _, body = path.read_text("utf-8").partition("fundingCalls:\n")
    lines = [line.removeprefix("# ") for line in body.splitlines()]
    filled = "\n".join(f"{line} Warm rooms" if line == "- grantName:" else line for line in lines)
    path.write_text(f"{head}fundingCalls:\n{filled}\n", "utf-8")
    (record,) = open_feed(path).items()
    assert record.data == {"grantName": "Warm rooms"}


def test_json_explains_its_fields_beside_an_empty_list(tmp_path):
    path = tmp_path / "calls.json"
    write_template(path)
    content = json.loads(path.read_text("utf-8"))
    assert content["fundingCalls"] == []
    assert set(content["whatToWrite"]) == {note.name for note in FIELDS}


def test_another_ending_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        write_template(tmp_path / "calls.docx")
    assert ".xlsx" in refused.value.advice
    assert not (tmp_path / "calls.docx").exists()


def test_a_form_that_somebody_may_have_filled_in_is_not_written_over(tmp_path):
    path = tmp_path / "calls.csv"
    path.write_text("grantName\nWarm rooms\n")
    with pytest.raises(CannotUseInput) as refused:
        write_template(path)
    assert "calls.csv" in refused.value.message
    assert path.read_text() == "grantName\nWarm rooms\n"


def test_a_place_that_cannot_be_written_to_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderNotWritable) as refused:
        write_template(tmp_path / "file" / "calls.csv")
    assert "form" in refused.value.message
