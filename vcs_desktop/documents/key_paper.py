"""The page that two people print when they have made or changed keys: what to do, who has what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.documents.text_sheet import TextSheet
from vcs_desktop.documents.text_sheet.data import line, strong
from vcs_desktop.domain import days
from vcs_desktop.domain.publisher_keys import Change, what_to_do_after, what_to_do_now
from vcs_desktop.domain.reading import Block, Heading, Paragraph, Table


@dataclass(frozen=True, slots=True)
class ChangedKeys:
    """What was changed of the keys of a council.

    ``holder`` has the new key, whose file is ``file``; both are empty where there is none.
    ``names`` are those of all who may publish now, ``gone`` of those who may no more.
    """

    change: Change
    council: str
    holder: str
    file: str
    names: tuple[str, ...]
    gone: tuple[str, ...]
    digits: str


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


def change_paper(changed: ChangedKeys, on: date) -> TextSheet:
    """Return the page about a change. No secret stands on it."""
    return TextSheet(
        tr("The keys of {council} were changed", council=changed.council),
        tuple(_change_blocks(changed, on)),
        tr("No secret words stand on this page. Keep it with your papers."),
        on,
    )


def _change_blocks(changed: ChangedKeys, on: date) -> Iterator[Block]:
    is_root = changed.change is Change.HAND_OVER
    yield Paragraph(line(tr("Changed on {day}", day=days.in_words(on))))
    if changed.file:
        has = tr("Keeps the new root key: ") if is_root else tr("Has a new publisher's key: ")
        yield Paragraph(line(strong(has), changed.holder))
        yield Paragraph(line(strong(tr("Its file: ")), changed.file))
    if changed.gone:
        yield Paragraph(line(strong(tr("May publish no more: ")), ", ".join(changed.gone)))
    yield Paragraph(line(strong(tr("May publish now: ")), ", ".join(changed.names)))
    yield Heading(2, line(tr("The digits that groups compare")))
    yield Paragraph(line(strong(changed.digits)))
    yield Paragraph(line(tr("They are the same as before. Nobody has to set anything up again.")))
    yield Heading(2, line(tr("Do this now")))
    for each in what_to_do_after(changed.change):
        yield Paragraph(line(each))
    yield Heading(2, line(tr("Done by")))
    who = (tr("Holder of the stick with the root key"), tr("Holder of its words"))
    rows = (*who, *_who_has_what()) if is_root else who
    yield Table(
        (line(tr("What")), line(tr("Name, and where it is locked away")), line(tr("Day"))),
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
        (line(tr("What")), line(tr("Name, and where it is locked away")), line(tr("Day"))),
        tuple((line(each), line(" "), line(" ")) for each in rows),
    )


def _who_has_what() -> tuple[str, ...]:
    return (
        tr("First stick with the root key"),
        tr("Second stick with the root key"),
        tr("First envelope with its words"),
        tr("Second envelope with its words"),
    )
