"""People who are in the group twice: found, merged, or told apart for good."""

from dataclasses import dataclass, replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import MergedRecord, Person, SomebodyElse
from vcs_desktop.domain.person_merge import left_behind, merged_values
from vcs_desktop.domain.same_person import alike_pairs, keys_of_texts
from vcs_desktop.domain.values import thing_of, values_of
from vcs_desktop.services.records import (
    MOST_LETTERS,
    Held,
    NoSuchRecord,
    RecordsService,
    TooLong,
)
from vcs_desktop.storage.queries import group_people, group_records
from vcs_desktop.storage.queries.group_records import PersonLine
from vcs_desktop.wire.operation import Change


class SettleFirst(AppError):
    """One of two records has two versions of something, which a person has to choose between."""

    message = marked("One of these two has two versions of something.")
    advice = marked("Open that person, choose a version, and then merge.")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one person. ``why`` is a sentence; ``is_likely`` when two things are alike."""

    first: PersonLine
    second: PersonLine
    why: str
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge would make: the person, and the fields of the other that would not be in it."""

    person: Person
    left_behind: tuple[str, ...]


class DuplicatesService:
    """Finds pairs that look alike, and does with them what a person decides."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def pairs(self) -> list[Pair]:
        """Return who looks like whom, the likeliest first, then by name."""
        with self._records.database.reading() as session:
            people = group_records.people(session, self._records.clock.today())
            apart = group_people.told_apart(session)
        lines = {each.id: each for each in people}
        known = ((each.id, keys_of_texts(each.name, each.email, each.phone)) for each in people)
        found = [
            Pair(lines[first], lines[second], alike.why, alike.is_likely)
            for first, second, alike in alike_pairs(known)
            if frozenset((first, second)) not in apart
        ]
        return sorted(found, key=lambda pair: (not pair.is_likely, pair.first.name.casefold()))

    def merging(self, keep_id: str, other_id: str) -> Merging:
        """Return what a merge would make; nothing is changed.

        Raises:
            NoSuchRecord: one of them is not there.
            SettleFirst: one of them has two versions of something.
        """
        kept, other = self._two(keep_id, other_id)
        values = merged_values(kept.values, other.values, (keep_id, other_id))
        behind = left_behind(kept.values, other.values)
        return Merging(thing_of(Person, values, keep_id), tuple(behind))

    def merge(self, keep_id: str, other_id: str) -> None:
        """Make one record of two, as one act; the other one goes to the bin.

        What the kept one says stays; what it does not say comes from the other.

        Raises:
            NoSuchRecord: one of them is not there.
            SettleFirst: one of them has two versions of something.
            TooLong: the notes of both are too long for one record.
        """
        kept, other = self._two(keep_id, other_id)
        after = merged_values(kept.values, other.values, (keep_id, other_id))
        merged = MergedRecord(other_id, self._records.clock.today())
        after |= values_of(Person(merged_from=(merged,)))
        changes = {
            name: Change(kept.values.get(name), after.get(name))
            for name in sorted({*kept.values, *after})
            if kept.values.get(name) != after.get(name)
        }
        if any(len(str(each.new)) > MOST_LETTERS for each in changes.values()):
            raise TooLong
        with self._records.acting(Verb.MERGE, about=keep_id) as act:
            act.change(PERSON, keep_id, changes, seen=kept.heads)
            act.delete(PERSON, other_id, seen=other.heads)

    def not_the_same(self, one_id: str, other_id: str) -> None:
        """Remember that two who look alike are two people; undo forgets it.

        It is a change of a record, of the older of the two, and not of this computer's
        desk: the group decides it once, on whichever computer, and its history says who did.

        Raises:
            NoSuchRecord: one of them is not there.
        """
        first, second = sorted((one_id, other_id))
        self._person(second)
        record = self._person(first)
        before = Held(thing_of(Person, record.values, first), record)
        apart = before.thing.not_same_as
        if all(each.id != second for each in apart):
            said = SomebodyElse(second, self._records.clock.today())
            after = replace(before.thing, not_same_as=(*apart, said))
            self._records.save(before, after, verb=Verb.TELL_APART)

    def _two(self, keep_id: str, other_id: str) -> tuple[Folded, Folded]:
        if keep_id == other_id:
            raise NoSuchRecord(other_id)
        kept, other = self._person(keep_id), self._person(other_id)
        if kept.choices or other.choices:
            raise SettleFirst
        return kept, other

    def _person(self, person_id: str) -> Folded:
        with self._records.database.reading() as session:
            found = group_records.record(session, person_id)
        if found is None or found.kind != PERSON or found.binned_at is not None:
            raise NoSuchRecord(person_id)
        return found
