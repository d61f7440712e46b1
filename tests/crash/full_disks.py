"""Fills the disk at each step at which something is written, and sees that nothing is lost.

    python -m tests.crash.full_disks

What people do is done by a child. Beside it ``strace`` answers the first, the second, the
third … call that writes, and all after it, as a full disk does. The child must say in words
that there was no room, or have done what it was asked; then the files are looked at.
"""

import argparse
import ctypes
import logging
import mmap
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.crash.application_kills import ApplicationModel
from tests.crash.backup_kills import CONTENT, ERASED, KEPT, PEOPLE, SINCE
from tests.crash.recorded_disk import is_there
from tests.support.application_examples import BARE, SIGNER, WARM
from tests.support.kept_files import file_complaints, files_of, kept
from tests.support.vault_examples import ASHA, BEN, TEA, service
from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group

WRITES = "pwrite64,write,ftruncate,fallocate"
FULL = "ENOSPC"
SET_PTRACER = 0x59616D61
"""Source: Linux, include/uapi/linux/prctl.h."""
LONGEST_WAIT_S = 20
ROOM = 200
NEW_PAPER, ANSWER = "New paper", "We cook lunch. " * 300


def main(words=None):
    """Fill the disk so often; return 1 when anything was lost, torn or not said."""
    return campaign(__doc__, words, _plays)


def _plays(place):
    model = ApplicationModel(place)
    for flow in FLOWS:
        yield flow.__name__, Flow(model, flow)


def campaign(said_of_it, words, plays):
    """Fill the disk at steps of each of some plays, which come with their names.

    ``plays`` makes them in a folder. Return 1 when anything was lost, torn or not said.
    """
    parser = argparse.ArgumentParser(description=said_of_it)
    parser.add_argument("--points", type=int, help="only so many of all, at random")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    if not is_there():
        print("WRONG: strace is not installed, so no disk was filled")
        return 1
    logging.disable(logging.WARNING)  # what is said in words is asked of the errors
    chance, begun = random.Random(asked.seed), time.monotonic()
    points = wrong = refused = 0
    with tempfile.TemporaryDirectory() as place:
        every = list(plays(Path(place)))
        for name, play in every:
            steps = range(1, play.writes() + 1)
            if asked.points:
                few = asked.points // len(every) + 1
                steps = sorted(chance.sample(steps, min(len(steps), few)))
            for step in steps:
                said = play.done(step)
                points += 1
                refused += said != "done"
                for each in play.complaints(said):
                    print(f"WRONG: {name}, write {step}, {said}: {each}")
                    wrong += 1
    print(f"{refused} times it was said that there is no room; {time.monotonic() - begun:.0f} s")
    print(f"{points} full disks; {wrong} things lost, torn or not said")
    return 1 if wrong else 0


def add(groups, model, _stick):
    """A person is added."""
    with groups.open(model.group, ASHA) as opened:
        in_group(opened, model.clock).people.add(Person(name="Fay", notes="a line\n" * 200))


def erase(groups, model, _stick):
    """A person is erased."""
    with groups.open(model.group, ASHA) as opened:
        inside = in_group(opened, model.clock)
        inside.records.erase([e.id for e in inside.people.people() if e.name == "Person 7"])


def add_file(groups, model, _stick):
    """A file is taken in, and told of by a record."""
    with groups.open(model.group, ASHA) as opened:
        kept(in_group(opened, model.clock), model.file, NEW_PAPER)


def save_file(groups, model, stick):
    """A file is saved elsewhere."""
    with groups.open(model.group, ASHA) as opened:
        inside = in_group(opened, model.clock)
        inside.blobs.save_to(files_of(inside)[model.paper], stick)


def answer(groups, model, _stick):
    """An application is begun, and an answer is saved."""
    with groups.open(model.group, ASHA) as opened:
        applications = in_group(opened, model.clock).applications
        held = applications.opened(applications.start_from_call(BARE)).answers[0]
        applications.save_answer(held, replace(held.thing, text=ANSWER))


def keep_copy(groups, model, stick):
    """A copy is kept of an application as it is sent, and saved elsewhere."""
    with groups.open(model.group, ASHA) as opened:
        inside = in_group(opened, model.clock)
        kept_copy = inside.application_papers.keep(model.application)
        inside.application_papers.make_from_copy(kept_copy, stick.with_suffix(".pdf"))


def back_up(groups, model, _stick):
    """A backup is made, and tried out."""
    with groups.open(model.group, ASHA) as opened:
        inside = in_group(opened, model.clock)
        inside.backups.back_up_if_changed()
        inside.backups.drill_if_due()


def copy(groups, model, stick):
    """A copy is made."""
    with groups.open(model.group, ASHA) as opened:
        in_group(opened, model.clock).backups.copy_to(stick)


def restore(groups, model, _stick):
    """A copy takes the place of the group."""
    groups.restoring.restore(model.copy, by_words(ASHA), replace=True)


def let_in(groups, model, _stick):
    """Another person is let in."""
    with groups.open(model.group, ASHA) as opened:
        opened.add_opener("Ben", BEN)


def take_out(groups, model, _stick):
    """Somebody is let in and taken out again."""
    with groups.open(model.group, ASHA) as opened:
        opened.remove_opener(opened.add_opener("Ben", BEN).id)


def begin(groups, _model, _stick):
    """A group is made."""
    groups.create(TEA).close()


FLOWS = (
    add, erase, add_file, save_file, answer, keep_copy, back_up, copy, restore, let_in, take_out,
    begin,
)  # fmt: skip
BEFORE = {f"Person {number}" for number in range(PEOPLE)} | {KEPT, SINCE, SIGNER}
AFTER = {
    add: BEFORE | {"Fay"},
    erase: BEFORE - {"Person 7"},
    restore: BEFORE - {SINCE, SIGNER},
}


class Flow:
    """One thing that is done again and again, each time in a fresh copy of the group."""

    def __init__(self, model, flow):
        self.model, self.flow = model, flow
        self.stick = model.place / "stick.vcsgroup"

    def writes(self):
        """Return how many calls write something when there is room."""
        self._prepare()
        log = self.model.place / "log"
        self._watched(["-e", f"trace={WRITES}", "-o", str(log)])
        return sum("(" in line for line in log.read_text().splitlines())

    def done(self, step):
        """Do it while the disk is full from a step on; return "done", or what was said."""
        self._prepare()
        inject = f"inject={WRITES}:error={FULL}:when={step}+"
        return self._watched(["-e", inject, "-o", os.devnull])

    def complaints(self, said):
        """Yield what is wrong afterwards, when there is room again."""
        if said != "done" and not said.startswith("said: "):
            yield "it was not said in words"
        try:
            yield from self._looked_at(said == "done")
        except AppError as error:
            yield f"{type(error).__name__}: {error}"

    def _looked_at(self, is_done):
        for line in self.groups.groups():
            with self.groups.open(line.id, ASHA) as opened:
                inside = in_group(opened, self.model.clock)
                yield from inside.records.checked().complaints
                names = {each.name for each in inside.people.people()}
                if line.id != self.model.group:
                    continue
                yield from self._of_files(inside, is_done)
                yield from self._of_applications(inside, is_done)
                after = AFTER.get(self.flow, BEFORE)
                if names not in ([after] if is_done else [BEFORE, after]) or ERASED in names:
                    yield f"{len(names)} people"
                if not self.groups.restoring.backups(line.id) and self.flow is take_out:
                    continue  # they went with the old key
                good = self.groups.restoring.newest_good_backup(line.id, by_words(ASHA))
                if good.backup != self.groups.restoring.backups(line.id)[0]:
                    yield "the newest backup is not whole"
        if self.flow is copy and self.stick.exists():
            self.groups.restoring.look_inside(self.stick, by_words(ASHA))
        elif self.flow is copy and is_done:
            yield "there is no copy"

    def _of_files(self, inside, is_done):
        yield from file_complaints(inside, CONTENT)
        if self.flow is add_file and is_done and NEW_PAPER not in files_of(inside):
            yield "the file is lost"
        if self.flow is save_file and self.stick.exists() != is_done:
            yield "it is torn, or not there"
        elif self.flow is save_file and is_done and self.stick.read_bytes() != CONTENT:
            yield "it is not what it was"

    def _of_applications(self, inside, is_done):
        begun = {each.name: each.id for each in inside.applications.lines()}
        if self.flow is answer and BARE.title in begun:
            texts = {each.text for each in inside.applications.whole(begun[BARE.title]).answers}
            if texts != {"", ANSWER} and (is_done or texts != {""}):
                yield "the answer is torn, or lost"
        elif self.flow is answer and is_done:
            yield "the application is lost"
        if self.flow is restore and WARM.title not in begun:
            return  # the copy was made before it
        copies = inside.applications.application(self.model.application).thing.copies
        for each in copies:
            if inside.application_papers.read(each).whole.answers != self.model.said.whole.answers:
                yield "a kept copy says something else"
        most = 2 if self.flow is keep_copy else 1
        if not 1 <= len(copies) <= most or (is_done and len(copies) != most):
            yield f"{len(copies)} copies are kept"
        page = self.stick.with_suffix(".pdf")
        if page.exists() != (is_done and self.flow is keep_copy):
            yield "the page is there too soon, or not at all"

    def _prepare(self):
        for each in (self.stick, self.stick.with_suffix(".pdf")):
            each.unlink(missing_ok=True)
        self.groups = service(self.model.played("played"), self.model.clock)

    def _watched(self, how):
        """Let a child do it while strace looks on; return what came of it."""
        # What it says goes through memory: that is no call that writes.
        told = mmap.mmap(-1, ROOM)
        (reading, writing), ready = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _may_be_watched()
                os.write(ready[1], b"!")
                os.read(reading, 1)
                told.write(self._outcome().encode()[: ROOM - 1])
            finally:
                os._exit(0)
        os.read(ready[0], 1)
        watch = subprocess.Popen(["strace", "-qq", "-p", str(child), *how], stderr=subprocess.PIPE)
        _wait_until_watched(child, watch)
        os.write(writing, b"!")
        os.waitpid(child, 0)
        watch.communicate()
        for end in (reading, writing, *ready):
            os.close(end)
        return told.read(ROOM).rstrip(b"\0").decode()

    def _outcome(self):
        try:
            self.flow(self.groups, self.model, self.stick)
        except AppError as error:
            return f"said: {type(error).__name__}"
        except Exception as error:  # noqa: BLE001  whatever else it is, it is wrong
            return f"{type(error).__name__}: {error}"
        return "done"


def _may_be_watched():
    """Let any process of this account watch this one, where Linux asks for that."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)


def _wait_until_watched(child, watch):
    status, stop_at = Path(f"/proc/{child}/status"), time.monotonic() + LONGEST_WAIT_S
    while "TracerPid:\t0\n" in status.read_text():
        if watch.poll() is not None or time.monotonic() > stop_at:
            os.kill(child, signal.SIGKILL)
            raise RuntimeError(f"strace does not watch: {watch.communicate()[1]!r}")
        time.sleep(0.001)  # nobody tells when it begins


if __name__ == "__main__":
    sys.exit(main())
