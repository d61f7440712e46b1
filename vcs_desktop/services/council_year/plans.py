"""A council's own action plan, kept beside the publisher's key and changed action by action."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, not_written
from vcs_desktop.core.files import write_json
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.language import tr
from vcs_desktop.domain.action_plan import (
    MOST_ACTIONS,
    Action,
    ActionPlan,
    with_action,
    without_action,
)
from vcs_desktop.domain.action_plan_json import FILE_NAME, as_json
from vcs_desktop.feeds.action_plan import items_of, read_plan
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.services.publishing.folder_hold import planning_alone

_ID = "strategy/action"


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of the strategy that an action can serve."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as a window shows it.

    ``wrong`` says by the id of an action why it could not be published as it is. ``council`` is
    whose plan it is, ``promises`` what actions can serve, and ``file`` where the plan lies.
    """

    plan: ActionPlan
    wrong: Mapping[str, str]
    promises: tuple[Promise, ...]
    today: date
    file: Path


class ActionPlanService:
    """Reads and changes the plan. ``keys`` is the folder of the publisher's key file.

    Each change reads the file, changes one action of it and writes it whole: so two officers who
    share the folder keep what the other one wrote in other actions.
    """

    def __init__(self, clock: Clock, promises: Callable[[], Iterable[Promise]]) -> None:
        """``promises`` returns what the library knows that the council promised."""
        self._clock = clock
        self._ids = Ids(clock)
        self._promises = promises

    def file(self, keys: Path) -> Path:
        """Return where the plan lies, or will lie."""
        return keys / FILE_NAME

    def plan(self, keys: Path) -> ActionPlan:
        """Return the plan; an empty one before anything was written.

        Raises:
            CannotUseInput: the file is damaged, or cannot be read. It is left as it is.
        """
        try:
            return read_plan(self.file(keys))
        except FileNotFoundError:
            return ActionPlan()
        except OSError as error:
            raise CannotUseInput(
                f"the action plan: {error.strerror}",
                message=tr("The file of the action plan cannot be read."),
                advice=tr("Is it open in another program? Close it there, and try again."),
            ) from error

    def look(self, keys: Path) -> PlanView:
        """Return the plan as a window shows it.

        Raises:
            CannotUseInput: as ``plan``.
        """
        return self._view(keys, self.plan(keys))

    def new_action(self) -> Action:
        """Return an action of which nothing is said yet. It is kept once something is saved."""
        return Action(f"{_ID}/{self._ids.new()}")

    def save(self, keys: Path, council: str, action: Action, place: int = -1) -> PlanView:
        """Keep an action as it is now, in its place or as a new one; return the plan.

        ``council`` is whose plan it is. ``place`` is where one goes that is not there; -1 is at
        the end.

        Raises:
            CannotUseInput: the file is damaged, or there are too many actions.
            Busy: another officer is changing the plan at this moment.
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        today = self._clock.today()
        return self._change(
            keys, lambda plan: with_action(_of(plan, council), action, today, place)
        )

    def remove(self, keys: Path, action_id: str) -> PlanView:
        """Take an action out; return the plan. ``save`` with its place puts it back.

        Raises:
            AppError: of ``save``.
        """
        return self._change(keys, lambda plan: without_action(plan, action_id))

    def _view(self, keys: Path, plan: ActionPlan) -> PlanView:
        wrong = {
            action.id: found.why
            for action, found in zip(plan.actions, items_of(plan), strict=True)
            if isinstance(found, Refusal)
        }
        promises = tuple(self._promises())
        return PlanView(plan, wrong, promises, self._clock.today(), self.file(keys))

    def _change(self, keys: Path, change: Callable[[ActionPlan], ActionPlan]) -> PlanView:
        with planning_alone(keys):
            before = self.plan(keys)
            after = change(before)
            if len(after.actions) > MOST_ACTIONS:
                raise CannotUseInput(
                    message=tr("A plan has at most {most} actions.", most=MOST_ACTIONS),
                    advice=tr("Take out what was done in earlier years."),
                )
            if after != before:
                self._write(keys, after)
        return self._view(keys, after)

    def _write(self, keys: Path, plan: ActionPlan) -> None:
        try:
            write_json(self.file(keys), as_json(plan))
        except OSError as error:
            refused = FolderNotWritable(f"the action plan: {error.strerror}")
            raise not_written(error, refused) from error


def _of(plan: ActionPlan, council: str) -> ActionPlan:
    return ActionPlan(council, plan.actions, plan.changes) if council else plan
