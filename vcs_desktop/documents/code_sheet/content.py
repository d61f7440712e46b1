"""What stands on the page with the printed code, in words that a child of 9 can read."""

from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Span, Text


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """The code in its groups. ``group`` is empty where the group's name is not to be shown."""

    group: str
    code: tuple[str, ...] = field(repr=False)
    made_on: date


def title_of(sheet: CodeSheet) -> str:
    """Return the heading of the page."""
    if sheet.group:
        return tr("The way back in: {group}", group=sheet.group)
    return tr("The way back in to our group")


def above(sheet: CodeSheet) -> Text:
    """Return what stands above the code."""
    return (
        _paragraph(tr("This code opens our group when secret words are forgotten.")),
        _paragraph(
            tr("Made on {day}. Pages from before do not work now.", day=in_words(sheet.made_on))
        ),
    )


def below() -> Text:
    """Return what stands below the code."""
    return (
        _paragraph(tr("It has no letter O, I or L. What looks like one is a 0 or a 1.")),
        _heading(tr("Keep it safe")),
        _items(
            tr("Keep this page at home or in a locked drawer. Never keep it with the laptop."),
            tr("Whoever has this page and the laptop can read all we wrote down."),
            tr("Do not take a photo of it. Do not send it by email."),
        ),
        _heading(tr("How to use it")),
        _items(
            tr("Open VCS Desktop and choose our group."),
            tr("Say that you have the printed code. Then type it. Small letters are fine."),
            tr("Choose new secret words."),
            numbered=True,
        ),
        _heading(tr("If this page is lost")),
        _paragraph(
            tr("Open the group with secret words. Print a new code. The old one then stops.")
        ),
        _paragraph(tr("If the page and all secret words are lost, nobody can open the group.")),
    )


def _paragraph(words: str) -> Block:
    return Paragraph((Span(words),))


def _heading(words: str) -> Block:
    return Heading(2, (Span(words),))


def _items(*each: str, numbered: bool = False) -> Block:
    items = (
        Item(f"{number}." if numbered else "•", (Span(words),))
        for number, words in enumerate(each, 1)
    )
    return Items(tuple(items), ordered=numbered)
