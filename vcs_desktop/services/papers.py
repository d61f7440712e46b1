"""The papers of an open group: listed, added with files or without, changed, and looked into."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.due import Due
from vcs_desktop.domain.group_documents import NAMES, DocumentKind
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.paper_names import guessed_kind, name_of_file
from vcs_desktop.domain.papers import (
    Paper,
    PaperVersion,
    dues_of,
    has_run_out,
    is_due,
    kinds_missing,
    with_version,
)
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.storage.queries import group_papers

SOON_MONTHS = 1
"""So long before its last day a paper is named as one to see to."""

_KINDS: Mapping[object, DocumentKind] = {kind.value: kind for kind in DocumentKind}

Progress = Callable[[int, int], None]
"""Told how many files are done, out of how many."""


class NoNameYet(AppError):
    """A paper of no known kind was to be saved without a name."""

    message = marked("This paper has no name yet.")
    advice = marked("Type a name, or choose what kind of paper it is.")


class PaperLine(NamedTuple):
    """A paper as a list shows it, on a day.

    ``needs_a_look`` says that it has run out or will soon, or that the day has come to look
    through it again. What only its row tells is read from ``body``, the JSON of the paper,
    when that is asked for: of thousands of rows a few are ever in sight.
    """

    id: str
    name: str
    kind: DocumentKind
    needs_a_look: bool
    has_choice: bool
    body: str
    today: date

    @property
    def paper(self) -> Paper:
        """The paper in full."""
        return thing_of(Paper, json.loads(self.body), self.id)

    @property
    def has_run_out(self) -> bool:
        """Whether the last day on which it holds is over."""
        return self.needs_a_look and has_run_out(self.paper, self.today)

    @property
    def is_due(self) -> bool:
        """Whether the day has come to look through it again."""
        return self.needs_a_look and is_due(self.paper, self.today)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be added, and why."""

    file_name: str
    why: AppError


@dataclass(frozen=True, slots=True)
class FilesAdded:
    """What came of adding files: the papers that were made, by the name of the file."""

    papers: tuple[Paper, ...]
    left_out: tuple[LeftOut, ...]
    was_stopped: bool = False


class PapersService:
    """Everything that is done with papers is an act that can be undone.

    What takes in or reads files belongs on the work lane.
    """

    def __init__(self, records: RecordsService, blobs: BlobsService) -> None:
        self._records = records
        self.blobs = blobs

    def lines(self) -> list[PaperLine]:
        """Return every paper that is not in the bin, by name, as it stands today."""
        today = self._records.clock.today()
        soon = months_on(today, SOON_MONTHS)
        with self._records.database.reading() as session:
            lines = [_line(*each, today) for each in group_papers.listed(session, today, soon)]
        return sorted(lines, key=lambda line: (line.name.casefold(), line.id))

    def all(self) -> list[Paper]:
        """Return every paper that is not in the bin, in the order in which they were added."""
        return sorted(things(self._records, Paper, DOCUMENT), key=lambda paper: paper.id)

    def missing(self) -> tuple[DocumentKind, ...]:
        """Return what funders ask for most often and the group has no paper of."""
        return kinds_missing(each.kind for each in self.all())

    def dues(self) -> list[Due]:
        """Return what falls due of all papers."""
        return [due for paper in self.all() for due in dues_of(paper)]

    def paper(self, paper_id: str) -> Held[Paper]:
        """Return one paper, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(Paper, paper_id)
        if found is None or found.record.kind != DOCUMENT:
            raise NoSuchRecord(paper_id)
        return found

    def add(self, paper: Paper) -> str:
        """Add a paper without a file, and return its id.

        Raises:
            NoNameYet: neither its name nor its kind says what it is.
        """
        return self._records.add(DOCUMENT, _named(paper))

    def save(self, before: Held[Paper], after: Paper) -> Held[Paper]:
        """Keep what was changed in a paper since ``before`` was read.

        Returns it as it is seen now, to be given back as ``before`` of the next change.

        Raises:
            NoNameYet: neither its name nor its kind says what it is.
            TooLong: a text is too long.
        """
        return self._records.save(before, _named(after))

    def remove(self, paper_id: str) -> None:
        """Put a paper in the bin, with its versions.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self.paper(paper_id)
        self._records.put_in_bin(paper_id)

    def add_files(
        self,
        paths: Sequence[Path],
        progress: Progress = lambda *_: None,
        stop: Event | None = None,
    ) -> FilesAdded:
        """Make a paper of each file, with a kind guessed from its name; all of it is one act.

        Each file is sealed and on the disk before its paper is written. What cannot be taken
        is told, and the others are. When ``stop`` is set, those that are done stay.
        """
        taken: list[tuple[str, StoredFile]] = []
        left_out: list[LeftOut] = []
        was_stopped = False
        for number, path in enumerate(paths):
            progress(number, len(paths))
            try:
                taken.append((path.name, self.blobs.add(path, stop=stop)))
            except Stopped:
                was_stopped = True
                break
            except AppError as error:
                left_out.append(LeftOut(path.name, error))
        papers = self._make(taken)
        progress(len(paths), len(paths))
        return FilesAdded(papers, tuple(left_out), was_stopped)

    def add_version(self, paper_id: str, path: Path, stop: Event | None = None) -> Paper:
        """Add a newer file to a paper; the older ones are kept. Return the paper.

        Raises:
            AppError: the file cannot be taken in, and why. Nothing was changed.
            NoSuchRecord: there is no paper with this id.
        """
        self.paper(paper_id)
        version = self._version(self.blobs.add(path, stop=stop))
        before = self.paper(paper_id)  # as it is now: a large file takes a while
        return self._records.save(before, with_version(before.thing, version)).thing

    def take_version_away(self, paper_id: str, version_id: str) -> Paper:
        """Take one version off a paper; undo brings it back. Return the paper.

        Raises:
            NoSuchRecord: there is no paper with this id.
        """
        before = self.paper(paper_id)
        kept = tuple(each for each in before.thing.versions if each.id != version_id)
        return self._records.save(before, replace(before.thing, versions=kept)).thing

    def _make(self, taken: Sequence[tuple[str, StoredFile]]) -> tuple[Paper, ...]:
        if not taken:
            return ()
        made = []
        with self._records.acting(Verb.ADD) as act:
            for file_name, stored in taken:
                paper = Paper(
                    self._records.ids.new(),
                    name_of_file(file_name),
                    guessed_kind(file_name),
                    versions=(self._version(stored),),
                )
                self._records.new_in(act, DOCUMENT, paper, paper.id)
                made.append(paper)
        return tuple(made)

    def _version(self, stored: StoredFile) -> PaperVersion:
        return PaperVersion(
            self._records.ids.new(), file=stored, added_on=self._records.clock.today()
        )


def _line(
    id_: str, name: Any, kind: Any, needs_a_look: bool, has_choice: bool, body: str, today: date
) -> PaperLine:
    its_kind = _KINDS.get(kind, DocumentKind.OTHER)
    its_name = name if name and isinstance(name, str) else tr_marked(NAMES[its_kind])
    return PaperLine(id_, its_name, its_kind, needs_a_look, has_choice, body, today)


def _named(paper: Paper) -> Paper:
    name = " ".join(paper.name.split())
    if not name and paper.kind == DocumentKind.OTHER:
        raise NoNameYet
    return replace(paper, name=name)
