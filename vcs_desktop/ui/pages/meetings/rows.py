"""Meetings as rows of a list: those that come, the next first, then those that were."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words
from vcs_desktop.services.meetings import MeetingLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow

_WHEN = attrgetter("on", "starts", "id")


def in_list(lines: Iterable[MeetingLine], today: date) -> list[MeetingLine]:
    """Return meetings as they stand in the list: without a day, coming, past (newest first)."""
    lines = list(lines)
    undated = sorted((each for each in lines if each.on is None), key=lambda each: each.id)
    coming = [each for each in lines if each.on is not None and each.on >= today]
    past = [each for each in lines if each.on is not None and each.on < today]
    coming.sort(key=_WHEN)
    past.sort(key=_WHEN, reverse=True)
    return [*undated, *coming, *past]


def rows_of(lines: Sequence[MeetingLine], today: date) -> RowsWhenSeen:
    """Return the rows of meetings that are in the order of the list, under their headings."""
    places: list[MeetingLine | str] = []
    for heading, under in groupby(lines, key=lambda line: _heading(line, today)):
        places += [heading, *under]

    def make(place: int) -> TitleRow:
        line = places[place]
        return TitleRow("", line) if isinstance(line, str) else _row(line, today)

    return RowsWhenSeen(["" if isinstance(each, str) else each.id for each in places], make)


def _row(line: MeetingLine, today: date) -> TitleRow:
    when = in_words(line.on) if line.on else tr("No day yet")
    mark, icon, colour = _mark(line, today)
    return TitleRow(
        line.id,
        short_prose(line.name) or tr("Meeting"),
        line=short_prose(", ".join(filter(None, (when, time_in_words(line.starts), line.place)))),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
        under=_heading(line, today),
    )


def _mark(line: MeetingLine, today: date) -> tuple[str, str, str]:
    if line.open_actions:
        words = tr_count(
            "{count} action is not done", "{count} actions are not done", line.open_actions
        )
        return words, "clock", "warn"
    if line.agreed_on is None and line.on is not None and line.on < today:
        return tr("Draft minutes"), "pencil", "info"
    return "", "", "muted"


def _heading(line: MeetingLine, today: date) -> str:
    if line.on is None:
        return tr("No day yet")
    return tr("Coming") if line.on >= today else tr("Past")
