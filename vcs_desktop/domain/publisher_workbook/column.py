"""What a sheet and a column of the workbook are."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto

from vcs_desktop.core.language import Marked, marked
from vcs_desktop.domain.library import Kind


class Holds(StrEnum):
    """What kind of thing stands under a heading."""

    ID = auto()
    WORDS = auto()
    POUNDS = auto()
    WHOLE = auto()
    NUMBER = auto()
    YES_NO = auto()
    DAY = auto()
    MOMENT = auto()
    LIST = auto()
    CHOICE = auto()
    CHOICES = auto()
    LINK = auto()
    AREA = auto()
    PLACES = auto()
    PAPERS = auto()
    QUESTIONS = auto()
    NEWS = auto()
    ANOTHER_ROW = auto()


EXAMPLE_ID = marked("Example")
"""What the Id of the row says that shows how to fill a sheet in."""

EXAMPLE_NAME = marked("Example: {name}")
"""And its name. Only a row that says both is passed over."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a cell may say, and what the record has for it."""

    words: Marked
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``field`` is where it stands in the record, its parts by slash. ``example`` is what
    the template shows under it, None for nothing.
    """

    field: str
    heading: Marked
    holds: Holds
    says: Marked
    example: Marked | int | float | date | datetime | None = None
    is_needed: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, whose rows are records of one kind.

    ``named_by`` are the fields that tell one row from every other: an Id that nobody
    wrote is made of them, so that it stays the same whatever else changes.
    ``prefix`` begins such an Id. ``other_name`` is what the sheet may be called as well.
    """

    kind: Kind
    name: Marked
    other_name: Marked
    prefix: str
    named_by: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def title(self) -> Column:
        """The column that holds a row's name."""
        return next(each for each in self.columns if each.field == self.named_by[-1])


ID = Column(
    "id",
    marked("Id"),
    Holds.ID,
    marked("Leave it empty: one is made. Fill it in only if two rows have the same name."),
    EXAMPLE_ID,
)

WHERE_FROM = (
    Column(
        "source",
        marked("Where you read it"),
        Holds.WORDS,
        marked("Who said so, such as a council report and its day."),
    ),
    Column(
        "sourceUrl",
        marked("Page where you read it"),
        Holds.LINK,
        marked("The address of the page, from https:// on."),
    ),
    Column(
        "licence",
        marked("Licence"),
        Holds.WORDS,
        marked("How the words may be used, such as Open Government Licence v3.0."),
    ),
    Column(
        "asOf",
        marked("Day you checked it"),
        Holds.DAY,
        marked("The last day on which you saw that this is right."),
        date(2026, 11, 2),
    ),
    Column(
        "validFrom",
        marked("First day it holds"),
        Holds.DAY,
        marked("Only if it holds from a certain day on."),
    ),
    Column(
        "validTo",
        marked("Last day it holds"),
        Holds.DAY,
        marked("Only if it ends on a certain day."),
    ),
)
"""The last columns of every sheet."""
