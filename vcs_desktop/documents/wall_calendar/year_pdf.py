"""Lays twelve months out on one page of A4 across, each with its dates under its name."""

from collections import defaultdict
from datetime import date

from reportlab.platypus import Paragraph

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BRAND, LINE, MUTED
from vcs_desktop.documents.wall_calendar.data import WallPage
from vcs_desktop.documents.wall_calendar.sheet import (
    ACROSS,
    EDGE,
    FOOT,
    LEAST,
    WallSheet,
    cut,
    said,
)
from vcs_desktop.domain.days import MONTHS_IN_YEAR, WEEKDAYS, month_in_words, months_on
from vcs_desktop.domain.due import DateLine

_IN_A_ROW, _ROWS = 4, 3
_NAME = 15.0
_PAD = 5.0
_LETTERS = 90
"""Three lines of a month at most."""
_JANUARY = 1


def pdf_of_year(page: WallPage) -> bytes:
    """Return twelve months as a PDF. It reads no file but our fonts and opens no address."""
    title = " · ".join(filter(None, (_span(page.first), page.group)))
    sheet = WallSheet(title, page.group, page.made_on)
    top = sheet.title(title, 24.0)
    by_month: dict[date, list[DateLine]] = defaultdict(list)
    for line in page.lines:
        by_month[line.due.on.replace(day=1)].append(line)
    height = (top - EDGE - FOOT) / _ROWS
    left_over: list[DateLine] = []
    for number in range(MONTHS_IN_YEAR):
        month = months_on(page.first.replace(day=1), number)
        row, place = divmod(number, _IN_A_ROW)
        corner = (EDGE + place * ACROSS / _IN_A_ROW, top - (row + 1) * height)
        left_over += _write_month(sheet, corner, height, month, by_month[month])
    sheet.end_page()
    if left_over:
        sheet.list_pages(tr("More dates in these months"), left_over)
    return sheet.finished()


def _span(first: date) -> str:
    """Return "2027", or the first and the last month."""
    if first.month == _JANUARY:
        return str(first.year)
    last = months_on(first.replace(day=1), MONTHS_IN_YEAR - 1)
    return tr("{first} to {last}", first=month_in_words(first), last=month_in_words(last))


def _write_month(
    sheet: WallSheet, corner: tuple[float, float], height: float, month: date, lines: list[DateLine]
) -> list[DateLine]:
    """Write the dates of a month, and return those that had no room."""
    canvas, width = sheet.canvas, ACROSS / _IN_A_ROW
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.8)
    canvas.rect(*corner, width, height)
    canvas.setFillColor(BRAND)
    canvas.setFont(fonts.BOLD, _NAME)
    canvas.drawString(corner[0] + _PAD, corner[1] + height - _NAME - 2, month_in_words(month))
    shown = _that_fit(sheet, lines, width - 2 * _PAD, height - _NAME - 3 * _PAD)
    at = corner[1] + height - _NAME - 2 * _PAD
    for made in shown:
        at -= made.height
        made.drawOn(canvas, corner[0] + _PAD, at)
    if len(shown) < len(lines):
        canvas.setFont(fonts.SEMIBOLD, LEAST)
        canvas.setFillColor(MUTED)
        words = tr_count("and {count} more", "and {count} more", len(lines) - len(shown))
        canvas.drawRightString(corner[0] + width - _PAD, corner[1] + height - _NAME, words)
    return [line for n, line in enumerate(lines) if n >= len(shown) or not _is_whole(line)]


def _that_fit(
    sheet: WallSheet, lines: list[DateLine], width: float, room: float
) -> list[Paragraph]:
    found: list[Paragraph] = []
    used = 0.0
    for line in lines:
        made = sheet.entry(
            cut(_of_day(line), _LETTERS), width, LEAST, is_done=line.outcome is not None
        )
        if used + made.height > room:
            break
        found.append(made)
        used += made.height
    return found


def _is_whole(line: DateLine) -> bool:
    words = _of_day(line)
    return cut(words, len(words)) == cut(words, _LETTERS)


def _of_day(line: DateLine) -> str:
    """Return "Fri 4: Insurance"."""
    weekday = tr_marked(WEEKDAYS[line.due.on.weekday()])[:3]
    return tr("{weekday} {day}: {what}", weekday=weekday, day=line.due.on.day, what=said(line))
