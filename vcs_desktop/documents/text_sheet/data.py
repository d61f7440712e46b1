"""What a sheet of text says, whichever file it becomes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vcs_desktop.documents.printable import one_line, pieces
from vcs_desktop.domain.reading import Line, Paragraph, Span, Text


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A text with its ``title`` above it and a line at the foot of its pages.

    ``made_on`` is the day that the file says it was made on.
    """

    title: str
    text: Text
    foot: str
    made_on: date


def line(*runs: str | Span) -> Line:
    """Return words of other people on one line, without what cannot be seen."""
    spans = (each if isinstance(each, Span) else Span(each) for each in runs)
    return tuple(Span(one_line_kept(each.text), each.strong) for each in spans)


def strong(words: str) -> Span:
    """Return words that stand out."""
    return Span(words, strong=True)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield a longer text as paragraphs, line by line; none of it is lost."""
    for piece in pieces(text):
        yield Paragraph((Span(piece),))


def one_line_kept(text: str) -> str:
    """Return clean text on one line, with the spaces that part it from its neighbours."""
    before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    said = one_line(text)
    return f"{before}{said}{after}" if said else ""
