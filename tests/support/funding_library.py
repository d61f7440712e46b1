"""A small library of grants, contracts and awards in a real file, for tests of the window."""

from datetime import date
from pathlib import Path

from tests.support.fit_examples import LUNCH_CLUB
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.domain.from_record import line_of
from vcs_desktop.services.arrivals import ArrivalsService
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.fit import FitService
from vcs_desktop.services.funding import FundingService
from vcs_desktop.services.home import HomeService
from vcs_desktop.services.learning import LearningService
from vcs_desktop.services.library import LibraryService
from vcs_desktop.services.sheet import SheetService
from vcs_desktop.storage import migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.library_writer import Entry, LibraryWriter
from vcs_desktop.wire.record import Record, Release

TODAY = date(2026, 11, 23)


def grant(name, **changes):
    data = {
        "grantName": name,
        "grantShortDescription": f"Small grants: {name}.",
        "fundingOrganization": {"id": "GB-CHC-1", "name": "Ridgeway Fund"},
        "grantLocation": [{"geoCode": "E10000025", "name": "Oxfordshire"}],
        "legalForms": ["unincorporated_with_rules"],
        "incomeMax": 100_000,
        "grantMinimumAward": 500,
        "grantMaximumAward": 2_000,
        "grantApplicationCloseDate": "2026-12-18",
        "decisionWeeks": 6,
        "themes": ["shared meals"],
        "hoursToApply": 6,
        "source": "Ridgeway Fund",
        "sourceUrl": "https://example.org/fund",
        "licence": "OGL-UK-3.0",
        "asOf": "2026-11-01",
        **changes,
    }
    return Record("funding_call", f"grant/{name}", data)


def contract(name, pounds=8_000, *, date="2026-11-02T09:00:00Z", **changes):
    tender = {
        "title": name,
        "description": f"The council buys: {name}.",
        "status": "active",
        "value": {"amount": pounds, "currency": "GBP"},
        "classification": {"scheme": "CPV", "id": "55500000", "description": "Catering"},
        "tenderPeriod": {"endDate": "2026-12-04T12:00:00Z"},
        "contractPeriod": {"startDate": "2027-02-01", "endDate": "2028-01-31"},
        "items": [{"id": "1", "deliveryAddresses": [{"region": "Oxfordshire"}]}],
        "lots": [{"id": "1", "title": "Monday lunches", "value": {"amount": 4_000}}],
        "documents": [{"id": "d", "title": "What we want", "url": "https://example.org/a.pdf"}],
        **changes,
    }
    data = {"ocid": f"ocds-{name}", "date": date, "tag": ["tender"], "tender": tender}
    return Record("tender", f"ocds-{name}", data, date)


def award(name, pounds, on="2025-03-01", place="Oxford 018B", funder="Community Foundation"):
    data = {
        "form": "grant",
        "id": f"360G-{name}",
        "title": name,
        "currency": "GBP",
        "amountAwarded": pounds,
        "awardDate": on,
        "recipientOrganization": [{"id": f"org-{name}", "name": f"{name} group"}],
        "fundingOrganization": [{"id": "GB-CHC-2", "name": funder}],
        "beneficiaryLocation": [{"name": place}],
    }
    return Record("award", f"360G-{name}", data)


def place(name, code, place_type="district", **changes):
    data = {"title": name, "placeType": place_type, "code": code, **changes}
    return Record("place", f"place/{code}/{name}", data)


MEALS = grant("meals")
ARTS = grant("arts", themes=["theatre"], grantApplicationCloseDate="2026-11-30")
CHARITIES = grant("charities", legalForms=["charity"], grantMinimumAward=9_000,
                  grantMaximumAward=20_000)  # fmt: skip
ROLLING = grant("rolling", grantApplicationCloseDate=None, rolling=True)
CLOSED = grant("closed", grantApplicationCloseDate="2026-11-22")
LUNCHES = contract("lunches")
SURGERY = contract("surgery", 543_000_000)
EVERYTHING = (MEALS, ARTS, CHARITIES, ROLLING, CLOSED, LUNCHES, SURGERY)


def put(database, *records, origin="this computer"):
    with database.writing() as session:
        writer = LibraryWriter(session, origin)
        writer.put([Entry(record, line_of(record)) for record in records])
        writer.finish(as_of=TODAY)


def put_process(database, *messages):
    """Put in a contract with the messages about it; the last one says how it stands."""
    releases = [
        (Release(each.id, f"{each.id}-{n}", each.modified, ("tender",), each.data), each)
        for n, each in enumerate(messages)
    ]
    with database.writing() as session:
        writer = LibraryWriter(session, "this computer")
        writer.put_releases([(release, Entry(each, line_of(each))) for release, each in releases])
        for _ in writer.meetings():
            writer.put_merged(Entry(messages[-1], line_of(messages[-1])))
        writer.finish(as_of=TODAY)


class Household:
    """The real services over a file of their own: ``services.offer.Services`` for tests."""

    def __init__(self, folder: Path, day: date = TODAY, profile=LUNCH_CLUB) -> None:
        path = folder / "library.db"
        migrate.make_ready(path)
        self.database = Database(path)
        self.clock = FixedClock.on(day)
        self.choices = ChoicesService(folder / "choices.json", self.clock)
        self.fit = FitService(self.database, self.clock)
        self.funding = FundingService(
            self.database, self.clock, self.fit, self.choices, lambda: profile
        )
        self.home = HomeService(self.database, self.funding, self.choices, self.clock)
        self.learning = LearningService(
            self.database, folder / "learning.json", self.clock, folder / "pages"
        )
        self.sheet = SheetService(self.database, self.clock, self.fit, folder / "pages")
        self.library = LibraryService(self.database, self.clock, folder)
        self.arrivals = ArrivalsService(self.database, self.clock, self.library, folder)

    def put(self, *records) -> None:
        put(self.database, *records)

    def close(self) -> None:
        self.database.close()
