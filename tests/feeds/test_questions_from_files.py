"""Questions and old applications out of real files: Word, PDF, text, CSV, spreadsheets."""

from threading import Event

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from vcs_desktop.core.errors import AppError, CannotUseInput, Stopped
from vcs_desktop.domain.answers import Unit
from vcs_desktop.domain.form_lines import MOST_LINES, TooManyLines
from vcs_desktop.domain.printed_lines import printed_lines
from vcs_desktop.domain.question_columns import form_in_table
from vcs_desktop.domain.questions_typed import TooManyQuestions
from vcs_desktop.feeds.plain_text import NotText, plain_text
from vcs_desktop.feeds.questions_in import (
    MOST_COLUMNS,
    NoWords,
    OtherFile,
    old_form_from,
    old_form_in_text,
    questions_from,
)

LONG = "We run a lunch club for older people in the village hall, every Tuesday of the year. "


def told(form):
    return [(each.question.ref, each.question.text, each.text) for each in form.answers]


def saved(made, path):
    made.save(path)
    return path


def old_word_file(path):
    made = docx.Document()
    made.add_heading("Warm rooms 2024", 0)
    made.add_paragraph("Tea & Talk")
    made.add_heading("1. What does your group do? (max 100 words)", 2)
    made.add_paragraph("We cook lunch.")
    made.add_paragraph("Soup", style="List Bullet")
    made.add_paragraph("Cake", style="List Bullet")
    made.add_paragraph().add_run("2. Why is it needed?").bold = True
    made.add_paragraph("Because 1 in 5 people live alone.")
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Number")
    table = made.add_table(2, 2)
    for row, cells in enumerate(
        [("3. Who runs it?", "Asha\nand Ben"), ("4. How will you keep people safe?", "Checks.")]
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return saved(made, path)


def test_an_old_word_file_is_taken_apart_with_its_lists_and_tables(tmp_path):
    form = old_form_from(old_word_file(tmp_path / "old.docx"))
    assert form.before == "Warm rooms 2024\nTea & Talk"
    assert told(form) == [
        ("1", "What does your group do?", "We cook lunch.\n- Soup\n- Cake"),
        ("2", "Why is it needed?", "Because 1 in 5 people live alone.\n1. First\n2. Second"),
        ("3", "Who runs it?", "Asha\nand Ben"),
        ("4", "How will you keep people safe?", "Checks."),
    ]
    assert form.answers[0].question.limit == 100


def test_questions_that_word_numbers_by_itself_have_their_numbers(tmp_path):
    made = docx.Document()
    for text in ("What do you do? (50 words)", "Why is it needed?", "Your plan"):
        made.add_paragraph(text, style="List Number")
    found = questions_from(saved(made, tmp_path / "form.docx"))
    assert [(each.ref, each.text, each.limit) for each in found.questions] == [
        ("1", "What do you do?", 50),
        ("2", "Why is it needed?", None),
        ("3", "Your plan", None),
    ]


def test_a_printed_application_is_put_together_again(tmp_path):
    sheet = getSampleStyleSheet()
    parts = []
    for number, question in enumerate(
        ["What does your group do? (up to 200 words)", "Why is it needed?", "Who runs it?"], start=1
    ):
        parts += [
            Paragraph(f"{number}. {question}", sheet["Heading3"]),
            Paragraph(LONG * 5, sheet["Normal"]),
            Paragraph(f"We like number {number}.", sheet["Normal"]),
            PageBreak(),
        ]

    def foot(canvas, page):
        canvas.drawString(72, 30, f"Tea & Talk, page {page.page}")

    path = tmp_path / "old.pdf"
    SimpleDocTemplate(str(path)).build(parts, onFirstPage=foot, onLaterPages=foot)
    form = old_form_from(path)
    assert [(each.question.ref, each.question.limit) for each in form.answers] == [
        ("1", 200),
        ("2", None),
        ("3", None),
    ]
    assert "page" not in str(told(form))
    assert [each.text.split()[-1] for each in form.answers] == ["1.", "2.", "3."]
    assert all(" ".join(each.text.split()).startswith((LONG * 5).strip()) for each in form.answers)


def test_pages_keep_their_paragraphs_lists_and_parted_words():
    full = "This line is as long as the page is wide, so it goes on and"
    page = "\n".join(
        ["Grant form", full, "on until here.", "- one", "- two", full, "well-", "being.", "", "3"]
    )
    assert [each.text for each in printed_lines([page])] == [
        "Grant form",
        f"{full} on until here.",
        "- one",
        "- two",
        f"{full} well-being.",
        "",
    ]


def test_a_running_title_is_left_out_and_a_short_document_keeps_its_lines():
    texts = ("Question 1", "Question 2", "Question 3")
    pages = [f"Fund 2024\n{each}\nWe cook.\nPage {each[-1]} of 3" for each in texts]
    assert [each.text for each in printed_lines(pages)] == [
        said for each in texts for said in (each, "We cook.")
    ]
    assert [each.text for each in printed_lines(["Fund 2024\nText"])] == ["Fund 2024", "Text"]


def test_a_csv_file_gives_questions_limits_and_answers(tmp_path):
    path = tmp_path / "form.csv"
    path.write_text(
        "Our fund\n"
        "No,Question,Word limit,Help,Our answer\n"
        '1,"What do you do, and where?",250,Say all,We cook\n'
        "2,Why? (max 90 words),,,\n"
        "3,Plan,1000 characters,,x\n",
        "utf-8",
    )
    found = questions_from(path)
    assert [(each.ref, each.text, each.limit, each.unit) for each in found.questions] == [
        ("1", "What do you do, and where?", 250, Unit.WORDS),
        ("2", "Why?", 90, Unit.WORDS),
        ("3", "Plan", 1000, Unit.CHARACTERS),
    ]
    assert found.questions[0].guidance == "Say all"
    assert [each.text for each in old_form_from(path).answers] == ["We cook", "", "x"]


def test_a_spreadsheet_gives_the_same(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Question", "Max characters"], ["What do you do?", 500], ["Why?", None]):
        book.active.append(row)
    found = questions_from(saved(book, tmp_path / "form.xlsx"))
    assert [(each.text, each.limit, each.unit) for each in found.questions] == [
        ("What do you do?", 500, Unit.CHARACTERS),
        ("Why?", None, Unit.WORDS),
    ]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([["1", "What do you do?"], ["2", "Why?"]], ["What do you do?", "Why?"]),
        ([["Aims"], ["Plan"]], ["Aims", "Plan"]),
        ([["Unit", "Question"], ["characters", "Why?"]], ["Why?"]),
        ([["Question"]], []),
        ([], []),
        ([["Question", "Limit"], ["", "250"], ["Why?"]], ["Why?"]),
    ],
)
def test_a_table_is_read_with_headings_or_without(rows, texts):
    assert [each.question.text for each in form_in_table(rows).answers] == texts


@pytest.mark.parametrize(
    ("limit", "number", "unit"),
    [
        ("250", 250, Unit.WORDS),
        ("1,000", 1000, Unit.WORDS),
        ("250.0", 250, Unit.WORDS),
        ("250 words", 250, Unit.WORDS),
        ("max 250 characters", 250, Unit.CHARACTERS),
        ("none", None, Unit.WORDS),
        ("0", None, Unit.WORDS),
        ("-5", None, Unit.WORDS),
        ("9" * 40, None, Unit.WORDS),
        ("", None, Unit.WORDS),
    ],
)
def test_a_limit_in_a_cell_is_read_as_people_write_it(limit, number, unit):
    (answer,) = form_in_table([["Question", "Limit"], ["Why?", limit]]).answers
    assert (answer.question.limit, answer.question.unit) == (number, unit)


def test_a_text_file_is_read_in_whatever_letters_it_was_saved(tmp_path):
    text = "1. What can you do with £5 in a café?\r\n2. Why?"
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert [each.text for each in questions_from(path).questions] == [
            "What can you do with £5 in a café?",
            "Why?",
        ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_letters_of_two_bytes_are_told_without_a_mark(encoding):
    assert plain_text("Plain words.\r\nMore".encode(encoding)) == "Plain words.\nMore"


def test_signs_that_nobody_sees_do_not_stop_a_text(tmp_path):
    path = tmp_path / "odd.txt"
    path.write_bytes("1. Wh\x07y\u202e now?\x00\n2. How?".encode())
    assert [each.text for each in questions_from(path).questions] == ["Why now?", "How?"]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", NoWords),
        ("a.txt", b" \n\t", NoWords),
        ("a.csv", b"", NoWords),
        ("a.csv", b'a,b\n"c', CannotUseInput),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), AppError),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), OtherFile),
        ("a.zip", b"PK\x05\x06" + bytes(18), AppError),
        ("a.pdf", b"%PDF-1.7 and nothing more", AppError),
        ("a.bin", b"\x00\x81\x8d" * 9, NotText),
    ],
)
def test_what_has_no_questions_in_it_is_told_in_plain_words(tmp_path, name, data, error):
    path = tmp_path / name
    path.write_bytes(data)
    for read in (questions_from, old_form_from):
        with pytest.raises(error) as raised:
            read(path)
        assert raised.value.message
        assert "Error" not in raised.value.message


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path):
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(CannotUseInput, match=r"."):
            questions_from(path)


def test_a_pdf_without_words_is_told_to_be_pictures(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(50, 50, 200, 200)
    canvas.showPage()
    canvas.save()
    with pytest.raises(NoWords):
        old_form_from(path)


def test_reading_a_pdf_can_be_stopped(tmp_path):
    path = tmp_path / "old.pdf"
    SimpleDocTemplate(str(path)).build([Paragraph("Tea", getSampleStyleSheet()["Normal"])])
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        old_form_from(path, stop)


def test_a_table_with_more_rows_than_any_form_is_refused(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("Question\n" + "Why?\n" * 300, "utf-8")
    with pytest.raises(TooManyQuestions):
        questions_from(path)
    path.write_text("Question\n" + "Why?\n" * 3_000, "utf-8")
    with pytest.raises(CannotUseInput):
        questions_from(path)


@pytest.mark.parametrize("line", ["a\n", "\n", "Why?\n", "- tea\n"])
def test_a_text_of_more_lines_than_any_form_is_refused_before_it_is_read(tmp_path, line):
    path = tmp_path / "long.txt"
    path.write_text("1. What do you do?\n" + line * MOST_LINES, "utf-8")
    for read in (questions_from, old_form_from):
        with pytest.raises(TooManyLines):
            read(path)
    with pytest.raises(TooManyLines):
        old_form_in_text(path.read_text("utf-8"))


def test_a_table_with_more_columns_than_any_form_is_refused(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("Question\n" + "Why?," * (MOST_COLUMNS + 1), "utf-8")
    for read in (questions_from, old_form_from):
        with pytest.raises(CannotUseInput, match=r"columns"):
            read(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_told_to_be_none(data):
    try:
        text = plain_text(data)
    except NotText:
        return
    assert "\r" not in text


@given(st.lists(st.lists(st.text(st.characters(codec=None), max_size=30), max_size=5), max_size=12))
def test_any_table_is_read(rows):
    form = form_in_table(rows)
    assert len(form.answers) <= len(rows)


@given(st.lists(st.text(st.characters(codec=None), max_size=300), max_size=5))
def test_any_pages_are_read(pages):
    printed_lines(pages)
