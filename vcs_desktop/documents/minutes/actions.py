"""What was promised at meetings and is still to be done, to tick off on the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.documents.minutes.content import owner_and_day
from vcs_desktop.documents.text_sheet.data import TextSheet, line, strong
from vcs_desktop.documents.web_text import TO_TICK
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.reading import Block, Item, Items, Paragraph, Span


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action, the meeting that agreed it, and the name of who does it."""

    meeting: Meeting
    action: Action
    owner: str


def actions_sheet(group: str, lines: Sequence[ActionLine], day: date) -> TextSheet:
    """Return the list of what is open on a ``day``, in the order in which it was agreed."""
    text: list[Block] = [Paragraph(line(strong(group)))]
    if lines:
        text.append(Items(tuple(Item(TO_TICK, _line(each)) for each in lines)))
    else:
        text.append(Paragraph(line(tr("Nothing is left to do."))))
    foot = tr("Written with VCS Desktop on {day}.", day=in_words(day))
    return TextSheet(tr("What we said we would do"), tuple(text), foot, day)


def _line(each: ActionLine) -> tuple[Span, ...]:
    said_at = ""
    if each.meeting.on:
        said_at = tr("Agreed on {day}.", day=shortly(each.meeting.on))
    return line(
        strong(ended(each.action.what)), f" {owner_and_day(each.action, each.owner)} ", said_at
    )
