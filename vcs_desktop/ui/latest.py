"""Asks questions in the background and hears only the answer to the newest one."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from vcs_desktop.ui.background import Lane, Tasks

T = TypeVar("T")


class Latest:
    """One line of questions of one object, whose answers end with it.

    A new question makes every earlier answer stale, and it is dropped.
    """

    def __init__(self, tasks: Tasks, owner: QObject) -> None:
        self._tasks = tasks
        self._owner = owner
        self._asked = 0

    def ask(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
        lane: Lane = "data",
        stop: Event | None = None,
    ) -> None:
        """Ask a new question; ``then`` or ``otherwise`` is called unless a newer one is asked."""
        self._asked += 1
        self.ask_too(work, then=then, otherwise=otherwise, lane=lane, stop=stop)

    def ask_too(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
        lane: Lane = "data",
        stop: Event | None = None,
    ) -> None:
        """Ask a second part of the newest question; it goes stale together with it."""
        ticket = self._asked

        def answer(result: T) -> None:
            if self._is_awaited(ticket):
                then(result)

        def fail(error: Exception) -> None:
            if self._is_awaited(ticket):
                otherwise(error)

        self._tasks.run(work, then=answer, otherwise=fail, lane=lane, stop=stop)

    def forget(self) -> None:
        """Drop whatever is still to come."""
        self._asked += 1

    def _is_awaited(self, ticket: int) -> bool:
        return ticket == self._asked and isValid(self._owner)
