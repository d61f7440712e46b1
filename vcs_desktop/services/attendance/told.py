"""What is said about the sheets of who came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.attendance import Activity, AttendanceSheet
from vcs_desktop.services.people import PersonLine
from vcs_desktop.services.records import Held


class NoActivity(AppError):
    """A sheet was to be begun without saying of what."""

    message = marked("We do not know yet what it was.")
    advice = marked("Type what you did, such as Thursday lunch.")


class SheetThere(AppError):
    """There is a sheet of that activity for that day already."""

    message = marked("There is a sheet for that day already.")
    advice = marked("Open that one, and write there who came.")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet as the list shows it."""

    id: str
    name: str
    on: date
    visits: int
    first_timers: int
    helpers: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The sheets, the newest first, the activities that go on, and what is to be written down.

    ``is_whole`` is false where only the latest of the sheets were asked for, and there are more.
    """

    lines: tuple[SheetLine, ...]
    activities: tuple[Activity, ...]
    to_write: tuple[tuple[Activity, date], ...]
    today: date
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet is, or will be: ``id`` is empty until the first thing is written on it.

    ``activity`` is empty until then for an activity that nobody knows yet.
    """

    on: date
    name: str
    activity: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet, and what helps to fill it in.

    People are under the id that stands for them now. ``held`` is None as long as nothing is
    written. ``usual`` and ``usual_helpers`` say how often each came to this activity, or
    helped, in the last year, the most often first. ``before`` are those who came before,
    to anything. ``knows_first`` is false on the very first sheets: then nobody can tell
    who is there for the first time. ``minutes`` is how long the activity takes, None is
    not known.
    """

    place: Place
    sheet: AttendanceSheet
    held: Held[AttendanceSheet] | None
    people: tuple[PersonLine, ...]
    names: Mapping[str, str]
    usual: Mapping[str, int] = field(default_factory=dict)
    usual_helpers: Mapping[str, int] = field(default_factory=dict)
    before: frozenset[str] = frozenset()
    knows_first: bool = False
    minutes: int | None = None
    today: date = date.min

    def is_first_time(self, person_id: str) -> bool:
        """Say whether somebody seems to come for the first time."""
        return self.knows_first and person_id not in self.before


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet after something was written on it; ``person`` is who was added, None for nobody."""

    place: Place
    sheet: AttendanceSheet
    held: Held[AttendanceSheet] | None
    person: PersonLine | None = None
