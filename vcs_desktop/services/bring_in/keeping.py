"""What a group keeps, and what it would keep after the rows of a table that were taken so far."""

from threading import Event
from typing import Any, TypeVar

from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.same_person import name_key, phone_numbers
from vcs_desktop.feeds.people_rows import first_name_first, is_total
from vcs_desktop.services.bring_in.told import Tell, look
from vcs_desktop.services.records import MOST_LETTERS, Held, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_records

Thing = TypeVar("Thing")


class Keeping:
    """Records under their ids, as they would be. Nothing is written before ``write``."""

    def __init__(self, records: RecordsService) -> None:
        self.records = records
        self.today = records.clock.today()
        self._now: dict[str, tuple[str, Any]] = {}
        self._held: dict[str, Held[Any]] = {}
        self._new: dict[str, None] = {}

    def all(self, shape: type[Thing], kind: str) -> list[Thing]:
        """Return every record of a kind that is not in the bin."""
        return things(self.records, shape, kind)

    def new_id(self) -> str:
        """Return an id for a part of a record."""
        return self.records.ids.new()

    def add(self, kind: str, thing: object, record_id: str = "") -> str:
        """Have a new record, and return its id, a new one unless it is given."""
        record_id = record_id or self.new_id()
        self._now[record_id] = (kind, thing)
        self._new[record_id] = None
        return record_id

    def thing(self, shape: type[Thing], record_id: str) -> Thing:
        """Return a record as it would be; as it was when first asked for, but for the rows."""
        if record_id in self._now:
            found: Thing = self._now[record_id][1]
            return found
        if record_id not in self._held:
            held = self.records.held(shape, record_id)
            if held is None:
                return shape()
            self._held[record_id] = held
        thing: Thing = self._held[record_id].thing
        return thing

    def put(self, kind: str, record_id: str, thing: object) -> None:
        """Have a record that ``thing`` returned say something else."""
        self._now[record_id] = (kind, thing)

    @property
    def added_ids(self) -> tuple[str, ...]:
        """The new records, in the order of the rows."""
        return tuple(self._new)

    @property
    def count(self) -> int:
        """How many records would be written."""
        return len(self._now)

    def write(self, act: Act, stop: Event | None, tell: Tell | None) -> None:
        """Write everything, beside what others did meanwhile. What is raised leaves nothing.

        Raises:
            Erased: something that it goes into was deleted for good meanwhile.
            Stopped: somebody asked for that.
        """
        changed = [each for each in self._now if each not in self._new]
        look(stop, tell, 0, self.count)
        for done, record_id in enumerate(changed, 1):
            self.records.save_in(act, self._held[record_id], self._now[record_id][1])
            look(stop, tell, done, self.count)
        with act.many(self._new):
            for done, record_id in enumerate(self._new, len(changed) + 1):
                kind, thing = self._now[record_id]
                self.records.new_in(act, kind, thing, record_id)
                look(stop, tell, done, self.count)


class SeveralOfThem(Exception):
    """More than one person has the name, and nothing in the row says which of them it is."""


class Somebodies:
    """The people of a group, found by their names; who is not there yet is added."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self.who: Who = who(keeping.records)
        self._by_name: dict[str, list[str]] = {}
        self._reached: dict[str, frozenset[str]] = {}
        with keeping.records.database.reading() as session:
            for line in group_records.people(session, keeping.today):
                self._by_name.setdefault(name_key(line.name), []).append(line.id)
                self._reached[line.id] = _ways(line.email, line.phone)

    def find(self, name: str, email: str = "", phone: str = "") -> str:
        """Return the id of somebody; empty where nobody has the name.

        Raises:
            SeveralOfThem: the row does not say which of several it is.
        """
        found = self._by_name.get(name_key(name), [])
        if len(found) > 1:
            ways = _ways(email, phone)
            found = [each for each in found if ways & self._reached[each]]
            if len(found) != 1:
                raise SeveralOfThem
        return found[0] if found else ""

    def add(self, person: Person) -> str:
        """Add somebody, and return their id."""
        person_id = self._keeping.add(PERSON, person)
        self._by_name.setdefault(name_key(person.name), []).append(person_id)
        self._reached[person_id] = _ways(person.email, person.phone)
        return person_id


def plain_name(name: str) -> str:
    """Return a name as people say it; empty for a total, which is nobody."""
    said = " ".join(name.split())
    return "" if is_total(said) else first_name_first(said)


def with_note(notes: str, more: str) -> str:
    """Return notes with one more below, unless they say so already or there is no room."""
    if not more or more in notes.split("\n") or more in notes:
        return notes
    joined = f"{notes}\n{more}" if notes else more
    return joined if len(joined) <= MOST_LETTERS else notes


def _ways(email: str, phone: str) -> frozenset[str]:
    return frozenset(filter(None, (email.casefold(), *phone_numbers(phone))))
