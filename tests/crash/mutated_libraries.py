"""Changes packs and trees at random, and sees that none is taken in with other content.

    python -m tests.crash.mutated_libraries --mutants 100000

A mutant is a pack or one file of a tree in which bytes were flipped, cut out, doubled, swapped
or written over, or in whose place another version's file lies. It is taken in at a laptop that
knows the line and has an older version. It must be refused in words and change nothing, or be
taken in with exactly the content that was published. Where it came to be taken in, the laptop
is set back, so that the next one meets the same.
"""

import argparse
import hashlib
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support.arriving import Laptop, told
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE, Office, pack
from vcs_desktop.core.errors import AppError
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.storage.database import Database

FEW = 40
MAP, FORM = b"a map " * 50, b"%PDF-1.7 a form " * 30


def main(words=None):
    """Take in so many mutants; return 1 when one was taken in that should not have been."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)  # what is said in words is asked of the errors
    chance, begun = random.Random(asked.seed), time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        both = [Laboratory(Path(place) / str(deltas), deltas=deltas) for deltas in (True, False)]
        for number in range(asked.mutants):
            for each in both[number % 2].tried(chance):
                print(f"WRONG: mutant {number}: {each}")
        for laboratory in both:
            laboratory.close()
    told_of, times = both[0].counts + both[1].counts, sorted(both[0].times + both[1].times)
    for name, count in told_of.most_common():
        print(f"{count:7} {name}")
    print(f"{times[len(times) // 2] * 1000:.1f} ms for one, {times[-1] * 1000:.0f} ms for the "
          f"slowest; {time.monotonic() - begun:.0f} s")  # fmt: skip
    wrong = both[0].wrong + both[1].wrong
    print(f"{asked.mutants} mutants; {wrong} taken in with other content, crashed or not said")
    return 1 if wrong else 0


class Laboratory:
    """A laptop with an older version, and the whole newer one to make mutants of.

    With ``deltas`` there are two ways to it, and without them one.
    """

    def __init__(self, place, *, deltas):
        office = Office(place / "tree")
        self.old = [call(f"grant {number:02}", note=str(number * 7919)) for number in range(FEW)]
        office.publish(*self.old, attachments=(MAP,))
        self.place, self.data = place, place / "data"
        laptop = Laptop(self.data)
        self.fill(laptop, office)
        laptop.close()
        self.kept = (self.data / "library.db").read_bytes()
        self.before = {
            file.relative_to(office.folder).as_posix(): file.read_bytes()
            for file in office.folder.rglob("*") if file.is_file()
        }  # fmt: skip
        self.new = [*self.old[3:], call("new")]
        office.publish(*self.new, delta=deltas, attachments=(FORM, MAP))
        (office.folder / "snapshots/1.ndjson.gz").unlink()
        self.tree = office.folder
        self.files = {
            file.relative_to(office.folder).as_posix(): file.read_bytes()
            for file in office.folder.rglob("*") if file.is_file()
        }  # fmt: skip
        self.pack = pack(office.folder, place / "whole.vcslibrary").read_bytes()
        self.laptop = self.opened()
        self.untouched = self.laptop.all()
        self.counts, self.times, self.wrong = Counter(), [], 0

    def fill(self, laptop, office):
        """Bring the older version to a laptop."""
        laptop.arrivals.take_in(office.folder, trust=DIGITS)

    def opened(self):
        return Laptop(self.data, database=Database(self.data / "library.db"))

    def close(self):
        self.laptop.close()

    def tried(self, chance):
        """Take in one mutant, and yield what was wrong with that."""
        arrive, restore = self.prepared(chance)
        begun = time.perf_counter()
        try:
            arrival = arrive()
            outcome, error = arrival.outcome, arrival.error
        except AppError as refused:
            outcome, error = Outcome.FAILED, refused
        except Exception as crash:  # noqa: BLE001  whatever else it is, it is wrong
            outcome, error = "crashed", crash
        self.times.append(time.perf_counter() - begun)
        restore()
        yield from self._judged(outcome, error)

    def _judged(self, outcome, error):
        name = f"{outcome}: {type(error).__name__}" if error else str(outcome)
        self.counts[name] += 1
        complaint = ""
        if outcome == "crashed":
            complaint = repr(error)
        elif error is not None:
            if not (error.message and error.advice):
                complaint = "it was not said in words"
            elif self.laptop.all() != self.untouched:
                complaint = "it was refused, and something was changed"
        elif outcome == Outcome.DONE and self.laptop.lines(LINE) != told(self.new):
            complaint = "it was taken in with other content"
        elif outcome != Outcome.DONE and self.laptop.all() != self.untouched:
            complaint = "nothing was new, and something was changed"
        complaint = complaint or self._of_files()
        if outcome == Outcome.DONE or complaint:
            self._set_back()
        if complaint:
            self.wrong += 1
            yield complaint

    def _of_files(self):
        """Return what is wrong with the files that go along: each is right, or is not there."""
        for file in (self.data / "attachments").iterdir():
            if hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                return f"{file.name} was kept with other content"
        return ""

    def _set_back(self):
        self.laptop.close()
        (self.data / "attachments" / hashlib.sha256(FORM).hexdigest()).unlink(missing_ok=True)
        for file in self.data.glob("library.db*"):
            file.unlink()
        (self.data / "library.db").write_bytes(self.kept)
        self.laptop = self.opened()

    def prepared(self, chance):
        """Return how one mutant arrives, and what puts the whole in its place again."""
        path, restore = self._mutant(chance)
        return lambda: self.laptop.arrivals.take_in(path), restore

    def _mutant(self, chance):
        """Return where a mutant lies, and what puts the whole in its place again."""
        if chance.random() < 0.6:
            path = self.place / "mutant.vcslibrary"
            path.write_bytes(changed_at_random(self.pack, chance))
            return path, lambda: None
        name = chance.choice(sorted(self.files))
        file, content = self.tree / name, self.files[name]
        if chance.random() < 0.1 and name in self.before:
            file.write_bytes(self.before[name])
        elif chance.random() < 0.05:
            file.unlink()
        else:
            file.write_bytes(changed_at_random(content, chance))
        return self.tree, lambda: file.write_bytes(content)


def changed_at_random(content, chance):
    """Return content with one to four changes; most are small."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 2, 4, 22, 46, chance.randrange(1, 400)))
        CHANGES[chance.randrange(len(CHANGES))](changed, at, length, chance)
        if not changed:
            break
    return bytes(changed)


def _flip(changed, at, _length, chance):
    if at < len(changed):
        changed[at] ^= 1 << chance.randrange(8)


def _write_over(changed, at, length, chance):
    changed[at : at + length] = chance.randbytes(min(length, max(0, len(changed) - at)))


def _zero(changed, at, length, _chance):
    changed[at : at + length] = bytes(min(length, max(0, len(changed) - at)))


def _cut(changed, at, length, _chance):
    del changed[at : at + length]


def _truncate(changed, at, _length, _chance):
    del changed[at:]


def _double(changed, at, length, _chance):
    changed[at:at] = changed[at : at + length]


def _insert(changed, at, length, chance):
    changed[at:at] = chance.randbytes(length)


def _swap(changed, at, length, chance):
    other = chance.randrange(len(changed) + 1)
    one, two = changed[at : at + length], changed[other : other + length]
    if len(one) == len(two) and abs(at - other) >= length:
        changed[at : at + length], changed[other : other + length] = two, one


CHANGES = (_flip, _flip, _flip, _write_over, _zero, _cut, _truncate, _double, _insert, _swap)

if __name__ == "__main__":
    sys.exit(main())
