"""The page with the printed code: one page, easy to read, and all of the code on it."""

import os
import stat
from datetime import date

import pypdfium2
import pytest

from tests.support.reading_age import grade, sentences
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.code_sheet import CodeSheet, write_code_sheet
from vcs_desktop.documents.code_sheet.content import above, below
from vcs_desktop.documents.code_sheet.pdf import pdf_of
from vcs_desktop.domain.reading import Items, plain

CODE = ("FTG7E", "QEY6P", "823G6", "ZCV97", "AY6HJ", "GVNWC", "0R6K")
SHEET = CodeSheet("Tea & Talk <b>", CODE, date(2026, 11, 23))
OF_A_CHILD_OF_9 = 4.0


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    words = document[0].get_textpage().get_text_range()
    document.close()
    return words


def test_the_whole_code_is_on_one_page_with_the_group_and_the_day():
    words = words_of(pdf_of(SHEET))
    for part in (*CODE, "Tea & Talk <b>", "Monday 23 November 2026", "Keep it safe"):
        assert part in words


def test_a_hidden_name_is_not_printed():
    words = words_of(pdf_of(CodeSheet("", CODE, date(2026, 11, 23))))
    assert words.startswith("The way back in to our group")


@pytest.mark.parametrize(
    "name",
    [
        "x" * 120, "</para><b>", "<img src='/etc/hostname'/>", "&amp; &#0;", "مجموعة الشاي", "茶",
        "a\u0301" * 60, "W" * 120, "\u202eevil", "=1+1",
    ],
)  # fmt: skip
def test_whatever_a_group_is_called_the_code_is_on_one_page(name):
    words = words_of(pdf_of(CodeSheet(name, CODE, date(2026, 11, 23))))
    assert all(part in words for part in CODE)


def test_a_child_of_nine_can_read_it():
    blocks = (*above(SHEET), *below())
    lines = [
        plain(line)
        for block in blocks
        for line in ([i.line for i in block.items] if isinstance(block, Items) else [block.line])
    ]
    text = "\n\n".join(lines)
    assert grade(text) <= OF_A_CHILD_OF_9
    assert max(map(len, sentences(text))) <= 15


def test_it_is_written_for_its_owner_only_and_alone(tmp_path):
    out = tmp_path / "code.pdf"
    write_code_sheet(out, SHEET)
    assert [file.name for file in tmp_path.iterdir()] == ["code.pdf"]
    if os.name != "nt":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_or_is_no_pdf_is_said(tmp_path):
    with pytest.raises(CannotUseInput):
        write_code_sheet(tmp_path / "code.html", SHEET)
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable):
        write_code_sheet(tmp_path / "file" / "code.pdf", SHEET)


def test_the_code_is_not_shown_by_accident():
    assert CODE[0] not in repr(SHEET)
