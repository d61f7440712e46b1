"""The figures that were put into an answer while it stands open, until that is taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from vcs_desktop.domain.answers import UsedFact


@dataclass(frozen=True, slots=True)
class _Put:
    """A figure, the one in whose place it stands, and after how many steps it stood there."""

    used: UsedFact
    instead: UsedFact | None
    steps: int


class FactsPut(QObject):
    """Follows undo and redo in the field: a figure and its words come and go together."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._put: list[_Put] = []
        self._taken_back: list[_Put] = []
        self._forgotten: list[_Put] = []
        document.undoCommandAdded.connect(self._forget)
        document.contentsChanged.connect(self._follow)

    def put(self, used: UsedFact, instead: UsedFact | None) -> None:
        """Hear that a figure was put in just now."""
        self._put.append(_Put(used, instead, self._document.availableUndoSteps()))

    def change(self) -> Callable[[tuple[UsedFact, ...]], tuple[UsedFact, ...]]:
        """Return what makes the figures of an answer those that stand in the field now.

        It is called off the window's thread, perhaps after another figure was put in.
        """
        gone = (*self._taken_back, *reversed(self._forgotten))  # the last that was put in first
        return partial(_among, tuple(self._put), gone)

    def _follow(self) -> None:
        steps = self._document.availableUndoSteps()
        while self._put and self._put[-1].steps > steps:
            self._taken_back.append(self._put.pop())
        while self._taken_back and self._taken_back[-1].steps <= steps:
            self._put.append(self._taken_back.pop())

    def _forget(self) -> None:
        """Somebody went on from where they were: what was taken back cannot come again."""
        self._forgotten += reversed(self._taken_back)
        self._taken_back = []


def _among(
    put: tuple[_Put, ...], gone: tuple[_Put, ...], facts: tuple[UsedFact, ...]
) -> tuple[UsedFact, ...]:
    """Return the figures of an answer with what was put in, without what was taken back."""
    now = {each.id: each for each in facts}
    for each in gone:
        if now.get(each.used.id) == each.used:
            del now[each.used.id]
            if each.instead is not None:
                now[each.instead.id] = each.instead
    return tuple((now | {each.used.id: each.used for each in put}).values())
