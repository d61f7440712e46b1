"""What the page of publishing asks the service for: one thing at a time, away from the window."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.errors import AppError, Stopped, words_for
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Desk, Plan

log = logging.getLogger(__name__)
Look = Callable[[str, int], None]


class PlanHolder:
    """The plan that is shown; an older one is thrown away with what was put together for it."""

    def __init__(self) -> None:
        self.plan: Plan | None = None

    def take(self, plan: "Plan | None") -> None:
        """Hold another plan, or none."""
        before, self.plan = self.plan, plan
        if before is not None and before is not plan:
            before.close()

    def close(self, *_what: object) -> None:
        """Hold none."""
        self.take(None)


class Work(QObject):
    """``progressed`` says what is being done. Whatever is asked for anew stops what was under way.

    ``planned`` carries a Plan, ``signed`` a Manifest, ``packed`` a Pack, ``seen`` what one item
    of the plan is, and ``told`` what a file is, with its path. ``told_along`` carries the line of
    a file that goes along.
    """

    progressed = Signal(str)
    planned = Signal(object)
    signed = Signal(object)
    packed = Signal(object)
    seen = Signal(object)
    told = Signal(object, str, bool)
    told_along = Signal(object, str, bool)
    failed = Signal(object)
    _said = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.desk = desk
        self.holder = PlanHolder()
        self._stop = Event()
        self._asked = Latest(tasks, self)
        self._items = Latest(tasks, self)
        self._told = Latest(tasks, self)
        # Said on the work lane; passed on, queued, on the window's thread.
        self._said.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def plan(self) -> "Plan | None":
        """What would be published, or None before that was asked for."""
        return self.holder.plan

    def look_at(self, path: Path) -> None:
        """Find out what a file or a folder is."""
        self._told.ask_too(
            lambda: self._services.publishing.what_is(path),
            then=lambda words: self.told.emit(path, words, True),
            otherwise=lambda error: self.told.emit(path, words_for(error), False),
            lane="work",
        )

    def look_at_along(self, path: Path) -> None:
        """Find out by which line a record points to a file."""
        self._told.ask_too(
            lambda: self._services.publishing.what_is(path, along=True),
            then=lambda line: self.told_along.emit(path, line, True),
            otherwise=lambda error: self.told_along.emit(path, words_for(error), False),
            lane="work",
        )

    def make_plan(self, tree: Path, sources: Sequence[Path], along: Sequence[Path] = ()) -> None:
        """Find out what publishing some files would change in a folder; others go along."""
        keys, files, others = self.desk.keys, tuple(sources), tuple(along)
        self._ask_for_plan(
            lambda look: self._services.publishing.plan(
                keys, tree, files, attached=others, look=look
            )
        )

    def make_plan_to_take_back(self, tree: Path, to: int) -> None:
        """Find out what going back to a version would change."""
        keys = self.desk.keys
        self._ask_for_plan(
            lambda look: self._services.publishing.plan_take_back(keys, tree, to, look)
        )

    def show_item(self, number: int) -> None:
        """Ask for one item of the plan as a group will see it."""
        plan = self.plan
        if plan is not None:
            self._items.ask(
                lambda: plan.seen(number), then=self.seen.emit, otherwise=self.failed.emit
            )

    def sign(
        self,
        checked_by: str,
        *,
        without_refused: bool,
        sources: Sequence[Path],
        along: Sequence[Path] = (),
    ) -> None:
        """Publish what was planned; and where it was, remember what it was made of."""
        plan, desk, files, others = self.plan, self.desk, tuple(sources), tuple(along)
        if plan is None:
            return
        signer = desk.signer

        def work(look: Look) -> Any:
            service = self._services.publishing
            manifest = service.publish(
                plan, signer, checked_by, without_refused=without_refused, look=look
            )
            if plan.back_to is None:
                _remember(self._services, desk, plan.tree, files, others)
            return manifest

        self._ask(work, self.signed.emit)

    def pack(self, tree: Path, out: Path) -> None:
        """Write the library as one file."""
        self._ask(lambda look: self._services.publishing.pack(tree, out, look), self.packed.emit)

    def stop(self) -> None:
        """Stop what is under way."""
        self._stop.set()

    def forget(self) -> None:
        """Stop, hear of nothing more, and throw the plan away."""
        self.stop()
        for each in (self._asked, self._items, self._told):
            each.forget()
        # After what still runs on that lane: it may be reading the plan.
        self._tasks.run(self.holder.close, then=_leave_be, otherwise=_leave_be, lane="work")

    def _ask_for_plan(self, make: Callable[[Look], "Plan"]) -> None:
        holder = self.holder

        def take(plan: "Plan") -> None:
            holder.take(plan)
            self.planned.emit(plan)

        def made(look: Look) -> "Plan":
            plan = make(look)
            try:
                look("", 0)
            except Stopped:  # nobody will hear of it
                plan.close()
                raise
            return plan

        self._ask(made, take)

    def _ask(self, work: Callable[[Look], Any], then: Callable[[Any], None]) -> None:
        self._stop.set()
        stop = self._stop = Event()
        say = self._said.emit

        def on_the_lane() -> Any:
            from vcs_desktop.services.library.loading import Watch

            return work(Watch(lambda words, _done, _total: say(words), stop).look)

        self._items.forget()
        self._asked.forget()
        self._asked.ask_too(
            on_the_lane, then=then, otherwise=self.failed.emit, lane="work", stop=stop
        )


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it."""


def _remember(
    services: Services, desk: "Desk", tree: Path, files: Sequence[Path], along: Sequence[Path]
) -> None:
    """Remember what was put in; what is signed is signed, also where that cannot be kept."""
    try:
        services.publishing.remember(desk, tree, files, along)
    except AppError as error:
        log.info("what was put in is not remembered: %s", type(error).__name__)
