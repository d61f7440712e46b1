"""The practice group: made up, open to anybody, and marked so that nobody takes it for a real one.

It is encrypted as any other, only that its secret words stand in this file.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import DamagedSlots, GroupDamaged, GroupFileMissing
from vcs_desktop.core.language import marked, tr
from vcs_desktop.core.resources import resource
from vcs_desktop.services.groups.lines import NewGroup

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import OpenGroup
    from vcs_desktop.services.groups.service import GroupsService

WORDS: Final = " ".join(("anybody", "open", "unlocked", "custard"))
"""Known to everybody. They are as strong as any, so that the vault needs no exception."""
MARK: Final = "practice.txt"
_BROKEN: Final = (DamagedSlots, GroupDamaged, GroupFileMissing)


class NotForPractice(AppError):
    """What was to be thrown away is not the practice group, or does not open as it does."""

    message = marked("This is not the practice group, so it was not thrown away.")
    advice = marked("Open it with its own secret words.")


def is_for_practice(folder: Path) -> bool:
    """Say whether the folder of a group is marked as the practice group's."""
    return (folder / MARK).is_file()


def mark_for_practice(folder: Path) -> None:
    """Mark the folder of a group that is being made."""
    words = tr("Practice group: anybody can open it. Put no real names here.")
    (folder / MARK).write_text(f"{words}\n", "utf-8")


class PracticeGroup:
    """Opens the one practice group of this computer, made on first use, and throws it away."""

    def __init__(self, groups: "GroupsService", clock: Clock) -> None:
        self._groups = groups
        self._clock = clock

    def open(self) -> "OpenGroup":
        """Open the practice group that is here, or make one with made-up people.

        Raises:
            AppError: as opening or making any group does.
        """
        found = self._id()
        opened = self._groups.open(found, WORDS) if found else self._make()
        try:
            self._fill(opened)
        except BaseException:
            opened.close()
            raise
        return opened

    def throw_away(self) -> None:
        """Delete the practice group, if there is one; nobody may have it open.

        A mark alone is not believed: the group must open with the words of everybody,
        or open no more with any.

        Raises:
            NotForPractice: it has words of its own.
            GroupInUse: it is open.
        """
        found = self._id()
        if not found:
            return
        try:
            self._groups.open(found, WORDS).close()
        except _BROKEN:
            pass
        except AppError as error:
            raise NotForPractice(type(error).__name__) from error
        self._groups.delete_folder(found)

    def _id(self) -> str:
        return next((line.id for line in self._groups.groups() if line.is_practice), "")

    def _make(self) -> "OpenGroup":
        from vcs_desktop.feeds.profiles import read_profile

        name = read_profile(resource("sample/group.yaml")).name
        return self._groups.create(NewGroup(name, WORDS, tr("Anybody"), is_practice=True))

    def _fill(self, opened: "OpenGroup") -> None:
        """Put the made-up records in, all at once, where nothing was ever done."""
        from vcs_desktop.domain.acts import Verb
        from vcs_desktop.domain.kinds import DOCUMENT, OUR_GROUP, PROFILE
        from vcs_desktop.domain.our_group import OurGroup, YearEnd, our_group_of
        from vcs_desktop.domain.papers import Paper, paper_of
        from vcs_desktop.domain.values import changes_of
        from vcs_desktop.domain.year_ends import last_end
        from vcs_desktop.feeds.profiles import read_profile
        from vcs_desktop.services.groups.practice_papers import PracticePapers
        from vcs_desktop.services.groups.practice_records import SampleRecords
        from vcs_desktop.services.in_group import in_group

        inside = in_group(opened, self._clock)
        if inside.our_group.held() is not None or inside.records.checked().operations:
            return
        profile = read_profile(resource("sample/group.yaml"))
        ours = our_group_of(profile, inside.records.ids.new)
        # A profile for judging has no year end, and without one nobody sees what is to be filed.
        end = YearEnd(day=31, month=3)
        ended_on = last_end(end, self._clock.today())
        years = tuple(replace(each, ended_on=ended_on) for each in ours.years)
        ours = replace(ours, year_end=end, years=years)
        new_id, today = inside.records.ids.new, self._clock.today()
        files = PracticePapers(inside.blobs, today)
        with inside.records.acting(Verb.ADD, undoable=False) as act:
            SampleRecords(new_id, today, files.keep).put_in(act)
            for policy in profile.policies or ():
                paper = files.with_file(paper_of(policy), new_id())
                act.change(DOCUMENT, new_id(), changes_of({}, Paper(), paper), seen=())
            act.change(PROFILE, OUR_GROUP, changes_of({}, OurGroup(), ours), seen=())
