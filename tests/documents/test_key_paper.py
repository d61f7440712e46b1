"""The page about the keys says who has what and what to do, and holds no secret."""

from datetime import date

from vcs_desktop.documents.key_paper import key_paper
from vcs_desktop.documents.text_sheet import write_text_sheet
from vcs_desktop.domain.publisher_keys import what_to_do_now
from vcs_desktop.domain.reading import Heading, Paragraph, Table, plain

DIGITS = "91673 43021 18858 61855 35244 64036"


def paper():
    return key_paper("A Council", "Ann", "root-1234abcd.key", DIGITS, date(2026, 11, 24))


def test_it_names_the_council_the_holder_and_the_digits_and_what_to_do():
    sheet = paper()
    said = [plain(each.line) for each in sheet.text if isinstance(each, Paragraph | Heading)]
    assert sheet.title == "The keys of A Council"
    assert "Made on Tuesday 24 November 2026" in said
    assert "Has the publisher's key: Ann" in said
    assert "The file of the root key: root-1234abcd.key" in said
    assert DIGITS in said
    assert [each for each in said if each in what_to_do_now()] == what_to_do_now()


def test_there_is_a_line_to_fill_in_for_each_stick_and_each_envelope():
    (table,) = [each for each in paper().text if isinstance(each, Table)]
    assert [plain(row[0]) for row in table.rows] == [
        "First stick with the root key",
        "Second stick with the root key",
        "First envelope with its words",
        "Second envelope with its words",
    ]
    assert {plain(cell).strip() for row in table.rows for cell in row[1:]} == {""}


def test_it_is_written_as_a_pdf(tmp_path):
    write_text_sheet(tmp_path / "keys.pdf", paper())
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
