"""One thing that was shared with the council, as a page to keep: what went, and what came back."""

from collections.abc import Iterator, Sequence
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.documents.text_sheet.data import TextSheet, line, paragraphs, strong
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.reading import Block, Heading, Paragraph
from vcs_desktop.domain.sharing.preview import Line
from vcs_desktop.domain.sharing.shared import Shared, received_on
from vcs_desktop.domain.sharing.words import keep_in_words, standing_in_words, title_of

_SHORT = 60
"""Letters that stand on one line with their name."""

_LETTERS = 72
"""Of a line of the very text, which has no spaces to break it at."""


def shared_sheet(shared: Shared, lines: Sequence[Line], group: str, day: date) -> TextSheet:
    """Return the page; ``lines`` are made of the very bytes that were agreed to."""
    foot = tr("Written with VCS Desktop on {day}.", day=in_words(day))
    title = shared.name or title_of(shared)
    return TextSheet(title, tuple(_blocks(shared, lines, group)), foot, day)


def _told(told: Line) -> Iterator[Block]:
    """Yield what one line of it tells, beside its name where it is short."""
    if len(told.said) == 1 and len(told.said[0]) <= _SHORT and "\n" not in told.said[0]:
        yield Paragraph(line(strong(f"{told.name}: "), told.said[0]))
        return
    yield Paragraph(line(strong(told.name)))
    for said in told.said:
        yield from paragraphs(said)


def _blocks(shared: Shared, lines: Sequence[Line], group: str) -> Iterator[Block]:
    yield Paragraph(line(strong(group)))
    yield Paragraph(line(standing_in_words(shared)))
    if shared.agreed_on:
        yield Paragraph(line(tr("Agreed on {day}.", day=shortly(shared.agreed_on))))
    if on := received_on(shared):
        yield Paragraph(line(tr("Handed over on {day}.", day=shortly(on))))
    if shared.receipt and shared.receipt.sha256:
        said = tr("Receipt: {digits}", digits=shared.receipt.sha256)
        yield Paragraph(line(said))
    yield Paragraph(line(keep_in_words(shared.keep_until)))
    yield Heading(2, line(tr("What we shared")))
    for each in lines:
        yield from _told(each)
    if shared.reply:
        yield Heading(2, line(tr("What the council answered")))
        yield from paragraphs(shared.reply)
    if shared.body:
        yield Heading(2, line(tr("The very text, as it was sent")))
        yield Paragraph(line(tr("It is one line. Here it is broken to fit the page.")))
        for at in range(0, len(shared.body), _LETTERS):
            yield Paragraph(line(shared.body[at : at + _LETTERS]))
