"""A group with dates of every sort, and the service over them, on a real encrypted file."""

from datetime import date
from types import SimpleNamespace

from tests.support.group_file import OpenFile
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.due import Due, DueKind, OwnDate
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    DOCUMENT,
    MEETING,
    OUR_GROUP,
    OWN_DATE,
    PROFILE,
    SHIFT,
)
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.our_group import OurGroup, Year, YearEnd
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import DbsCheck, Person, Role, Tie
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.dates import DatesService
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.obligations import ObligationsService

CLOSES = Due(
    "closing/warmth",
    date(2026, 12, 4),
    DueKind.CLOSING,
    "Closes: Winter Warmth",
    "Thames Valley Hearth Fund · £500 to £3,000",
    starts="12:00",
    record_kind="funding_call",
    record_id="warmth",
)


class OneSpace:
    """An open group whose records a test made."""

    def __init__(self, computer):
        records = computer.records
        self._inside = SimpleNamespace(
            records=records,
            obligations=ObligationsService(records),
            desk=DeskService(OpenFile(computer.database)),
        )

    def inside(self):
        return self._inside


def dates_of(computer, *, closings=(CLOSES,), rules=()):
    """Return the dates of a computer's group; ``rules`` are those of the library."""
    book = RuleBook(rules)
    return DatesService(OneSpace(computer), computer.clock, lambda: list(closings), lambda: book)


def fill(records):
    """Put one date of each sort into a group; return what each was called."""
    anna = records.add(
        "person",
        Person(
            name="Anna",
            roles=(Role("r1", Tie.COMMITTEE, "Chair", until=date(2026, 12, 31)),),
            dbs=DbsCheck(recheck_on=date(2026, 11, 1)),
        ),
    )
    records.add(
        PROFILE,
        OurGroup(
            name="Tea & Talk",
            legal_form=LegalForm.CIO,
            year_end=YearEnd(31, 3),
            years=(Year("y", date(2026, 3, 31), 1_200_000),),
        ),
        record_id=OUR_GROUP,
    )
    paper = records.add(
        DOCUMENT,
        Paper(
            kind=DocumentKind.INSURANCE, review_on=date(2026, 10, 1), expires_on=date(2027, 1, 1)
        ),
    )
    meeting = records.add(
        MEETING,
        Meeting(
            name="Committee",
            on=date(2026, 12, 8),
            starts="19:30",
            actions=(
                Action("a1", "Ring the council", anna, date(2026, 11, 20)),
                Action("a2", "Buy a kettle", "", date(2026, 12, 10)),
            ),
        ),
    )
    records.add(ACTIVITY, Activity(name="Thursday lunch", weekday=3, starts="12:00"))
    shift = records.add(SHIFT, Shift(name="Kitchen", on=date(2026, 12, 3), needed=2))
    own = records.add(
        OWN_DATE, OwnDate(name="Pay the hall", on=date(2026, 8, 31), repeats_months=1)
    )
    return {"anna": anna, "paper": paper, "meeting": meeting, "shift": shift, "own": own}
