"""Word files: what of them is text, and files made to break whatever reads them."""

import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement

from vcs_desktop.domain.form_lines import FormLine
from vcs_desktop.feeds.docx_lines import NotReadAsWord, docx_lines
from vcs_desktop.feeds.word_numbers import in_letters


def word_file(path):
    made = docx.Document()
    made.add_paragraph("Soup", style="List Bullet")
    made.save(path)
    return path


def saved(made, path):
    made.save(path)
    return path


def test_what_was_struck_out_hidden_or_never_filled_in_is_no_text(tmp_path):
    made = docx.Document()
    paragraph = made.add_paragraph("We ")
    paragraph.add_run("seen")
    hidden = paragraph.add_run("hidden")
    hidden.font.hidden = True
    struck = OxmlElement("w:del")
    struck.append(paragraph.add_run("struck")._r)
    paragraph._p.append(struck)
    control = OxmlElement("w:sdt")
    said = OxmlElement("w:sdtPr")
    said.append(OxmlElement("w:showingPlcHdr"))
    content = OxmlElement("w:sdtContent")
    content.append(paragraph.add_run("Click here to enter text.")._r)
    control.append(said)
    control.append(content)
    paragraph._p.append(control)
    run = paragraph.add_run()
    run.add_break(WD_BREAK.LINE)
    run.add_text("next")
    run.add_tab()
    run.add_text("one")
    assert docx_lines(saved(made, tmp_path / "odd.docx")) == [
        FormLine("We seen"),
        FormLine("next\tone"),
    ]


def changed(path, out, **parts):
    """Copy a Word file with other parts in it."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return out


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body):
    return f"<w:document {WORD}>{body}</w:document>".encode()


@pytest.mark.parametrize(
    "hostile",
    [
        BOMB,
        OUTSIDE,
        b"",
        b"<w:document",
        document(f"<w:p><w:r><w:t>{'x' * 2_000_001}</w:t></w:r></w:p>"),
        document("<w:p/>" * 50_001),
        document("<w:x/>" * 1_500_001),
    ],
    ids=["entity", "outside", "empty", "cut off", "too much text", "too many paragraphs", "tags"],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_a_hostile_word_file_is_refused_in_plain_words(tmp_path, hostile, part):
    if part != "word/document.xml" and len(hostile) > 1_000:
        hostile = BOMB
    good = word_file(tmp_path / "good.docx")
    bad = changed(good, tmp_path / "bad.docx", **{part: hostile})
    with pytest.raises(NotReadAsWord) as raised:
        docx_lines(bad)
    assert "Word file" in raised.value.message


def test_a_word_file_without_its_document_or_cut_off_is_refused(tmp_path):
    good = word_file(tmp_path / "good.docx")
    cut = tmp_path / "cut.docx"
    cut.write_bytes(good.read_bytes()[:-400])
    with pytest.raises(NotReadAsWord):
        docx_lines(cut)
    empty = tmp_path / "empty.docx"
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("other.xml", "<x/>")
    with pytest.raises(NotReadAsWord):
        docx_lines(empty)


def test_tags_nested_without_end_and_ends_without_beginnings_are_read(tmp_path):
    good = word_file(tmp_path / "good.docx")
    deep = "<w:tbl><w:tr><w:tc>" * 3_000
    out = "</w:tc></w:tr></w:tbl>" * 3_000
    odd = "<w:ilvl w:val='x'/><w:tr/><w:tc/><w:t>no</w:t>"
    number = "<w:numPr><w:ilvl w:val='99'/><w:numId w:val='7'/></w:numPr>"
    said = f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>Tea</w:t></w:r></w:p>"
    nested = document(f"{odd}{deep}{said}{out}")
    path = changed(good, tmp_path / "deep.docx", **{"word/document.xml": nested})
    (line,) = docx_lines(path)
    assert line.text == "Tea"


@pytest.mark.parametrize(
    ("number", "sort", "said"),
    [
        (1, "decimal", "1"),
        (3, "lowerLetter", "c"),
        (27, "upperLetter", "AA"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (4000, "upperRoman", "4000"),
        (2, "ordinalText", "2"),
    ],
)
def test_lists_count_in_their_own_letters(number, sort, said):
    assert in_letters(number, sort) == said
