"""What to look at first: the next three things, where you left off, what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.library import OPPORTUNITIES, Kind
from vcs_desktop.domain.news import NewsPart
from vcs_desktop.domain.opportunities import Filters, OpportunityLine, RecordLine
from vcs_desktop.services.choices import Choices, ChoicesService
from vcs_desktop.services.funding import FundingService
from vcs_desktop.services.news import NewsService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records

NEXT = 3
RECENT = 3
RECENT_WORK = 2
"""How many of the recent are grants, contracts or guides, however much else was looked up."""
PINNED = 20
SOON_DAYS = 30
AHEAD_DAYS = 60

KEPT = marked("You kept this")
ON_SHEET = marked("On your committee sheet")
FITS_SOON = marked("It fits and closes soon")
FITS = marked("It fits")
MAY_FIT = marked("It may fit")

JUDGED = 200
"""How many that nobody chose are judged for Home, which must come at once: the likeliest."""


@dataclass(frozen=True, slots=True)
class NextThing:
    """One thing to do next, and why it stands there."""

    line: OpportunityLine
    why: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on Home.

    ``since`` is the day of the last visit, None on the first. ``news`` are those since
    that visit began, or on the first visit since this one began. ``recent`` is what was opened
    last, of any kind, with room for grants and guides; ``pinned`` what was kept that
    is not for applying to, such as a commitment of the council, the first of
    ``pinned_total``.
    """

    on: date
    next_things: tuple[NextThing, ...] = ()
    recent: tuple[OpportunityLine | RecordLine, ...] = ()
    pinned: tuple[RecordLine, ...] = ()
    pinned_total: int = 0
    news: tuple[NewsPart, ...] = ()
    since: date | None = None
    judged_for: str = ""


class HomeService:
    """Puts Home together from what was chosen and what fits."""

    def __init__(
        self, database: Database, funding: FundingService, choices: ChoicesService, clock: Clock
    ) -> None:
        self._database = database
        self._funding = funding
        self._choices = choices
        self._clock = clock
        self._news = NewsService(database, funding, clock)
        self._lock = Lock()
        self._last_visit: Choices | None = None
        self._begun_at = 0

    def look(self) -> HomeView:
        """Return what to look at first; the first look begins the visit."""
        before, choices, today = self._before(), self._choices.all(), self._clock.today()
        is_first = before.visited_at is None
        mark = self._begun_at if is_first else before.seen_up_to
        pinned = self._pinned(choices)
        return HomeView(
            on=today,
            next_things=tuple(self._next(choices, today)),
            recent=self._recent(choices),
            pinned=pinned[:PINNED],
            pinned_total=len(pinned),
            news=self._news.since(mark),
            since=local_day(before.visited_at) if before.visited_at else None,
            judged_for=self._funding.judged_for,
        )

    def _before(self) -> Choices:
        """Return the choices as the last visit left them, the same for this whole visit."""
        with self._lock:
            if self._last_visit is None:
                self._begun_at = self._news.newest_number()
                self._last_visit = self._choices.begin_visit(self._begun_at)
            return self._last_visit

    def _recent(self, choices: Choices) -> tuple[OpportunityLine | RecordLine, ...]:
        """Return what was opened last; what one may apply for is judged."""
        with self._database.reading() as session:
            found = records.lines(session, choices.looked_at)
        ids = _picked_up([found[each] for each in choices.looked_at if each in found])
        judged = {line.record.id: line for line in self._funding.lines(ids)}
        return tuple(judged.get(each, found[each]) for each in ids)

    def _pinned(self, choices: Choices) -> tuple[RecordLine, ...]:
        with self._database.reading() as session:
            found = records.lines(session, choices.kept)
        kept = (found[each] for each in choices.kept if each in found)
        return tuple(line for line in kept if line.kind not in OPPORTUNITIES)

    def _next(self, choices: Choices, today: date) -> Sequence[NextThing]:
        """Return what was chosen and closes first, then what fits best and closes next."""
        ids = dict.fromkeys((*choices.kept, *choices.on_sheet))
        chosen = [line for line in self._funding.lines(list(ids)) if _is_open(line, today)]
        things = [
            NextThing(line, tr_marked(KEPT if line.kept else ON_SHEET))
            for line in sorted(chosen, key=_closing)
        ]
        if len(things) < NEXT:
            fitting = self._funding.find(Filters(), at_most=JUDGED).open_to_you
            things += [
                NextThing(line, _why(line, today))
                for line in fitting
                if line.record.id not in ids and _closes_within(line, AHEAD_DAYS, today)
            ]
        return things[:NEXT]


def _picked_up(lines: Sequence[RecordLine]) -> list[str]:
    """Return the ids of the few to pick up again, newest first; small look-ups leave room."""
    work = [line for line in lines if line.kind in (*OPPORTUNITIES, Kind.TRAINING)][:RECENT_WORK]
    others = [line for line in lines if line not in work]
    chosen = [*work, *others[: RECENT - len(work)]]
    return [line.id for line in lines if line in chosen]


def _why(line: OpportunityLine, today: date) -> str:
    if line.fit is None or line.fit.verdict is not Verdict.CAN:
        return tr_marked(MAY_FIT)
    return tr_marked(FITS_SOON if _closes_within(line, SOON_DAYS, today) else FITS)


def _is_open(line: OpportunityLine, today: date) -> bool:
    return line.record.closes_on is None or line.record.closes_on >= today


def _closes_within(line: OpportunityLine, within: int, today: date) -> bool:
    closes_on = line.record.closes_on
    return closes_on is not None and 0 <= (closes_on - today).days <= within


def _closing(line: OpportunityLine) -> date:
    return line.record.closes_on or date.max
