"""The rota, as a table: a shift in each row, or a row for each person who is down for one."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import COUNT, DAY, TEXT, TIME, TIMES, YES

ON, STARTS, ENDS, NAME, NEEDED = "on", "starts", "ends", "name", "needed"
PERSON, AGREED, COMING, NOTES = "person", "agreed", "coming", "notes"

ROTA_IN = TableIn(
    "rota",
    (
        ColumnIn(
            ON,
            marked("Day"),
            "day, date, when, on, shift date, date of shift",
            DAY,
            is_needed=True,
        ),
        ColumnIn(
            STARTS,
            marked("Starts at"),
            "from, start, starts, start time, time, times, begins, time from",
            TIMES,
        ),
        ColumnIn(
            ENDS,
            marked("Ends at"),
            "to, end, ends, end time, until, finish, finishes, finish time, time to",
            TIME,
        ),
        ColumnIn(
            NAME,
            marked("What the shift is"),
            "what, role, shift, task, job, duty, activity, session, roles, "
            "name of shift, shift name",
            is_needed=True,
        ),
        ColumnIn(
            NEEDED,
            marked("How many are needed"),
            "needed, how many, number needed, people needed, places, volunteers needed, spaces",
            COUNT,
        ),
        ColumnIn(
            PERSON,
            marked("Who is down for it"),
            "name, names, who, person, people, volunteer, volunteers, helper, helpers, "
            "volunteer 1, volunteer 2, volunteer 3, volunteer 4, name 1, name 2, name 3, name 4, "
            "who is down, on the rota, who has not answered, not answered yet, asked",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            AGREED,
            marked("Agreed: yes or no"),
            "agreed, answer, confirmed, has agreed, coming, said yes",
            YES,
        ),
        ColumnIn(
            NOTES,
            marked("Notes"),
            "notes, note, comments, comment, remarks",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            COMING,
            marked("Who has agreed"),
            "agreed by, confirmed by, who is coming, who said yes",
            TEXT,
            is_several=True,
        ),
    ),
    passed_over="still needed",
)
