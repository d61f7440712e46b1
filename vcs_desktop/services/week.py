"""The week of an open group, for Home: what is next, who is missing, what is half written."""

from dataclasses import dataclass
from datetime import date, timedelta

from vcs_desktop.domain.attendance_sums import Session, as_now, between, session_of, sum_of
from vcs_desktop.domain.due import DateLine
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.domain.month_words import month_in_words
from vcs_desktop.domain.rota import Gap
from vcs_desktop.services.absence import look_in
from vcs_desktop.services.dates import DatesService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.rota import RotaService
from vcs_desktop.services.who import who
from vcs_desktop.storage.desk import drafts
from vcs_desktop.storage.queries import group_dates, group_records

NEXT = 3
GAPS = 3
HALF_WRITTEN = 3


@dataclass(frozen=True, slots=True)
class HalfWritten:
    """A form that was left before all of it could be saved. ``title`` is empty for a new record."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Week:
    """What Home says of the week. ``kind_words`` is empty where nothing was written down.

    ``missed`` counts what fell due in a long absence and was not gone through yet, and
    ``left_over`` every date that has passed and is still open.
    """

    today: date
    missed: int
    left_over: int
    dates: tuple[DateLine, ...]
    gaps: tuple[Gap, ...]
    half_written: tuple[HalfWritten, ...]
    kind_words: str


class WeekService:
    """Looks at the week; nothing of it is kept."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records
        self._rota = RotaService(records)

    def look(self, dates: DatesService) -> Week:
        """Return the week as it stands today; ``dates`` are those of the same group.

        To look at it is to look at the dates: nobody is away who looks here.
        """
        away = look_in(dates)
        return Week(
            today=self._records.clock.today(),
            missed=len(away.lines) if away else 0,
            left_over=len(dates.left_over()),
            dates=tuple(dates.next(NEXT)),
            gaps=tuple(self._rota.missing_soon()[:GAPS]),
            half_written=self._half_written(),
            kind_words=self._kind_words(),
        )

    def _half_written(self) -> tuple[HalfWritten, ...]:
        with self._records.database.reading() as session:
            found = drafts(session)[:HALF_WRITTEN]
            titles = group_records.titles(session, [each.record_id for each in found])
        return tuple(
            HalfWritten(
                each.kind,
                each.record_id if each.record_id in titles else "",
                titles.get(each.record_id, ""),
            )
            for each in found
        )

    def _kind_words(self) -> str:
        today = self._records.clock.today()
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        sessions = self._sessions(before.replace(day=1), today)
        return month_in_words(
            sum_of(between(sessions, first, today)),
            sum_of(between(sessions, before.replace(day=1), before)),
        )

    def _sessions(self, start: date, end: date) -> list[Session]:
        with self._records.database.reading() as session:
            bodies = group_dates.bodies_between(session, ATTENDANCE, start, end)
        known = who(self._records)
        read = (session_of(id_, values) for id_, values in bodies)
        return [as_now(each, known.now) for each in read if each is not None]
