"""Dates that the group wrote down itself, as a table."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, TEXT, TIME

NAME, ON, STARTS, PLACE, NOTES = "name", "on", "starts", "place", "notes"

DATES_IN = TableIn(
    "dates",
    (
        ColumnIn(
            ON, marked("Day"), "day, date, when, on, due, due date, deadline", DAY, is_needed=True
        ),
        ColumnIn(
            NAME,
            marked("What happens"),
            "what, event, name, title, what happens, activity, subject, task, description, item",
            is_needed=True,
        ),
        ColumnIn(STARTS, marked("Time"), "time, starts, start time, start, at, from", TIME),
        ColumnIn(PLACE, marked("Place"), "place, where, location, venue, room"),
        ColumnIn(
            NOTES,
            marked("Notes"),
            "notes, note, comments, comment, remarks, details",
            TEXT,
            is_several=True,
        ),
    ),
)
