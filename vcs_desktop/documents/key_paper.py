"""The page that two people print when they have made or changed keys: what to do, who has what."""

from collections.abc import Iterator, Sequence
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.documents.text_sheet import TextSheet
from vcs_desktop.documents.text_sheet.data import line, strong
from vcs_desktop.domain import days
from vcs_desktop.domain.publisher_keys import Change, what_to_do_after, what_to_do_now
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


def change_paper(
    change: Change,
    council: str,
    holder: str,
    file: str,
    names: Sequence[str],
    digits: str,
    on: date,
) -> TextSheet:
    """Return the page about a change. No secret stands on it.

    ``holder`` has the new key, whose file is ``file``; both are empty where there is none.
    ``names`` are those of all who may publish now.
    """
    return TextSheet(
        tr("The keys of {council} were changed", council=council),
        tuple(_change_blocks(change, holder, file, names, digits, on)),
        tr("No secret words stand on this page. Keep it with your papers."),
        on,
    )


def _change_blocks(
    change: Change, holder: str, file: str, names: Sequence[str], digits: str, on: date
) -> Iterator[Block]:
    is_root = change is Change.HAND_OVER
    yield Paragraph(line(tr("Changed on {day}", day=days.in_words(on))))
    if file:
        has = tr("Keeps the new root key: ") if is_root else tr("Has a new publisher's key: ")
        yield Paragraph(line(strong(has), holder))
        yield Paragraph(line(strong(tr("Its file: ")), file))
    yield Paragraph(line(strong(tr("May publish now: ")), ", ".join(names)))
    yield Heading(2, line(tr("The digits that groups compare")))
    yield Paragraph(line(strong(digits)))
    yield Paragraph(line(tr("They are the same as before. Nobody has to set anything up again.")))
    yield Heading(2, line(tr("Do this now")))
    for each in what_to_do_after(change):
        yield Paragraph(line(each))
    yield Heading(2, line(tr("Done by")))
    who = (tr("Holder of the stick with the root key"), tr("Holder of its words"))
    rows = (*who, *_who_has_what()) if is_root else who
    yield Table(
        (line(tr("What")), line(tr("Who, and where")), line(tr("Day"))),
        tuple((line(each), line(" "), line(" ")) for each in rows),
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
    rows = _who_has_what()
    yield Table(
        (line(tr("What")), line(tr("Who has it, and where")), line(tr("Day"))),
        tuple((line(each), line(" "), line(" ")) for each in rows),
    )


def _who_has_what() -> tuple[str, ...]:
    return (
        tr("First stick with the root key"),
        tr("Second stick with the root key"),
        tr("First envelope with its words"),
        tr("Second envelope with its words"),
    )
