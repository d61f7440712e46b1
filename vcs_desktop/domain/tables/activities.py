"""What the group runs, as a table: when and where each of them is."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, TEXT, TIME, TIMES, WEEK_TIMES, WEEKDAY

NAME, WEEKDAY_OF, STARTS, ENDS, PLACE = "name", "weekday", "starts", "ends", "place"
WHEN, ENDED_ON, NOTES = "when", "ended_on", "notes"

ACTIVITIES_IN = TableIn(
    "activities",
    (
        ColumnIn(
            NAME,
            marked("Name of the activity"),
            "name, activity, activities, activity name, name of activity, title, session, club, "
            "class, group, event, what, programme, project",
            is_needed=True,
        ),
        ColumnIn(
            WEEKDAY_OF,
            marked("Day of the week"),
            "day, weekday, days, which day, every",
            WEEKDAY,
        ),
        ColumnIn(
            STARTS,
            marked("Starts at"),
            "time, times, starts, start, start time, from, begins, at, hours",
            TIMES,
        ),
        ColumnIn(ENDS, marked("Ends at"), "ends, end, end time, to, until, finish, finishes", TIME),
        ColumnIn(PLACE, marked("Place"), "place, where, location, venue, room, hall"),
        ColumnIn(
            ENDED_ON,
            marked("Last day"),
            "last session, ended, ended on, end date, finished on, closed, stopped",
            DAY,
        ),
        ColumnIn(
            NOTES,
            marked("Notes"),
            "notes, note, comments, comment, remarks, description, details, about",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            WHEN,
            marked("Day of the week and time"),
            "when, day and time, days and times, when it is, day time",
            WEEK_TIMES,
        ),
    ),
)
