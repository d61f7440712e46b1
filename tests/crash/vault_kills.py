"""Kills a program while it makes a group, or takes a person out of one.

First before each step that opens, renames or deletes a file, for between those the rare
states lie; then as often as asked at a random moment.

    python -m tests.crash.vault_kills --kills 1000

After each kill a new look is taken at the files: what was acknowledged is there, nothing
is torn, and who was taken out is out. Needs fork, so not on Windows.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, service
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import WrongPassphrase
from vcs_desktop.services.groups import GroupState, NewGroup

ROWS = 400
FILE_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "shutil.rmtree"}
_NAMED = "a named step: "
TEA = NewGroup("Tea & Talk", ASHA, "Asha")


def main(words=None):
    """Kill as often as asked; return 1 when anything was lost or torn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="at random moments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-seconds", type=float, default=36_000)
    asked = parser.parse_args(words)
    stop_at = time.monotonic() + asked.most_seconds
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as place:
        plays = [Making(Path(place) / "making"), TakingOut(Path(place) / "taking-out")]
        score = Score()
        for play in plays:
            step = 1
            while score.count(play, at_step=step) and time.monotonic() < stop_at:
                step += 1
        at_steps = score.kills
        while score.kills - at_steps < asked.kills and time.monotonic() < stop_at:
            # A little longer than it takes, so that its very end is hit too.
            play = chance.choice(plays)
            score.count(play, after_s=chance.uniform(0, 1.2 * play.takes_s))
    if late := score.kills - at_steps < asked.kills:
        print("WRONG: out of time")
    print(
        f"{score.tries} tries, {score.acknowledged} acknowledged, {score.wrong} wrong; "
        f"{score.kills} kills, {at_steps} of them one before each step and the rest at random"
    )
    return 1 if score.wrong or late else 0


class Score:
    """What came of the kills so far."""

    def __init__(self):
        self.tries = self.kills = self.acknowledged = self.wrong = 0

    def count(self, play, **when):
        """Let it act, kill it, look at what is left; return whether it died of that."""
        play.prepare()
        died, acknowledged = act_and_kill(play.act, **when)
        for each in play.complaints(acknowledged):
            print(f"WRONG: {play.name}, {when}: {each}")
            self.wrong += 1
        self.tries += 1
        self.kills += died
        self.acknowledged += bool(acknowledged)
        return died


def act_and_kill(act, *, after_s=0.0, at_step=0):
    """Let a child act and kill it; return whether it died of that, and what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if at_step:
                die_before(at_step)
            os.write(writing, act().encode())
        finally:
            os._exit(0)
    os.close(writing)
    if not at_step:
        # The moment of a kill is random on purpose: there is nothing to wait for.
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        acknowledged = pipe.read().decode()
    return os.WIFSIGNALED(status), acknowledged


def die_before(step):
    """Kill this process before the file step of this number."""
    left = [step]

    def count(event, _arguments):
        if event in FILE_STEPS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


class Making:
    """Groups are made in a folder that is used again and again."""

    name = "a group was made"

    def __init__(self, place):
        self.groups = service(place)
        self.known = set()
        self.takes_s = shortest_s(lambda: self.known.add(self.act()))

    def prepare(self):
        """Nothing: what earlier kills left belongs to it."""

    def act(self):
        with self.groups.create(TEA) as made:
            return made.id

    def complaints(self, acknowledged):
        self.known |= {acknowledged} - {""}
        lines = self.groups.groups()
        yield from (
            f"{line.id} is {line.state}" for line in lines if line.state != GroupState.READY
        )
        there = {line.id for line in lines}
        if lost := self.known - there:
            yield f"lost: {lost}"
        for group in {acknowledged, *(there - self.known)} - {""}:
            yield from opens(self.groups, group, ASHA)
        self.known |= there


class TakingOut:
    """Ben is taken out of a copy of the same group, again and again."""

    name = "a person was taken out"

    def __init__(self, place):
        self.place = place
        self.model = place.with_name("model")
        with service(self.model).create(TEA) as made:
            self.group = made.id
            self.ben = made.add_opener("Ben", BEN).id
            with made.database.writing() as session:
                session.execute(text("CREATE TABLE test_note (body)"))
                for number in range(ROWS):
                    session.execute(text("INSERT INTO test_note VALUES (:n)"), {"n": "x" * number})
        self.takes_s = shortest_s(self.act, before=self.prepare)

    def prepare(self):
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.model, self.place)
        self.groups = service(self.place)

    def act(self):
        with self.groups.open(self.group, ASHA) as opened:
            opened.remove_opener(self.ben)
            return "out"

    def complaints(self, acknowledged):
        yield from opens(self.groups, self.group, ASHA, rows=ROWS)
        with service(self.place).open(self.group, ASHA) as opened:
            ben_is_in = "Ben" in [each.label for each in opened.openers]
        if acknowledged and ben_is_in:
            yield "Ben is still in"
        found = list(opens(self.groups, self.group, BEN, rows=ROWS))
        if bool(found) == ben_is_in:
            yield f"Ben is in: {ben_is_in}, and {found}"
        files = list((self.place / self.group).glob("data-*"))
        if len(files) != 1:
            yield f"left over: {[file.name for file in files]}"


def steps_of(act):
    """Return what each step is that an act takes, in order: a kind of file step, or a name."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            found = []
            sys.addaudithook(lambda event, said: found.append(_step(event, said)))
            act()
            os.write(writing, "\n".join(filter(None, found)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        steps = pipe.read().decode().splitlines()
    os.waitpid(child, 0)
    return steps


def named_step(name):
    """Count as a step what is no step of a file."""
    sys.audit("os.rename", f"{_NAMED}{name}", "", -1, -1)


def _step(event, said):
    if event not in FILE_STEPS:
        return ""
    first = said[0] if said else ""
    is_named = isinstance(first, str) and first.startswith(_NAMED)
    return first.removeprefix(_NAMED) if is_named else event


def shortest_s(act, before=lambda: None):
    """Return how long an act takes when nothing else is in its way, in seconds."""
    took = []
    for _ in range(4):
        before()
        begun = time.monotonic()
        act()
        took.append(time.monotonic() - begun)
    return min(took)


def opens(groups, group, words, *, rows=None):
    """Yield what is wrong with a group, by the words of somebody who should get in."""
    try:
        with groups.open(group, words) as opened, opened.database.reading() as session:
            if session.execute(text("PRAGMA cipher_integrity_check")).all():
                yield "a page is damaged"
            found = session.scalar(text("SELECT count(*) FROM test_note")) if rows else rows
            if found != rows:
                yield f"{found} rows of {rows}"
    except WrongPassphrase:
        yield "these words do not open it"
    except AppError as error:
        yield f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
