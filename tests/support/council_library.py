"""The library that travels with the program in a real file, and the council service over it."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

from tests.support.fake_services import Held
from tests.support.library_examples import new_library, put
from tests.support.starter import of
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.council import CouncilService
from vcs_desktop.services.sharing.subjects import SubjectsService
from vcs_desktop.ui.pages.council.page import CouncilPage
from vcs_desktop.wire.record import Record

TODAY = date(2026, 11, 23)
KINDS = ("strategy", "compact", "place", "event", "fact", "rule", "consultation")


class CouncilHouse(SimpleNamespace):
    """``services.offer.Services`` for the Council page; ``council`` can be held or made to fail."""

    def __init__(self, folder: Path, *, filled: bool = True) -> None:
        clock = FixedClock.on(TODAY)
        self.database = new_library(folder)
        if filled:
            put(self.database, *(record for kind in KINDS for record in of(kind)))
        choices = ChoicesService(folder / "choices.json", clock)
        super().__init__(
            choices=choices,
            council=Held(CouncilService(self.database, choices, clock)),
            database=self.database,
            subjects=SubjectsService(self.database, choices, clock),
            session=SimpleNamespace(is_open=False),
        )

    def page(self, tasks) -> CouncilPage:
        """Return the page over it."""
        return CouncilPage(self, tasks, self.session)

    def put(self, *records: Record) -> None:
        put(self.database, *records)

    def close(self) -> None:
        self.council.let_all_go()
        self.database.close()
