"""Kills a program while it makes a backup, brings a group back, or brings its file up to date.

Half of the kills come before a step that opens, renames or deletes a file, for between
those the rare states lie: before each of them where there are not more, and before some of
each kind otherwise. The other half comes at random moments. The number is for each play.

    python -m tests.crash.backup_kills --kills 500

After each kill a new look is taken at the files: the group is there, old or new and never
between, every finished backup is whole, and what was erased has not come back. Needs
fork, so not on Windows.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

from sqlalchemy import text

from tests.crash.vault_kills import FILE_STEPS, act_and_kill, shortest_s, steps_of
from tests.support.kept_files import file_complaints, kept, sealed_in
from tests.support.later_migrations import with_later
from tests.support.vault_examples import ASHA, TEA, service
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage import group_migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.whole_copy import is_whole
from vcs_desktop.vault.slot_file import read_slots

PEOPLE = 30
KEPT, ERASED, SINCE = "Carol", "Dev the erased", "Eve of since"
CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 800
"""Of every file that the group keeps: three pieces and a little."""
LATER = (
    "op.add_column('act', sa.Column('note', sa.String, nullable=True)); "
    "op.create_table('later', sa.Column('id', sa.Integer, primary_key=True)); "
    "op.execute('INSERT INTO later SELECT number FROM operation')"
)


def campaign(told, model_of, plays, words=None):
    """Kill so often in each play; return 1 when anything was lost, torn or risen again."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--kills", type=int, default=20, help="in each play")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    chance = random.Random(asked.seed)
    kills = wrong = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        model = model_of(Path(place))
        for begin in plays:
            play = begin(model)
            made, found = killed(play, asked.kills, chance)
            for each in found:
                print(f"WRONG: {play.name}: {each}")
            print(f"{play.name}: {made} kills, {len(found)} wrong")
            kills, wrong = kills + made, wrong + len(found)
    print(f"{wrong} wrong in {time.monotonic() - begun:.0f} s; {kills} kills made")
    return 1 if wrong else 0


def killed(play, count, chance):
    """Let it act and kill it so often; return how often it died, and what was wrong."""
    made, found = 0, []
    play.prepare()
    steps = steps_of(play.act)
    at_steps = spread(steps, count // 2, chance)
    kinds = {steps[each - 1] for each in at_steps}
    print(
        f"{play.name}: {len(steps)} steps of {len(set(steps))} kinds; "
        f"dies before {len(at_steps)} of them, of {len(kinds)} kinds"
    )
    while made < count:
        play.prepare()
        if at_steps:
            when = {"at_step": at_steps.pop(0)}
        else:
            # A little longer than it takes, so that its very end is hit too.
            when = {"after_s": chance.uniform(0, 1.2 * play.takes_s)}
        died, acknowledged = act_and_kill(play.act, **when)
        made += died
        found += [f"{when}: {each}" for each in play.complaints(acknowledged)]
    return made, found


def spread(steps, most, chance):
    """Return the numbers of so many steps, counted from 1: of each kind in turn, at random."""
    by_kind = {}
    for number, name in enumerate(steps, 1):
        by_kind.setdefault(name, []).append(number)
    for numbers in by_kind.values():
        chance.shuffle(numbers)
    # Those that have a name come first: there are few, and they are what is asked about.
    kinds = list(by_kind)
    chance.shuffle(kinds)
    kinds.sort(key=lambda name: name in FILE_STEPS)
    turns = zip_longest(*(by_kind[name] for name in kinds))
    return [number for turn in turns for number in turn if number is not None][:most]


class Model:
    """A group with people, files, a backup, a copy, and what was done since.

    It is played with in copies. ``paper`` has its file in the copy too; that of another
    was erased since.
    """

    paper = "Paper"

    def __init__(self, place):
        self.place, self.made, self.clock = place, place / "model", SystemClock()
        self.copy, self.file = place / "tea.vcsgroup", place / "paper.pdf"
        self.file.write_bytes(CONTENT)
        with service(self.made, self.clock).create(TEA) as opened:
            self.group = opened.id
            inside = in_group(opened, self.clock)
            for number in range(PEOPLE):
                inside.people.add(Person(name=f"Person {number}", notes="a line\n" * 100))
            inside.people.add(Person(name=KEPT))
            dev = inside.people.add(Person(name=ERASED))
            kept(inside, self.file, self.paper)
            erased, self.erased_file = kept(inside, self.file, "Erased")
            inside.backups.back_up_if_changed()
            inside.backups.copy_to(self.copy)
            inside.records.erase([dev, erased])
            kept(inside, self.file, "Since")
            inside.people.add(Person(name=SINCE))

    def played(self, name):
        """Return a place with a copy of the group, fresh each time."""
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.made, folder)
        return folder


class Play:
    """What is done, and killed, again and again."""

    name = ""

    def __init__(self, model):
        self.model = model
        self.prepare()
        self.takes_s = shortest_s(self.act, before=self.prepare)

    def prepare(self):
        self.folder = self.model.played("played")
        self.groups = service(self.folder, self.model.clock)

    def names(self, *, with_erased_file=False):
        """Return who is in the group, after every page, record and file was checked."""
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            found = inside.records.checked().complaints
            assert not found, found
            wrong = list(file_complaints(inside, CONTENT))
            assert not wrong, wrong
            assert (self.model.erased_file.blob in sealed_in(inside)) == with_erased_file
            return {each.name for each in inside.people.people()}

    def left(self):
        """Return what lies in the group's folder that has no business there."""
        for file in (self.folder / self.model.group).rglob("*"):
            if file.name.endswith((".part", ".changing", ".replaced", "-source.db", "-copy.db")):
                yield f"left over: {file.name}"


class BackingUp(Play):
    """A backup is made after a change."""

    name = "a backup was made"

    def act(self):
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            inside.people.add(Person(name="Fay"))
            return inside.backups.back_up_if_changed().path.name

    def complaints(self, acknowledged):
        names = self.names()
        if acknowledged and "Fay" not in names:
            yield "what was saved is lost"
        with self.groups.open(self.model.group, ASHA) as opened:
            key = opened.files().keys.data
            there = in_group(opened, self.model.clock).backups.list()
            yield from (
                f"{each.path.name} is torn" for each in there if not is_whole(each.path, key)
            )
            if acknowledged and acknowledged not in {each.path.name for each in there}:
                yield "the backup is lost"
            in_group(opened, self.model.clock).people.add(Person(name="Gus"))
            in_group(opened, self.model.clock).backups.back_up_if_changed()
        yield from self.left()


class Replacing(Play):
    """A copy takes the place of the group that is here."""

    name = "a copy took the place of a group"

    def act(self):
        self.groups.restoring.restore(self.model.copy, by_words(ASHA), replace=True)
        return "restored"

    def complaints(self, acknowledged):
        folder = self.folder / self.model.group
        (old,) = (self.model.made / self.model.group).glob("data-*.db")
        names = self.names()
        if ERASED in names or KEPT not in names or len(names) - (SINCE in names) != PEOPLE + 1:
            yield f"{len(names)} people"
        if acknowledged and SINCE in names:
            yield "it was not brought back"
        aside = folder / "backups" / f"{old.stem}-aside.db"
        kept = folder / old.name if SINCE in names else aside
        if not kept.exists() or kept.read_bytes() != old.read_bytes():
            yield "the file that was here is not kept"
        if len(list(folder.glob("data-*"))) != 1:
            yield "files of two keys"
        self.groups.restoring.restore(self.model.copy, by_words(ASHA), replace=True)
        if SINCE in self.names():
            yield "it cannot be brought back any more"
        yield from self.left()


class BringingIn(Play):
    """A copy brings a group that is not here."""

    name = "a copy brought a group"

    def prepare(self):
        self.folder = self.model.place / "empty"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.groups = service(self.folder, self.model.clock)

    def act(self):
        self.groups.restoring.restore(self.model.copy, by_words(ASHA))
        return "restored"

    def complaints(self, acknowledged):
        if self.groups.groups():
            if len(self.names(with_erased_file=True)) != PEOPLE + 2:
                yield "people are missing"
        elif acknowledged:
            yield "it is not there"
        else:
            self.act()
            if len(self.names(with_erased_file=True)) != PEOPLE + 2:
                yield "it cannot be brought any more"
        yield from self.left()


class Migrating(Play):
    """A later version of the app opens the group."""

    name = "a file was brought up to date"

    def __init__(self, model):
        now = group_migrate.GROUP
        self.later = with_later(now, model.place / "later", LATER)
        self.now = now.revision
        group_migrate.GROUP = self.later
        super().__init__(model)

    def act(self):
        self.groups.open(self.model.group, ASHA).close()
        return "up to date"

    def complaints(self, acknowledged):
        revision, has_all = self._as_left()
        if revision not in (self.now, self.later.revision) or has_all != (revision != self.now):
            yield f"between: {revision}, {has_all}"
        if acknowledged and revision == self.now:
            yield "it is not up to date"
        if len(self.names()) != PEOPLE + 2:
            yield "people are missing"
        if self._as_left() != (self.later.revision, True):
            yield "it was not brought up to date afterwards"

    def _as_left(self):
        """Return the revision of the file, and whether all of the later tables are there."""
        (file,) = (
            each
            for each in (self.folder / self.model.group).glob("data-*.db")
            if "before" not in each.name
        )
        key = by_words(ASHA)(read_slots(file.parent)).keys.data
        database = Database(file, key=key)
        try:
            with database.reading() as session:
                revision = session.scalar(text("SELECT version_num FROM alembic_version"))
                operations = session.scalar(text("SELECT count(*) FROM operation"))
                columns = session.execute(text("SELECT name FROM pragma_table_info('act')"))
                later = session.scalar(
                    text("SELECT count(*) FROM sqlite_schema WHERE name = 'later'")
                )
                filled = later and session.scalar(text("SELECT count(*) FROM later"))
                return revision, "note" in set(columns.scalars()) and filled == operations
        except AppError as error:
            return type(error).__name__, False
        finally:
            database.close()


PLAYS = (BackingUp, Replacing, BringingIn, Migrating)

if __name__ == "__main__":
    sys.exit(campaign(__doc__, Model, PLAYS))
