"""Guides: finding, reading, checking oneself, and what was done at this computer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.documents.guide import write_sheet, write_web_page
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.from_record import Thing, usable
from vcs_desktop.domain.learning import (
    NO_MARKS,
    READ_FROM,
    Attempt,
    GuideFilters,
    GuideLine,
    GuideList,
    GuideMarks,
    GuideState,
    GuideView,
    LeftOff,
    check_mark,
    in_reading_order,
    level_rank,
)
from vcs_desktop.domain.reference import CommunityFact, Question, Rule, Term, TrainingResource
from vcs_desktop.feeds.markdown_text import read_markdown
from vcs_desktop.services.kept_file import KeptFile
from vcs_desktop.services.learning.outside import document_of, file_name
from vcs_desktop.services.learning.progress import (
    NOTHING,
    Progress,
    as_json,
    from_json,
    with_marks,
)
from vcs_desktop.services.learning.whole_text import whole_text
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import guides, records
from vcs_desktop.storage.queries.records import Stored
from vcs_desktop.storage.queries.terms import term_named

MOST_GOALS, MOST_QUESTIONS, MOST_ANSWERS = 20, 50, 12
MOST_TERMS, MOST_FACTS, MOST_SOURCES = 100, 50, 100


class LearningService:
    """Lists guides, shows them, and remembers what was done. Needs no network.

    Every act that changes something raises FolderNotWritable, and changes
    nothing, when the file of progress cannot be written.
    """

    def __init__(self, database: Database, file: Path, clock: Clock, pages: Path) -> None:
        """Remember progress in ``file``; what is to be read outside the app goes into ``pages``.

        Neither need be there yet.
        """
        self._database = database
        self._pages = pages
        self._clock = clock
        self._kept = KeptFile(file, clock, NOTHING, as_json=as_json, from_json=from_json)

    def guides(self, filters: GuideFilters | None = None) -> GuideList:
        """Return the guides that answer some filters, in the order to read them in."""
        wanted, progress = filters or GuideFilters(), self._kept.read()
        with self._database.reading() as session:
            every = [_marked(line, progress) for line in guides.every_guide(session)]
            found = guides.guides_with(session, wanted.words) if wanted.words.strip() else None
        lines = (line for line in every if _answers(line, wanted))
        return GuideList(
            lines=in_reading_order(line for line in lines if found is None or line.id in found),
            topics=tuple(sorted({line.topic for line in every if line.topic}, key=str.casefold)),
            levels=tuple(
                sorted(
                    {line.level for line in every if line.level},
                    key=lambda level: (level_rank(level), level.casefold()),
                )
            ),
            total=len(every),
            done=sum(line.marks.state is GuideState.DONE for line in every),
        )

    def guide(self, guide_id: str) -> GuideView:
        """Return one guide to read.

        Raises:
            NotFound: the library has none with this id that can be read.
        """
        with self._database.reading() as session:
            line = guides.guide_named(session, guide_id)
            resource = _thing(records.record(session, guide_id))
            if line is None or not isinstance(resource, TrainingResource):
                raise NotFound(guide_id)
            ids = (*resource.terms[:MOST_TERMS], *resource.facts[:MOST_FACTS])
            beside = _in_order(ids, records.records(session, ids))
        terms = tuple(thing for thing in beside if isinstance(thing, Term))
        related = tuple(thing for thing in beside if isinstance(thing, CommunityFact | Rule))
        resource = _bounded(resource)
        own_text = read_markdown(resource.body)
        return GuideView(
            line=_marked(line, self._kept.read()),
            resource=resource,
            text=whole_text(resource, own_text, terms, related),
            own_text=own_text,
            sheet=read_markdown(resource.sheet),
            terms=terms,
            related=related,
        )

    def kind_of(self, record_id: str) -> str:
        """Return the kind of a record, or an empty text when the library has none with this id."""
        with self._database.reading() as session:
            line = records.lines(session, [record_id]).get(record_id)
        return line.kind if line else ""

    def meaning(self, word: str) -> Term | None:
        """Return the term that explains a word, however it is written, or None."""
        with self._database.reading() as session:
            term_id = term_named(session, word)
            term = _thing(records.record(session, term_id)) if term_id else None
        return term if isinstance(term, Term) else None

    def left_off(self) -> LeftOff | None:
        """Return the guide that was read last and not to its end, or None."""
        progress = self._kept.read()
        begun = [
            (marks.read_at, guide_id)
            for guide_id, marks in progress.items()
            if marks.read_at and marks.state is GuideState.BEGUN and marks.place < READ_FROM
        ]
        if not begun:
            return None
        with self._database.reading() as session:
            lines = {line.id: line for line in guides.every_guide(session)}
        for read_at, guide_id in sorted(begun, reverse=True):
            if guide_id in lines:
                return LeftOff(_marked(lines[guide_id], progress), local_day(read_at))
        return None

    def mark_done(self, guide_id: str, at: datetime | None = None) -> GuideMarks:
        """Note that a guide was done, now or (to undo) at an earlier moment, aware UTC."""
        moment = at or self._clock.now()
        return self._change(guide_id, lambda marks: replace(marks, done_at=moment))

    def unmark_done(self, guide_id: str) -> GuideMarks:
        """Note that a guide was not done after all."""
        return self._change(guide_id, lambda marks: replace(marks, done_at=None))

    def note_place(self, guide_id: str, place: float) -> GuideMarks:
        """Remember how far down a guide one has read, from 0 to 1."""
        where, now = round(min(1.0, max(0.0, place)), 4), self._clock.now()
        return self._change(guide_id, lambda marks: replace(marks, place=where, read_at=now))

    def note_answers(
        self, guide_id: str, check: Sequence[Question], chosen: Sequence[Sequence[int]]
    ) -> GuideMarks:
        """Remember what was chosen for each question of a check, in the order it was tried.

        Nothing chosen at all forgets the attempt, so that the check begins anew.
        """
        tried = tuple(map(tuple, chosen))
        attempt = Attempt(check_mark(check), tried) if any(tried) else None
        return self._change(guide_id, lambda marks: replace(marks, attempt=attempt))

    def make_web_page(self, guide_id: str) -> Path:
        """Write a guide as a web page to be read in a browser, and return where it is.

        Raises:
            NotFound: the library has no such guide.
            FolderNotWritable: it cannot be written.
        """
        out = self._pages / file_name(guide_id, ".html")
        write_web_page(out, document_of(self.guide(guide_id)))
        return out

    def make_sheet(self, guide_id: str, out: Path | None = None) -> Path:
        """Write the sheet of a guide as a PDF, and beside it the same as a web page.

        ``out`` None is a place to print it from. Returns where it is.

        Raises:
            NotFound: the library has no such guide.
            CannotUseInput: it has no sheet, or one that does not fit on a page.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._pages / file_name(guide_id, "-sheet.pdf")
        write_sheet(path, document_of(self.guide(guide_id)))
        return path

    def _change(self, guide_id: str, change: Callable[[GuideMarks], GuideMarks]) -> GuideMarks:
        progress = self._kept.change(lambda before: with_marks(before, guide_id, change))
        return progress.get(guide_id, NO_MARKS)


def _bounded(guide: TrainingResource) -> TrainingResource:
    """Return a guide with no more parts than a person can go through."""
    check = (
        replace(question, answers=question.answers[:MOST_ANSWERS])
        for question in guide.check[:MOST_QUESTIONS]
    )
    return replace(
        guide,
        goals=guide.goals[:MOST_GOALS],
        check=tuple(each for each in check if any(answer.right for answer in each.answers)),
        sources=guide.sources[:MOST_SOURCES],
    )


def _marked(line: GuideLine, progress: Progress) -> GuideLine:
    return replace(line, marks=progress.get(line.id, NO_MARKS))


def _answers(line: GuideLine, filters: GuideFilters) -> bool:
    """Say whether a guide answers all filters but the words."""
    most = filters.minutes_at_most
    return (
        filters.topic in ("", line.topic)
        and filters.level in ("", line.level)
        and (most is None or line.minutes is None or line.minutes <= most)
        and not (filters.not_done and line.marks.state is GuideState.DONE)
    )


def _in_order(ids: Sequence[str], stored: Mapping[str, Stored]) -> list[Thing]:
    """Return what the library has of some records, in their order; what it has not is left out."""
    found = (_thing(stored.get(each)) for each in dict.fromkeys(ids))
    return [thing for thing in found if thing is not None]


def _thing(stored: Stored | None) -> Thing | None:
    return None if stored is None else usable(stored.record)
