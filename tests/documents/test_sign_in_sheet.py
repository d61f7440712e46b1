"""The sign-in sheet: names and boxes, room for new people, and nothing else about anybody."""

from datetime import date

import pypdfium2
import pytest

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.sign_in_sheet import SignInSheet, write_sign_in_sheet
from vcs_desktop.documents.sign_in_sheet.pdf import ROW, pdf_of

THURSDAY = date(2026, 11, 26)


def sheet(**more):
    told = {
        "group": "Marston Lunch Club",
        "activity": "Thursday lunch",
        "on": THURSDAY,
        "place": "Church hall",
        "starts": "12:00",
        "ends": "14:30",
        "names": ("Asha Patel", "Ben Cole"),
        "helpers": ("Carol Day",),
        **more,
    }
    return SignInSheet(**told)


def pages(made):
    """Return the words of each page."""
    document = pypdfium2.PdfDocument(pdf_of(made))
    said = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return said


def words(made):
    return " ".join(pages(made))


def test_it_says_what_when_and_where_and_has_the_names():
    said = words(sheet())
    for part in (
        "Who is here: Thursday lunch",
        "Marston Lunch Club",
        "Thursday 26 November 2026",
        "12 noon",
        "2.30pm",
        "Church hall",
        "Asha Patel",
        "Ben Cole",
        "Carol Day",
        "Helping today",
        "In an emergency call 999.",
    ):
        assert part in said


def test_without_a_known_day_there_is_room_to_write_it():
    assert "Day: ____" in words(sheet(on=None, starts="", ends="", place=""))


def test_the_rows_are_large_enough_for_large_handwriting():
    assert ROW >= 30  # points; a centimetre is 28


def test_many_people_go_on_over_pages_each_with_the_heads_and_the_note():
    names = tuple(f"Person Number{number}" for number in range(60))
    made = pages(sheet(names=names))
    assert len(made) > 2
    for page in made[:2]:
        assert "First time?" in page
        assert "In an emergency call 999." in page
    assert all(name in " ".join(made) for name in names)


def test_other_peoples_words_do_no_harm():
    hostile = sheet(
        activity="<b>&amp; " * 200, names=("<font size=99>X</font>", "\u0627" * 300, "\x00")
    )
    assert "<font size=99>X</font>" in words(hostile)


def test_it_is_written_as_a_pdf_and_as_nothing_else(tmp_path):
    out = tmp_path / "sheet.pdf"
    write_sign_in_sheet(out, sheet())
    assert out.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]
    with pytest.raises(CannotUseInput):
        write_sign_in_sheet(tmp_path / "sheet.txt", sheet())
