"""Forms that were made to harm whoever reads them: read or refused, and nothing else is opened."""

import sys
import zipfile

import pytest

from tests.support.hostile_papers import MADE_TO_HARM
from vcs_desktop.core.errors import AppError, CannotUseInput
from vcs_desktop.feeds.questions_in import old_form_from, questions_from

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
READ = (questions_from, old_form_from)
_watched = []


def _watch(event, given):
    if event == "open" and _watched and str(given[0]) in _watched[0]:
        _watched.append(str(given[0]))


sys.addaudithook(_watch)


@pytest.fixture
def canary(tmp_path):
    """A file that a form names, and that nothing may open."""
    path = tmp_path / "canary.txt"
    path.write_text("secret", "utf-8")
    _watched.append({str(path), path.as_uri()})
    yield path
    opened = _watched[1:]
    _watched.clear()
    assert opened == []


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_file(path, body, before="", **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        document = f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name.replace('__', '/').replace('_', '.')}", content)
    return path


def told(read, path):
    """Return what was read, or why it was refused; any other error comes through."""
    try:
        return str(read(path))
    except AppError as error:
        return error.message


def test_what_a_form_links_to_is_never_opened_and_its_macros_are_nothing(tmp_path, canary):
    linked = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="http://x/attachedTemplate" Target="{canary.as_uri()}" '
        'TargetMode="External"/><Relationship Id="r2" Type="http://x/image" '
        'Target="http://evil.example/x.png" TargetMode="External"/></Relationships>'
    )
    include = f'<w:p><w:fldSimple w:instr=" INCLUDETEXT {canary} "/></w:p>'
    path = word_file(
        tmp_path / "linked.docx",
        include + paragraph("1. What do you do?"),
        _rels__document_xml_rels=linked,
        vbaProject_bin=b"\xd0\xcf\x11\xe0 AutoOpen",
    )
    for read in READ:
        assert "What do you do?" in str(read(path))
        assert "secret" not in str(read(path))


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE d [<!ENTITY a SYSTEM "{there}">]>',
        '<!DOCTYPE d [<!ENTITY % p SYSTEM "{there}"> %p;]>',
        '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused(tmp_path, canary, before):
    said = before.replace("{there}", canary.as_uri())
    path = word_file(tmp_path / "entities.docx", paragraph("1. Why?"), said)
    for read in READ:
        with pytest.raises(CannotUseInput):
            read(path)


def test_what_a_form_says_its_grammar_is_is_not_looked_up(tmp_path, canary):
    said = f'<!DOCTYPE d SYSTEM "{canary.as_uri()}">'
    path = word_file(tmp_path / "grammar.docx", paragraph("1. Why?"), said)
    assert all("Why?" in told(read, path) for read in READ)


def test_ten_thousand_tables_are_read_to_the_last(tmp_path):
    table = f"<w:tbl><w:tr><w:tc>{paragraph('{}')}</w:tc></w:tr></w:tbl>"
    body = "".join(table.replace("{}", f"Note {number}") for number in range(10_000))
    path = word_file(tmp_path / "tables.docx", paragraph("1. What do you do?") + body)
    (found,) = questions_from(path).questions
    assert found.text == "What do you do?"
    assert found.guidance.count("Note") == 10_000
    (answer,) = old_form_from(path).answers
    assert answer.text.endswith("Note 9999")


@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + " " * 60_000_000 + "</w:p>",
        "".join("<w:tbl><w:tr><w:tc>" for _ in range(5_000)),
        paragraph("Why? " * 900_000),
        "<w:p/>" * 400_000,
    ],
    ids=["unpacks to 60 MB", "tables without end", "four million letters", "paragraphs"],
)
def test_what_unpacks_without_end_is_refused_in_words(tmp_path, body):
    path = word_file(tmp_path / "bomb.docx", body)
    for read in READ:
        with pytest.raises(CannotUseInput) as refused:
            read(path)
        assert refused.value.advice


@pytest.mark.parametrize("name", MADE_TO_HARM)
def test_a_pdf_or_picture_that_was_made_to_harm_is_read_or_refused_in_words(tmp_path, name):
    path = tmp_path / "form.pdf"
    path.write_bytes(MADE_TO_HARM[name]())
    assert all(told(read, path) for read in READ)


@pytest.mark.parametrize("row", ["Why?,250\n", ",\n", '"a\nb",\n'])
def test_a_table_of_a_hundred_thousand_rows_is_refused_or_has_nothing_in_it(tmp_path, row):
    path = tmp_path / "long.csv"
    path.write_text("Question,Limit\n" + row * 100_000, "utf-8")
    for read in READ:
        assert "Why" not in told(read, path)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 3_999_000,
        "1. Why?" + " " * 3_990_000 + "b",
        "(" * 3_999_000,
        "1." * 1_999_000,
        "1. Q? up to " + "1 " * 1_900_000 + "words",
        "a" + "\u0301" * 1_990_000,
        "\u202e\u2066" * 600_000 + "1. Why?",
        "1. Why (max 250 words) " * 170_000,
    ],
    ids=["a word", "spaces", "brackets", "numbers", "limits", "accents", "turned", "one line"],
)
def test_four_million_letters_are_read_or_refused(tmp_path, text):
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    assert all(told(read, path) for read in READ)
