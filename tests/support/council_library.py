"""The library that travels with the program in a real file, and the council service over it."""

from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from tests.support import accessibility
from tests.support.fake_services import Held
from tests.support.library_examples import new_library, put
from tests.support.starter import of
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.council import CouncilService
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.wire.record import Record

TODAY = date(2026, 11, 23)
KINDS = ("strategy", "compact", "place", "event", "fact", "rule")
SIZES = [(1150, 600, 100), (1150, 600, 200), (683, 364, 100), (683, 364, 200)]


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
        )

    def put(self, *records: Record) -> None:
        put(self.database, *records)

    def close(self) -> None:
        self.council.let_all_go()
        self.database.close()


def is_for_everybody(qtbot, widget) -> None:
    """Check a widget at every size, whatever is in front of it now."""
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        widget.resize(width, height)
        qtbot.waitUntil(partial(_nothing_is_wrong, widget))


def _nothing_is_wrong(widget) -> None:
    put_tab_in_reading_order(widget)
    assert accessibility.every_complaint(widget) == [], look.text_size
