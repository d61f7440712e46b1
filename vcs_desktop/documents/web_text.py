"""A text as HTML: real headings, lists and tables, for those who listen to a screen reader."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from vcs_desktop.core.addresses import is_link, is_web_address
from vcs_desktop.core.language import tr
from vcs_desktop.documents.web import said
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.reading import (
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Span,
    Table,
    Text,
    plain,
)
from vcs_desktop.domain.reference import SourceNote

TICKED, TO_TICK = "☑", "☐"
STYLE = """
.quote { border-left: 4px solid #0a5a5e; background: #f1f1f0; margin: .8rem 0;
  padding: .4rem 1rem; }
ul.tasks { list-style: none; padding-left: .2rem; }
ul.tasks input { width: 1.1em; height: 1.1em; margin-right: .6em; vertical-align: -.15em; }
.write { display: inline-block; border-bottom: 1px solid #1b2328; height: 1.2em; max-width: 100%; }
.table { overflow-x: auto; }
th.figure, td.figure { text-align: right; font-variant-numeric: tabular-nums; }
.end { border-top: 2px solid #1b2328; margin-top: 2.5rem; padding-top: .6rem; }
summary:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid #ffb000;
  outline-offset: 3px; box-shadow: 0 0 0 6px #1b2328; }
@media print { .quote { border-left: 2pt solid #1b2328; padding: .1em 1em; }
  .heading { break-after: avoid; } .sources a::after { content: " (" attr(href) ")"; } }
"""
_BLANK = re.compile(r"_{4,}")
_NOTE = re.compile(r"\[(\d{1,3})\]")
# How wide an underscore is, in letters.
_BLANK_EM = 0.55
_LONGEST_BLANK_EM = 40


def html_of_text(text: Text, *, under: int = 1, notes: int = 0) -> Iterator[str]:
    """Yield the lines of HTML for a text.

    ``under`` is the level of the heading it stands below. ``notes`` is how many
    sources are listed on the same page: "[2]" then leads to the second of them.
    """
    least = min((block.level for block in text if isinstance(block, Heading)), default=1)
    number = 0
    for block in text:
        if isinstance(block, Heading):
            level = min(6, block.level - least + under + 1)
            name = heading_name(number)
            number += 1
            words = _line(block.line, notes)
            yield f'<h{level} id="{name}" class="heading" dir="auto">{words}</h{level}>'
        elif isinstance(block, Paragraph):
            kind = ' class="quote"' if block.quoted else ""
            yield f'<p{kind} dir="auto">{_line(block.line, notes)}</p>'
        elif isinstance(block, Items):
            yield from _list(block, notes)
        else:
            yield from _table(block, notes)


def html_of_sources(sources: Sequence[SourceNote]) -> Iterator[str]:
    """Yield the list of sources that the numbers in a text lead to."""
    if not sources:
        return
    title = tr("Sources")
    yield f'<section class="sources"><h2>{said(title)}</h2><ol>'
    for number, source in enumerate(sources, 1):
        words = said(source.title or source.url)
        if is_web_address(source.url):
            words = f'<a href="{escape(source.url)}">{words}</a>'
        elif source.url and source.title:
            words = f"{words}, {said(source.url)}"
        if source.checked_on:
            checked = tr("Checked on {day}.", day=in_words(source.checked_on))
            words = f"{words}. {said(checked)}"
        yield f'<li id="source-{number}" dir="auto">{words}</li>'
    yield "</ol></section>"


def heading_name(number: int) -> str:
    """Return what leads to a heading of a text, by its number from 0."""
    return f"part-{number + 1}"


def _list(block: Items, notes: int) -> Iterator[str]:
    """Yield a list with the lists in it; what goes on with an item stands inside that item."""
    is_open: list[str] = []
    for item in block.items:
        tag = _tag(item)
        while len(is_open) > item.depth + 1:
            yield f"</li></{_bare(is_open.pop())}>"
        if not item.mark and len(is_open) == item.depth + 1:
            yield f'<p dir="auto">{_line(item.line, notes)}</p>'
            continue
        if len(is_open) == item.depth + 1:
            yield "</li>"
            if is_open[-1] != tag:
                yield f"</{_bare(is_open.pop())}>"
        while len(is_open) < item.depth + 1:
            is_open.append(tag)
            yield f"<{tag}>" + ("<li>" if len(is_open) < item.depth + 1 else "")
        yield _item(item, notes)
    for tag in reversed(is_open):
        yield f"</li></{_bare(tag)}>"


def _tag(item: Item) -> str:
    if item.mark in (TO_TICK, TICKED):
        return 'ul class="tasks"'
    return "ol" if item.mark[:1].isdigit() else "ul"


def _bare(tag: str) -> str:
    return tag.split(" ", 1)[0]


def _item(item: Item, notes: int) -> str:
    """Return the beginning of an item; its end comes when it is known what stands in it."""
    words = _line(item.line, notes)
    if item.mark in (TO_TICK, TICKED):
        ticked = " checked" if item.mark == TICKED else ""
        return f'<li dir="auto"><label><input type="checkbox"{ticked}>{words}</label>'
    number = f' value="{item.mark[:-1]}"' if item.mark[:-1].isdigit() else ""
    return f'<li dir="auto"{number}>{words}'


def _table(table: Table, notes: int) -> Iterator[str]:
    shapes = [' class="figure"' if at in table.figures else "" for at in range(len(table.head))]
    heads = "".join(
        f'<th scope="col"{shape} dir="auto">{_line(line, notes)}</th>'
        for line, shape in zip(table.head, shapes, strict=True)
    )
    yield f'<div class="table"><table><thead><tr>{heads}</tr></thead><tbody>'
    for row in table.rows:
        cells = []
        for column, line in enumerate(row):
            named = column == 0 and bool(plain(line).strip())
            tag, scope = ("th", ' scope="row"') if named else ("td", "")
            cells.append(f'<{tag}{scope}{shapes[column]} dir="auto">{_line(line, notes)}</{tag}>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _line(line: Line, notes: int) -> str:
    return "".join(_span(span, notes) for span in line)


def _span(span: Span, notes: int) -> str:
    words = escape(span.text).replace("\n", "<br>")
    words = _BLANK.sub(_room_to_write, words)
    if span.strong:
        words = f"<strong>{words}</strong>"
    if is_link(span.link):
        return f'<a href="{escape(span.link)}">{words}</a>'
    return _NOTE.sub(lambda found: _note(found, notes), words)


def _room_to_write(found: re.Match[str]) -> str:
    wide = min(len(found[0]) * _BLANK_EM, _LONGEST_BLANK_EM)
    told = escape(tr("write here"))
    return f'<span class="write" role="img" aria-label="{told}" style="width: {wide:.1f}em"></span>'


def _note(found: re.Match[str], notes: int) -> str:
    number = int(found[1])
    return f'<a href="#source-{number}">{found[0]}</a>' if 1 <= number <= notes else found[0]
