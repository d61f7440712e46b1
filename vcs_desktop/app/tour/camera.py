"""The steps of the tour, whatever page they are on: wait, look, picture."""

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from vcs_desktop.core.errors import AppError
from vcs_desktop.ui.background import Lane, Tasks
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.page import Page

_LONGEST_WAIT_MS = 30_000
_LOOK_EVERY_MS = 20
# What a widget does after an answer (laying out, painting) is over well within this.
_SETTLING_MS = 80
# For Qt that is how hard it presses: a twentieth more on the disk, in two thirds of the time.
_PNG, _QUALITY = "PNG", 80

_LANES: tuple[Lane, ...] = ("data", "work", "network")
# An answer may lead to one more question: the list to its fit.
_ROUNDS = 2


class TourStuck(AppError):
    """The window did not come as far as it should have."""

    message = "The tour could not go on."
    advice = "Run the self-test to see what is wrong: vcs-desktop check."


class Camera:
    """Waits for the window, and pictures it; the pictures are numbered as they are taken."""

    def __init__(
        self, window: MainWindow, tasks: Tasks, out: Path, numbers: Iterator[int] | None = None
    ) -> None:
        """``numbers`` are those of another camera, where there are two windows."""
        self.window = window
        self.out = out
        self._tasks = tasks
        self.numbers = numbers or count(1)

    def open(self, place_id: str) -> Page:
        """Bring a page to the front, and wait until it shows what it has."""
        page = self.window.open_place(place_id)
        self.rest()
        return page

    def picture(self, name: str) -> None:
        """Picture the window as it is.

        Raises:
            TourStuck: the picture cannot be written.
        """
        file = self.out / f"{next(self.numbers):03}-{name}.png"
        if not self.window.grab().save(str(file), _PNG, _QUALITY):
            raise TourStuck(f"cannot write {file.name}", message="The picture could not be saved.")
        # The output belongs to the answer of the command; this is only to watch.
        sys.stderr.write(f"{file.name}\n")

    def settle(self) -> None:
        """Let the window finish what it began."""
        wait(lambda: False, _SETTLING_MS)

    def rest(self) -> None:
        """Let the window do all that it has to do, and what comes of that."""
        for _ in range(_ROUNDS):
            self.settle()
            arrived: list[None] = []
            for lane in _LANES:
                # A lane keeps its order: once this is through, so is all before it.
                self._tasks.run(_nothing, then=arrived.append, otherwise=_fail, lane=lane)
            self.until(lambda: len(arrived) == len(_LANES), "the lanes")  # noqa: B023  used at once

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so.

        Raises:
            TourStuck: that takes too long; ``what`` says what was waited for.
        """
        if not wait(is_so, _LONGEST_WAIT_MS):
            raise TourStuck(what)
        self.settle()


def _nothing() -> None:
    """Be the work that a lane does last."""


def _fail(error: Exception) -> None:
    raise error


def wait(is_so: Callable[[], bool], longest_ms: int) -> bool:
    """Let the window live until something is so; False when that takes too long."""
    loop, looking, ending = QEventLoop(), QTimer(), QTimer()
    ending.setSingleShot(True)
    looking.timeout.connect(lambda: loop.quit() if is_so() else None)
    ending.timeout.connect(loop.quit)
    looking.start(_LOOK_EVERY_MS)
    ending.start(longest_ms)
    if not is_so():
        loop.exec()
    return is_so()
