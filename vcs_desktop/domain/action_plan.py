"""A council's own plan: what it does for its strategy, who does it, and how far it has come.

An officer writes it; what is published of it are the rows of the sheet "Action plan" of the
workbook, whichever of the two they were written in. What was changed on which day stays with
whoever keeps the plan.
Source: the strategy, page 13: an action plan that the council oversees and reports on each year.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.day_words import NotADay, read_day_words
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.sharing.looks_personal import findings, in_words

_WITH_YEAR: Final = re.compile(r"\d{4}")

MOST_ACTIONS: Final = 500
MOST_CHANGES: Final = 5_000
"""Of those that are kept; the oldest go."""


class Progress(StrEnum):
    """How far an action has come; the names that are published."""

    NOT_BEGUN = "not_begun"
    ON_THE_WAY = "on_the_way"
    DONE = "done"
    LATE = "late"


PROGRESS: Final[Mapping[Progress, tuple[Marked, str, str]]] = MappingProxyType(
    {
        Progress.NOT_BEGUN: (marked("Not begun"), "list", "muted"),
        Progress.ON_THE_WAY: (marked("On the way"), "clock", "info"),
        Progress.DONE: (marked("Done"), "circle-check", "ok"),
        Progress.LATE: (marked("Late"), "triangle-alert", "warn"),
    }
)
"""The words of how far something is, its icon and its colour."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the council does.

    ``owner`` is a role or a team. ``under`` is the id of the commitment that it serves.
    ``evidence`` has one thing that happened on each line, its day first. ``changed_on`` is the
    day on which anything of it was changed last.
    """

    id: str
    title: str = ""
    text: str = ""
    owner: str = ""
    due_on: date | None = None
    progress: Progress = Progress.NOT_BEGUN
    why_late: str = ""
    under: str = ""
    evidence: str = ""
    changed_on: date | None = None


FIELDS: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "title": marked("Title"),
        "text": marked("What it says"),
        "owner": marked("Who does it"),
        "due_on": marked("By when"),
        "progress": marked("How far it is"),
        "why_late": marked("Why it is late"),
        "under": marked("Which promise it serves"),
        "evidence": marked("What has happened"),
    }
)
"""What an officer writes of an action, in the order of the form."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What was changed in one field on one day: before the first change of it, after the last."""

    on: date
    action: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The plan of one council, and what was changed in it, the oldest first."""

    council: str = ""
    actions: tuple[Action, ...] = ()
    changes: tuple[PlanChange, ...] = ()

    def action(self, action_id: str) -> Action | None:
        """Return an action by its id, None where it is not there."""
        return next((each for each in self.actions if each.id == action_id), None)


def with_action(plan: ActionPlan, action: Action, today: date, place: int = -1) -> ActionPlan:
    """Return a plan in which an action is as it is given: in its place, or as a new one.

    ``place`` is where one goes that is not there; -1 is at the end.
    """
    before, dated = plan.action(action.id), replace(action, changed_on=today)
    if before is None:
        was_there = any(each.action == action.id for each in plan.changes)
        new, at = (action if was_there else dated), len(plan.actions) if place < 0 else place
        actions = (*plan.actions[:at], new, *plan.actions[at:])
        if was_there:  # it was taken out, and comes back as it was
            return replace(plan, actions=actions)
        before = Action(action.id)
    elif replace(before, changed_on=today) == dated:
        return plan
    else:
        actions = tuple(dated if each.id == action.id else each for each in plan.actions)
    return replace(plan, actions=actions, changes=_noted(plan.changes, before, dated, today))


def without_action(plan: ActionPlan, action_id: str) -> ActionPlan:
    """Return a plan without an action; what was changed in it stays on the list."""
    return replace(plan, actions=tuple(e for e in plan.actions if e.id != action_id))


def changes_of(plan: ActionPlan, action_id: str) -> tuple[PlanChange, ...]:
    """Return what was changed in an action, the newest first."""
    return tuple(each for each in reversed(plan.changes) if each.action == action_id)


def is_overdue(due_on: date | None, progress: str, today: date) -> bool:
    """Say whether the day is over by which something was to be done, and it is not."""
    return due_on is not None and due_on < today and progress != Progress.DONE


def progress_words(progress: str) -> str:
    """Return how far something is; empty where nobody has said."""
    return tr_marked(PROGRESS[Progress(progress)][0]) if progress in set(Progress) else ""


def looks_like_a_person(words: str) -> str:
    """Return why words should not be published as those of a role or team; empty is nothing."""
    return in_words(findings(words))


def evidence_problem(words: str, today: date) -> str:
    """Return what is wrong with what is said to have happened; empty is nothing.

    Only a day with its year counts: without one nobody can tell which is meant.
    """
    for line in words.splitlines():
        day = _day_of(line, today)
        if day is not None and day > today:
            return tr("{day} is still to come. Write here what has happened.", day=shortly(day))
    return looks_like_a_person(words)


def said(action: Action, field: str) -> str:
    """Return what an action says in one of ``FIELDS``, as it is kept."""
    value = getattr(action, field)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def said_in_words(field: str, value: str) -> str:
    """Return what was said in a field as a person reads it."""
    if field == "progress":
        return progress_words(value)
    if field == "due_on" and value:
        return shortly(date.fromisoformat(value))
    return value


def _day_of(line: str, today: date) -> date | None:
    said_first, colon, _ = line.partition(":")
    if not colon or _WITH_YEAR.search(said_first) is None:
        return None
    try:
        return read_day_words(said_first, today)
    except NotADay:
        return None


def _noted(
    changes: tuple[PlanChange, ...], before: Action, after: Action, today: date
) -> tuple[PlanChange, ...]:
    """Return what was changed with one more save: several of one day are one change."""
    kept = list(changes)
    for field in FIELDS:
        old, new = said(before, field), said(after, field)
        if old == new:
            continue
        same = [e for e in kept if (e.on, e.action, e.field) == (today, after.id, field)]
        first = same[0].before if same else old
        kept = [each for each in kept if each not in same]
        if first != new:
            kept.append(PlanChange(today, after.id, field, first, new))
    return tuple(kept[-MOST_CHANGES:])
