"""What a meeting talked about and decided, with what a table says of it besides."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.lines_in_cells import plain, title_and_said, titled
from vcs_desktop.domain.meeting_agenda import STEP
from vcs_desktop.domain.meetings import AgendaItem, Decision, Meeting
from vcs_desktop.domain.ordered import in_order


def with_agenda(
    row: RowIn, meeting: Meeting, texts: Iterable[str], new_id: Callable[[], str]
) -> tuple[Meeting, list[str]]:
    """Return a meeting with what is not on its agenda yet, and sentences on what it says otherwise.

    Each text is a title, or a title with what is said of it. What stands there twice is meant
    twice.
    """
    there = in_order(meeting.agenda)
    items, problems = list(there), []
    open_ = list(range(len(items)))
    for text in texts:
        title, said = title_and_said(text)
        at = _which(items, open_, text, title)
        if at is None:
            order = items[-1].order + STEP if items else STEP
            items.append(AgendaItem(new_id(), order, title, said))
            continue
        open_.remove(at)
        item = items[at]
        if not said or plain(titled(item.title, item.said)) == plain(text):
            continue
        if item.said.strip():
            problems.append(
                tr(
                    "Row {row}: the minutes say something else about “{title}” already, "
                    "so this stays out.",
                    row=row.number,
                    title=title,
                )
            )
        else:
            items[at] = replace(item, said=said)
    agenda = meeting.agenda if tuple(items) == there else tuple(items)
    return replace(meeting, agenda=agenda), problems


def with_decisions(meeting: Meeting, texts: Iterable[str], new_id: Callable[[], str]) -> Meeting:
    """Return a meeting with the decisions that are not in it yet."""
    there = [plain(each.what) for each in meeting.decisions]
    more = []
    for text in texts:
        if plain(text) in there:
            there.remove(plain(text))
        else:
            more.append(Decision(new_id(), text))
    return replace(meeting, decisions=(*meeting.decisions, *more))


def _which(items: Sequence[AgendaItem], open_: Iterable[int], text: str, title: str) -> int | None:
    """Return the place of the item that a text means: one that says the same, or is called so."""
    by_title = None
    for at in open_:
        if plain(titled(items[at].title, items[at].said)) == plain(text):
            return at
        if by_title is None and plain(items[at].title).casefold() == title.casefold():
            by_title = at
    return by_title
