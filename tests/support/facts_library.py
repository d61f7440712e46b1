"""The figures and rules that travel with the program in a real file, and the service over them."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

from tests.support.fake_services import Held
from tests.support.library_examples import new_library, put
from tests.support.starter import of
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.fact_sheet import FactSheetService
from vcs_desktop.services.facts import FactsService
from vcs_desktop.wire.record import Record

TODAY = date(2026, 11, 23)
COUNTY = "fact/deprivation/imd-2025"
OLD_COUNTY = "fact/deprivation/imd-2019"
OXFORD = "fact/ethnicity/not-white-british-oxford-2021"


class FactsHouse(SimpleNamespace):
    """``services.offer.Services`` for figures and rules; ``facts`` can be held or made to fail."""

    def __init__(self, folder: Path, *records: Record) -> None:
        database = new_library(folder)
        put(database, *(records or (*of("fact"), *of("rule"))))
        clock = FixedClock.on(TODAY)
        facts = Held(FactsService(database, clock))
        super().__init__(
            facts=facts,
            fact_sheet=FactSheetService(facts, clock, folder / "pages"),
            choices=ChoicesService(folder / "choices.json", clock),
            database=database,
        )

    def put(self, *records: Record) -> None:
        put(self.database, *records)

    def close(self) -> None:
        self.facts.let_all_go()
        self.database.close()


def fact(name, **changes):
    """Return a figure of the county."""
    data = {
        "title": f"Figure of {name}",
        "value": 10,
        "unit": "people",
        "asOf": "2021-03-21",
        "theme": "population",
        "place": "Oxfordshire",
        "area": "E10000025",
        "source": "A census",
        "licence": "OGL",
        **changes,
    }
    return Record("fact", f"fact/{name}", {k: v for k, v in data.items() if v is not None})
