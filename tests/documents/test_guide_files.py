"""A guide as a web page, and its sheet as one page: whole, safe, and for every reader."""

from datetime import date
from html.parser import HTMLParser

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.guide import GuideDocument, write_sheet, write_web_page
from vcs_desktop.documents.guide.sheet import sheet_pdf
from vcs_desktop.documents.guide.web_page import guide_page, sheet_page
from vcs_desktop.documents.two_files import web_page_beside
from vcs_desktop.domain.reading import Heading, Item, Items, Paragraph, Span, Table
from vcs_desktop.domain.reference import Answer, Question, SourceNote

VOID = {"meta", "br", "input"}


def line(words, link="", *, strong=False):
    return (Span(words, strong, link),)


def tick(words, mark="☐", depth=0):
    return Item(mark, line(words), depth)


TEXT = (
    Paragraph(line("The beginning [1], and [7].")),
    Heading(2, line("Why")),
    Paragraph((Span("See "), Span("the page", link="https://example.org/a?b=c&d"), Span("\nnow."))),
    Items(
        (
            Item("1.", line("one")),
            Item("", line("goes on")),
            Item("•", line("inside"), 1),
            Item("2.", line("two")),
        ),
        ordered=True,
    ),
    Heading(3, line("Who")),
    Table((line("Place"), line("Sum")), ((line("Cherwell"), line("£5")), ((), line("£6")))),
    Heading(2, line("When")),
    Paragraph(line("Set apart."), quoted=True),
)
SHEET = (
    Heading(2, line("Before we apply")),
    Paragraph((Span("Grant: ____________ ", False), Span("Day:", True), Span(" ________", False))),
    Items((tick("We may apply"), tick("Done", "☑"), Item("•", line("a point"), 1))),
    Table((line("What"), line("£")), ((line("Rent"), ()), ((), ()))),
)
GUIDE = GuideDocument(
    title="Ask for <enough>",
    text=TEXT,
    summary="What it costs.",
    about="15 minutes, first steps",
    goals=("work out a full cost",),
    check=(
        Question(
            "What is overhead?",
            (Answer("A roof", "It is more than that."), Answer("Rent", "And light.", right=True)),
        ),
    ),
    sheet=SHEET,
    terms=(("Overhead", "What it costs to be there."),),
    sources=(
        SourceNote("A report", "https://example.org/report", date(2026, 11, 22)),
        SourceNote("A bad one", "javascript:alert(1)"),
        SourceNote("", "https://example.org/bare"),
    ),
    source_line="Our own words. Checked on 22 November 2026.",
)


class Outline(HTMLParser):
    """Checks that what is opened is closed, and notes tags, attributes and words."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    def of(self, tag):
        return [attributes for name, attributes in self.attributes if name == tag]


def test_the_page_has_real_headings_lists_and_tables():
    page = Outline(guide_page(GUIDE))
    assert [tag for tag in page.tags if tag[0] == "h" and tag[1:].isdigit()] == [
        "h1", "h2", "h2", "h2", "h3", "h2", "h2", "h3", "h2", "h2",
    ]  # fmt: skip
    assert {"ol", "ul", "li", "table", "thead", "th", "td", "details", "summary", "dl"} <= set(
        page.tags
    )
    assert [each.get("scope") for each in page.of("th")] == ["col", "col", "row"]
    assert page.of("html") == [{"lang": "en-GB"}]


def test_the_page_says_everything_once_in_its_order():
    words = " ".join(" ".join(Outline(guide_page(GUIDE)).words).split())
    order = [
        "Ask for <enough>", "15 minutes", "What it costs.", "work out a full cost", "Contents",
        "The beginning", "goes on", "inside", "Cherwell", "Set apart.", "What is overhead?",
        "A roof", "See the answer", "Right: Rent", "And light.", "Not quite: A roof",
        "Overhead", "A report", "Checked on Sunday 22 November 2026", "A bad one",
        "javascript:alert(1)", "Our own words.",
    ]  # fmt: skip
    places = [words.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]


def test_the_page_leads_only_to_its_own_parts_and_to_plain_addresses():
    page = Outline(guide_page(GUIDE))
    names = {f"#{each['id']}" for _tag, each in page.attributes if "id" in each}
    places = [each["href"] for each in page.of("a")]
    assert {place for place in places if place.startswith("#")} <= names
    assert {place for place in places if not place.startswith("#")} == {
        "https://example.org/a?b=c&d",
        "https://example.org/report",
        "https://example.org/bare",
    }
    assert "#source-1" in places
    assert "#source-7" not in places


def test_the_page_needs_nothing_else_and_runs_nothing():
    page = Outline(guide_page(GUIDE))
    assert not {"script", "img", "iframe", "link", "form"} & set(page.tags)
    policy = next(each for each in page.of("meta") if "http-equiv" in each)
    assert policy["content"].startswith("default-src 'none'")


def test_a_short_guide_has_no_list_of_parts_and_nothing_that_is_not_there():
    page = Outline(guide_page(GuideDocument("Short", (Paragraph(line("Words.")),))))
    assert not {"nav", "section", "details", "dl", "ol"} & set(page.tags)


def test_the_files_of_a_sheet_lie_side_by_side(tmp_path):
    out = tmp_path / "new" / "sheet.pdf"
    write_sheet(out, GUIDE)
    assert out.read_bytes().startswith(b"%PDF-")
    assert web_page_beside(out).read_text("utf-8").startswith("<!DOCTYPE html>")
    write_web_page(tmp_path / "guide.html", GUIDE)
    assert "Ask for &lt;enough&gt;" in (tmp_path / "guide.html").read_text("utf-8")


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        page = document[0]
        text = page.get_textpage()
        return " ".join(text.get_text_range().split())
    finally:
        document.close()


def test_the_sheet_is_one_page_with_its_title_its_lines_and_where_it_is_from():
    words = text_of(sheet_pdf(GUIDE))
    for part in ("Before we apply", "Grant: ____", "Day: ____", "We may apply", "a point", "Rent"):
        assert part in words
    assert "From the guide “Ask for <enough>”. Our own words." in words


def test_the_web_page_of_a_sheet_has_boxes_to_tick_and_lines_to_write_on():
    page = Outline(sheet_page(GUIDE))
    assert page.of("input") == [
        {"type": "checkbox"},
        {"type": "checkbox", "checked": None},
    ]
    lines = [each for each in page.of("span") if each.get("class") == "write"]
    assert len(lines) == 2
    assert all(each["aria-label"] == "write here" for each in lines)


def test_a_sheet_without_a_heading_is_called_after_its_guide():
    document = GuideDocument("A guide", sheet=(Paragraph(line("Words.")),))
    assert text_of(sheet_pdf(document)).startswith("A guide Words.")


def full_of(many):
    return GuideDocument("Full", sheet=(Items(tuple(tick(f"Thing {n}") for n in range(many))),))


def test_what_is_too_much_for_large_letters_is_set_in_smaller_ones():
    for many in (20, 44):
        assert f"Thing {many - 1}" in text_of(sheet_pdf(full_of(many)))
    with pytest.raises(CannotUseInput):
        sheet_pdf(full_of(60))


@pytest.mark.parametrize(
    "sheet",
    [
        (Paragraph(line("word " * 3_000)),),
        (Paragraph(line("a" * 8_000)),),
        (Table((line("a"),), ((line("word " * 1_700),),)),),
        tuple(Table((line("a"),), (((),),)) for _ in range(300)),
    ],
    ids=["long", "endless word", "tall cell", "many tables"],
)
def test_a_sheet_that_does_not_fit_says_so_in_words(sheet, tmp_path):
    with pytest.raises(CannotUseInput) as caught:
        write_sheet(tmp_path / "sheet.pdf", GuideDocument("Too much", sheet=sheet))
    assert caught.value.message == "This sheet does not fit on one page."
    assert caught.value.advice
    assert not list(tmp_path.iterdir())


def test_a_guide_without_a_sheet_and_a_name_that_is_no_pdf_are_refused(tmp_path):
    with pytest.raises(CannotUseInput) as caught:
        write_sheet(tmp_path / "sheet.pdf", GuideDocument("None"))
    assert caught.value.message == "This guide has no sheet to print."
    with pytest.raises(CannotUseInput) as caught:
        write_sheet(tmp_path / "sheet.txt", GUIDE)
    assert "must end in .pdf" in caught.value.message
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritable) as caught:
        write_web_page(tmp_path / "file" / "guide.html", GUIDE)
    assert caught.value.message == "We cannot save it there."


MARKS = st.sampled_from(["•", "1.", "2.", "☐", "☑", ""])
LISTS = st.lists(st.tuples(MARKS, st.integers(0, 4)), min_size=1, max_size=12)


@given(LISTS)
def test_any_list_is_closed_as_it_was_opened(shape):
    items = Items(tuple(Item(mark, line("x"), depth) for mark, depth in shape))
    page = Outline(sheet_page(GuideDocument("Lists", sheet=(items,))))
    assert "".join(page.words).count("x") >= len(shape)


@given(st.text(max_size=60), st.text(max_size=40))
def test_no_words_become_markup(words, address):
    block = Paragraph((Span(words), Span("a", strong=True), Span("link", link=address)))
    page = Outline(guide_page(GuideDocument(words, (block,), source_line=words)))
    assert set(page.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "br", "strong", "a",
        "span",
    }  # fmt: skip
