"""The sheet as a PDF, read back."""

import builtins
import io
import re
import socket
from ctypes import create_string_buffer
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from tests.support.sheet_examples import (
    FORM,
    GROUP,
    INCOME,
    TODAY,
    an_item,
    fifty_items,
    ten_ordinary_grants,
    three_items,
)
from vcs_desktop.core.resources import resource
from vcs_desktop.documents.committee_sheet import Fact, SheetData
from vcs_desktop.documents.committee_sheet.pdf import pdf_of
from vcs_desktop.domain.fit.result import Answer, Reason


class Read:
    """What a reader finds in a PDF."""

    def __init__(self, content: bytes) -> None:
        document = pdfium.PdfDocument(content)
        self.pages = []
        for page in document:
            text = page.get_textpage()
            self.pages.append(" ".join(text.get_text_bounded().split()))
            text.close()
            page.close()
        self.size = document.get_page_size(0)
        self.about = document.get_metadata_dict()
        self.outline = [entry.get_title() for entry in document.get_toc()]
        document.close()
        self.text = " ".join(self.pages)


def sheet(*items, group=GROUP):
    return SheetData(group, TODAY, items)


def test_it_says_what_it_is():
    read = Read(pdf_of(three_items()))
    assert (
        read.about["Title"] == "Committee sheet for Riverside Lunch Club, Sunday 22 November 2026"
    )
    assert read.about["Author"] == "Riverside Lunch Club"
    assert read.about["CreationDate"].startswith("D:20261122")


def test_its_language_is_british_english():
    assert b"/Lang (en-GB)" in pdf_of(three_items())


def test_a_reader_shows_its_title_and_not_the_files_name():
    assert b"/DisplayDocTitle true" in pdf_of(three_items())


def test_its_pages_are_a4():
    width, height = Read(pdf_of(three_items())).size
    assert (round(width), round(height)) == (595, 842)


def test_the_outline_leads_to_each_item():
    assert Read(pdf_of(three_items())).outline == [
        "Grants and contracts to decide on",
        "1. Winter Warmth Small Grants",
        "2. Community transport for older people",
        "3. Village Hall Kitchens",
    ]


def test_every_page_has_its_number_and_the_day():
    pages = Read(pdf_of(three_items())).pages
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Made on Sunday 22 November 2026" in text


def test_the_list_gives_the_page_of_each_item():
    read = Read(pdf_of(three_items()))
    for item in three_items().items:
        page = next(n for n, text in enumerate(read.pages, 1) if n > 1 and item.title in text)
        row = read.pages[0].split(item.title)[1]
        assert re.search(rf"\b{page}\b", row)


def test_the_first_page_is_a_list_of_everything():
    first = Read(pdf_of(three_items())).pages[0]
    for words in ("Riverside Lunch Club", "You can apply", "Find out first", "You cannot apply"):
        assert words in first
    for item in three_items().items:
        assert item.title in first
        assert item.amount in first


def test_each_item_says_everything_it_knows():
    read = Read(pdf_of(three_items()))
    for item in three_items().items:
        said = [item.title, item.what, item.cost, item.source, item.address, *item.questions]
        said += [words for fact in item.facts for words in fact.text.split("\n")]
        said += [reason.because for reason in item.reasons]
        for words in said:
            assert " ".join(words.split()) in read.text


def test_each_item_has_a_decision_to_sign():
    text = Read(pdf_of(three_items())).text
    for words in ("Apply", "Not now", "Find out more", "Proposed by", "Seconded by", "Signed"):
        assert text.count(words) >= 3
    assert "Our decision: 3. Village Hall Kitchens" in text


def test_practice_is_marked_in_the_list_and_on_its_page():
    practice = Read(pdf_of(sheet(an_item(practice=True))))
    assert "For practice" in practice.pages[0]
    assert "This is not real money" in practice.pages[1]
    assert "practice" not in Read(pdf_of(sheet(an_item()))).text


def test_a_page_that_goes_on_says_what_it_is_about():
    pages = Read(pdf_of(sheet(an_item(what="many words " * 900)))).pages
    assert all("1. Winter Warmth Small Grants (goes on)" in text for text in pages[2:])
    assert GROUP in pages[1]


def fonts_in(content):
    """Return the name of each font that words are set in, and whether it is inside the file."""
    document = pdfium.PdfDocument(content)
    found = set()
    for page in document:
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
            font = raw.FPDFTextObj_GetFont(item.raw)
            name = create_string_buffer(raw.FPDFFont_GetBaseFontName(font, None, 0))
            raw.FPDFFont_GetBaseFontName(font, name, len(name))
            found.add((name.value.decode(), raw.FPDFFont_GetIsEmbedded(font) == 1))
        page.close()
    document.close()
    return found


def test_only_our_fonts_are_used_and_all_are_inside():
    found = fonts_in(pdf_of(three_items()))
    assert found
    assert all("Inter" in name and inside for name, inside in found)


def test_no_font_of_the_reader_is_asked_for():
    assert b"Helvetica" not in pdf_of(fifty_items())


def test_the_same_sheet_is_the_same_file():
    assert pdf_of(three_items()) == pdf_of(three_items())


def test_fifty_items_each_begin_a_page():
    read = Read(pdf_of(fifty_items()))
    assert len(read.outline) == 51
    assert sum("Our decision: " in page for page in read.pages) == 50


@pytest.mark.parametrize("practice", [False, True])
def test_ten_ordinary_grants_are_a_list_and_a_page_each(practice):
    assert len(Read(pdf_of(ten_ordinary_grants(practice=practice))).pages) == 11


@pytest.mark.parametrize("words", [*range(200, 1_200, 40)])
def test_a_decision_is_signed_on_the_page_that_names_it(words):
    """However much stands before it, its box is neither split nor left alone."""
    pages = Read(pdf_of(sheet(an_item(what="word " * words)))).pages
    (page,) = [text for text in pages if "Our decision: 1. Winter" in text]
    for line in ("Apply", "Not now", "Find out more", "Proposed by", "Seconded by", "Signed"):
        assert line in page


def test_lines_for_notes_fill_what_is_left_and_never_begin_a_page():
    short = Read(pdf_of(sheet(an_item(reasons=(), questions=()))))
    assert len(short.pages) == 2
    assert "Notes" in short.pages[1]
    for words in range(200, 500, 20):
        pages = Read(pdf_of(sheet(an_item(what="word " * words)))).pages
        assert "Our decision" in pages[-1]


def test_what_is_read_aloud_comes_in_the_order_of_the_meeting():
    item = an_item(reasons=(FORM, INCOME), practice=True)
    page = Read(pdf_of(sheet(item))).pages[1]
    order = [
        "For practice only",
        f"1. {item.title}",
        "Find out first",
        item.what,
        "Who",
        "How much",
        "Closes",
        "They decide",
        "They ask for",
        "Source:",
        "Why we say this",
        FORM.because,
        INCOME.because,
        "Is it worth the work?",
        "Questions for the committee",
        "Our decision",
        "Find out more",
        "Proposed by",
        "Date",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_an_empty_sheet_says_so():
    assert "Nothing was chosen." in Read(pdf_of(sheet())).text


def test_a_group_without_a_name_has_a_sheet():
    read = Read(pdf_of(sheet(an_item(), group="")))
    assert read.about["Title"].startswith("Committee sheet for our group")
    assert read.about["Author"] == "VCS Desktop"


def test_a_paragraph_of_a_hundred_thousand_words_is_printed_whole():
    read = Read(pdf_of(sheet(an_item(what="word " * 99_999 + "lastword"))))
    assert len(read.pages) > 100
    assert "lastword" in read.text


@pytest.mark.parametrize("field", ["title", "who", "what", "amount", "closes", "cost", "source"])
def test_no_field_is_too_long(field):
    for long in ("W" * 5_000, "word " * 3_000, "a\n" * 2_000, "<b>" * 2_000):
        Read(pdf_of(sheet(an_item(**{field: long}))))


def test_long_reasons_questions_and_facts_split_over_pages():
    long = "word " * 3_000
    item = an_item(
        reasons=(Reason("income", Answer.UNKNOWN, long, long),),
        questions=(long, long),
        facts=(Fact("Who", long),),
        address="https://example.org/" + "x" * 3_000,
    )
    assert len(Read(pdf_of(sheet(item))).pages) > 10


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Mn", "So", "Lo"]), max_size=100),
    st.sampled_from(
        [
            "</para>",
            '<img src="/etc/passwd"/>',
            '<a href="file:///etc/passwd">x</a>',
            '<font color="[[].__class__]">x</font>',
            "<onDraw name='x'/>",
            "&#0;&lt;&bogus;",
            "]]><!--",
            "%s %(x)s {0}",
            "مرحبا 中文 বাংলা ไทย",
            "(\\)(((",
            "<seq/><unichar code='1'/>",
        ]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_are_only_words(one, two, three):
    item = an_item(
        title=one,
        who=two,
        what=three,
        amount=one,
        closes=two,
        facts=(Fact("Who", three),),
        reasons=(Reason("income", Answer.FAILS, one, two),),
        questions=(three, one),
        cost=two,
        source=three,
        address=one,
    )
    Read(pdf_of(sheet(item, group=two)))


def test_markup_is_printed_as_it_was_typed():
    words = '<b>bold</b> <img src="/etc/passwd"/> &amp; </para>'
    assert words in Read(pdf_of(sheet(an_item(what=words)))).text


def test_letters_we_cannot_print_are_named_and_explained():
    read = Read(pdf_of(sheet(an_item(what="We say مرحبا to all"))))
    assert "We say [Arabic letters] to all" in read.text
    assert "Words in square brackets" in read.pages[0]
    assert "Words in square brackets" not in Read(pdf_of(three_items())).text


def test_only_a_web_address_becomes_a_link():
    assert b"/URI (https://example.org/warmth)" in pdf_of(sheet(an_item()))
    assert b"/URI" not in pdf_of(sheet(an_item(address="file:///etc/passwd")))


def test_making_it_opens_no_file_but_our_fonts_and_no_address(monkeypatch):
    """Even a first sheet, with nothing made ready before it."""
    from vcs_desktop.documents import fonts

    fonts.letters.cache_clear()
    opened = []
    real = builtins.open

    def watching(path, *args, **kwargs):
        opened.append(str(path))
        return real(path, *args, **kwargs)

    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(builtins, "open", watching)
    monkeypatch.setattr(io, "open", watching)
    monkeypatch.setattr(socket, "socket", refuse)
    hostile = '<img src="https://example.org/x.png"/><img src="/etc/passwd"/>'
    pdf_of(sheet(an_item(what=hostile, title=hostile, address="https://example.org/x.png")))
    folder = str(resource("fonts"))
    assert opened
    assert all(path.startswith(folder) for path in opened)


def test_settings_found_elsewhere_cannot_open_the_network():
    from reportlab import rl_config

    pdf_of(sheet(an_item()))
    assert rl_config.trustedHosts is None
    assert rl_config.trustedSchemes == []


def test_an_item_is_not_changed_by_being_printed():
    item = an_item()
    pdf_of(sheet(item))
    assert item == replace(item)
