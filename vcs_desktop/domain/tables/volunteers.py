"""Volunteers, as a table: who they are, what they do, and the hours of a day if there are any."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, HOURS

NAME, ROLE, EMAIL, PHONE = "name", "role", "email", "phone"
SINCE, ON, HELPED, ACTIVITY = "since", "on", "hours", "activity"

VOLUNTEERS_IN = TableIn(
    "volunteers",
    (
        ColumnIn(
            NAME,
            marked("Name"),
            "name, names, full name, fullname, volunteer, volunteer name, person, who, helper, "
            "name of volunteer",
            is_needed=True,
        ),
        ColumnIn(
            ROLE,
            marked("What they do"),
            "role, roles, position, job, job title, volunteer role, duty, duties, task, what, "
            "role title",
        ),
        ColumnIn(EMAIL, marked("Email"), "email, emails, email address, mail, emailaddress"),
        ColumnIn(
            PHONE,
            marked("Phone"),
            "phone, telephone, tel, mobile, phone number, mobile number, telephone number, "
            "contact number, landline",
        ),
        ColumnIn(
            SINCE,
            marked("Helps since"),
            "since, started, start date, start, joined, date joined, date started, from, "
            "volunteer since, helps since, role since",
            DAY,
        ),
        ColumnIn(
            ON,
            marked("Day they helped"),
            "day, date, on, when, date helped, session date, day they helped, date of session",
            DAY,
        ),
        ColumnIn(
            HELPED,
            marked("Hours on that day"),
            "hours, hours helped, hours given, volunteer hours, time, hours on that day, "
            "hours volunteered, time given",
            HOURS,
        ),
        ColumnIn(
            ACTIVITY,
            marked("What they helped with"),
            "activity, session, event, helped with, what they helped with, project, club",
        ),
    ),
)
