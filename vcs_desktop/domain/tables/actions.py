"""What meetings said is to be done, as a table: who does it, by when, and whether it is done."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, DAY_DONE, TEXT

ON, MEETING, WHAT, OWNER, DUE_ON, DONE_ON = "on", "meeting", "what", "owner", "due_on", "done_on"

ACTIONS_IN = TableIn(
    "actions",
    (
        ColumnIn(
            ON,
            marked("Day of the meeting"),
            "day of meeting, meeting date, date of meeting, date of the meeting, meeting day, "
            "day, date, on, agreed on, agreed at",
            DAY,
            is_needed=True,
            may_be_empty=True,
        ),
        ColumnIn(
            MEETING,
            marked("Name of the meeting"),
            "meeting, meeting name, name of meeting, which meeting, from meeting",
        ),
        ColumnIn(
            WHAT,
            marked("What is to be done"),
            "what, action, actions, task, to do, what to do, action point, action points, "
            "description, item, job, details",
            TEXT,
            is_needed=True,
        ),
        ColumnIn(
            OWNER,
            marked("Who does it"),
            "who, owner, name, person, by whom, responsible, person responsible, lead, "
            "assigned to, action owner, who by",
        ),
        ColumnIn(
            DUE_ON,
            marked("By when"),
            "by, due, due on, due date, due by, deadline, when, target date, to be done by",
            DAY,
        ),
        ColumnIn(
            DONE_ON,
            marked("Done on"),
            "done, completed, completed on, date done, date completed, finished, closed, "
            "status, is it done",
            DAY_DONE,
        ),
    ),
)
