"""Writing to people: whom a list holds, who of them may be written to, and what is printed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.documents.labels import SHEETS, Label, LabelSheet, write_labels
from vcs_desktop.documents.phone_list import PhoneLine, PhoneList, write_phone_list
from vcs_desktop.domain.attendance import Activity, AttendanceSheet
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, OUR_GROUP, PERSON, SHIFT
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person, Purpose, Tie, Way, holds, ties
from vcs_desktop.domain.values import thing_of
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.domain.writing_to import (
    WEEK,
    Chosen,
    Message,
    chosen,
    label_lines,
    soft_since,
    week_list,
)
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who
from vcs_desktop.storage.queries import group_dates, group_records

Thing = TypeVar("Thing")

EVERYBODY, SHOWN = "everybody", "shown"
"""Whom a list holds: everybody, or those whom somebody chose elsewhere."""

_TIE, _TITLE, _ACTIVITY = "tie", "title", "activity"
_TIES: Mapping[Tie, Marked] = MappingProxyType(
    {
        Tie.COMMITTEE: marked("The committee"),
        Tie.VOLUNTEER: marked("Volunteers"),
        Tie.MEMBER: marked("Members"),
        Tie.CONTACT: marked("Contacts"),
    }
)
_PURPOSES: Mapping[Purpose, Marked] = MappingProxyType(
    {
        Purpose.TAKING_PART: marked("something they take part in"),
        Purpose.NEWS: marked("news from the group"),
        Purpose.ASKING: marked("asking for money or support"),
    }
)
_WEEKS_AHEAD = 8
_TO_SUNDAY = timedelta(days=6)
_CAME_WITHIN = timedelta(days=92)
"""Who came longer ago may not come any more."""


@dataclass(frozen=True, slots=True)
class Whom:
    """A list to choose. ``words`` name it: "Volunteers", "The rota of the week of 30 November"."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be said to whom.

    ``ids`` are those whom the list ``SHOWN`` holds, ``without`` those who were ticked off.
    ``soft_rule_from`` is the first day of the library's rule on charities, None for no rule.
    """

    whom: str
    purpose: Purpose
    ids: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    soft_rule_from: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everybody in the list, by name, and for each way who is in and who is not."""

    people: tuple[Person, ...]
    ways: Mapping[Way, Chosen]


class WritingToService:
    """Reads the group's people; nothing here is kept, and nothing is sent."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def lists(self, wanted: str = "") -> tuple[Whom, ...]:
        """Return the lists there are: by what people are, the rota week by week, what they came to.

        Only lists with somebody in them are offered. ``wanted`` is one that is offered too
        where it is the rota of a later week.
        """
        on = self._records.clock.today()
        with self._records.database.reading() as session:
            lines = group_records.people(session, on)
        held = {tie for line in lines for tie in line.ties}
        titles = {title.casefold(): title for line in lines for title in line.titles}
        found = [Whom(EVERYBODY, tr("Everybody"))]
        found += [Whom(f"{_TIE}:{tie}", tr_marked(_TIES[tie])) for tie in _TIES if tie in held]
        found += [
            Whom(f"{_TITLE}:{title.casefold()}", tr("Role: {title}", title=title))
            for title in sorted(titles.values(), key=str.casefold)
        ]
        found += [
            Whom(week_list(monday), _week_words(monday)) for monday in self._weeks(on, wanted)
        ]
        found += self._activities(on)
        return tuple(found)

    def answer(self, asked: Asked) -> Answer:
        """Return who is in a list, and who of them may be written to by each way."""
        on = self._records.clock.today()
        people, taking_part = self._gathered(asked, on)
        held = self._records.held(OurGroup, OUR_GROUP)
        since = soft_since(held.thing.legal_form if held else None, asked.soft_rule_from, on)
        wanted = [each for each in people if each.id not in asked.without]
        ways = {
            way: chosen(wanted, Message(asked.purpose, way, on, taking_part, since)) for way in Way
        }
        return Answer(tuple(people), ways)

    def write_phone_list(self, asked: Asked, whom: str, out: Path | None) -> Path:
        """Write a telephone list as a PDF; ``whom`` is what the list is called.

        ``out`` None is a place to print it from, which is emptied when the group is locked.

        Raises:
            CannotUseInput: there is nobody to put on it, or ``out`` is no PDF.
            FolderNotWritable: it cannot be written there.
        """
        found = _somebody(self.answer(asked).ways[Way.PHONE])
        lines = tuple(PhoneLine(each.name, " · ".join(each.phone.split("\n"))) for each in found)
        about = tr_marked(_PURPOSES[asked.purpose])
        today = self._records.clock.today()
        path = out or self._group.files().pages / "telephone-list.pdf"
        write_phone_list(path, PhoneList(self._group.name, whom, about, lines, today))
        return path

    def write_labels(self, asked: Asked, sheet: str, first: int, out: Path | None) -> Path:
        """Write address labels as a PDF, from a place on the first sheet on (from 1).

        ``sheet`` is the name of one of ``SHEETS``. ``out`` None is a place to print them from,
        which is emptied when the group is locked.

        Raises:
            CannotUseInput: there is nobody to write to, or ``out`` is no PDF.
            FolderNotWritable: it cannot be written there.
        """
        found = _somebody(self.answer(asked).ways[Way.POST])
        labels = tuple(Label(label_lines(each)) for each in found)
        kind = SHEETS[sheet]
        path = out or self._group.files().pages / "labels.pdf"
        write_labels(path, LabelSheet(labels, kind, min(max(first, 1), kind.count)))
        return path

    def _people(self, ids: Collection[str] | None = None) -> list[Person]:
        """Return some people by name; None is everybody."""
        with self._records.database.reading() as session:
            bodies = group_records.bodies_of(session, PERSON)
        found = [thing_of(Person, told, id_) for id_, told in bodies if ids is None or id_ in ids]
        return sorted(found, key=lambda each: (each.name.casefold(), each.id))

    def _gathered(self, asked: Asked, on: date) -> tuple[list[Person], frozenset[str]]:
        """Return those in a list by name, and who takes part by being in it."""
        kind, _, which = asked.whom.partition(":")
        if kind in (WEEK, _ACTIVITY):
            ids = frozenset(who(self._records).distinct(self._ids_of(kind, which, on)))
            return self._people(ids), ids
        if kind in (EVERYBODY, _TIE, _TITLE):
            return list(_some(self._people(), kind, which, on)), frozenset()
        return self._people(frozenset(asked.ids)), frozenset()

    def _ids_of(self, kind: str, which: str, on: date) -> Iterator[str]:
        if kind == WEEK:
            monday = date.fromisoformat(which)
            for shift in self._between(Shift, SHIFT, monday, monday + _TO_SUNDAY):
                yield from (each.id for each in shift.people if each.has_agreed is not False)
            return
        for sheet in self._sheets(on):
            if sheet.activity == which:
                yield from (each.id for each in sheet.came)
                yield from (each.id for each in sheet.helped)

    def _weeks(self, on: date, wanted: str) -> list[date]:
        """Return the Mondays of the weeks that have a rota with people, this week and later."""
        monday = on - timedelta(days=on.weekday())
        last = monday + timedelta(weeks=_WEEKS_AHEAD) - timedelta(days=1)
        shifts = self._between(Shift, SHIFT, monday, last)
        if (later := _monday_of(wanted)) is not None and later > last:
            shifts += self._between(Shift, SHIFT, later, later + _TO_SUNDAY)
        return sorted(
            {
                shift.on - timedelta(days=shift.on.weekday())
                for shift in shifts
                if shift.on is not None and shift.people
            }
        )

    def _activities(self, on: date) -> list[Whom]:
        names = {each.id: each.name for each in things(self._records, Activity, ACTIVITY)}
        came = {each.activity for each in self._sheets(on) if each.came or each.helped}
        since = shortly(on - _CAME_WITHIN)
        found = [
            Whom(
                f"{_ACTIVITY}:{id_}",
                tr("Came to {activity} since {day}", activity=names[id_], day=since),
            )
            for id_ in came
            if names.get(id_)
        ]
        return sorted(found, key=lambda each: each.words.casefold())

    def _sheets(self, on: date) -> list[AttendanceSheet]:
        return self._between(AttendanceSheet, ATTENDANCE, on - _CAME_WITHIN, on)

    def _between(self, shape: type[Thing], kind: str, start: date, end: date) -> list[Thing]:
        """Return what is of a day between two, both counted: to read that of years takes long."""
        with self._records.database.reading() as session:
            found = group_dates.bodies_between(session, kind, start, end)
        return [thing_of(shape, values, id_) for id_, values in found]


def _some(people: Iterable[Person], kind: str, which: str, on: date) -> Iterator[Person]:
    for each in people:
        if kind == _TIE:
            is_in = which in ties(each, on)
        elif kind == _TITLE:
            is_in = any(role.title.casefold() == which and holds(role, on) for role in each.roles)
        else:
            is_in = True
        if is_in:
            yield each


def _monday_of(list_id: str) -> date | None:
    """Return the Monday of the week whose rota a list is; None for another list."""
    kind, _, which = list_id.partition(":")
    try:
        return date.fromisoformat(which) if kind == WEEK else None
    except ValueError:
        return None


def _week_words(monday: date) -> str:
    return tr("The rota of the week of {day}", day=shortly(monday))


def _somebody(found: Chosen) -> tuple[Person, ...]:
    if not found.people:
        raise CannotUseInput(
            message=tr("There is nobody to put on it."),
            advice=tr("Look at who is not included, and why."),
        )
    return found.people
