"""Applications as rows of a list: those that are being written, those that wait, those decided."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.application_words import STATUSES
from vcs_desktop.domain.applications import Choice, Status
from vcs_desktop.domain.days import closing_in_words, from_now, shortly
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.services.applications import ApplicationLine, NextDate
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow

_WRITING = (Status.DRAFT, Status.DECIDED)
_SOON_DAYS = 14
_GROUPS = ("writing", "sent", "won", "over", "before")
_MARKS = {
    Status.DRAFT: ("pencil", "info"),
    Status.DECIDED: ("pencil", "info"),
    Status.SENT: ("mail", "brand"),
    Status.AWARDED: ("award", "ok"),
    Status.REFUSED: ("circle-x", "muted"),
    Status.WITHDRAWN: ("undo-2", "muted"),
}


def in_list(lines: Sequence[ApplicationLine]) -> list[ApplicationLine]:
    """Return applications as they stand in the list, group by group; each in the order given."""
    return sorted(lines, key=lambda line: _GROUPS.index(_group(line)))


def rows_of(lines: Sequence[ApplicationLine], today: date) -> RowsWhenSeen:
    """Return the rows of applications that are in the order of the list, under their headings."""
    places: list[ApplicationLine | str] = []
    for group, under in groupby(lines, key=_group):
        places += [_heading(group), *under]

    def make(place: int) -> TitleRow:
        line = places[place]
        return TitleRow("", line) if isinstance(line, str) else _row(line, today)

    return RowsWhenSeen(["" if isinstance(each, str) else each.id for each in places], make)


def next_in_words(line: ApplicationLine, today: date) -> str:
    """Return the next day that matters, such as "Closes in 6 days"; nothing without one."""
    if line.next_on is None or line.next_what is None:
        return ""
    if line.next_what is NextDate.CLOSES:
        return closing_in_words(line.next_on, today)
    when = from_now((line.next_on - today).days) if line.next_on >= today else shortly(line.next_on)
    return {
        NextDate.THEY_DECIDE: tr("They decide about {when}", when=when),
        NextDate.CONDITION: tr("A condition is due {when}", when=when),
        NextDate.PAYMENT: tr("Money is due {when}", when=when),
        NextDate.REPORT: tr("A report is due {when}", when=when),
    }[line.next_what]


def done_in_words(line: ApplicationLine) -> str:
    """Return how many answers are done."""
    return tr_count(
        "{done} of {count} answer done", "{done} of {count} answers done", line.all, done=line.done
    )


def _row(line: ApplicationLine, today: date) -> TitleRow:
    asked = in_pounds(line.ask_pence) if line.ask_pence is not None else ""
    if line.awarded_pence is not None:
        asked = tr("Won: {amount}", amount=in_pounds(line.awarded_pence))
    told = done_in_words(line) if line.status in _WRITING and line.all else ""
    small = " · ".join(filter(None, (line.funder, asked, told, next_in_words(line, today))))
    icon, colour = _MARKS[line.status]
    if line.next_on is not None and (line.next_on - today).days <= _SOON_DAYS:
        icon, colour = "clock", "warn"
    mark = tr_marked(STATUSES[line.status])
    if line.choice is Choice.NOT_NOW and line.status in _WRITING:
        mark, icon, colour = tr("Not now"), "circle-x", "muted"
    if line.is_from_before:
        mark, icon = "", ""
    if line.has_choice:
        mark, icon, colour = tr("Two versions"), "merge", "info"
    return TitleRow(
        line.id,
        short_prose(line.name) or tr("Application"),
        line=short_prose(small),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
        under=_heading(_group(line)),
    )


def _group(line: ApplicationLine) -> str:
    if line.is_from_before:
        return "before"
    if line.status in _WRITING:
        return "writing"
    if line.status is Status.SENT:
        return "sent"
    return "won" if line.status is Status.AWARDED else "over"


def _heading(group: str) -> str:
    return {
        "writing": tr("Being written"),
        "sent": tr("Sent"),
        "won": tr("Won"),
        "over": tr("Refused or taken back"),
        "before": tr("Old applications"),
    }[group]


def about_words(lines: Sequence[ApplicationLine]) -> str:
    """Return the line under the heading of the page."""
    if not lines:
        return ""
    writing = sum(_group(each) == "writing" for each in lines)
    sent = sum(_group(each) == "sent" for each in lines)
    said = tr_count("{count} is being written.", "{count} are being written.", writing)
    sent_said = tr_count("{count} is sent.", "{count} are sent.", sent)
    return sentences(said if writing else "", sent_said if sent else "")
