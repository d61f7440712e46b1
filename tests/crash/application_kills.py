"""Kills a program while an application is written, kept as it is sent, and read again.

Half of the kills come before a step that opens, renames or deletes a file, for between
those the rare states lie; the other half at random moments. The number is for each play.

    python -m tests.crash.application_kills --kills 500

After each kill a new look is taken: every answer that was shown as saved is there, every
kept copy of which the application tells is whole and says what it said, and an application
that was deleted for good is gone with all that belongs to it, or lies in the bin whole.
Needs fork, so not on Windows.
"""

import mmap
import sys
from dataclasses import replace

from tests.crash.backup_kills import CONTENT, Model, Play, campaign
from tests.support.application_examples import records_of, with_all_in_it
from tests.support.kept_files import file_complaints, sealed_in
from tests.support.vault_examples import ASHA, service
from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.budgets import BudgetLine
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.services.in_group import in_group

SAVES = 12
_LAST = "last"


class ApplicationModel(Model):
    """A group with an application: answers, a budget, a paper with its file, and a kept copy."""

    def __init__(self, place):
        super().__init__(place)
        with service(self.made, self.clock).open(self.group, ASHA) as opened:
            inside = in_group(opened, self.clock)
            self.application = with_all_in_it(inside, self.file)
            self.first = inside.application_papers.keep(self.application, note="By post")
            self.said = inside.application_papers.read(self.first)


class ApplicationPlay(Play):
    """Something is done with the application in a group that is opened and locked by it."""

    def act(self):
        with self.groups.open(self.model.group, ASHA) as opened:
            return self.act_in(in_group(opened, self.model.clock))

    def complaints(self, acknowledged):
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            yield from inside.records.checked().complaints
            yield from file_complaints(inside, CONTENT)
            yield from self.complaints_in(inside, acknowledged)
        yield from self.left()

    def copies(self, inside):
        return inside.applications.application(self.model.application).thing.copies

    def of_copies(self, inside):
        """Yield what is wrong with the copies of which the application tells."""
        copies = self.copies(inside)
        if self.model.first not in copies:
            yield "the first copy is lost"
        for each in copies:
            try:
                read = inside.application_papers.read(each)
            except AppError as error:
                yield f"copy {each.number}: {type(error).__name__}"
                continue
            if read.files != self.model.said.files:
                yield f"copy {each.number} holds {read.files}"
            if each == self.model.first and read != self.model.said:
                yield "the first copy says something else"


class Answering(ApplicationPlay):
    """Answers and the budget are saved one after the other, as a person types them."""

    name = "answers were saved"

    def __init__(self, model):
        self.shown = mmap.mmap(-1, 1)
        super().__init__(model)

    def prepare(self):
        super().prepare()
        self.shown[0] = 0

    def act_in(self, inside):
        answers = list(inside.applications.opened(self.model.application).answers)
        budget = inside.budgets.of(self.model.application)
        for number in range(1, SAVES + 1):
            at = number % len(answers)
            text = f"{number} " + "We cook lunch. " * 100
            after = replace(answers[at].thing, text=text)
            answers[at] = inside.applications.save_answer(answers[at], after)
            line = BudgetLine("typed", what="Oven", unit_pence=number)
            lines = (*(each for each in budget.thing.lines if each.id != "typed"), line)
            budget = inside.budgets.save(budget, replace(budget.thing, lines=lines))
            self.shown[0] = number  # in memory that outlives who dies
        return _LAST

    def complaints_in(self, inside, acknowledged):
        shown = SAVES if acknowledged else self.shown[0]
        answers = inside.applications.whole(self.model.application).answers
        said = {}
        for at, each in enumerate(answers):
            first = each.text.partition(" ")[0]
            said[at] = int(first) if first.isdecimal() else 0
            if first.isdecimal() and each.text != f"{first} " + "We cook lunch. " * 100:
                yield f"answer {at} is torn"
        for at, number in said.items():
            due = max((n for n in range(1, shown + 1) if n % len(answers) == at), default=0)
            may_be = {due} | ({shown + 1} if (shown + 1) % len(answers) == at else set())
            if number not in may_be:
                yield f"answer {at} says {number}, not one of {may_be}"
        yield from self._of_budget(inside, shown)
        yield from self.of_copies(inside)

    def _of_budget(self, inside, shown):
        lines = inside.budgets.of(self.model.application).thing.lines
        typed = next((each.unit_pence for each in lines if each.id == "typed"), 0)
        if typed not in (shown, shown + 1):
            yield f"the budget says {typed}, not {shown}"


class Keeping(ApplicationPlay):
    """An answer is changed, and a copy is kept of what is sent."""

    name = "a copy was kept"

    def act_in(self, inside):
        held = inside.applications.opened(self.model.application).answers[0]
        inside.applications.save_answer(held, replace(held.thing, text="As it was corrected"))
        return inside.application_papers.keep(self.model.application).id

    def complaints_in(self, inside, acknowledged):
        yield from self.of_copies(inside)
        copies = self.copies(inside)
        new = [each for each in copies if each != self.model.first]
        if acknowledged and [each.id for each in new] != [acknowledged]:
            yield "the copy that was kept is lost"
        if len(new) > 1:
            yield f"{len(new)} copies were kept"
        for each in new:
            if inside.application_papers.read(each).whole.answers[0].text != "As it was corrected":
                yield "it says something else"
        # And all goes on: the next one can be kept.
        after = inside.application_papers.keep(self.model.application)
        if after.number != len(copies) + 1 or not inside.application_papers.read(after):
            yield f"the next is number {after.number}"


class Reading(ApplicationPlay):
    """A kept copy is read, and written out where nothing was and where something was."""

    name = "a copy was read"

    def prepare(self):
        super().prepare()
        self.elsewhere = self.model.place / "out"
        self.elsewhere.mkdir(exist_ok=True)
        for each in self.elsewhere.iterdir():
            each.unlink()
        (self.elsewhere / "taken.zip").write_bytes(b"older")

    def act_in(self, inside):
        papers = inside.application_papers
        papers.read(self.model.first)
        papers.make_from_copy(self.model.first, self.elsewhere / "new.pdf")
        papers.make_from_copy(self.model.first, self.elsewhere / "taken.zip")
        return "read"

    def complaints_in(self, inside, acknowledged):
        yield from self.of_copies(inside)
        content = inside.blobs.read(self.model.first.file)
        found = {each.name: each.read_bytes() for each in self.elsewhere.glob("[!.]*")}
        new, taken = found.get("new.pdf"), found.get("taken.zip")
        if new is not None and not (new.startswith(b"%PDF") and new.rstrip().endswith(b"%%EOF")):
            yield "the page is torn"
        if taken not in (content, b"older"):
            yield "the zip is torn"
        if acknowledged and (new is None or taken != content):
            yield "it was not written"


class Deleting(ApplicationPlay):
    """The application is deleted for good, with all that belongs to it."""

    name = "an application was deleted for good"

    def prepare(self):
        super().prepare()
        with self.groups.open(self.model.group, ASHA) as opened:
            inside = in_group(opened, self.model.clock)
            inside.applications.remove(self.model.application)
            # Another computer knew nothing of that, and went on writing.
            inside.records.add(ANSWER, replace(self.model.said.whole.answers[0], text="Late"))

    def act_in(self, inside):
        inside.bin.delete_for_good([self.model.application])
        return "gone"

    def complaints_in(self, inside, acknowledged):
        there = records_of(inside, self.model.application)
        blob = self.model.first.file.blob
        lies_there = blob in sealed_in(inside)
        if self.model.application in there:
            if len(there) != len(self.model.said.whole.answers) + 4:
                yield f"only {len(there)} of its parts are left"
            if not lies_there:
                yield "its kept copy is lost"
        elif there:
            yield f"{len(there)} of its parts are left without it"
        elif lies_there:
            yield "its kept copy was not taken away"
        if acknowledged and there:
            yield "it was not deleted"


PLAYS = (Answering, Keeping, Reading, Deleting)

if __name__ == "__main__":
    sys.exit(campaign(__doc__, ApplicationModel, PLAYS))
