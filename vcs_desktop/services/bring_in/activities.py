"""Rows of what the group runs, taken into its activities."""

from vcs_desktop.core.language import tr_marked
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import WEEKDAYS
from vcs_desktop.domain.kinds import ACTIVITY
from vcs_desktop.domain.tables import activities as table
from vcs_desktop.domain.time_spans import span_words
from vcs_desktop.services.bring_in.by_name import ByName
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.bring_in.taken import Taken, said, text_said, times_said


class ActivitiesMaker:
    """Activities by their names."""

    def __init__(self, keeping: Keeping) -> None:
        self._activities = ByName(keeping, ACTIVITY, Activity, table.ACTIVITIES_IN)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        weekday, first, last = said(row, table.WHEN) or (None, "", "")
        if said(row, table.WEEKDAY_OF) is not None:
            weekday = said(row, table.WEEKDAY_OF)
        starts, ends = times_said(row, table.STARTS, table.ENDS)
        starts, ends = starts or first, ends or last
        place = text_said(row, table.PLACE)
        values = {
            table.WEEKDAY_OF: weekday,
            table.STARTS: starts,
            table.ENDS: ends,
            table.PLACE: place,
            table.ENDED_ON: said(row, table.ENDED_ON),
            table.NOTES: text_said(row, table.NOTES),
        }
        day = "" if weekday is None else tr_marked(WEEKDAYS[weekday])
        line = " · ".join(filter(None, (day, span_words(starts, ends), place)))
        return self._activities.take(row, text_said(row, table.NAME), values, line)
