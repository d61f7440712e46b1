"""Acts that must not be done twice by whoever presses twice in a hurry."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from vcs_desktop.ui.background import Lane, Tasks
from vcs_desktop.ui.latest import Latest

T = TypeVar("T")


class OneAtATime:
    """One act of one object: while it is being done, it is not begun again."""

    def __init__(self, tasks: Tasks, owner: QObject) -> None:
        self._acts = Latest(tasks, owner)
        self._is_being_done = False

    def do(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
        lane: Lane = "data",
    ) -> None:
        """Do it and hear what came of it, unless it is being done already."""
        if self._is_being_done:
            return
        self._is_being_done = True
        self._acts.ask_too(
            work, then=partial(self._end, then), otherwise=partial(self._end, otherwise), lane=lane
        )

    def _end(self, hear: Callable[[Any], None], outcome: Any) -> None:
        self._is_being_done = False
        hear(outcome)
