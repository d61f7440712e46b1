"""Kills a program while it takes a file in, erases one, or saves one elsewhere.

Half of the kills come before a step that opens, renames or deletes a file, for between
those the rare states lie; the other half at random moments. The number is for each play.

    python -m tests.crash.file_kills --kills 500

After each kill a new look is taken: every file of which a record tells is there as it came,
what was shown as saved is there, what was shown as erased is gone, and what was saved
elsewhere is whole or not there. Needs fork, so not on Windows.
"""

import sys

from tests.crash.backup_kills import CONTENT, Model, Play, campaign
from tests.support.kept_files import file_complaints, files_of, kept, sealed_in
from tests.support.vault_examples import ASHA
from vcs_desktop.services.in_group import in_group

NEW, OLD = "New paper", "Old paper"


class FilePlay(Play):
    """Something is done with files in a group that is opened and locked by it."""

    def act(self):
        with self.groups.open(self.model.group, ASHA) as opened:
            return self.act_in(in_group(opened, self.model.clock))

    def complaints(self, acknowledged):
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            yield from file_complaints(inside, CONTENT)
            yield from self.complaints_in(inside, acknowledged)
            # And all goes on: another file can be kept, and read.
            _, after = kept(inside, self.model.file, "After")
            if inside.blobs.read(after) != CONTENT:
                yield "a file that was added afterwards is not what it was"
        yield from self.left()


class Adding(FilePlay):
    """A file is taken in, and the record that tells of it is kept."""

    name = "a file was added"

    def act_in(self, inside):
        _, stored = kept(inside, self.model.file, NEW)
        return stored.blob

    def complaints_in(self, inside, acknowledged):
        there = files_of(inside)
        if acknowledged and (NEW not in there or there[NEW].blob != acknowledged):
            yield "what was saved is lost"


class Erasing(FilePlay):
    """A record with a file is erased."""

    name = "a file was erased"

    def prepare(self):
        super().prepare()
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            self.paper, self.stored = kept(inside, self.model.file, OLD)

    def act_in(self, inside):
        inside.records.erase([self.paper])
        return "erased"

    def complaints_in(self, inside, acknowledged):
        is_told_of, lies_there = OLD in files_of(inside), self.stored.blob in sealed_in(inside)
        if is_told_of != lies_there:
            yield f"told of: {is_told_of}, there: {lies_there}"
        if acknowledged and (is_told_of or lies_there):
            yield "it was not erased"


class Saving(FilePlay):
    """A file is saved elsewhere, in another's place and in nobody's."""

    name = "a file was saved elsewhere"

    def prepare(self):
        super().prepare()
        self.elsewhere = self.model.place / "elsewhere"
        self.elsewhere.mkdir(exist_ok=True)
        for each in self.elsewhere.iterdir():
            each.unlink()
        (self.elsewhere / "taken.pdf").write_bytes(b"older")

    def act_in(self, inside):
        stored = files_of(inside)[self.model.paper]
        inside.blobs.save_to(stored, self.elsewhere / "new.pdf")
        inside.blobs.save_to(stored, self.elsewhere / "taken.pdf", replace=True)
        return "saved"

    def complaints_in(self, inside, acknowledged):
        found = {each.name: each.read_bytes() for each in self.elsewhere.glob("[!.]*")}
        new, taken = found.get("new.pdf"), found.get("taken.pdf")
        if new not in (CONTENT, None) or taken not in (CONTENT, b"older"):
            yield "it is torn"
        if acknowledged and (new, taken) != (CONTENT, CONTENT):
            yield "it was not saved"


PLAYS = (Adding, Erasing, Saving)

if __name__ == "__main__":
    sys.exit(campaign(__doc__, Model, PLAYS))
