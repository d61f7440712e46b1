"""Calendars for the wall and the sheet of codes, read back out of the PDF."""

from datetime import date, timedelta

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.paper import SIDE, TOP
from vcs_desktop.documents.qr_code import code_of
from vcs_desktop.documents.wall_calendar import (
    CodeSheet,
    CodeToScan,
    WallPage,
    codes_pdf,
    write_codes,
    write_month,
    write_year,
)
from vcs_desktop.domain.due import DateLine, Due, DueKind, Outcome
from vcs_desktop.domain.phone_code import QUIET

MADE = date(2026, 11, 28)
LEAST_POINTS = 11


def line(day, what="Committee", *, month=12, starts="", outcome=None, year=2026):
    on = date(year, month, day)
    return DateLine(Due(f"{on}{what}", on, DueKind.MEETING, what, starts=starts), outcome)


def pages(path):
    """Return the words of each page, each on one line."""
    document = pypdfium2.PdfDocument(path)
    try:
        found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        return found, [page.get_size() for page in document]
    finally:
        document.close()


def month_of(tmp_path, *lines, first=date(2026, 12, 1), group="Tea & Talk"):
    path = tmp_path / "month.pdf"
    write_month(path, WallPage(group, first, MADE, lines))
    return pages(path)


def test_a_month_is_a_page_across_with_every_day_and_its_dates(tmp_path):
    words, sizes = month_of(
        tmp_path,
        line(4, "Insurance", outcome=Outcome.DONE),
        line(8, starts="19:30"),
    )
    assert len(words) == 1
    assert sizes[0][0] > sizes[0][1]
    assert words[0].startswith("December 2026 · Tea & Talk Monday Tuesday")
    assert "4 Insurance (done)" in words[0]
    assert "8 7.30pm Committee" in words[0]
    assert "30 31" in words[0]
    assert "Printed on 28 November 2026" in words[0]


def test_what_has_no_room_in_its_square_follows_on_a_list_and_nothing_is_lost(tmp_path):
    lines = [line(8, f"Date number {n:02}") for n in range(40)]
    words, _ = month_of(tmp_path, *lines)
    assert len(words) > 1
    assert "more" in words[0]
    rest = " ".join(words[1:])
    assert "Tuesday 8 December 2026" in rest
    assert all(f"Date number {n:02}" in rest for n in range(40))


@pytest.mark.parametrize("first", [date(2027, 2, 1), date(2026, 8, 1), date(2021, 2, 1)])
def test_months_of_four_to_six_weeks_have_all_their_days(tmp_path, first):
    words, _ = month_of(tmp_path, first=first)
    last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    assert all(str(day) in words[0].split() for day in range(1, last.day + 1))


def test_other_peoples_words_are_only_words(tmp_path):
    words, _ = month_of(tmp_path, line(8, "<b>A</b> & \u202e " + "x" * 400), group="<i>&")
    assert "<i>&" in words[0]
    assert "8 <b>A</b> &" in words[0]
    assert "x" * 90 in words[1].replace(" ", "")


def test_every_letter_of_a_month_can_be_read_from_a_metre(tmp_path):
    path = tmp_path / "month.pdf"
    write_month(
        path, WallPage("Tea", date(2026, 12, 1), MADE, tuple(line(n) for n in range(1, 29)))
    )
    document = pypdfium2.PdfDocument(path)
    sizes = {round(text.get_font_size(), 1) for text in _texts(document[0])}
    document.close()
    assert min(sizes - {9.0}) >= LEAST_POINTS  # the foot is small


def _texts(page):
    return [each for each in page.get_objects() if each.type == 1]


def test_a_year_is_one_page_with_twelve_months(tmp_path):
    path = tmp_path / "year.pdf"
    lines = (line(4, "Insurance", month=3, year=2027), line(31, "Accounts", month=12, year=2027))
    write_year(path, WallPage("Tea & Talk", date(2027, 1, 1), MADE, lines))
    words, sizes = pages(path)
    assert len(words) == 1
    assert sizes[0][0] > sizes[0][1]
    assert words[0].startswith("2027 · Tea & Talk January 2027")
    assert "March 2027 Thu 4: Insurance" in words[0]
    assert "December 2027 Fri 31: Accounts" in words[0]


def test_twelve_months_from_another_month_say_so_and_list_what_had_no_room(tmp_path):
    path = tmp_path / "year.pdf"
    lines = tuple(line(1 + n % 28, f"Date {n:03}", month=11) for n in range(60))
    write_year(path, WallPage("Tea", date(2026, 11, 1), MADE, lines))
    words, _ = pages(path)
    assert words[0].startswith("November 2026 to October 2027")
    assert all(f"Date {n:03}" in " ".join(words) for n in range(60))


@pytest.mark.parametrize("letters", [60, 80, 86, 120])
def test_a_long_name_stands_whole_in_the_year_or_on_its_list(tmp_path, letters):
    path = tmp_path / "year.pdf"
    name = ("word " * 40)[: letters - 4] + " end"
    write_year(path, WallPage("Tea", date(2026, 11, 1), MADE, (line(4, name, month=11),)))
    words, _ = pages(path)
    assert " ".join(name.split()) in " ".join(words)


def test_two_thousand_dates_make_a_whole_year(tmp_path):
    path = tmp_path / "year.pdf"
    lines = sorted(
        (line(1 + n % 28, f"Date {n:04}", month=1 + n % 12, year=2027) for n in range(2_000)),
        key=lambda each: each.due.on,
    )
    write_year(path, WallPage("Tea", date(2027, 1, 1), MADE, tuple(lines)))
    words, _ = pages(path)
    assert all(f"Date {n:04}" in " ".join(words) for n in range(2_000))


def test_codes_stand_twelve_to_a_page_with_their_words(tmp_path):
    path = tmp_path / "codes.pdf"
    dues = [line(1 + n, f"Meeting {n}", starts="19:30").due for n in range(13)]
    codes = tuple(CodeToScan(due, code_of(due)) for due in dues)
    write_codes(path, CodeSheet("Tea & Talk", MADE, codes))
    words, _ = pages(path)
    assert len(words) == 2
    assert words[0].startswith("Put these on your phone · Tea & Talk")
    assert "Meeting 11 Saturday 12 December 2026 at 7.30pm" in words[0]
    assert "Meeting 12" in words[1]


def test_the_squares_of_a_printed_code_are_those_of_the_code(tmp_path):
    path = tmp_path / "codes.pdf"
    due = line(8, "Committee", starts="19:30").due
    code = code_of(due)
    write_codes(path, CodeSheet("Tea", MADE, (CodeToScan(due, code),)))
    document = pypdfium2.PdfDocument(path)
    picture = document[0].render(scale=6).to_pil().convert("L")
    document.close()
    assert _squares(picture, code.size) == code.rows


def _squares(picture, size):
    """Read the squares off the picture of a page, in the middle of where each is to be."""
    scale = picture.height / A4[1]
    step = codes_pdf._CODE / (size + 2 * QUIET)
    left, top = SIDE + QUIET * step, TOP + codes_pdf._HEAD + QUIET * step
    return tuple(
        tuple(
            picture.getpixel(
                (int((left + (x + 0.5) * step) * scale), int((top + (y + 0.5) * step) * scale))
            )
            < 128
            for x in range(size)
        )
        for y in range(size)
    )


@pytest.mark.parametrize("write", [write_month, write_year])
def test_only_a_pdf_is_written(tmp_path, write):
    with pytest.raises(CannotUseInput):
        write(tmp_path / "month.txt", WallPage("Tea", date(2026, 12, 1), MADE))
    assert list(tmp_path.iterdir()) == []
