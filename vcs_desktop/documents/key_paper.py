"""The page that two people print when they have made keys: what they do, and who has what."""

from collections.abc import Iterator
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.documents.text_sheet import TextSheet
from vcs_desktop.documents.text_sheet.data import line, strong
from vcs_desktop.domain import days
from vcs_desktop.domain.publisher_keys import what_to_do_now
from vcs_desktop.domain.reading import Block, Heading, Paragraph, Table


def key_paper(council: str, holder: str, root: str, digits: str, on: date) -> TextSheet:
    """Return the page. No secret stands on it.

    ``holder`` has the publisher's key; ``root`` is the name of the root key's file.
    """
    return TextSheet(
        tr("The keys of {council}", council=council),
        tuple(_blocks(holder, root, digits, on)),
        tr("No secret words stand on this page. Keep it with your papers."),
        on,
    )


def _blocks(holder: str, root: str, digits: str, on: date) -> Iterator[Block]:
    yield Paragraph(line(tr("Made on {day}", day=days.in_words(on))))
    yield Paragraph(line(strong(tr("Has the publisher's key: ")), holder))
    yield Paragraph(line(strong(tr("The file of the root key: ")), root))
    yield Heading(2, line(tr("The digits that groups compare")))
    yield Paragraph(line(strong(digits)))
    yield Heading(2, line(tr("Do this now")))
    for each in what_to_do_now():
        yield Paragraph(line(each))
    yield Heading(2, line(tr("Who has what")))
    rows = (
        tr("First stick with the root key"),
        tr("Second stick with the root key"),
        tr("First envelope with its words"),
        tr("Second envelope with its words"),
    )
    yield Table(
        (line(tr("What")), line(tr("Who has it, and where")), line(tr("Day"))),
        tuple((line(each), line(" "), line(" ")) for each in rows),
    )
