"""What volunteers do, as a table: a role in each row, as it stands on its card."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import COUNT, DAY, TEXT, TIME, TIMES, WEEKDAY, YES

NAME, WHAT, WHEN, WHERE, NEEDS, CONTACT = "name", "what", "when", "where", "needs", "contact"
IS_WANTED, ACTIVITY, WEEKDAY_OF, STARTS, ENDS = (
    "is_wanted",
    "activity",
    "weekday",
    "starts",
    "ends",
)
PEOPLE_NEEDED, ENDED_ON = "people_needed", "ended_on"

ROLES_IN = TableIn(
    "roles",
    (
        ColumnIn(
            NAME,
            marked("Role"),
            "name, role name, name of role, title, role title, volunteer role, roles, job, "
            "position, volunteer job, opportunity",
            is_needed=True,
        ),
        ColumnIn(
            WHAT,
            marked("What they do"),
            "what, description, duties, tasks, what you do, what it is, about, details, "
            "role description, what is it",
            TEXT,
        ),
        ColumnIn(
            WHEN,
            marked("When"),
            "when it is, days and times, hours, commitment, time commitment",
            TEXT,
        ),
        ColumnIn(WHERE, marked("Where"), "place, location, venue", TEXT),
        ColumnIn(
            NEEDS,
            marked("What it needs"),
            "needs, skills, requirements, skills needed, what you need, training, "
            "experience, what is needed",
            TEXT,
        ),
        ColumnIn(
            CONTACT,
            marked("Who to ask"),
            "contact, ask, who to contact, contact person, supervisor, coordinator, led by",
            TEXT,
        ),
        ColumnIn(
            IS_WANTED,
            marked("Looking for people: yes or no"),
            "looking for people, wanted, recruiting, vacancy, open, people wanted",
            YES,
        ),
        ColumnIn(
            ACTIVITY,
            marked("Part of which activity"),
            "activity, activities, session, project, belongs to, part of",
        ),
        ColumnIn(
            WEEKDAY_OF,
            marked("Day of the week"),
            "weekday, day, which day, days",
            WEEKDAY,
        ),
        ColumnIn(
            STARTS, marked("Starts at"), "starts, start, start time, from, time, begins", TIMES
        ),
        ColumnIn(ENDS, marked("Ends at"), "ends, end, end time, to, until, finishes, finish", TIME),
        ColumnIn(
            PEOPLE_NEEDED,
            marked("How many are needed"),
            "people needed, how many, number needed, volunteers needed, number of volunteers",
            COUNT,
        ),
        ColumnIn(
            ENDED_ON,
            marked("Last day"),
            "ended, ended on, end date, finished, closed, stopped on",
            DAY,
        ),
    ),
)
