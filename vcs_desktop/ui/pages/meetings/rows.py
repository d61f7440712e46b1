"""Meetings as rows of a list: those that come, the next first, then those that were."""

from collections.abc import Iterable
from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words
from vcs_desktop.services.meetings import MeetingLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow


def in_list(lines: Iterable[MeetingLine], today: date) -> list[MeetingLine]:
    """Return meetings as they stand in the list: without a day, coming, past (newest first)."""
    lines = list(lines)
    undated = sorted((each for each in lines if each.on is None), key=lambda each: each.id)
    coming = [each for each in lines if each.on is not None and each.on >= today]
    past = [each for each in lines if each.on is not None and each.on < today]
    coming.sort(key=_when)
    past.sort(key=_when, reverse=True)
    return [*undated, *coming, *past]


def rows_of(lines: Iterable[MeetingLine], today: date) -> list[TitleRow]:
    """Return the rows of the list, under their headings."""
    rows: list[TitleRow] = []
    heading = ""
    for line in in_list(lines, today):
        under = _heading(line, today)
        if under != heading:
            rows.append(TitleRow("", under))
            heading = under
        rows.append(_row(line, today, under))
    return rows


def _row(line: MeetingLine, today: date, under: str) -> TitleRow:
    when = in_words(line.on) if line.on else tr("No day yet")
    mark, icon, colour = _mark(line, today)
    return TitleRow(
        line.id,
        short_prose(line.name) or tr("Meeting"),
        line=short_prose(", ".join(filter(None, (when, time_in_words(line.starts), line.place)))),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
        under=under,
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


def _when(line: MeetingLine) -> tuple[date, str, str]:
    return line.on or date.max, line.starts, line.id
