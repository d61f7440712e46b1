"""Whatever people do with a group in whatever order: its records are what its log adds up to.

In between a copy takes its place, somebody else sits down, and the clock is set back.
"""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.vault_examples import ASHA, BEN, TEA, MovableClock, service
from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.group_migrate import make_ready
from vcs_desktop.storage.queries.group_records import record
from vcs_desktop.storage.replay import replay

STEPS = 70
KEY = bytes(32)
NAMES = ("Asha Khan", "Ben Okafor", "A. Khan", "Carol")


class Afternoon:
    """What happens to one group; ``erased`` are the ids that must never come back."""

    def __init__(self, folder, clock, seed):
        self.folder, self.clock, self.chance = folder, clock, random.Random(seed)
        self.groups = service(folder / "groups", clock)
        self.words, self.erased, self.known, self.copies = ASHA, set(), set(), []
        self._sit_down(self.groups.create(TEA))
        self.inside.group.add_opener("Ben", BEN)

    def _sit_down(self, opened):
        self.inside, self.seen = in_group(opened, self.clock), []

    def one_of(self, some):
        return self.chance.choice(some) if some else None

    def person(self):
        return self.one_of([each.id for each in self.inside.people.people()])

    def add(self):
        name = self.one_of(NAMES)
        self.known.add(self.inside.people.add(Person(name=name, notes=f"about {name}")))

    def save(self):
        """Change somebody, perhaps as they were seen a while ago."""
        if (who := self.person()) is not None:
            self.seen.append(self.inside.people.person(who))
            before = self.one_of(self.seen[-5:])
            notes = f"{before.thing.notes}\n{self.one_of(NAMES)}"
            self.inside.people.save(
                before, replace(before.thing, name=self.one_of(NAMES), notes=notes)
            )

    def bring_in(self):
        rows = "".join(f"{self.one_of(NAMES)},{n}@example.org\n" for n in range(3))
        table = self.inside.people_import.read_text(f"Name,Email\n{rows}")
        done = self.inside.people_import.carry_out(self.inside.people_import.preview(table))
        self.known.update(done.added_ids)

    def merge(self):
        if (pair := self.one_of(self.inside.duplicates.pairs())) is not None:
            self.inside.duplicates.merge(pair.first.id, pair.second.id)

    def remove(self):
        if (who := self.person()) is not None:
            self.inside.people.remove(who)

    def take_out_of_bin(self):
        self.inside.bin.restore([each.id for each in self.inside.bin.things()][:2])

    def erase(self):
        if (who := self.one_of(sorted(self.known))) is not None:
            self.inside.records.erase([who])
            self.erased.add(who)

    def delete_for_good(self):
        binned = [each.id for each in self.inside.bin.things()][:1]
        self.inside.bin.delete_for_good(binned)
        self.erased.update(binned)

    def undo(self):
        self.inside.records.undo()

    def redo(self):
        self.inside.records.redo()

    def choose(self):
        for who in self.known - self.erased:
            for name, versions in self.inside.history.unsettled(who).fields.items():
                self.inside.records.choose(who, name, self.one_of(versions).operation)
                return

    def bring_back(self):
        if (who := self.person()) is not None:
            past = self.inside.history.of_record(who)
            changes = [each for entry in past.entries for each in entry.changes.items()]
            name, change = self.one_of(sorted(changes, key=str))
            self.inside.history.bring_back(past.record, name, "", change.old or change.new)

    def copy(self):
        to = self.folder / f"{len(self.copies)}.vcsgroup"
        self.copies.append(self.inside.backups.copy_to(to))

    def go_back_to_a_copy(self):
        if self.copies:
            self.inside.group.close()
            way = by_words(self.words)
            self.groups.restoring.restore(self.one_of(self.copies), way, replace=True)
            self._sit_down(self.groups.open(self.inside.group.id, self.words))

    def change_places(self):
        self.words = BEN if self.words == ASHA else ASHA
        self.inside.group.close()
        self._sit_down(self.groups.open(self.inside.group.id, self.words))

    def set_the_clock(self):
        years = timedelta(days=365 * self.one_of((-20, 1)))
        self.clock.go_on(years.total_seconds())


USUAL = ("add", "save", "save", "save", "undo", "undo", "redo", "choose", "bring_back")
SELDOM = (
    "bring_in", "merge", "remove", "take_out_of_bin", "erase", "delete_for_good", "copy",
    "go_back_to_a_copy", "change_places", "set_the_clock",
)  # fmt: skip


def bodies(database, ids):
    with database.reading() as session:
        return {each: record(session, each) for each in ids}


@pytest.mark.parametrize("seed", range(4))
def test_records_are_what_the_log_adds_up_to_and_what_was_erased_stays_erased(tmp_path, seed):
    day = Afternoon(tmp_path, MovableClock(), seed)
    for step in range(STEPS):
        what = day.one_of(USUAL * 2 + SELDOM)
        with suppress(AppError):  # what is not possible is said in words
            getattr(day, what)()
        checked = day.inside.records.checked()
        assert checked.complaints == (), (step, what)
        held = bodies(day.inside.records.database, day.known)
        assert [each for each in day.erased if held.get(each)] == [], (step, what)
        day.inside.records.offers()
    make_ready(tmp_path / "again.db", KEY)
    again = Database(tmp_path / "again.db", key=KEY)
    with day.inside.records.database.reading() as source, again.writing() as into:
        replay(source, into)
    assert bodies(again, day.known) == bodies(day.inside.records.database, day.known)
    again.close()
    day.inside.group.close()
