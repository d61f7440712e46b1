"""Cuts the power while a group is used: nothing that was shown as saved is lost, nothing torn.

A real run through the services is watched with ``strace``. Then, as often as asked, it is
cut off after some call, and what had not been flushed is kept or lost sector by sector.

    python -m tests.crash.power_cuts --cuts 5000

What is left must open, hold what was said to be saved or what came next, and be what its
log adds up to; every backup that was said to be made must be whole, and every file of which
a record tells must be there as it came.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.crash.recorded_disk import Disk, is_there, watched
from tests.support.application_examples import with_all_in_it
from tests.support.kept_files import file_complaints, files_of, kept
from tests.support.vault_examples import ASHA, BEN, TEA, MovableClock, service
from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group

PROJECT = Path(__file__).resolve().parents[2]
AT_ONCE = 6
CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 600
"""Of each file that the group keeps: two pieces and a little."""


def main(words=None):
    """Cut the power so often; return 1 when anything was lost or torn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--use", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.use:
        use(asked.use)
        return 0
    if not is_there():
        print("WRONG: strace is not installed, so nothing was cut")
        return 1
    begun, wrong = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as place:
        run = Run(Path(place).resolve())
        chance = random.Random(asked.seed)
        for number in range(asked.cuts):
            call = chance.randrange(len(run.lines) + 1)
            for said in run.complaints(call, random.Random(f"{asked.seed} {number}")):
                print(f"WRONG: cut {number}, after call {call}: {said}")
                wrong += 1
        print(f"{len(run.lines)} calls were watched, {len(run.states)} things said to be saved")
    print(f"{time.monotonic() - begun:.0f} s; {asked.cuts} cuts made; {wrong} things lost or torn")
    return 1 if wrong else 0


def use(root):
    """Use the group in a folder, and say after each act what a person would see as saved."""
    groups, clock = service(root, MovableClock()), MovableClock()
    (group,) = (each.id for each in groups.groups())
    with (root / "said").open("wb", buffering=0) as said:

        def say(inside):
            names = sorted(each.name for each in inside.people.people())
            there = [each.path.name for each in inside.backups.list()]
            papers = [sorted(files_of(inside)), answers_of(inside), copies_of(inside)]
            said.write(f"{json.dumps([names, there, papers])}\n".encode())

        with groups.open(group, ASHA) as opened:
            inside = in_group(opened, clock)
            say(inside)
            for number in range(AT_ONCE):
                inside.people.add(Person(name=f"First {number}", notes="a line\n" * 150))
                say(inside)
            lost, _ = kept(inside, _paper(root), "Paper 1")
            say(inside)
            kept(inside, _paper(root), "Paper 2")
            say(inside)
            backup = inside.backups.back_up_if_changed()
            say(inside)
            inside.records.erase([lost])
            say(inside)
            write_application(inside, _paper(root), lambda: say(inside))
            inside.records.erase([inside.people.people()[0].id])
            say(inside)
            inside.people.add(Person(name="After the erasure"))
            say(inside)
            opened.add_opener("Ben", BEN)
        with groups.open(group, BEN) as opened:
            inside = in_group(opened, clock)
            inside.people.add(Person(name="By Ben", notes="b line\n" * 150))
            say(inside)
            inside.backups.back_up_if_changed()
            say(inside)
        groups.restoring.restore(backup, by_words(ASHA), replace=True)
        with groups.open(group, BEN) as opened:
            inside = in_group(opened, clock)
            say(inside)
            inside.people.add(Person(name="In the restored one"))
            say(inside)


def write_application(inside, paper, say):
    """Begin an application, answer, keep a copy, correct it, and keep another."""
    begun = with_all_in_it(inside, paper, say)
    for number in range(2):
        held = inside.applications.opened(begun).answers[0]
        inside.applications.save_answer(held, replace(held.thing, text=f"{number} lunches"))
        say()
        inside.application_papers.keep(begun)
        say()


def answers_of(inside):
    """Return the answers of the applications that are not in the bin."""
    lines = inside.applications.lines()
    return [each.text for line in lines for each in inside.applications.whole(line.id).answers]


def copies_of(inside):
    """Return the hash of each kept copy, which is read for it."""
    found = []
    for line in inside.applications.lines():
        for each in inside.applications.application(line.id).thing.copies:
            inside.application_papers.read(each)
            found.append([each.number, each.sha256])
    return found


def _paper(root):
    return root.with_name("paper.pdf")


class Run:
    """One watched run, to be cut off again and again."""

    def __init__(self, place):
        self.place, self.start = place, place / "start"
        with service(self.start).create(TEA) as opened:
            self.group = opened.id
        root = place / "used"
        _paper(root).write_bytes(CONTENT)
        shutil.copytree(self.start, root)
        order = [sys.executable, "-m", "tests.crash.power_cuts", "--use", str(root)]
        watched(order, place / "calls", PROJECT)
        calls = (place / "calls").read_text().splitlines()
        coded = "".join(f"\\x{byte:02x}" for byte in str(root).encode())
        self.lines = [line for line in calls if coded in line]
        self.root = root
        whole = Disk(root, self.start)
        for line in self.lines:
            whole.do(line)
        self.states = [json.loads(line) for line in whole.said.splitlines()]

    def complaints(self, call, chance):
        """Yield what is wrong when the power is cut after a call."""
        disk = Disk(self.root, self.start)
        for line in self.lines[:call]:
            disk.do(line)
        left = self.place / "left"
        shutil.rmtree(left, ignore_errors=True)
        for name, content in disk.left(chance).items():
            (left / name).parent.mkdir(parents=True, exist_ok=True)
            (left / name).write_bytes(content)
        said = disk.said.count(b"\n")
        try:
            yield from self._looked_at(service(left, MovableClock()), said)
        except AppError as error:
            yield f"{type(error).__name__}: {error}"

    def _looked_at(self, groups, said):
        with groups.open(self.group, ASHA) as opened:
            inside = in_group(opened, MovableClock())
            yield from inside.records.checked().complaints
            yield from file_complaints(inside, CONTENT)
            found = [
                sorted(each.name for each in inside.people.people()),
                [sorted(files_of(inside)), answers_of(inside), copies_of(inside)],
            ]
        near = self.states[max(0, said - 1) : said + 1]
        may_be = [[people, papers] for people, _, papers in near]
        if found not in may_be:
            yield f"{found}, not one of {may_be}"
        there = {each.path.name: each for each in groups.restoring.backups(self.group)}
        for name in self.states[said - 1][1] if said else []:
            if name not in there:
                yield f"the backup {name} is lost"
            elif groups.restoring.look_inside(there[name], by_words(ASHA)).people < 1:
                yield f"the backup {name} is empty"


if __name__ == "__main__":
    sys.exit(main())
