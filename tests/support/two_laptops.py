"""Two laptops of one group: the real encrypted files of each, and what they give each other."""

import shutil
from dataclasses import dataclass
from typing import Any

from tests.support.vault_examples import ASHA, TEA, MovableClock, service
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage.operation_log import log
from vcs_desktop.storage.receiving import receive


@dataclass
class TwoLaptops:
    """``one`` began the group, and ``other`` has it from a copy."""

    one: Any
    other: Any
    clock: MovableClock

    def meet(self):
        """Let each have what the other did, with its files; both are the same then."""
        for giver, taker in ((self.one, self.other), (self.other, self.one)):
            _give(giver, taker)
        assert [each.records.checked().complaints for each in self.both] == [(), ()]

    @property
    def both(self):
        return self.one, self.other

    def close(self):
        for each in self.both:
            each.group.close()


def two_laptops(place, begin):
    """Return two laptops with the same group; ``begin`` is given it when it is new."""
    clock = MovableClock()
    group = service(place / "one", clock).create(TEA)
    one = in_group(group, clock)
    begin(one)
    one.backups.copy_to(place / "group.vcsgroup")
    there = service(place / "other", clock)
    there.restoring.restore(place / "group.vcsgroup", by_words(ASHA))
    return TwoLaptops(one, in_group(there.open(group.id, ASHA), clock), clock)


def _give(giver, taker):
    with giver.records.database.reading() as session:
        logged = list(log(session))
    sealed, to = (each.group.files().folder.path / "blobs" for each in (giver, taker))
    for file in sealed.iterdir() if sealed.is_dir() else ():
        to.mkdir(exist_ok=True)
        if not (to / file.name).exists():
            shutil.copy(file, to)
    with taker.records.database.writing() as session:
        receive(session, logged)
