"""The people of an open group."""

from collections import Counter
from dataclasses import replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.queries.group_records import PersonLine

__all__ = ["NoName", "PeopleService", "PersonLine"]


class NoName(AppError):
    """A person was to be saved without a name."""

    message = marked("This person has no name yet.")
    advice = marked("Type a name. A first name is enough.")


class PeopleService:
    """Lists, adds, changes and removes people, each as an act that can be undone."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def people(self) -> list[PersonLine]:
        """Return everybody who is not in the bin, by name, as they stand today."""
        with self._records.database.reading() as session:
            return group_records.people(session, self._records.clock.today())

    def counts(self) -> dict[Tie, int]:
        """Return how many people have each tie to the group today; some have several."""
        counted = Counter(tie for line in self.people() for tie in line.ties)
        return {tie: counted[tie] for tie in Tie}

    def person(self, person_id: str) -> Held[Person]:
        """Return one person, in the bin or not.

        Raises:
            NoSuchRecord: there is nobody with this id.
        """
        found = self._records.held(Person, person_id)
        if found is None or found.record.kind != PERSON:
            raise NoSuchRecord(person_id)
        return found

    def add(self, person: Person) -> str:
        """Add somebody and return their id.

        Raises:
            NoName: there is no name.
            TooLong: a text is too long.
        """
        return self._records.add(PERSON, _named(person))

    def save(self, before: Held[Person], after: Person) -> Held[Person]:
        """Keep what was changed about somebody since ``before`` was read.

        Returns them as they are seen now, to be given back as ``before`` of the next
        change (``RecordsService.save``).

        Raises:
            NoName: there is no name left.
            TooLong: a text is too long.
        """
        return self._records.save(before, _named(after))

    def remove(self, person_id: str) -> None:
        """Put somebody in the bin.

        Raises:
            NoSuchRecord: there is nobody with this id.
        """
        self.person(person_id)
        self._records.put_in_bin(person_id)


def _named(person: Person) -> Person:
    name = " ".join(person.name.split())
    if not name:
        raise NoName
    return replace(person, name=name)
