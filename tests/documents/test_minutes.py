"""Papers of a meeting: notice, minutes and the list of actions, as PDF, web page and Word file."""

import html
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest

from tests.support.hostile_texts import hostile_texts
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.meeting_notice import notice_sheet
from vcs_desktop.documents.minutes import ActionLine, Minutes, actions_sheet, minutes_sheet
from vcs_desktop.documents.text_sheet import SUFFIXES, write_text_sheet
from vcs_desktop.documents.text_sheet.pdf import pdf_of
from vcs_desktop.documents.text_sheet.web_page import page_of
from vcs_desktop.documents.text_sheet.word import docx_of
from vcs_desktop.domain.meeting_rules import Quorum, brought_back
from vcs_desktop.domain.meetings import (
    Action,
    AgendaItem,
    ConflictDeclared,
    Decision,
    LookedBack,
    Meeting,
    Outcome,
    Presence,
    Present,
)

DAY = date(2026, 11, 23)
LONG_ENOUGH = 3_000
NAMES = {"a": "Asha", "b": "Ben", "c": "Cleo"}
BEFORE = Meeting(
    "m1",
    "Committee meeting",
    on=date(2026, 9, 3),
    actions=(
        Action("1", "Ring the hall", "a", date(2026, 9, 20)),
        Action("2", "Buy cups", "b", done_on=date(2026, 9, 10)),
    ),
)
MEETING = Meeting(
    "m2",
    "Committee meeting",
    on=date(2026, 11, 5),
    starts="19:30",
    place="Village hall",
    quorum=3,
    agenda=(
        AgendaItem("2", 20, "Money", "We have £412.\n\nThe hall is paid."),
        AgendaItem("1", 10, "Welcome and apologies"),
    ),
    present=(Present("b"), Present("a", Presence.ONLINE), Present("c", Presence.APOLOGIES)),
    guests="Mr Lee, from the hall",
    looked_back=(LookedBack("1", Outcome.CARRIED_ON, date(2026, 12, 1)),),
    conflicts=(ConflictDeclared("1", "b", "His sister runs the hall.", "He left the room."),),
    decisions=(
        Decision("1", "Hire the hall for a year", 2, 0, 1, "document", "d", "Lease of the hall"),
        Decision("2", "Thank the driver"),
    ),
    actions=(Action("3", "Sign the lease", "a", date(2026, 12, 1)), Action("4", "Find a cook")),
)


def minutes(meeting=MEETING, *, before=(BEFORE,)):
    back = tuple(brought_back((*before, meeting), meeting))
    return Minutes("Tea & Talk", meeting, NAMES, Quorum(2, 4, 3), back, DAY)


def pdf_words(sheet):
    document = pypdfium2.PdfDocument(pdf_of(sheet))
    pages = [each.get_textpage().get_text_bounded() for each in document]
    document.close()
    return " ".join(" ".join(pages).split())


def docx_paragraphs(sheet):
    return [each.text for each in docx.Document(BytesIO(docx_of(sheet))).paragraphs]


def docx_words(sheet):
    return " ".join(" ".join(docx_paragraphs(sheet)).split())


def html_words(sheet):
    body = page_of(sheet).split("<main>")[1]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


SAID = (
    "Draft minutes: Committee meeting",
    "Tea & Talk",
    "Thursday 5 November 2026, 7.30pm, Village hall",
    "This is a draft. It is not agreed yet.",
    "2 of 4 who can vote were there. 3 are needed to decide. That was not enough.",
    "He left the room.",
    "(Asha, Committee meeting, 3 September 2026)",
    "Carried on, now by 1 December 2026.",
    "2. Money",
    "The hall is paid.",
    "2 for, 0 against, 1 did not vote. About: Lease of the hall.",
    "Nobody yet, no day yet.",
)


@pytest.mark.parametrize("read", [pdf_words, docx_words, html_words])
@pytest.mark.parametrize("said", SAID)
def test_every_file_says_all_of_it(read, said):
    assert said in read(minutes_sheet(minutes()))


@pytest.mark.parametrize("read", [pdf_words, docx_words, html_words])
def test_the_agenda_stands_in_its_order_whichever_file(read):
    said = read(minutes_sheet(minutes()))
    assert said.index("1. Welcome and apologies") < said.index("2. Money")
    assert said.index("Hire the hall for a year") < said.index("Thank the driver")


@pytest.mark.parametrize("read", [pdf_words, docx_words, html_words])
def test_minutes_are_a_draft_until_they_are_agreed(read):
    agreed = read(minutes_sheet(minutes(replace(MEETING, agreed_on=date(2026, 12, 3)))))
    assert "raft" not in agreed
    assert "These minutes were agreed on Thursday 3 December 2026." in agreed


def test_what_was_done_before_the_meeting_is_done():
    assert "Buy cups (Ben, Committee meeting, 3 September 2026) Done." in docx_words(
        minutes_sheet(minutes())
    )


def test_numbers_in_the_word_file_are_written_not_counted():
    said = docx_paragraphs(minutes_sheet(minutes()))
    assert "1.\tHire the hall for a year. 2 for, 0 against, 1 did not vote. " in "".join(said)
    assert "2.\tThank the driver. " in said
    assert "1.\tSign the lease. Asha, by 1 December 2026." in said


def test_the_word_file_has_headings_a_title_and_our_language():
    made = docx.Document(BytesIO(docx_of(minutes_sheet(minutes()))))
    assert made.paragraphs[0].style.name == "Title"
    heads = [each.text for each in made.paragraphs if each.style.name == "Heading 1"]
    assert heads[0] == "Who was there"
    assert "2. Money" in heads
    assert made.core_properties.title == "Draft minutes: Committee meeting"
    assert made.core_properties.language == "en-GB"
    assert made.core_properties.author == "VCS Desktop"
    assert made.core_properties.created.date() == DAY
    assert "VCS Desktop on Monday 23 November 2026" in made.sections[0].footer.paragraphs[0].text


def test_somebody_who_was_removed_is_not_named():
    gone = replace(MEETING, present=(Present("gone"),), conflicts=())
    assert "There: Somebody who was removed" in docx_words(minutes_sheet(minutes(gone)))


def test_a_meeting_of_which_nothing_is_written_down_has_minutes_to_fill_in():
    said = docx_words(minutes_sheet(minutes(Meeting("m"), before=())))
    assert said.startswith("Draft minutes: Meeting")
    assert said.count("Nothing is written down.") == 2
    assert "None is written down." in said


@pytest.mark.parametrize("read", [pdf_words, docx_words, html_words])
def test_the_notice_says_when_and_where_and_what_is_still_to_do(read):
    said = read(notice_sheet(minutes()))
    assert said.startswith("Notice: Committee meeting")
    assert "Thursday 5 November 2026, 7.30pm, Village hall" in said
    assert said.index("Welcome and apologies") < said.index("Money")
    assert "Ring the hall" in said
    assert "Buy cups" not in said  # it is done
    assert "We have £412." not in said  # that is for the minutes


def test_a_notice_without_a_day_leaves_room_for_it():
    said = pdf_words(notice_sheet(minutes(Meeting("m", "Meeting"), before=())))
    assert "Day and place: ____" in said
    assert "The agenda follows." in said


@pytest.mark.parametrize("read", [pdf_words, docx_words, html_words])
def test_the_list_of_actions_can_stand_alone(read):
    lines = [ActionLine(BEFORE, BEFORE.actions[0], "Asha"), ActionLine(MEETING, Action("9"), "")]
    said = read(actions_sheet("Tea & Talk", lines, DAY))
    assert "Ring the hall. Asha, by 20 September 2026. Agreed on 3 September 2026." in said
    assert "Nobody yet, no day yet." in said
    assert "Nothing is left to do." in read(actions_sheet("Tea & Talk", (), DAY))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_sort_of_file_is_written_for_nobody_else_to_read(tmp_path, suffix):
    path = tmp_path / f"minutes{suffix}"
    write_text_sheet(path, minutes_sheet(minutes()))
    assert path.stat().st_size > 1_000
    assert path.stat().st_mode & 0o077 == 0


def test_another_sort_of_file_is_refused(tmp_path):
    with pytest.raises(CannotUseInput, match=r"minutes\.txt"):
        write_text_sheet(tmp_path / "minutes.txt", minutes_sheet(minutes()))
    (tmp_path / "no folder").write_text("a file")
    with pytest.raises(FolderNotWritable):
        write_text_sheet(tmp_path / "no folder" / "minutes.pdf", minutes_sheet(minutes()))


def test_a_very_long_text_is_kept_whole_on_as_many_pages_as_it_takes():
    long = " ".join(f"word{number}" for number in range(6_000))
    sheet = minutes_sheet(minutes(replace(MEETING, agenda=(AgendaItem("1", 10, "Money", long),))))
    assert "word0 " in pdf_words(sheet)
    assert "word5999" in pdf_words(sheet)
    assert "word5999" in docx_words(sheet)


def test_hostile_words_stay_words(tmp_path):
    secret = tmp_path / "canary.txt"
    secret.write_text("canary 4711")
    # One of each sort; the longest go on for sixty pages, which the next test has once, not in
    # each of nine places.
    for _sort, whole in list(hostile_texts(secret))[::100]:
        text = whole[:LONG_ENOUGH]
        hostile = replace(
            MEETING,
            name=text,
            place=text,
            agenda=(AgendaItem("1", 10, text, text),),
            guests=text,
            conflicts=(ConflictDeclared("1", "a", text, text),),
            decisions=(Decision("1", text, tied_name=text),),
            actions=(Action("3", text, "a"),),
        )
        made = replace(minutes(hostile), group=text, names={"a": text})
        for sheet in (minutes_sheet(made), notice_sheet(made)):
            made_page = page_of(sheet)
            assert made_page.count("<main>") == 1
            for tag in ("<script", "<img", "<iframe", "<object", "<svg", "<base", "<link"):
                assert tag not in made_page.casefold()
            assert b"canary 4711" not in docx_of(sheet)
        assert "canary 4711" not in pdf_words(minutes_sheet(made))


def test_a_hostile_word_without_an_end_harms_no_paper(tmp_path):
    texts = [text for _sort, text in hostile_texts(tmp_path / "canary.txt")]
    endless = max(texts, key=lambda text: max(map(len, text.split()), default=0))
    assert len(endless) > 30_000
    made = minutes(replace(MEETING, agenda=(AgendaItem("1", 10, "Money", endless),)))
    assert len(docx_words(minutes_sheet(made))) > 30_000
    assert len(pdf_words(minutes_sheet(made))) > 30_000
