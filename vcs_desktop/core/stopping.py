"""Asking long work to stop, also where it waits for somebody else and cannot look up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock


class Stop(Event):
    """An event that tells at once that it was set: work looks at it, and what waits is told.

    It is told on the thread that sets it, so that has to be quick.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._told: list[Callable[[], None]] = []

    def set(self) -> None:
        """Ask for a stop, and tell whoever waits."""
        with self._lock:
            super().set()
            told = list(self._told)
        for tell in told:
            tell()

    @contextmanager
    def telling(self, tell: Callable[[], None]) -> Iterator[None]:
        """Call ``tell`` when it is set in the meantime; at once where it was set before."""
        with self._lock:
            self._told.append(tell)
            is_set = self.is_set()
        if is_set:
            tell()
        try:
            yield
        finally:
            with self._lock:
                self._told.remove(tell)


@contextmanager
def telling(stop: Event | None, tell: Callable[[], None]) -> Iterator[None]:
    """Do as ``Stop.telling`` does; any other event is only looked at."""
    if isinstance(stop, Stop):
        with stop.telling(tell):
            yield
    else:
        yield
