"""Damages a group's records and its files: all is noticed, nothing of it is shown as true.

    python -m tests.crash.damaged_files --files 3000

Each file has a bit flipped, a sector of nonsense, an end cut off, a page of nothing, or two
pages in each other's place. The group must not open, and the newest backup that is whole
must be offered; now and then the newest of all is damaged too. The same is done each time to a
sealed file of the group: it must not be shown.
"""

import argparse
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support.kept_files import file_complaints, kept
from tests.support.vault_examples import ASHA, TEA, MovableClock, service
from vcs_desktop.core.group_errors import GroupDamaged
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group

PAGE, SECTOR, PEOPLE = 4096, 512, 40
EVERY_BACKUP_TOO = 5


def a_bit(content, chance):
    """Flip one bit."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def a_sector(content, chance):
    """Write nonsense over one sector."""
    start = SECTOR * chance.randrange(len(content) // SECTOR)
    content[start : start + SECTOR] = chance.randbytes(SECTOR)


def an_end(content, chance):
    """Cut the end off, at a page or anywhere."""
    size = chance.randrange(len(content))
    del content[size - size % PAGE if chance.random() < 1 / 2 else size :]


def a_page_of_nothing(content, chance):
    """Put nothing where a page was."""
    start = PAGE * chance.randrange(len(content) // PAGE)
    content[start : start + PAGE] = bytes(PAGE)


def two_pages(content, chance):
    """Let two pages change their places."""
    one, other = (PAGE * each for each in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )


DAMAGES = (a_bit, a_sector, an_end, a_page_of_nothing, two_pages)


def main(words=None):
    """Damage so many files; return 1 when any damage was not noticed, or no backup offered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    logging.disable(logging.WARNING)  # that it is noticed is asked of the errors
    chance, done, begun = random.Random(asked.seed), Counter(), time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        groups, group, backups = _made(Path(place), chance)
        (data,) = (Path(place) / group).glob("data-*.db")
        newest, older = (each.path for each in backups)
        whole, whole_backup = data.read_bytes(), newest.read_bytes()
        sealed = SealedFile(groups, Path(place), chance)
        for number in range(asked.files):
            damage = DAMAGES[number % len(DAMAGES)]
            data.write_bytes(_damaged(whole, damage, chance))
            expected = newest
            if number % EVERY_BACKUP_TOO == 0:
                newest.write_bytes(_damaged(whole_backup, chance.choice(DAMAGES), chance))
                expected = older
            found = [*_complaints(groups, group, expected), *sealed.complaints(damage, chance)]
            for said in found:
                print(f"WRONG: {number}, {damage.__name__}: {said}")
                done["wrong"] += 1
            done[damage.__name__] += 1
            newest.write_bytes(whole_backup)
        data.write_bytes(whole)
        sealed.close()
        with groups.open(group, ASHA) as opened:
            assert len(in_group(opened, MovableClock()).people.people()) == PEOPLE
    kinds = ", ".join(f"{done[each.__name__]} {each.__name__}" for each in DAMAGES)
    print(f"{kinds}; {time.monotonic() - begun:.0f} s")
    print(f"{asked.files} damaged files; {done['wrong']} not noticed or without a backup")
    return 1 if done["wrong"] else 0


class SealedFile:
    """A file that another group keeps, damaged again and again while it is open."""

    def __init__(self, groups, place, chance):
        self.content, path = chance.randbytes(40 * PAGE), place / "paper.pdf"
        path.write_bytes(self.content)
        self.group = groups.create(TEA)
        self.inside = in_group(self.group, MovableClock())
        _, self.stored = kept(self.inside, path)
        self.path = self.group.files().folder.path / "blobs" / self.stored.blob
        self.whole = self.path.read_bytes()

    def complaints(self, damage, chance):
        """Damage it, and yield what is wrong with what is said of it."""
        self.path.write_bytes(_damaged(self.whole, damage, chance))
        said = list(file_complaints(self.inside, self.content))
        if said != ["Policy: FileDamaged"]:
            yield f"of a file was said: {said}"

    def close(self):
        self.path.write_bytes(self.whole)
        assert not list(file_complaints(self.inside, self.content))
        self.group.close()


def _made(place, chance):
    """Return a group with two backups, the newest first."""
    clock = MovableClock()
    groups = service(place, clock)
    with groups.create(TEA) as opened:
        inside = in_group(opened, clock)
        for number in range(PEOPLE):
            inside.people.add(Person(name=f"Person {number}", notes=chance.randbytes(400).hex()))
            if number in {PEOPLE // 2, PEOPLE - 1}:
                inside.backups.back_up_if_changed()
        return groups, opened.id, inside.backups.list()


def _damaged(whole, damage, chance):
    content = bytearray(whole)
    while content == whole:
        damage(content, chance)
    return bytes(content)


def _complaints(groups, group, expected):
    try:
        groups.open(group, ASHA).close()
        yield "it opened"
    except GroupDamaged:
        pass
    found = groups.restoring.newest_good_backup(group, by_words(ASHA)).backup.path
    if found != expected:
        yield f"{found.name} was offered"


if __name__ == "__main__":
    sys.exit(main())
