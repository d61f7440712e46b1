"""Who is meant by an id: the names of a group's people, also of those made one with others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vcs_desktop.core.ids import is_id
from vcs_desktop.core.language import tr
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_people


@dataclass(frozen=True, slots=True)
class Who:
    """The names of everybody, by id; people in the bin too.

    Sheets, rotas and meetings keep ids only, so that a name is corrected in one place, and
    nothing of somebody stays there who was erased: their place in a count does.
    """

    names: Mapping[str, str]
    merged_into: Mapping[str, str]

    def now(self, person_id: str) -> str:
        """Return the id of the record that somebody's was made one with, or their own."""
        return self.merged_into.get(person_id, person_id)

    def ids_of(self, person_id: str) -> set[str]:
        """Return every id under which somebody may be written down."""
        now = self.now(person_id)
        return {now, *(each for each, into in self.merged_into.items() if into == now)}

    def name(self, person_id: str) -> str:
        """Return somebody's name; who was erased has none, and is told so."""
        return self.names.get(self.now(person_id)) or tr("Somebody who was removed")

    def said(self, said: str) -> str:
        """Return whom a field names that holds an id, or the typed name of somebody else."""
        return self.name(said) if is_id(said) else said

    def distinct(self, person_ids: Iterable[str]) -> set[str]:
        """Return the different people behind some ids."""
        return {self.now(each) for each in person_ids}


def who(records: RecordsService) -> Who:
    """Return the names of a group's people as they stand now."""
    with records.database.reading() as session:
        return Who(group_people.names(session), group_people.merged_into(session))


@dataclass(frozen=True, slots=True)
class Pickable:
    """Somebody who can be picked by name; ``reach`` tells two of one name apart."""

    id: str
    name: str
    reach: str


def to_pick_from(records: RecordsService) -> list[Pickable]:
    """Return everybody who can be picked by name: all who are not in the bin."""
    with records.database.reading() as session:
        return [Pickable(*each) for each in group_people.to_pick_from(session)]
