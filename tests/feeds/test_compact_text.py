"""An agreement in a Word file becomes principles by its headings, or says in words why not."""

import io
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds import compact_text
from vcs_desktop.feeds.compact_text import compact_items
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.wire.record import Record, line_of, record_of

H1, H2, H3, TEXT = "Heading 1", "Heading 2", "Heading 3", "Normal"
PRINCIPLE = [(H1, "Funding code"), (H2, "Fair contracts"), (TEXT, "We pay on time.")]


def word(path, *lines):
    made = docx.Document()
    for style, text in lines:
        made.add_paragraph(text, style=style)
    made.save(path)
    return path


def parted(path):
    items = list(compact_items(path))
    records = [each for each in items if isinstance(each, Record)]
    return records, [(each.where, each.why) for each in items if isinstance(each, Refusal)]


def test_principles_are_read_by_their_headings(tmp_path):
    path = word(
        tmp_path / "compact.docx",
        ("Title", "The Oxfordshire Compact"),
        (H1, "Funding code"),
        (H2, "Fair contracts"),
        (TEXT, "By whom: public bodies"),
        (TEXT, "Topics: money; contracts"),
        (TEXT, "We pay on time."),
        ("List Bullet", "within 30 days"),
        (H3, "For small groups"),
        (TEXT, "Sooner."),
        (H2, "Long notice"),
        (TEXT, "Three months."),
        (H1, "Volunteering code"),
        (H2, "Fair contracts"),
        (TEXT, "Volunteers are not workers."),
    )
    feed = open_feed(path)
    assert feed.format == "agreement DOCX"
    records = list(feed.items())
    assert [record.kind for record in records] == [Kind.COMPACT] * 3
    first = thing_of(records[0])
    assert (first.edition, first.title) == ("Funding code", "Fair contracts")
    assert first.text == "We pay on time.\n\n- within 30 days\n\nFor small groups\n\nSooner."
    assert (first.by_whom, first.topics) == ("public bodies", ("money", "contracts"))
    assert (first.is_summary, first.seen_in, first.state) == (False, "text", "in_force")
    assert len({record.id for record in records}) == 3
    assert [record_of(line_of(record)) for record in records] == records


def test_a_principle_keeps_its_id_when_its_text_changes(tmp_path):
    (before,), _ = parted(word(tmp_path / "a.docx", *PRINCIPLE))
    (after,), _ = parted(word(tmp_path / "b.docx", *PRINCIPLE[:2], (TEXT, "We pay at once.")))
    assert before.id == after.id
    assert before.data != after.data


@pytest.mark.parametrize(
    ("lines", "where", "told"),
    [
        ([(TEXT, "Hello"), (TEXT, "you"), *PRINCIPLE], "the beginning", "before the first heading"),
        (
            [PRINCIPLE[0], (TEXT, "Welcome"), *PRINCIPLE[1:]],
            "“Funding code”",
            "The text “Welcome” stands before the first principle.",
        ),
        (
            [*PRINCIPLE, (H2, "Empty"), (H1, "Other code"), (H2, "A"), (TEXT, "b")],
            "“Funding code”, “Empty”",
            "There is no text under it.",
        ),
        (
            [*PRINCIPLE, (H2, "fair  contracts"), (TEXT, "Again.")],
            "“Funding code”, “fair contracts”",
            "There is a principle with this title already.",
        ),
        ([*PRINCIPLE, (H1, "Empty code")], "“Empty code”", "There is no principle under it."),
        ([(H2, "Alone"), (TEXT, "b"), *PRINCIPLE], "“”, “Alone”", "It stands under no agreement."),
        (
            [*PRINCIPLE, (H2, "x" * 301), (TEXT, "b")],
            f"“Funding code”, “{'x' * 60}…”",
            "Its heading is very long.",
        ),
    ],
)
def test_what_belongs_to_no_principle_is_told_and_the_rest_is_read(tmp_path, lines, where, told):
    records, refused = parted(word(tmp_path / "a.docx", *lines))
    assert "fair-contracts" in records[0].id
    ((place, why),) = refused
    assert place == where
    assert told in why


def test_a_principle_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(compact_text, "LONGEST_TEXT", 5)
    _, ((_, why),) = parted(word(tmp_path / "a.docx", *PRINCIPLE))
    assert "longer than 5 letters" in why


def test_a_style_made_from_a_heading_is_one(tmp_path):
    made = docx.Document()
    for own, base in (("Code name", H1), ("Promise", H2)):
        made.styles.add_style(own, WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles[base]
    for style, text in (("Code name", "Funding code"), ("Promise", "Fair"), (TEXT, "We pay.")):
        made.add_paragraph(text, style=style)
    made.save(tmp_path / "a.docx")
    (record,), refused = parted(tmp_path / "a.docx")
    assert refused == []
    assert (record.data["edition"], record.data["title"]) == ("Funding code", "Fair")


def test_a_file_without_headings_is_refused_as_a_whole(tmp_path):
    with pytest.raises(CannotUseInput) as caught:
        parted(word(tmp_path / "a.docx", (TEXT, "Hello")))
    assert "Heading 1" in caught.value.advice


@pytest.mark.parametrize(
    "lines",
    [
        [(H1, "Minutes of the meeting"), (H2, "Apologies"), (TEXT, "None.")],
        [(H1, "Funding code"), (TEXT, "No principle.")],
        [(TEXT, "Our compact")],
    ],
)
def test_a_letter_or_minutes_that_somebody_drops_is_a_word_document_as_before(tmp_path, lines):
    with pytest.raises(CannotUseInput) as caught:
        open_feed(word(tmp_path / "a.docx", *lines))
    assert caught.value.message == "This is a Word document."


_LINES = st.lists(
    st.tuples(
        st.sampled_from([H1, H2, H3, TEXT, "Title"]),
        st.sampled_from(["", " ", "A", "a", "By whom: us", "Topics: x", "Topics:", "We pay."]),
    ),
    max_size=12,
)


@given(lines=_LINES)
@settings(max_examples=60, deadline=None)
def test_every_heading_of_a_principle_is_a_record_or_is_refused_in_words(lines):
    principles = sum(style == H2 and bool(text.strip()) for style, text in lines)
    headings = sum(style in (H1, H2) and bool(text.strip()) for style, text in lines)
    with TemporaryDirectory() as folder:
        path = word(Path(folder) / "a.docx", *lines)
        if not headings:
            with pytest.raises(CannotUseInput):
                parted(path)
            return
        records, refused = parted(path)
    of_principles = [why for where, why in refused if where.count("“") == 2]
    assert len(records) + len(of_principles) == principles
    assert all(thing_of(record).text for record in records)
    assert len({record.id for record in records}) == len(records)
    assert all(why.endswith(".") for _, why in refused)


@given(at=st.integers(0, 40_000), content=st.binary(max_size=200))
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_refused_and_never_crashes(at, content):
    out = io.BytesIO()
    word(out, *PRINCIPLE)
    held = out.getvalue()
    at %= len(held)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(held[:at] + content + held[at + len(content) :])
        with suppress(CannotUseInput):
            list(open_feed(path).items())
        with suppress(CannotUseInput):
            list(compact_items(path))
