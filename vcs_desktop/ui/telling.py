"""How work off the window's thread says how far it is, also to what may be gone meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import isValid


def telling(owner: QObject, signal: SignalInstance) -> Callable[[str, int, int], None]:
    """Return what says words, how much is done and how much there is, with a signal of an owner.

    A page goes when a group is locked: the work goes on, and nobody is told any more.
    """

    def tell(words: str, done: int, total: int) -> None:
        if isValid(owner):
            signal.emit(words, done, total)

    return tell
