"""Rows of what volunteers do, taken into the roles of the group."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.kinds import ACTIVITY, VOLUNTEER_ROLE
from vcs_desktop.domain.tables import roles as table
from vcs_desktop.domain.tables.activities import ACTIVITIES_IN
from vcs_desktop.domain.volunteering import VolunteerRole
from vcs_desktop.services.bring_in.by_name import ByName
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.bring_in.taken import Taken, said, text_said, times_said

_AS_SAID = (
    table.WHAT, table.WHEN, table.WHERE, table.NEEDS, table.CONTACT, table.IS_WANTED,
    table.WEEKDAY_OF, table.PEOPLE_NEEDED, table.ENDED_ON,
)  # fmt: skip


class RolesMaker:
    """Roles by their names; the activity of one is found, and never made.

    What a role is asked because of checks is not in a table: somebody has to think about it.
    """

    def __init__(self, keeping: Keeping) -> None:
        self._roles = ByName(keeping, VOLUNTEER_ROLE, VolunteerRole, table.ROLES_IN)
        self._activities = ByName(keeping, ACTIVITY, Activity, ACTIVITIES_IN)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        starts, ends = times_said(row, table.STARTS, table.ENDS)
        written = text_said(row, table.ACTIVITY)
        activity = self._activities.id_of(written)
        problems: list[str] = []
        if written and not activity:
            why = tr(
                "Row {row}: there is no activity called “{name}”, so it stays out. Add it first.",
                row=row.number,
                name=written,
            )
            problems.append(why)
        values = {each: said(row, each) for each in _AS_SAID}
        values |= {table.STARTS: starts, table.ENDS: ends, table.ACTIVITY: activity}
        place = " ".join(text_said(row, table.WHERE).split())
        when = " ".join(text_said(row, table.WHEN).split())
        line = " · ".join(filter(None, (when, place)))
        return self._roles.take(row, text_said(row, table.NAME), values, line, tuple(problems))
