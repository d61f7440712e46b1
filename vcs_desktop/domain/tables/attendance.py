"""Who came, as a table: a day and an activity, with a name in each row or only a number."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import COUNT, DAY, HOURS, TEXT, YES

ON, ACTIVITY, NAME, COUNTED = "on", "activity", "name", "count"
FIRST_TIME, HELPED, NOTES = "first_time", "hours", "notes"

ATTENDANCE_IN = TableIn(
    "attendance",
    (
        ColumnIn(
            ON,
            marked("Day"),
            "day, date, when, on, session date, date of session, date attended, attended on",
            DAY,
            is_needed=True,
        ),
        ColumnIn(
            ACTIVITY,
            marked("Activity"),
            "activity, activities, session, session name, event, what, group, club, class, "
            "name of activity, activity name, programme, project",
            is_needed=True,
        ),
        ColumnIn(
            NAME,
            marked("Name of who came"),
            "name, names, full name, fullname, person, who, who came, attendee, attendees, "
            "participant, participants, member, member name, attended by",
        ),
        ColumnIn(
            COUNTED,
            marked("How many others"),
            "how many, number, count, total, attendance, attendees number, number of people, "
            "people, headcount, numbers, no of people, how many came, others",
            COUNT,
        ),
        ColumnIn(
            FIRST_TIME,
            marked("First time: yes or no"),
            "first time, first timer, first visit, new, is new, new person, first",
            YES,
        ),
        ColumnIn(
            HELPED,
            marked("Hours helped"),
            "hours, hours helped, hours given, volunteer hours, hours volunteered, time given",
            HOURS,
        ),
        ColumnIn(
            NOTES,
            marked("Notes"),
            "notes, note, comments, comment, remarks",
            TEXT,
            is_several=True,
        ),
    ),
)
