"""The sheet as a web page."""

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.support.sheet_examples import GROUP, TODAY, an_item, three_items
from vcs_desktop.documents.committee_sheet import Fact, SheetData
from vcs_desktop.documents.committee_sheet.html import html_of
from vcs_desktop.documents.printable import one_line
from vcs_desktop.domain.fit.result import Answer, Reason

EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """The tags and the words of a page; every tag must be closed in order."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self._open = [], [], []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def named(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def test_it_has_a_title_a_language_and_headings_in_order():
    page = Page(html_of(three_items()))
    assert page.named("html") == [{"lang": "en-GB"}]
    assert "Committee sheet for Riverside Lunch Club" in page.text
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_list_is_a_table_with_named_columns_and_rows():
    page = Page(html_of(three_items()))
    scopes = [cell.get("scope") for cell in page.named("th")]
    assert scopes.count("col") == 5
    assert scopes.count("row") == 3
    assert len(page.named("caption")) == 1


def test_it_stays_a_table_with_named_cells_where_a_telephone_shows_blocks():
    page = Page(html_of(three_items()))
    assert [each["role"] for each in page.named("table")] == ["table"]
    assert all(cell["role"] == "cell" and cell["data-head"] for cell in page.named("td"))
    assert {cell["role"] for cell in page.named("th")} == {"columnheader", "rowheader"}
    assert {row["role"] for row in page.named("tr")} == {"row"}


def test_an_item_without_facts_has_no_empty_list():
    page = Page(html_of(SheetData(GROUP, TODAY, (an_item(facts=()),))))
    assert page.named("dl") == []


def test_it_says_what_the_pdf_says():
    text = Page(html_of(three_items())).text
    for item in three_items().items:
        said = [item.title, item.who, item.amount, item.closes, item.cost, item.source]
        said += [*item.questions, *(reason.because for reason in item.reasons)]
        for words in said:
            assert one_line(words) in text


def test_each_answer_is_a_word_and_not_only_a_mark():
    text = Page(html_of(three_items())).text
    for words in ("Good: Your income", "Check: Check that", "No: They do not fund"):
        assert words in text


def test_links_of_the_list_lead_to_their_items():
    page = Page(html_of(three_items()))
    anchors = {attributes["id"] for attributes in page.named("article")}
    inside = {link["href"][1:] for link in page.named("a") if link["href"].startswith("#")}
    assert inside == anchors


def test_it_needs_nothing_from_anywhere():
    html = html_of(three_items())
    page = Page(html)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"img", "script", "link", "iframe", "object", "embed", "base", "form"}
    assert "url(" not in html
    assert "@import" not in html
    assert not any("src" in attributes for _, attributes in page.tags)


def test_only_a_web_address_becomes_a_link():
    page = Page(html_of(SheetData(GROUP, TODAY, (an_item(address="javascript:alert(1)"),))))
    assert all(link["href"].startswith("#") for link in page.named("a"))
    assert "javascript:alert(1)" in page.text


def test_practice_is_marked():
    sheet = SheetData(GROUP, TODAY, (an_item(practice=True),))
    assert "This is not real money" in Page(html_of(sheet)).text


def test_other_scripts_stand_as_they_are_in_their_own_direction():
    page = Page(html_of(SheetData(GROUP, TODAY, (an_item(title="مرحبا بالعالم"),))))
    assert "مرحبا بالعالم" in page.text
    assert any(heading.get("dir") == "auto" for heading in page.named("h2"))


def test_an_item_without_reasons_or_questions_has_no_empty_headings():
    item = an_item(reasons=(), questions=(), cost="", source="", address="")
    page = Page(html_of(SheetData(GROUP, TODAY, (item,))))
    assert len(page.named("h3")) == 1


def test_an_empty_sheet_says_so():
    page = Page(html_of(SheetData("", TODAY, ())))
    assert "Nothing was chosen." in page.text
    assert page.named("table") == []


@given(st.text(), st.text())
def test_no_words_can_add_a_tag(one, two):
    def shape(title, what):
        item = an_item(
            title=title,
            who=what,
            what="x",
            facts=(Fact("Who", "x"),),
            reasons=(Reason("r", Answer.FAILS, title, what),),
            questions=("x" + what,),
            cost="x" + title,
            source="x" + what,
            address="x" + title,
        )
        return [tag for tag, _ in Page(html_of(SheetData("x" + title, TODAY, (item,)))).tags]

    assert shape(one, two) == shape("x", "x")
