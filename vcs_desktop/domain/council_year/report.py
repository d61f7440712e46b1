"""The yearly report of a council to the alliance of local groups (OSCA).

Source: the strategy, page 13: the council oversees the action plan and reports on it every year to
the Oxfordshire Stronger Community Alliance.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.domain.action_plan import Progress, is_overdue
from vcs_desktop.domain.council_year.shared import SharedYear
from vcs_desktop.domain.reference import Development, StrategyItem


@dataclass(frozen=True, slots=True)
class ReportedAction:
    """An action as it stands on the day of the report.

    ``serves`` is the promise in words, empty where that is not known. ``happened`` is what is
    told of it of the report's year. ``progress`` is empty where nobody has said.
    """

    title: str
    text: str
    owner: str
    due_on: date | None
    progress: str
    why_late: str
    is_overdue: bool
    serves: str
    happened: tuple[Development, ...]
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class YearReport:
    """What the report says. ``council`` is empty where nobody said whose it is."""

    year: int
    made_on: date
    council: str = ""
    actions: tuple[ReportedAction, ...] = ()
    shared: SharedYear = field(default_factory=SharedYear)
    is_shared_told: bool = False

    def how_many(self, progress: str) -> int:
        """Return how many actions are so far."""
        return sum(each.progress == progress for each in self.actions)

    @property
    def is_over(self) -> bool:
        """Whether all of its year has gone by, so that nothing more can come to its numbers."""
        return self.made_on.year > self.year

    @property
    def overdue(self) -> int:
        """How many are not done, and nobody has said yet that they are late."""
        return sum(e.is_overdue and e.progress != Progress.LATE for e in self.actions)

    @property
    def happened(self) -> int:
        """How much is told to have happened in the year."""
        return sum(len(each.happened) for each in self.actions)


def year_report(
    year: int,
    today: date,
    items: Iterable[StrategyItem],
    shared: SharedYear | None,
    *,
    council: str = "",
    promises: Mapping[str, str] | None = None,
) -> YearReport:
    """Return the report of a year as of a day.

    ``items`` are those of the council's plan. ``shared`` is what groups shared, None where that
    is not at hand. ``promises`` are what the promises are called that actions serve, by id.
    """
    every = tuple(items)
    names = {**(promises or {}), **{e.id: e.title for e in every if e.level != "action"}}
    actions = (_reported(e, year, today, names) for e in every if e.level == "action")
    return YearReport(
        year, today, council,
        tuple(sorted(actions, key=lambda each: (not each.serves, each.serves))),
        shared or SharedYear(), shared is not None,
    )  # fmt: skip


def _reported(
    item: StrategyItem, year: int, today: date, names: Mapping[str, str]
) -> ReportedAction:  # fmt: skip
    return ReportedAction(
        title=item.title,
        text=item.text,
        owner=item.owner,
        due_on=item.due_on,
        progress=item.progress,
        why_late=item.why_late,
        is_overdue=is_overdue(item.due_on, item.progress, today),
        serves=names.get(item.under, ""),
        happened=tuple(each for each in item.since if each.on and each.on.year == year),
        checked_on=item.provenance.as_of,
    )
