"""Reads Markdown into blocks: headings, paragraphs, lists, tables. No HTML, no pictures.

HTML is shown as the words it is, a picture leaves its words, and only web and mail
addresses become links. There is no text that cannot be read: one that is no guide
at all, such as a hundred thousand brackets, is read as plain paragraphs.

Emphasis of either sort is strong: the window has no italics. A line break that was
asked for is a line end in a span.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vcs_desktop.core.addresses import is_link
from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning, with_breaks, without_hidden
from vcs_desktop.domain.reading import (
    Block,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Span,
    Table,
    Text,
)

MOST_LETTERS = 200_000
"""Longer texts are cut, and say so."""

MOST_COLUMNS = 12
MOST_CELLS = 2_000
# A guide has a few hundred of each. A parser of Markdown takes seconds for a text made of them.
_MOST_BRACKETS = 800
_MOST_MARKS = 10_000
_MOST_LINES = 20_000
# Lists and quotes more than 20 deep; the parser would leave out what stands deepest.
_TOO_DEEP = re.compile(r"^(?: {40}|(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){20})", re.MULTILINE)
_DEEPEST = 100
_BLANK_LINES = re.compile(r"\n\s*\n")
_TASK = re.compile(r"\[([ xX])\](?: |$)")


def read_markdown(text: str) -> Text:
    """Return a text as blocks; any text whatever can be read."""
    shown, more = beginning(text, MOST_LETTERS)
    clean = with_breaks(without_hidden(shown).expandtabs(4))
    blocks = _plainly(clean) if _is_no_guide(clean) else _Reader().read(clean)
    if more:
        rest = tr("This is the beginning. The rest is too long to show here.")
        blocks = (*blocks, Paragraph((Span(rest, strong=True),)))
    return blocks


def _is_no_guide(text: str) -> bool:
    marks = sum(map(text.count, "*_`<&\\|"))
    return (
        text.count("[") + text.count("]") > _MOST_BRACKETS
        or marks > _MOST_MARKS
        or text.count("\n") > _MOST_LINES
        or _TOO_DEEP.search(text) is not None
    )


def _plainly(text: str) -> Text:
    parts = (part.strip() for part in _BLANK_LINES.split(text))
    return tuple(Paragraph((Span(part),)) for part in parts if part)


@dataclass
class _OpenList:
    """A list while it is read. ``number`` is that of the next item, None without numbers."""

    number: int | None

    def next_mark(self) -> str:
        if self.number is None:
            return "•"
        self.number += 1
        return f"{self.number - 1}."


@dataclass
class _Reader:
    """Turns what the parser found into blocks, in one pass."""

    _blocks: list[Block] = field(default_factory=list)
    _lists: list[_OpenList] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)
    _ordered: bool = False
    # The mark of an item of which no line was met yet, None before the first and after.
    _mark: str | None = None
    _quotes: int = 0
    _heading: int = 0
    _rows: list[list[Line]] | None = None

    def read(self, text: str) -> Text:
        parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")
        # Which addresses are links is decided below; here none is left standing as code.
        parser.validateLink = _any_address  # type: ignore[method-assign]
        for token in parser.parse(text):
            handle = _HANDLERS.get(token.type)
            if handle is not None:
                handle(self, token)
        self.end_items()
        return tuple(self._blocks)

    def end_items(self) -> None:
        if self._items:
            self._blocks.append(Items(tuple(self._items), self._ordered))
            self._items = []

    def open_list(self, token: Token) -> None:
        ordered = token.type == "ordered_list_open"
        self._mark_alone()
        if not self._lists:
            self.end_items()
            self._ordered = ordered
        self._lists.append(_OpenList(int(token.attrs.get("start", 1)) if ordered else None))

    def close_list(self, _token: Token) -> None:
        self._lists.pop()
        if not self._lists:
            self.end_items()

    def open_item(self, _token: Token) -> None:
        self._mark = self._lists[-1].next_mark()

    def close_item(self, _token: Token) -> None:
        self._mark_alone()
        self._mark = None

    def open_quote(self, _token: Token) -> None:
        self._quotes += 1

    def close_quote(self, _token: Token) -> None:
        self._quotes -= 1

    def open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def close_heading(self, _token: Token) -> None:
        self._heading = 0

    def put_words(self, token: Token) -> None:
        line = _line_of(token.children or ())
        if self._rows is not None:
            self._rows[-1].append(line)
        elif self._heading:
            self.end_items()
            self._blocks.append(Heading(self._heading, line))
        else:
            self._put_line(line, quoted=self._quotes > 0)

    def put_code(self, token: Token) -> None:
        words = token.content.rstrip("\n")
        if words:
            self._put_line((Span(words),), quoted=True)

    def open_table(self, _token: Token) -> None:
        self._rows = []

    def open_row(self, _token: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def close_table(self, _token: Token) -> None:
        head, *rows = self._rows or [[]]
        self._rows = None
        self.end_items()
        if len(head) > MOST_COLUMNS or len(head) * len(rows) > MOST_CELLS:
            self._blocks += [Paragraph(_in_one_line(row)) for row in (head, *rows)]
        else:
            self._blocks.append(Table(tuple(head), tuple(tuple(row) for row in rows)))

    def _put_line(self, line: Line, *, quoted: bool) -> None:
        if not line:
            return
        if not self._lists:
            self._blocks.append(Paragraph(line, quoted))
            return
        mark = self._mark or ""
        task = _TASK.match(line[0].text) if mark else None
        if task is not None:
            mark = "☐" if task[1] == " " else "☑"
            line = (Span(line[0].text[task.end() :], line[0].strong, line[0].link), *line[1:])
        self._items.append(Item(mark, line, len(self._lists) - 1))
        self._mark = ""

    def _mark_alone(self) -> None:
        """Keep the mark of an item that has no words of its own."""
        if self._mark:
            self._items.append(Item(self._mark, (), len(self._lists) - 1))
            self._mark = ""


_HANDLERS: dict[str, Callable[[_Reader, Token], None]] = {
    "bullet_list_open": _Reader.open_list,
    "bullet_list_close": _Reader.close_list,
    "ordered_list_open": _Reader.open_list,
    "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_item,
    "list_item_close": _Reader.close_item,
    "blockquote_open": _Reader.open_quote,
    "blockquote_close": _Reader.close_quote,
    "heading_open": _Reader.open_heading,
    "heading_close": _Reader.close_heading,
    "inline": _Reader.put_words,
    "fence": _Reader.put_code,
    "code_block": _Reader.put_code,
    "table_open": _Reader.open_table,
    "table_close": _Reader.close_table,
    "tr_open": _Reader.open_row,
}


def _any_address(url: str) -> bool:  # noqa: ARG001  the parser passes it
    return True


def _line_of(tokens: Iterable[Token]) -> Line:
    """Return words with their styles; neighbours of one style are one span."""
    spans: list[Span] = []
    for span in _spans(tokens):
        last = spans[-1] if spans else None
        if last is not None and (last.strong, last.link) == (span.strong, span.link):
            spans[-1] = Span(last.text + span.text, span.strong, span.link)
        elif span.text:
            spans.append(span)
    return tuple(spans)


def _spans(tokens: Iterable[Token]) -> Iterator[Span]:
    strong, links = 0, [""]
    for token in tokens:
        if token.type in ("strong_open", "em_open"):
            strong += 1
        elif token.type in ("strong_close", "em_close"):
            strong -= 1
        elif token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            links.append(address if is_link(address) else "")
        elif token.type == "link_close":
            links.pop()
        else:
            yield Span(_words_of(token), strong > 0, links[-1])


def _words_of(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "image":
        return "".join(map(_words_of, token.children or ()))
    return token.content


def _in_one_line(cells: Sequence[Line]) -> Line:
    """Return a row of a table that is too large to be shown as one."""
    spans = [span for cell in cells for span in (*cell, Span("; "))]
    return tuple(spans[:-1])
