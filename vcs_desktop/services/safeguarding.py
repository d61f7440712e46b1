"""What the group does when somebody is worried about a person: read, changed, put on the wall."""

from pathlib import Path

from vcs_desktop.documents.worried_poster import Poster, write_poster
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import OUR_SAFEGUARDING, SAFEGUARDING
from vcs_desktop.domain.safeguarding import Safeguarding
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import Held, RecordsService, unwritten

_NOTHING = unwritten(SAFEGUARDING, Safeguarding(id=OUR_SAFEGUARDING), OUR_SAFEGUARDING)
"""A group that has said nothing yet: the first change makes the record."""


class SafeguardingService:
    """One record, the same on every computer. Nothing about any worry is ever kept."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def held(self) -> Held[Safeguarding]:
        """Return what the group has said, to be changed; of a new group that is nothing."""
        return self._records.held(Safeguarding, OUR_SAFEGUARDING) or _NOTHING

    def save(self, before: Held[Safeguarding], after: Safeguarding) -> Held[Safeguarding]:
        """Keep what was changed since ``before`` was read, and return what is seen now.

        Raises:
            TooLong: a text is too long.
        """
        verb = Verb.CHANGE if before.record.heads else Verb.ADD
        return self._records.save(before, after, verb=verb)

    def write_poster(self, out: Path | None) -> Path:
        """Write the poster as a PDF, with the group's steps or the general ones.

        ``out`` None is a place to print it from, which is emptied when the group is locked.

        Raises:
            CannotUseInput: ``out`` is no PDF.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._group.files().pages / "worried-about-someone.pdf"
        today = self._records.clock.today()
        write_poster(path, Poster(self._group.name, self.held().thing, today))
        return path
