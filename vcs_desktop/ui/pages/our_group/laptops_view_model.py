"""The laptops of the group, asked of the services, and everything that is done with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Lane, Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.held_back import GoingThing
    from vcs_desktop.services.two_laptops.lines import LaptopLine, Report, Standing
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class LaptopsLook:
    """What the page shows.

    ``going`` are the things that changes which wait would delete. ``name`` is what this laptop
    may be called, ``file_name`` what a file for a stick may be.
    """

    is_practice: bool
    standing: "Standing"
    laptops: "tuple[LaptopLine, ...]"
    going: "tuple[GoingThing, ...]"
    name: str
    file_name: str
    today: date


class LaptopsViewModel(QObject):
    """``looked`` carries a ``LaptopsLook``. ``progressed`` says how far a file is, in words."""

    looked = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, int, int)
    _told = Signal(str, int, int)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._look = Question(tasks, self)
        self._acts = Latest(tasks, self)
        self._stop = Event()
        self._look.answered.connect(self.looked)
        self._look.failed.connect(self.failed)
        # Told on a lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Look again."""
        person, group = self._session.person, self._session.name
        self._look.ask(lambda: _look(self._services, person, group))

    def act(
        self,
        work: "Callable[[TwoLaptopsService], Outcome]",
        then: Callable[[Outcome], None],
        otherwise: Callable[[Exception], None],
        *,
        lane: Lane = "work",
        stop: Event | None = None,
    ) -> None:
        """Do something that takes a while; ``stop`` is what it looks at.

        What exchanges goes on the network lane, after an exchange that is under way.
        """
        self._acts.ask_too(
            lambda: work(self._services.space.inside().laptops),
            then=then,
            otherwise=otherwise,
            lane=lane,
            stop=stop,
        )

    def stop(self) -> None:
        """Stop what is done with a file."""
        self._stop.set()

    def write_file(
        self, path: Path, then: Callable[[int], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Write everything for another laptop into a file; ``then`` gets how many changes."""
        self._stop = stop = Event()
        self.act(
            lambda laptops: laptops.exchange_out(path, self._told.emit, stop),
            then,
            otherwise,
            lane="network",
            stop=stop,
        )

    def read_file(
        self,
        path: Path,
        then: "Callable[[Report], None]",
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Take in what another laptop wrote into a file."""
        self._stop = stop = Event()
        self.act(
            lambda laptops: laptops.exchange_in(path, self._told.emit, stop),
            then,
            otherwise,
            lane="network",
            stop=stop,
        )

    def news(
        self, skip: int, then: Callable[[Any], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Ask what others did; ``then`` gets a ``NewsSlice``."""
        self.act(lambda laptops: laptops.news.slice(skip), then, otherwise, lane="data")


def _look(services: Services, person: str, group: str) -> LaptopsLook:
    from vcs_desktop.services.two_laptops.stick import SUFFIX

    inside = services.space.inside()
    laptops = inside.laptops
    standing = laptops.standing()
    return LaptopsLook(
        is_practice=inside.group.is_practice,
        standing=standing,
        laptops=laptops.laptops(),
        going=laptops.held_back.things() if standing.held_back else (),
        name=suggested_name(person),
        file_name=_file_name(group) + SUFFIX,
        today=inside.records.clock.today(),
    )


def suggested_name(person: str) -> str:
    """Return what a laptop may be called, by whoever uses it."""
    name = short_prose(person, 60)
    return tr("Laptop of {name}", name=name) if name else tr("Our laptop")


def _file_name(group: str) -> str:
    """Return a name for a file that any disk takes."""
    kept = "".join(each if each.isalnum() or each in " -" else " " for each in group)
    return " ".join(kept.split())[:60] or tr("changes")
