"""What the notice of a meeting says: when, where, and what is on the agenda."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.documents.minutes.content import heading, owner_and_day, when_and_where
from vcs_desktop.documents.minutes.data import Minutes
from vcs_desktop.documents.text_sheet.data import TextSheet, line, strong
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.reading import Block, Item, Items, Paragraph


def notice_sheet(minutes: Minutes) -> TextSheet:
    """Return the notice of a meeting; what has not been said yet can be filled in by hand."""
    title = tr("Notice: {meeting}", meeting=minutes.meeting.name or tr("Meeting"))
    sent_on = minutes.meeting.notice_on or minutes.day
    foot = tr("Notice of {day}, written with VCS Desktop.", day=in_words(sent_on))
    return TextSheet(title, tuple(_blocks(minutes)), foot, minutes.day)


def _blocks(minutes: Minutes) -> Iterator[Block]:
    meeting = minutes.meeting
    yield Paragraph(line(strong(minutes.group)))
    yield Paragraph(line(tr("You are invited to this meeting.")))
    yield Paragraph(line(strong(when_and_where(meeting) or tr("Day and place: ____________"))))
    yield heading(tr("Agenda"))
    items = tuple(
        Item(f"{number}.", line(item.title))
        for number, item in enumerate(in_order(meeting.agenda), 1)
    )
    if items:
        yield Items(items, ordered=True)
    else:
        yield Paragraph(line(tr("The agenda follows.")))
    still = [back for back in minutes.back if not back.is_done]
    if still:
        yield heading(tr("Still to do from earlier meetings"))
        yield Items(
            tuple(
                Item(
                    "•",
                    line(
                        strong(ended(back.action.what)),
                        f" {owner_and_day(back.action, minutes.name(back.action.owner))}",
                    ),
                )
                for back in still
            )
        )
