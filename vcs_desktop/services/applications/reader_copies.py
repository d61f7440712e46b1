"""Asking somebody to read an application: a copy goes out, and comes back as their version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.reader_copy import FileBack, WordLine, came_back
from vcs_desktop.feeds.docx_lines import word_file
from vcs_desktop.services.applications.service import ApplicationsService
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import Held, RecordsService

_ENDING = ".docx"


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer, and what somebody who read it wrote. ``number`` is its place, from 1.

    ``theirs`` None is that its question cannot be found in the file that came back.
    """

    number: int
    held: Held[Answer]
    theirs: str | None

    @property
    def is_changed(self) -> bool:
        """Whether they wrote something else."""
        return self.theirs is not None and self.theirs != self.held.thing.text


class ReaderCopies:
    """Writes the copy, reads it, and takes over what a person chooses. Nothing by itself."""

    def __init__(
        self, group: HasNameAndPlace, records: RecordsService, applications: ApplicationsService
    ) -> None:
        self._group = group
        self._records = records
        self._applications = applications

    def write(self, application_id: str, out: Path) -> Path:
        """Write the copy to be read to ``out``, a .docx. It is not encrypted.

        Raises:
            NoSuchRecord: there is no such application.
            CannotUseInput: the name ends otherwise.
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        from vcs_desktop.documents.application.reader_copy import reader_copy_of

        if out.suffix.lower() != _ENDING:
            raise CannotUseInput(
                str(out),
                message=tr("The name of the copy must end in .docx."),
                advice=tr("Try a name such as to-read.docx."),
            )
        whole = self._applications.whole(application_id)
        today = self._records.clock.today()
        two_files.write({out: reader_copy_of(whole, self._group.name, today)}, private=True)
        return out

    def read(self, path: Path) -> FileBack:
        """Return a copy that came back, with the comments in it; ask on the work lane.

        Raises:
            NotReadAsWord: it is no Word file, damaged, locked, or too large.
        """
        return word_file(path)

    def compare(self, application_id: str, lines: Sequence[WordLine]) -> tuple[ReadAnswer, ...]:
        """Return every answer as it is now, with what came back to it.

        Raises:
            NoSuchRecord: there is no such application.
            NotThisCopy: no question of it stands in the file.
        """
        answers = self._applications.opened(application_id).answers
        back = came_back(lines, [each.thing for each in answers])
        return tuple(
            ReadAnswer(number, each, back.get(each.thing.id))
            for number, each in enumerate(answers, 1)
        )

    def use_theirs(self, answer: ReadAnswer) -> None:
        """Put what they wrote into an answer, as one act that can be undone.

        What was written in it since it was compared is kept beside theirs where it can be.

        Raises:
            TooLong: it is too long.
        """
        if answer.theirs is not None:
            after = replace(answer.held.thing, text=answer.theirs)
            self._applications.save_answer(answer.held, after)
