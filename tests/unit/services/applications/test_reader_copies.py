"""A copy goes out to be read and comes back: to the letter, and never taken over by itself."""

from dataclasses import replace
from types import SimpleNamespace

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.application_examples import WARM
from tests.support.group_file import computer
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.application.reader_copy import reader_copy_of
from vcs_desktop.domain.answers import Answer, Unit
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.reader_copy import NotThisCopy, Remark, came_back, heading_of
from vcs_desktop.feeds.docx_lines import NotReadAsWord, word_file
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.applications.reader_copies import ReaderCopies

texts = st.text(max_size=60) | st.lists(
    st.sampled_from(["", " We cook. ", "\tSoup", "- bread", "What does your group do?", "a\x0bb"]),
    max_size=6,
).map("\n".join)
answers = st.lists(
    st.builds(
        Answer,
        ref=st.sampled_from(["", "1", "2a"]),
        question=st.sampled_from(["What does your group do?", "Why?", ""]) | st.text(max_size=20),
        limit=st.none() | st.integers(1, 900),
        unit=st.sampled_from(Unit),
        text=texts,
    ),
    min_size=1,
    max_size=6,
).map(lambda found: [replace(each, id=f"a{number}") for number, each in enumerate(found)])


@pytest.fixture
def here(tmp_path):
    made = computer(tmp_path / "group.db", name="Asha")
    applications = ApplicationsService(made.records)
    begun = applications.start_from_call(WARM)
    first, second, _ = applications.opened(begun).answers
    applications.save_answer(first, replace(first.thing, text="We cook lunch.\n\nWe talk."))
    applications.save_answer(second, replace(second.thing, text="We buy pots."))
    group = SimpleNamespace(name="Tea & Talk")
    yield SimpleNamespace(
        records=made.records,
        applications=applications,
        copies=ReaderCopies(group, made.records, applications),
        begun=begun,
        out=tmp_path / "to-read.docx",
    )
    made.database.close()


def texts_of(here):
    return [each.text for each in here.applications.whole(here.begun).answers]


def edited(path, change):
    """Change the copy as somebody does in a word processor."""
    document = docx.Document(path)
    change(document.paragraphs)
    document.save(path)
    return path


def compared(here):
    return here.copies.compare(here.begun, here.copies.read(here.out).lines)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answers)
@example([Answer(id="a", question="Why?", text="\x00\ud800\ufffe\r\n\u2028\x85 x ")])
def test_any_answers_come_back_unchanged(tmp_path, found):
    whole = Whole(Application(name="Warm room"), tuple(found))
    path = tmp_path / "copy.docx"
    path.write_bytes(reader_copy_of(whole, "Tea & Talk", WARM.closes_at.date()))
    assert came_back(word_file(path).lines, found) == {each.id: each.text for each in found}


def test_hostile_answers_come_back_unchanged(tmp_path):
    found = [
        Answer(id=str(number), question=f"Question {number}?", text=text)
        for number, (_, text) in enumerate([*hostile_texts(tmp_path / "canary.png")][::4])
    ]
    path = tmp_path / "copy.docx"
    for part in _parts(found):
        whole = Whole(Application(name="Warm room"), part)
        path.write_bytes(reader_copy_of(whole, "Tea & Talk", WARM.closes_at.date()))
        assert came_back(word_file(path).lines, part) == {each.id: each.text for each in part}


def _parts(found, most=1_000_000):
    """Yield answers in parts that one file may hold."""
    part, letters = [], 0
    for each in found:
        if part and letters + len(each.text) > most:
            yield tuple(part)
            part, letters = [], 0
        part.append(each)
        letters += len(each.text)
    yield tuple(part)


def test_the_copy_says_how_to_send_it_back_and_what_fits(here):
    here.copies.write(here.begun, here.out)
    said = [each.text for each in docx.Document(here.out).paragraphs]
    assert said[1].startswith("Tea & Talk asks you to read this.")
    assert "1. What does your group do? (Up to 100 words)" in said
    with pytest.raises(CannotUseInput):
        here.copies.write(here.begun, here.out.with_suffix(".pdf"))


def test_what_somebody_wrote_is_told_and_taken_over_only_when_it_is_wanted(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        lines[3].text = "We cook lunch on Thursdays."

    edited(here.out, change)
    first, second, third = compared(here)
    assert first.theirs == "We cook lunch on Thursdays.\n\nWe talk."
    assert [each.is_changed for each in (first, second, third)] == [True, False, False]
    assert texts_of(here)[0] == "We cook lunch.\n\nWe talk."
    here.copies.use_theirs(first)
    assert texts_of(here)[0] == first.theirs
    here.records.undo()
    assert texts_of(here)[0] == "We cook lunch.\n\nWe talk."


def test_headings_that_were_changed_are_found_by_their_place(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        heads = [each for each in lines if each.style.name == "Heading 2"]
        heads[1].text = "What for?"

    edited(here.out, change)
    assert [each.theirs for each in compared(here)] == [
        "We cook lunch.\n\nWe talk.",
        "We buy pots.",
        "",
    ]


def test_headings_without_their_style_are_found_by_their_words(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        for each in lines:
            each.style = lines[1].style

    edited(here.out, change)
    assert not any(each.is_changed for each in compared(here))


def test_a_question_that_was_taken_out_is_said_not_to_be_there(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        for each in lines:
            if each.text.startswith("2. ") or each.text == "We buy pots.":
                each._p.getparent().remove(each._p)

    edited(here.out, change)
    assert [each.theirs for each in compared(here)] == ["We cook lunch.\n\nWe talk.", None, ""]


def test_what_was_struck_out_and_put_in_with_changes_tracked_counts(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        from docx.oxml import OxmlElement

        struck, put_in = OxmlElement("w:del"), OxmlElement("w:ins")
        old = lines[3].runs[0]._r
        new = lines[3].add_run("We bake.")._r
        lines[3]._p.append(struck)
        lines[3]._p.append(put_in)
        struck.append(old)
        put_in.append(new)

    edited(here.out, change)
    assert compared(here)[0].theirs == "We bake.\n\nWe talk."


def test_comments_beside_the_words_come_along(here):
    here.copies.write(here.begun, here.out)
    document = docx.Document(here.out)
    document.add_comment(document.paragraphs[3].runs, "Who cooks?\nSay so.", author="Sam")
    document.save(here.out)
    assert here.copies.read(here.out).remarks == (Remark("Sam", "Who cooks?\nSay so."),)
    assert not any(each.is_changed for each in compared(here))


def test_what_was_written_meanwhile_stays_beside_theirs(here):
    here.copies.write(here.begun, here.out)

    def change(lines):
        lines[3].text = "We cook lunch on Thursdays."

    edited(here.out, change)
    first = compared(here)[0]
    held = here.applications.opened(here.begun).answers[0]
    here.applications.save_answer(
        held, replace(held.thing, text="We cook lunch.\n\nWe talk and sing.")
    )
    here.copies.use_theirs(first)
    assert texts_of(here)[0] == "We cook lunch on Thursdays.\n\nWe talk and sing."


def test_another_file_is_refused_in_words(here, tmp_path):
    other = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_heading("Dear friends", 1)
    document.add_paragraph("Hello.")
    document.save(other)
    with pytest.raises(NotThisCopy):
        here.copies.compare(here.begun, here.copies.read(other).lines)
    other.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(NotReadAsWord):
        here.copies.read(other)


def test_two_questions_with_the_same_words_keep_their_order(tmp_path):
    found = [
        Answer(id=str(number), ref="1", question="Why?", text=f"Because {number}.")
        for number in range(3)
    ]
    assert len({heading_of(1, each) for each in found}) == 1
    path = tmp_path / "copy.docx"
    whole = Whole(Application(name="Warm room"), tuple(found))
    path.write_bytes(reader_copy_of(whole, "Tea & Talk", WARM.closes_at.date()))
    edited(path, lambda lines: lines[5].runs[0].clear())
    back = came_back(word_file(path).lines, found)
    assert back == {"0": "Because 0.", "1": "", "2": "Because 2."}
