"""Work off the window's thread. The only module that starts threads."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import Event
from typing import Any, Literal, TypeVar, get_args

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from vcs_desktop.core.error_trail import trail_of

log = logging.getLogger(__name__)

T = TypeVar("T")
Lane = Literal["data", "work", "network"]
Parcel = tuple[Future[Any], Callable[[Any], None], Callable[[Exception], None], Event | None]


class Tasks(QObject):
    """Runs functions off the window's thread and brings the results back to it.

    Lives on the window's thread. Three lanes of one thread each, so each keeps
    its order: ``data`` reads and makes short writes (under 100 ms), ``work``
    imports, indexes and makes documents, ``network`` is for what may wait.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            name: ThreadPoolExecutor(1, thread_name_prefix=name) for name in get_args(Lane)
        }
        self._stops: list[Event] = []
        self._stopped = False
        # Queued on purpose: work that ends before its callback is added reports
        # from this thread, and would otherwise overtake its own progress.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
        lane: Lane = "data",
        stop: Event | None = None,
    ) -> None:
        """Do ``work`` elsewhere, then call ``then`` or ``otherwise`` here.

        ``work`` must not touch a widget; what holds here for the moment (``ContextVar``)
        holds for it too. Exactly one of the two is called, later, on the window's thread;
        neither is after ``stop()``, nor when it is a method of an object that Qt has
        deleted meanwhile. ``stop``, which long work looks at, is set when the window closes.
        """
        if self._stopped:
            return
        if stop is not None:
            self._stops.append(stop)
        future = self._lanes[lane].submit(copy_context().run, work)
        future.add_done_callback(lambda done: self._finished.emit((done, then, otherwise, stop)))

    @Slot(object)
    def _deliver(self, parcel: Parcel) -> None:
        done, then, otherwise, stop = parcel
        if stop is not None and stop in self._stops:
            self._stops.remove(stop)
        if self._stopped or done.cancelled():
            return
        error = done.exception()
        if isinstance(error, Exception):
            log.info("background work failed: %s", trail_of(error))
            if _still_there(otherwise):
                otherwise(error)
        elif _still_there(then):
            then(done.result())

    def stop(self) -> None:
        """Tell long work to end, drop what has not begun, and wait for the rest.

        What waits on the data lane is still done: it is short, and may be what somebody
        has just written.
        """
        if self._stopped:
            return
        self._stopped = True
        for name, lane in self._lanes.items():
            lane.shutdown(wait=False, cancel_futures=name != "data")
        for stop in self._stops:
            stop.set()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)


def _still_there(receiver: Callable[..., None]) -> bool:
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
