"""After a long time without a look at the dates: what fell due meanwhile, one by one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vcs_desktop.domain.due import DateLine, Due, DueKind, done_id
from vcs_desktop.services.dates import DatesService

LONG_DAYS = 30
"""After so many days without a look, somebody has lost track."""

_LOOKED_ON, _AWAY = "dates/looked-on", "dates/away"

_OVER = frozenset({DueKind.ACTIVITY, DueKind.SHIFT})
"""What took place meanwhile, and asks for nothing any more."""


@dataclass(frozen=True, slots=True)
class Away:
    """Nobody looked at the dates from ``since`` on until today.

    ``lines`` are those that fell due meanwhile and nobody has answered yet, the first
    first; ``total`` says how many there were. ``ahead`` are the next ones to come.
    """

    since: date
    today: date
    lines: tuple[DateLine, ...]
    total: int
    ahead: tuple[DateLine, ...]

    @property
    def number(self) -> int:
        """Return which of them comes now, from 1."""
        return self.total - len(self.lines) + 1


def look_in(dates: DatesService) -> Away | None:
    """Note that somebody looks at the dates of this group; return what they missed, if long.

    It is told again at each look until it was gone through or left: closing the app in the
    middle loses nothing. None where nobody was away, or nothing fell due.
    """
    desk, today = dates.inside.desk, dates.today()
    last = _day(desk.read(_LOOKED_ON))
    if last != today:
        desk.put(_LOOKED_ON, today.isoformat())
    kept = desk.read(_AWAY)
    if kept is None and last is not None and (today - last).days >= LONG_DAYS:
        kept = {"since": last.isoformat(), "until": today.isoformat(), "answered": []}
        desk.put(_AWAY, kept)
    return _away(dates, kept) if kept is not None else None


def put_off(dates: DatesService, due: Due) -> None:
    """Leave a date for later: it stays in the list as it is, and is not asked about again."""
    desk = dates.inside.desk
    kept = desk.read(_AWAY)
    if isinstance(kept, dict):
        answered = [*_answered(kept), done_id(due)]
        desk.put(_AWAY, {**kept, "answered": list(dict.fromkeys(answered))})


def leave(dates: DatesService) -> None:
    """Stop asking. What is still open stays in the list of dates."""
    dates.inside.desk.clear(_AWAY)


def _away(dates: DatesService, kept: Any) -> Away | None:
    since = _day(kept.get("since")) if isinstance(kept, dict) else None
    until = _day(kept.get("until")) if isinstance(kept, dict) else None
    if since is None or until is None:
        leave(dates)
        return None
    fell_due = _missed(dates, since, until)
    answered = set(_answered(kept))
    total = kept.get("total")
    if not isinstance(total, int):
        total = sum(line.outcome is None for line in fell_due)
        dates.inside.desk.put(_AWAY, {**kept, "total": total})
    open_ = tuple(
        line for line in fell_due if line.outcome is None and done_id(line.due) not in answered
    )
    if not open_:
        leave(dates)
        return None
    return Away(since, dates.today(), open_, max(total, len(open_)), tuple(dates.next()))


def _missed(dates: DatesService, since: date, until: date) -> list[DateLine]:
    """Return what fell due between two looks; of what came again only the last time."""
    lines = dates.between(since + timedelta(1), until - timedelta(1))
    last_of: dict[str, DateLine] = {}
    for line in lines:
        if line.due.kind not in _OVER:
            is_own = line.due.kind is DueKind.OUR_OWN
            last_of[line.due.record_id if is_own else line.due.id] = line
    return sorted(last_of.values(), key=lambda line: (line.due.on, line.due.id))


def _answered(kept: dict[str, Any]) -> list[str]:
    found = kept.get("answered")
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _day(kept: Any) -> date | None:
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
