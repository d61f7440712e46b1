"""What an open group tells about itself: the record and the papers that fit is judged by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.kinds import DOCUMENT, OUR_GROUP, PROFILE
from vcs_desktop.domain.our_group import OurGroup, profile_of
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import Held, RecordsService, unwritten
from vcs_desktop.services.things import things
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_records

_NOTHING = unwritten(PROFILE, OurGroup(id=OUR_GROUP), OUR_GROUP)
"""A group that has told nothing yet: the first change makes the record."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a group told, with the versions it was read in. ``ours`` None: nothing yet."""

    ours: Held[OurGroup] | None
    papers: tuple[Held[Paper], ...] = ()


class OurGroupService:
    """Reads and changes what the group tells of itself."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def today(self) -> date:
        """Return the day on which what is asked for is judged."""
        return self._records.clock.today()

    def profile(self) -> GroupProfile:
        """Return what the group is judged by today; of a new group nothing is known."""
        held = self.held()
        ours = held.thing if held else OurGroup()
        papers = sorted(things(self._records, Paper, DOCUMENT), key=lambda each: each.id)
        return profile_of(ours, papers, self.today())

    def held(self) -> Held[OurGroup] | None:
        """Return the group with its version, to be changed; None when nothing was told yet."""
        return self._records.held(OurGroup, OUR_GROUP)

    def told(self) -> Told:
        """Return the group and its papers with their versions, to be changed together."""
        with self._records.database.reading() as session:
            found = group_records.all_of(session, DOCUMENT)
        papers = tuple(Held(thing_of(Paper, each.values, each.id), each) for each in found)
        return Told(self.held(), papers)

    def new_id(self) -> str:
        """Return an id for one of several things, such as a year or a paper."""
        return self._records.ids.new()

    def save(self, before: Held[OurGroup] | None, after: OurGroup) -> Held[OurGroup]:
        """Keep what was changed since ``before`` was read; None is a group that told nothing yet.

        Returns what the person sees now, to be given back as ``before`` of their next change.

        Raises:
            TooLong: a text is too long.
        """
        if before is None:
            return self._records.save(_NOTHING, after, verb=Verb.ADD)
        return self._records.save(before, after)

    def tell(self, before: Told, ours: OurGroup, papers: Sequence[Paper]) -> Told:
        """Keep the group and its papers as they are told now, as one act.

        A paper that is new is made, one that is no longer among them goes to the bin. Returns
        what the person sees now, to be given back as ``before`` of their next change.

        Raises:
            TooLong: a text is too long.
        """
        were = [each.thing for each in before.papers]
        if ours == (before.ours or _NOTHING).thing and list(papers) == were:
            return before
        verb = Verb.CHANGE if before.ours else Verb.ADD
        with self._records.acting(verb) as act:
            held = before.ours
            if ours != (held or _NOTHING).thing:
                held = self._records.save_in(act, held or _NOTHING, ours)
            return Told(held, self._papers_in(act, before, papers))

    def _papers_in(
        self, act: Act, before: Told, papers: Sequence[Paper]
    ) -> tuple[Held[Paper], ...]:
        were = {each.thing.id: each for each in before.papers}
        kept = []
        for paper in papers:
            if paper.id in were:
                kept.append(self._records.save_in(act, were[paper.id], paper))
            else:
                kept.append(self._records.new_in(act, DOCUMENT, paper, paper.id))
        for gone in were.keys() - {each.id for each in papers}:
            act.delete(DOCUMENT, gone)
        return tuple(kept)
