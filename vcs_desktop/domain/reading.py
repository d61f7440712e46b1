"""Text to read: headings, paragraphs, lists and tables. Never HTML, never a picture.

Guides, help pages and every longer text of the library are read into these
blocks once; the window, the web page and the PDF are made from them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one style. ``link`` is the address they lead to, or empty."""

    text: str
    strong: bool = False
    link: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the title of the whole text, 2 its parts."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``quoted`` is one that stands apart, such as an example."""

    line: Line
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``depth`` 0 is the outermost. ``mark`` is "•", "1." or "☐"."""

    mark: str
    line: Line
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head. ``figures`` are the numbers of its columns that hold amounts."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    figures: tuple[int, ...] = ()


Block = Heading | Paragraph | Items | Table
Text = tuple[Block, ...]


def plain(line: Line) -> str:
    """Return the words of a line without their styles."""
    return "".join(span.text for span in line)


def headings(text: Text) -> tuple[Heading, ...]:
    """Return the headings of a text: its outline."""
    return tuple(block for block in text if isinstance(block, Heading))
