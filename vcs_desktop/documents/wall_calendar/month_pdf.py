"""Lays a month out on A4 across: a square for each day."""

from calendar import Calendar
from collections import defaultdict

from reportlab.platypus import Paragraph

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import INK, LINE, MUTED, SHADE
from vcs_desktop.documents.wall_calendar.data import WallPage
from vcs_desktop.documents.wall_calendar.sheet import (
    ACROSS,
    EDGE,
    ENTRY,
    FOOT,
    LEAST,
    WallSheet,
    cut,
    is_whole,
    said,
    titled,
)
from vcs_desktop.domain.days import WEEKDAYS, month_in_words
from vcs_desktop.domain.due import DateLine

_DAYS = 7
_NAMES = 18.0
_NUMBER = 19.0
_PAD = 4.0
_LETTERS = 64
"""So many fit into a square by themselves."""


def pdf_of_month(page: WallPage) -> bytes:
    """Return the month as a PDF. It reads no file but our fonts and opens no address."""
    sheet = WallSheet(titled(page.first, page.group), page.group, page.made_on)
    top = sheet.title(titled(page.first, page.group))
    weeks = Calendar().monthdayscalendar(page.first.year, page.first.month)
    by_day: dict[int, list[DateLine]] = defaultdict(list)
    for line in page.lines:
        by_day[line.due.on.day].append(line)
    _write_names(sheet, top)
    top -= _NAMES
    height = (top - EDGE - FOOT) / len(weeks)
    left_over: list[DateLine] = []
    for number, week in enumerate(weeks):
        for place, day in enumerate(week):
            corner = (EDGE + place * ACROSS / _DAYS, top - (number + 1) * height)
            left_over += _write_day(sheet, corner, height, day, by_day[day])
    sheet.end_page()
    if left_over:
        days = {line.due.on for line in left_over}
        whole = [line for line in page.lines if line.due.on in days]
        month = month_in_words(page.first)
        sheet.list_pages(tr("{month}: days with more dates", month=month), whole)
    return sheet.finished()


def _write_names(sheet: WallSheet, top: float) -> None:
    canvas = sheet.canvas
    canvas.setFont(fonts.SEMIBOLD, 13)
    canvas.setFillColor(INK)
    for place, name in enumerate(WEEKDAYS):
        canvas.drawString(EDGE + place * ACROSS / _DAYS + _PAD, top - 13, tr_marked(name))


def _write_day(
    sheet: WallSheet, corner: tuple[float, float], height: float, day: int, lines: list[DateLine]
) -> list[DateLine]:
    """Write a square, and return the dates that had no room in it."""
    canvas, width = sheet.canvas, ACROSS / _DAYS
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(SHADE)
    canvas.rect(*corner, width, height, fill=int(not day))
    if not day:
        return []
    canvas.setFillColor(INK)
    canvas.setFont(fonts.FIGURES_SEMIBOLD, _NUMBER)
    canvas.drawString(corner[0] + _PAD, corner[1] + height - _NUMBER, str(day))
    room = height - _NUMBER - 2 * _PAD
    entries, shown = _that_fit(sheet, lines, width - 2 * _PAD, room)
    at = corner[1] + height - _NUMBER - _PAD - 1
    for entry in entries:
        at -= entry.height
        entry.drawOn(canvas, corner[0] + _PAD, at)
    if shown < len(lines):
        canvas.setFont(fonts.SEMIBOLD, LEAST)
        canvas.setFillColor(MUTED)
        words = tr_count("and {count} more", "and {count} more", len(lines) - shown)
        canvas.drawRightString(corner[0] + width - _PAD, corner[1] + height - 15, words)
    return [line for n, line in enumerate(lines) if n >= shown or not is_whole(line, _LETTERS)]


def _that_fit(
    sheet: WallSheet, lines: list[DateLine], width: float, room: float
) -> tuple[list[Paragraph], int]:
    """Return the first dates as they stand in a square, the letters as large as they can be."""
    found: list[Paragraph] = []
    for size in (ENTRY, LEAST):
        found, used = [], 0.0
        for line in lines:
            made = sheet.entry(
                cut(said(line), _LETTERS), width, size, is_done=line.outcome is not None
            )
            if used + made.height > room:
                break
            found.append(made)
            used += made.height
        if len(found) == len(lines):
            break
    return found, len(found)
