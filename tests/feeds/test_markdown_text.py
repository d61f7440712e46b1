"""Markdown becomes blocks: every word of it, no HTML, no picture, no doubtful link."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.reading import (
    Heading,
    Item,
    Items,
    Paragraph,
    Span,
    Table,
    headings,
    plain,
)
from vcs_desktop.feeds.markdown_text import MOST_LETTERS, read_markdown


def words_of(text):
    """Return every word that blocks hold, in order."""
    found = []
    for block in text:
        if isinstance(block, Items):
            found += [plain(item.line) for item in block.items]
        elif isinstance(block, Table):
            found += [plain(line) for row in (block.head, *block.rows) for line in row]
        else:
            found.append(plain(block.line))
    return " ".join(found).split()


def links_of(text):
    return [
        span.link
        for block in text
        if not isinstance(block, Items | Table)
        for span in block.line
        if span.link
    ]


def items(*given):
    return Items(tuple(Item(mark, (Span(words),), depth) for mark, words, depth in given))


def test_headings_paragraphs_and_strong_words():
    text = read_markdown("# Title\n\nSome **strong** and *other* words\nin one line.\n\n## Part")
    assert text == (
        Heading(1, (Span("Title"),)),
        Paragraph(
            (
                Span("Some "),
                Span("strong", strong=True),
                Span(" and "),
                Span("other", strong=True),
                Span(" words in one line."),
            )
        ),
        Heading(2, (Span("Part"),)),
    )
    assert [heading.level for heading in headings(text)] == [1, 2]


def test_lists_keep_their_marks_and_their_depth():
    text = read_markdown("- one\n- two\n  - deeper\n\n3. three\n4. four")
    assert text == (
        items(("•", "one", 0), ("•", "two", 0), ("•", "deeper", 1)),
        Items(items(("3.", "three", 0), ("4.", "four", 0)).items, ordered=True),
    )


def test_what_goes_on_with_an_item_has_no_mark():
    text = read_markdown("1. one\n\n   more of it\n\n   - inside\n\n   and the end\n2. two")
    (block,) = text
    assert [(item.mark, plain(item.line), item.depth) for item in block.items] == [
        ("1.", "one", 0),
        ("", "more of it", 0),
        ("•", "inside", 1),
        ("", "and the end", 0),
        ("2.", "two", 0),
    ]


def test_things_to_tick_have_boxes():
    text = read_markdown("- [ ] to do\n- [x] done\n- [X] **done** too\n- [] not one\n- [ ]")
    assert [(item.mark, plain(item.line)) for item in text[0].items] == [
        ("☐", "to do"),
        ("☑", "done"),
        ("☑", "done too"),
        ("•", "[] not one"),
        ("☐", ""),
    ]


def test_an_item_without_words_keeps_its_mark():
    assert [item.mark for item in read_markdown("1.\n2. two\n3.")[0].items] == ["1.", "2.", "3."]
    assert [item.mark for item in read_markdown("-\n  - in")[0].items] == ["•", "•"]


def test_a_heading_or_a_table_in_a_list_stands_by_itself_and_the_numbers_go_on():
    text = read_markdown("1. one\n\n   ### Head\n\n   | a |\n   |---|\n   | b |\n2. two")
    assert [type(block) for block in text] == [Items, Heading, Table, Items]
    assert text[0].items[0].mark == "1."
    assert text[3].items[0].mark == "2."


def test_a_table_has_a_head_and_rows_as_wide_as_it():
    (table,) = read_markdown("| a | b |\n|---|:-:|\n| 1 | **2** |\n| 3 |\n| 4 | 5 | 6 |")
    assert [plain(line) for line in table.head] == ["a", "b"]
    assert [[plain(line) for line in row] for row in table.rows] == [
        ["1", "2"],
        ["3", ""],
        ["4", "5"],
    ]
    assert table.rows[0][1][0].strong


@pytest.mark.parametrize(("columns", "rows"), [(13, 2), (12, 500)])
def test_a_table_that_is_too_large_becomes_lines(columns, rows):
    source = "\n".join(["|" + "a|" * columns, "|" + "-|" * columns, *["|" + "b|" * columns] * rows])
    text = read_markdown(source)
    assert all(isinstance(block, Paragraph) for block in text)
    assert plain(text[0].line) == "; ".join("a" * columns)


def test_quotes_and_code_stand_apart_as_words():
    text = read_markdown(
        "> said\n\n```\n<b>code</b>\nmore\n```\n\n    indented\n\nand `c*d*`\n\n```\n```"
    )
    assert text == (
        Paragraph((Span("said"),), quoted=True),
        Paragraph((Span("<b>code</b>\nmore"),), quoted=True),
        Paragraph((Span("indented"),), quoted=True),
        Paragraph((Span("and c*d*"),)),
    )


def test_a_line_break_that_is_asked_for_is_kept():
    assert plain(read_markdown("one\\\ntwo")[0].line) == "one\ntwo"


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=file:///etc/passwd>",
        "<img src=//evil.example/share/x.png>",
        "words <b onclick=x>bold</b>",
        "<!-- note -->",
        "<div>\n\nwords\n\n</div>",
        "&lt;b&gt;",
    ],
)
def test_html_is_shown_as_the_words_it_is(html):
    from html import unescape

    assert words_of(read_markdown(html)) == unescape(html).split()


def test_a_picture_leaves_its_words():
    text = read_markdown("See ![the **map** of ![it](x)](file:///etc/passwd 'title') here.")
    assert plain(text[0].line) == "See the map of it here."
    assert not links_of(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:hello@example.org",
    ],
)
def test_addresses_of_the_web_and_of_mail_are_links(address):
    assert links_of(read_markdown(f"[words]({address}) and <{address}>")) == [address, address]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,hello",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "//evil.example/share",
        "\\\\evil.example\\share",
        "vbscript:x",
        "smb://evil.example",
        "https://bank.example@evil.example/",
        "mailto:a@b.org?attach=/etc/passwd",
        "relative.html",
        "#part",
        "/etc/passwd",
    ],
)
def test_any_other_address_is_left_out_and_its_words_stay(address):
    text = read_markdown(f"[words](<{address}>)")
    assert text == (Paragraph((Span("words"),)),)


def test_a_name_in_other_letters_is_given_away():
    text = read_markdown("[bank](https://b\u0430nk.example/)")
    assert links_of(text) == ["https://xn--bnk-6cd.example/"]


def test_what_cannot_be_seen_is_left_out():
    assert words_of(read_markdown("a\x00b\u202ec\u200bd")) == ["abcd"]


def test_a_long_text_is_cut_and_says_so():
    text = read_markdown("word " * MOST_LETTERS)
    assert plain(text[-1].line) == "This is the beginning. The rest is too long to show here."
    assert sum(len(plain(block.line)) for block in text) < MOST_LETTERS + 100


def test_a_word_without_end_is_broken():
    (paragraph,) = read_markdown("a" * 150_000)
    assert max(map(len, plain(paragraph.line).split())) <= 2_000


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "![[]()" * 20_000,
        "> " * 5_000 + "deep",
        "- " * 5_000 + "deep",
        "\n".join("  " * depth + "- in" for depth in range(300)),
        "*a **b " * 20_000,
        "a\n" * 50_000,
        "\\" * 100_000,
        "|a" * 50_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_text_that_is_no_guide_is_read_as_plain_paragraphs(hostile):
    text = read_markdown(hostile)
    assert all(isinstance(block, Paragraph) for block in text)
    assert "".join(words_of(text)) == "".join(hostile.split())


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    read_markdown(text)


MARKUP = st.text(alphabet="ab \n\t>-*+_`#|[]()!<>&\\1.=~\"':/", max_size=400)


@given(MARKUP)
def test_any_mixture_of_marks_can_be_read(text):
    read_markdown(text)


WORD = st.text(alphabet=string.ascii_lowercase, min_size=3, max_size=8)
AROUND = st.sampled_from(
    ["{}", "**{}**", "- {}", "> {}", "1. {}", "## {}", "- [ ] {}", "`{}`", "    {}", "> - > {}"]
)


@given(st.lists(st.tuples(AROUND, WORD), max_size=12))
def test_no_word_is_lost_or_changes_its_place(parts):
    text = read_markdown("\n\n".join(shape.format(word) for shape, word in parts))
    found = [re.sub(r"[^a-z]", "", word) for word in words_of(text)]
    assert [word for word in found if word] == [word for _shape, word in parts]
