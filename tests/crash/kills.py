"""``python -m tests.crash.kills --kills 2000``: a program that is killed loses nothing it showed.

A child does what people do, through the services, on a real encrypted file, and says
after each act what it would show as saved. It is killed at a random moment, and the
file is looked at: all that was said is there, what was under way is there wholly or
not at all, and the records are what the log adds up to. Needs a system that can fork.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from tests.support.group_file import ASHA, KEY, OpenFile, new_file
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.database import Database
from vcs_desktop.wire.operation import Change

IN_ONE_IMPORT = 3
KILLS_IN_ONE_FILE = 25
LONGEST_LIFE_S = 0.12


def services(database):
    clock = SystemClock()
    records = RecordsService(OpenFile(database), clock, Ids(clock), ASHA)
    return records, PeopleService(records)


def shown(database):
    """Return what a person would be shown: everybody, the bin, and how long the log is."""
    records, people = services(database)
    with database.reading() as session:
        count = session.scalar(text("SELECT count(*) FROM operation"))
    return {
        "people": [[each.id, each.name, each.phone] for each in people.people()],
        "bin": [each.id for each in records.bin()],
        "operations": count,
    }


def act_for_ever(path, rng, say):
    """Do one thing after the other, and say after each what is shown as saved."""
    database = Database(path, key=KEY)
    records, people = services(database)
    while True:
        everybody = people.people()
        someone = rng.choice(everybody).id if everybody else people.add(Person(name="First"))
        _act(rng, records, people, someone, [each.id for each in records.bin()])
        say(json.dumps(shown(database)))


def _act(rng, records, people, someone, binned):
    held = people.person(someone)
    what = rng.choice(
        ["add", "save", "save", "import", "remove", "restore", "undo", "redo", "erase"]
    )
    if what == "add":
        people.add(Person(name=f"Person {rng.random()}", notes="a line\n" * 200))
    elif what == "save":
        people.save(held, replace(held.thing, phone=str(rng.random()), notes="b line\n" * 200))
    elif what == "import":
        with records.acting("import") as act:
            for _ in range(IN_ONE_IMPORT):
                act.change(PERSON, records.ids.new(), {"name": Change(None, "Imported")})
    elif what == "remove":
        people.remove(someone)
    elif what == "restore" and binned:
        records.restore(rng.choice(binned))
    elif what == "erase" and binned:
        records.erase(binned[:1])
    elif what in ("undo", "redo") and getattr(records.offers(), what):
        records.undo() if what == "undo" else records.redo()


def killed(path, rng):
    """Let a child act, kill it at a random moment, and return the last thing it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            act_for_ever(path, rng, lambda line: os.write(writing, f"{line}\n".encode()))
        finally:
            os._exit(1)  # only if it was not killed: that is a failure
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        first = said.readline()
        # The moment of a kill is random on purpose: there is nothing to wait for.
        time.sleep(rng.random() * LONGEST_LIFE_S)
        os.kill(child, signal.SIGKILL)
        lines = [first, *said.read().splitlines(keepends=True)]
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    return json.loads([line for line in lines if line.endswith(b"\n")][-1])


def complaints(path, said):
    """Return what is wrong with a file after a kill."""
    database = Database(path, key=KEY)
    try:
        now = shown(database)
        records, _ = services(database)
        found = list(records.checked().complaints)
        with database.reading() as session:
            imports = session.scalars(text("SELECT verb FROM act WHERE verb = 'import'")).all()
            acts = session.scalars(
                text("SELECT act_id FROM operation WHERE act_id IN "
                     "(SELECT id FROM act WHERE verb = 'import')")
            ).all()  # fmt: skip
            waiting = session.scalar(text("SELECT count(*) FROM outbox"))
            whole = session.scalars(text("PRAGMA integrity_check")).all()
    finally:
        database.close()
    if now["operations"] < said["operations"]:
        found.append(
            f"{said['operations'] - now['operations']} operations that were saved are lost"
        )
    if now["operations"] == said["operations"] and now != said:
        found.append("the records are not what was shown as saved")
    # Between two lines there is one act, and before it somebody is added where nobody is left.
    if now["operations"] > said["operations"] + IN_ONE_IMPORT + 1:
        found.append("more was done than one act")
    if (
        any(count != IN_ONE_IMPORT for count in Counter(acts).values())
        or len(acts) != len(imports) * IN_ONE_IMPORT
    ):
        found.append("an import is torn")
    if waiting != now["operations"]:
        found.append("the outbox and the log differ")
    return found if whole == ["ok"] else [*found, "the file is damaged"]


def main(words=None):
    """Kill so many times, say how many, and return 0 when nothing was lost or torn."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.kills")
    parser.add_argument("--kills", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(words)
    rng = random.Random(given.seed)
    found, made = [], 0
    with tempfile.TemporaryDirectory() as place:
        for number in range(given.kills):
            path = Path(place) / f"{number // KILLS_IN_ONE_FILE}.db"
            if not path.exists():
                new_file(path).close()
            said = killed(path, random.Random(rng.random()))
            made += 1
            found += [f"kill {number}: {each}" for each in complaints(path, said)]
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{made} kills made; {len(found)} things lost or torn\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
