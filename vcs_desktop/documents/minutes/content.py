"""What the minutes say, as a text that paper, web page and Word file share.

Everything has the number that it has on the screen: items of the agenda by their places,
decisions and actions in the order in which they were written down.
"""

from collections.abc import Iterable, Iterator

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.documents.minutes.data import Minutes
from vcs_desktop.documents.text_sheet.data import TextSheet, line, paragraphs, strong
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.meeting_rules import BroughtBack, is_draft, quorum_then, votes_words
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.meetings import Action, ConflictDeclared, Decision, Meeting, Presence
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Span

_DOT = "•"


def minutes_sheet(minutes: Minutes) -> TextSheet:
    """Return the minutes of a meeting; until they are agreed they say that they are a draft."""
    name = minutes.meeting.name or tr("Meeting")
    title = tr("Draft minutes: {meeting}", meeting=name)
    if not is_draft(minutes.meeting):
        title = tr("Minutes: {meeting}", meeting=name)
    foot = tr("Written with VCS Desktop on {day}.", day=in_words(minutes.day))
    return TextSheet(title, tuple(_blocks(minutes)), foot, minutes.day)


def when_and_where(meeting: Meeting) -> str:
    """Return "Thursday 3 December 2026, 7.30pm, Village hall"; nothing where nobody has said."""
    day = in_words(meeting.on) if meeting.on else ""
    return ", ".join(filter(None, (day, time_in_words(meeting.starts), meeting.place)))


def heading(words: str) -> Heading:
    """Return the heading of a part."""
    return Heading(2, line(words))


def _blocks(minutes: Minutes) -> Iterator[Block]:
    meeting = minutes.meeting
    yield Paragraph(line(strong(minutes.group)))
    if where := when_and_where(meeting):
        yield Paragraph(line(where))
    yield Paragraph(line(_standing(meeting)), quoted=is_draft(meeting))
    yield from _there(minutes)
    yield heading(tr("Interests declared"))
    yield from _interests(minutes)
    if minutes.back:
        yield heading(tr("Actions of earlier meetings"))
        yield Items(tuple(Item(_DOT, _back(minutes, each)) for each in minutes.back))
    for number, item in enumerate(in_order(meeting.agenda), 1):
        yield heading(f"{number}. {item.title}")
        yield from paragraphs(item.said)
    yield heading(tr("What was decided"))
    yield from _numbered(_decision(minutes, each) for each in meeting.decisions)
    yield heading(tr("Who does what"))
    yield from _numbered(_action(minutes, each) for each in meeting.actions)
    if meeting.notes:
        yield heading(tr("Notes"))
        yield from paragraphs(meeting.notes)
    yield from _to_sign()


def _standing(meeting: Meeting) -> str:
    if meeting.agreed_on:
        return tr("These minutes were agreed on {day}.", day=in_words(meeting.agreed_on))
    return tr("This is a draft. It is not agreed yet.")


def _there(minutes: Minutes) -> Iterator[Block]:
    yield heading(tr("Who was there"))
    told = (
        (tr("There:"), _names(minutes, Presence.THERE)),
        (tr("Online:"), _names(minutes, Presence.ONLINE)),
        (tr("Apologies:"), _names(minutes, Presence.APOLOGIES)),
        (tr("Others:"), ", ".join(minutes.meeting.guests.splitlines())),
    )
    for title, names in told:
        if names:
            yield Paragraph(line(strong(title), f" {names}"))
    yield Paragraph(line(quorum_then(minutes.quorum)))


def _names(minutes: Minutes, how: Presence) -> str:
    there = [each.id for each in minutes.meeting.present if each.how is how]
    return ", ".join(sorted(dict.fromkeys(map(minutes.name, there)), key=str.casefold))


def _interests(minutes: Minutes) -> Iterator[Block]:
    if not minutes.meeting.conflicts:
        yield Paragraph(line(tr("None is written down.")))
        return
    yield Items(tuple(Item(_DOT, _interest(minutes, each)) for each in minutes.meeting.conflicts))


def _interest(minutes: Minutes, conflict: ConflictDeclared) -> tuple[Span, ...]:
    who = minutes.name(conflict.person) if conflict.person else tr("Somebody")
    done = ended(tr("What was done: {what}", what=conflict.what_was_done))
    said = ended(conflict.what)
    said = sentences(said, done) if conflict.what_was_done else said
    return line(strong(f"{who}: "), said)


def _back(minutes: Minutes, back: BroughtBack) -> tuple[Span, ...]:
    return line(
        strong(f"{back.action.what} "),
        f"({', '.join(_who_and_when(minutes, back))}) ",
        became(back),
    )


def _who_and_when(minutes: Minutes, back: BroughtBack) -> Iterator[str]:
    if back.action.owner:
        yield minutes.name(back.action.owner)
    yield back.agreed_at.name or tr("Meeting")
    if back.agreed_at.on:
        yield shortly(back.agreed_at.on)


def became(back: BroughtBack) -> str:
    """Return what became of an action by the day of the meeting."""
    if back.is_done:
        return tr("Done.")
    if back.looked is None:
        return tr("Not done yet.")
    due = back.looked.due_on
    return tr("Carried on, now by {day}.", day=shortly(due)) if due else tr("Carried on.")


def _decision(minutes: Minutes, decision: Decision) -> tuple[Span, ...]:
    is_person = decision.tied_kind == PERSON and decision.tied_to
    tied = minutes.name(decision.tied_to) if is_person else decision.tied_name
    about = ended(tr("About: {what}", what=tied)) if tied else ""
    more = sentences(*filter(None, (votes_words(decision), about)))
    return line(strong(ended(decision.what)), f" {more}")


def _action(minutes: Minutes, action: Action) -> tuple[Span, ...]:
    return line(strong(ended(action.what)), f" {owner_and_day(action, minutes.name(action.owner))}")


def owner_and_day(action: Action, owner: str) -> str:
    """Return who does something, and by when; ``owner`` is their name."""
    who = owner if action.owner else tr("Nobody yet")
    if action.due_on:
        return tr("{who}, by {day}.", who=who, day=shortly(action.due_on))
    return tr("{who}, no day yet.", who=who)


def _numbered(lines: Iterable[tuple[Span, ...]]) -> Iterator[Block]:
    items = tuple(Item(f"{number}.", each) for number, each in enumerate(lines, 1))
    if items:
        yield Items(items, ordered=True)
    else:
        yield Paragraph(line(tr("Nothing is written down.")))


def _to_sign() -> Iterator[Block]:
    yield Paragraph(line(tr("Signed: {blank} Day: {blank}", blank="________________")))
