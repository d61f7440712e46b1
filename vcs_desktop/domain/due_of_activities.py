"""On which days what the group runs takes place."""

from collections.abc import Iterator
from datetime import date, timedelta

from vcs_desktop.core.language import tr
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.kinds import ACTIVITY

_WEEK = timedelta(weeks=1)
_LAST_WEEKDAY = 6


def dues_of(activity: Activity, start: date, end: date) -> Iterator[Due]:
    """Yield each time that an activity with a day of the week takes place between two days.

    It takes place until the last day that it ran; when it began nobody says.
    """
    if activity.weekday is None or not 0 <= activity.weekday <= _LAST_WEEKDAY:
        return
    last = min(end, activity.ended_on) if activity.ended_on is not None else end
    try:
        day = start + timedelta((activity.weekday - start.weekday()) % (_LAST_WEEKDAY + 1))
        while day <= last:
            yield _due(activity, day)
            day += _WEEK
    except OverflowError:  # after the last day there is
        return


def _due(activity: Activity, day: date) -> Due:
    return Due(
        id=f"{ACTIVITY}/{activity.id}/{day.isoformat()}",
        on=day,
        kind=DueKind.ACTIVITY,
        what=activity.name or tr("Activity"),
        starts=activity.starts,
        place=activity.place,
        record_kind=ACTIVITY,
        record_id=activity.id,
    )
