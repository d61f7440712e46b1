"""An application as PDF, web page, Word file and plain text: all of it, and only what is in it."""

import html
import re
import time
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.hostile_texts import hostile_texts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.text import without_hidden
from vcs_desktop.documents.application import (
    SUFFIXES,
    ApplicationSheet,
    PaperSent,
    Signer,
    content_of,
    write_application,
)
from vcs_desktop.domain.answers import Answer, FactSource, UsedFact
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application, PlannedChange
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    PaidBy,
    Promise,
    RunningCost,
    Vat,
)
from vcs_desktop.domain.stored_file import StoredFile

DAY = date(2026, 11, 28)
EATERS = UsedFact(
    "f",
    FactSource.OUR_RECORDS,
    "people",
    "38",
    "38 people eat with us each week",
    "September to November 2026",
    "Our own records of who came",
)
ANSWERS = (
    Answer(
        "1",
        question="What does your group do?",
        text="We are a lunch club.\n\nWe offer:\n- a hot meal\n- a lift\n\nSince 2011.",
        facts=(EATERS,),
    ),
    Answer("2", ref="B2", question="What will it cost?", text="1. An oven\n2. Four courses"),
    Answer("3", question="Who looks after the money?"),
)
BUDGET = Budget(
    lines=(
        BudgetLine("a", 1, "Oven", CostType.EQUIPMENT, unit_pence=1_400_00),
        BudgetLine(
            "b", 2, "Training", CostType.TRAINING, LineKind.DIRECT, 4_00, "people", 30_00,
            paid=(PaidBy("x", 20_00),),
        ),
        BudgetLine(
            "c", 3, "Cooks", CostType.VOLUNTEERS, LineKind.IN_KIND, 120_00, is_time_given=True
        ),
    ),
    running_costs=(RunningCost("r", 1, "Rent of the hall", 2_400_00),),
    basis=Basis.PEOPLE,
    share_ours=20,
    share_whole=60,
    months=6,
    funders=(OtherFunder("x", 1, "Parish council", 20_00, Promise.PROMISED),),
    rate_pence=12_60,
    rate_name="Real Living Wage",
    vat=Vat.NOT_REGISTERED,
)  # fmt: skip
APPLICATION = Application(
    name="Warm welcome",
    funder="Warm Rooms",
    ask_pence=1_900_00,
    starts_on=date(2027, 1, 4),
    ends_on=date(2027, 6, 30),
    changes=(PlannedChange("1", 1, "Lunch", "Less alone", "We ask in March", 30),),
)
SHEET = ApplicationSheet(
    Whole(APPLICATION, ANSWERS, BUDGET),
    "Marston Lunch Club",
    DAY,
    papers=(
        PaperSent("Bank statement"),
        PaperSent("Group rules", "Constitution", date(2024, 5, 1), StoredFile("rules.pdf")),
    ),
    signers=(Signer("Jean Marsh", "Chair", date(2026, 11, 20)), Signer("Sam Okafor", "Treasurer")),
)
SAID = (
    "Warm welcome",
    "From Monday 4 January 2027 to Wednesday 30 June 2027".removeprefix("From "),
    "1. What does your group do?",
    "We are a lunch club.",
    "a hot meal",
    "38 people eat with us each week. As of September to November 2026.",
    "B2. What will it cost?",
    "There is no answer yet.",
    "Less alone",
    "We ask in March. We hope for 30.",
    "4 people",
    "This work's share of the running costs is 33.3%: 20 of 60 by people.",
    "£1,920",
    "£1,512",
    "An hour is counted at £12.60. Real Living Wage.",
    "We cannot claim VAT back, so prices include it.",
    "Bank statement. None is chosen yet.",
    "Group rules. Constitution. Of Wednesday 1 May 2024. File: rules.pdf.",
    "Jean Marsh",
)


def words(text):
    return " ".join(text.split())


def in_pdf(content):
    with pypdfium2.PdfDocument(content) as document:
        return words(" ".join(page.get_textpage().get_text_range() for page in document))


def in_web_page(content):
    return words(html.unescape(re.sub("<[^>]+>", " ", content.decode())))


def in_word(content):
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return words(" ".join([*(each.text for each in document.paragraphs), *cells]))


READ = {".pdf": in_pdf, ".html": in_web_page, ".docx": in_word}


def with_text(text):
    return replace(SHEET, whole=Whole(APPLICATION, (Answer("1", question="Why?", text=text),)))


@pytest.mark.parametrize("suffix", READ)
def test_every_file_says_all_of_the_application(suffix):
    told = READ[suffix](content_of(SHEET, suffix)).replace("• ", "")
    assert [each for each in SAID if each not in told] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_application_gives_the_same_bytes_at_any_moment(suffix, monkeypatch):
    once = content_of(SHEET, suffix)
    later = time.gmtime(time.time() + 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert content_of(SHEET, suffix) == once


def test_plain_text_has_each_answer_as_it_was_typed():
    told = content_of(SHEET, ".txt").decode()
    assert f"1. What does your group do?\n\n{ANSWERS[0].text}\n" in told


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text())
def test_no_letter_of_an_answer_is_lost_in_plain_text(text):
    told = content_of(with_text(text), ".txt").decode()
    assert without_hidden(text).strip() in told


@given(st.lists(st.text("abż-1. \n•", max_size=30), max_size=6).map("\n".join))
@settings(max_examples=25)
def test_no_word_of_an_answer_is_lost_in_a_word_file(text):
    told = in_word(content_of(with_text(text), ".docx"))
    assert all(each in told for each in re.findall(r"[abż]+", text))


def test_the_pdf_has_an_outline_of_its_parts_and_questions():
    with pypdfium2.PdfDocument(content_of(SHEET, ".pdf")) as document:
        found = [(each.level, each.get_title()) for each in document.get_toc()]
    assert found == [
        (0, "Our answers"),
        (1, "1. What does your group do?"),
        (1, "B2. What will it cost?"),
        (1, "3. Who looks after the money?"),
        (0, "What will change, and how we will know"),
        (0, "Budget"),
        (0, "Papers that go with it"),
        (0, "Signatures"),
    ]


def test_no_heading_stands_at_the_foot_of_a_page_without_what_it_is_of():
    for lines in range(20, 36):  # so that the heading comes to stand at every height of a page
        text = "\n".join(f"Line {number}" for number in range(lines))
        whole = Whole(replace(APPLICATION, changes=()), (Answer("1", question="Why?", text=text),))
        content = content_of(replace(SHEET, whole=whole), ".pdf")
        with pypdfium2.PdfDocument(content) as document:
            pages = [words(page.get_textpage().get_text_range()) for page in document]
        (page,) = [each for each in pages if "Papers that go with it" in each]
        assert "Papers that go with it • Bank statement" in page, lines


def test_what_nobody_said_has_no_column_and_no_day_is_said_twice():
    signers = (Signer("Jean Marsh", on=date(2026, 11, 20)),)
    fact = replace(EATERS, words="38 people (September to November 2026)")
    answers = (replace(ANSWERS[0], facts=(fact,)),)
    told = in_pdf(
        content_of(replace(SHEET, whole=Whole(APPLICATION, answers), signers=signers), ".pdf")
    )
    assert "Name Signature Day" in told
    assert "38 people (September to November 2026). Our own records of who came." in told
    assert "Name Role Signature Day" in in_pdf(content_of(SHEET, ".pdf"))


def test_a_word_file_has_real_lists_and_heads_of_tables():
    document = docx.Document(BytesIO(content_of(SHEET, ".docx")))
    styles = {each.text: each.style.name for each in document.paragraphs}
    assert styles["a hot meal"] == styles["a lift"] == "List Bullet"
    assert not any(each.startswith("•") for each in styles)
    heads = ["w:tblHeader" in table.rows[0]._tr.xml for table in document.tables]
    assert heads == [True] * len(document.tables)
    assert all(cell.text.strip() for table in document.tables for cell in table.rows[0].cells)
    assert "w:tblHeader" not in document.tables[0].rows[1]._tr.xml


def test_where_the_pdf_lacks_letters_it_says_so_and_the_others_have_them():
    sheet = with_text("They say שלום to us.")
    told = in_pdf(content_of(sheet, ".pdf"))
    assert "Some letters cannot be printed here." in told
    assert "[Hebrew letters]" in told
    assert "שלום" in in_word(content_of(sheet, ".docx"))
    assert "שלום" in in_web_page(content_of(sheet, ".html"))
    assert "cannot be printed" not in in_pdf(content_of(SHEET, ".pdf"))


# "We give a meal to our neighbours", with two signs that part letters without a space.
PERSIAN = (
    "\u0645\u0627 \u0628\u0647 \u0647\u0645\u0633\u0627\u06cc\u0647\u200c\u0647\u0627 "
    "\u063a\u0630\u0627 \u0645\u06cc\u200c\u062f\u0647\u06cc\u0645"
)


@pytest.mark.parametrize(
    ("name", "script"), [("محمد الأمين", "Arabic"), ("רות כהן", "Hebrew"), ("王小明", "Chinese")]
)
@pytest.mark.parametrize("place", ["signer", "checked", "group", "name", "paper", "foot"])
def test_a_name_that_the_pdf_cannot_show_is_told_wherever_it_stands(name, script, place):
    sheet = {
        "signer": replace(SHEET, signers=(Signer(name, "Chair"),)),
        "checked": replace(SHEET, checked_by=name),
        "group": replace(SHEET, group=name),
        "name": replace(SHEET, whole=replace(SHEET.whole, application=Application(name=name))),
        "paper": replace(SHEET, papers=(PaperSent(name),)),
        "foot": replace(SHEET, group=name, copy_number=1),
    }[place]
    told = in_pdf(content_of(sheet, ".pdf"))
    assert f"[{script} letters]" in told
    assert "The Word file and the web page have them all." in told
    assert name in in_word(content_of(sheet, ".docx"))
    assert name in in_web_page(content_of(sheet, ".html"))


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt"])
def test_what_joins_and_parts_persian_letters_is_in_every_file_that_can_show_them(suffix):
    content = content_of(with_text(PERSIAN), suffix)
    told = READ[suffix](content) if suffix in READ else content.decode()
    assert PERSIAN in told


def test_the_pdf_says_once_that_persian_stands_there():
    told = in_pdf(content_of(with_text(PERSIAN), ".pdf"))
    assert told.count("[Arabic letters]") == 1


def test_what_is_read_from_right_to_left_is_so_in_the_word_file_and_the_web_page():
    sheet = replace(with_text(f"{PERSIAN}\n- {PERSIAN}\nIn English."), group="محمد")
    document = docx.Document(BytesIO(content_of(sheet, ".docx")))
    turned = [
        each
        for each in document.paragraphs
        if each._p.pPr is not None and each._p.pPr.find(qn("w:bidi")) is not None
    ]
    assert [each.text for each in turned] == [PERSIAN, PERSIAN]
    assert turned[1].style.name == "List Bullet"
    assert all(run.font.rtl for each in turned for run in each.runs)
    english = next(each for each in document.paragraphs if each.text == "In English.")
    assert not any(run.font.rtl for run in english.runs)
    assert f'<p dir="auto">{PERSIAN}</p>' in content_of(sheet, ".html").decode()


def test_a_kept_copy_says_that_it_is_one():
    told = in_pdf(content_of(replace(SHEET, copy_number=2), ".pdf"))
    assert "Kept copy 2 of Saturday 28 November 2026, as it was sent." in told


def test_a_plan_whose_cells_are_long_is_set_row_after_row():
    long = "They feel less alone, and say so. " * 60
    changes = (PlannedChange("1", 1, "Lunch", long, "We ask"),)
    whole = Whole(replace(APPLICATION, changes=changes))
    for suffix, read in READ.items():
        told = read(content_of(replace(SHEET, whole=whole), suffix))
        assert told.count("They feel less alone, and say so.") == 60


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_hostile_words_do_no_harm_in_any_file(suffix, tmp_path):
    for text in list(dict(hostile_texts(tmp_path)).values())[::2]:  # every other family
        answer = Answer(
            "1", question=text, text=text, ref=text[:20], facts=(replace(EATERS, words=text),)
        )
        line = BudgetLine("a", what=text, unit=text)
        whole = Whole(
            Application(name=text, funder=text, changes=(PlannedChange("1", 1, text, text, text),)),
            (answer,),
            Budget(lines=(line,), vat_note=text, notes=text),
        )
        sheet = ApplicationSheet(
            whole, text, DAY, papers=(PaperSent(text, text),), signers=(Signer(text),)
        )
        assert content_of(sheet, suffix)


def test_a_word_without_end_and_a_row_higher_than_a_page_are_printed():
    endless = "x" * 200_000
    line = BudgetLine("a", what="An oven " * 900, unit_pence=5)
    whole = Whole(APPLICATION, (Answer("1", question="Why?", text=endless),), Budget(lines=(line,)))
    told = in_pdf(content_of(replace(SHEET, whole=whole), ".pdf"))
    assert told.count("x") >= 200_000
    assert told.count("oven") == 900


def test_a_file_of_another_kind_is_refused_in_words(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        write_application(tmp_path / "a.odt", SHEET)
    assert "must end in .pdf" in str(refused.value.message)
    assert list(tmp_path.iterdir()) == []
