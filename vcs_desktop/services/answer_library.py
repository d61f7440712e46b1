"""The library of answers of an open group: found by what is asked, and used again."""

from dataclasses import replace

from vcs_desktop.domain.answer_library import (
    Dated,
    LibraryAnswer,
    family_of,
    library_of,
    suited,
    with_words,
)
from vcs_desktop.domain.answers import Answer, AnswerState, Canonical
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.kinds import ANSWER, APPLICATION
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.storage.queries import group_applications


class AnswerLibrary:
    """Shows every finished answer, and puts one into another application."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def answers(
        self, *, canonical: Canonical | None = None, words: str = ""
    ) -> list[LibraryAnswer]:
        """Return the finished answers, by what is asked, the newest first.

        ``canonical`` None is all of the usual questions; ``words`` must all stand in it.
        """
        return with_words(
            (each for each in self._all() if canonical in (None, each.canonical)), words
        )

    def suited_to(self, answer: Answer) -> list[LibraryAnswer]:
        """Return the answers to use for a question, the best first."""
        return suited(self._all(), answer)

    def versions_of(self, answer_id: str) -> list[LibraryAnswer]:
        """Return an answer with its shorter and longer versions, the shortest first."""
        return family_of(self._all(), answer_id)

    def reuse(self, into: Held[Answer], source_id: str, *, add: bool = False) -> Held[Answer]:
        """Put an answer of the library into another one, as a draft that knows where it is from.

        Its figures come along. ``add`` puts it after what is written there, which it replaces
        otherwise. The answer of the library stays as it is.

        Raises:
            NoSuchRecord: there is no such answer.
            TooLong: both together are too long.
        """
        source = self._records.held(Answer, source_id)
        if source is None or source.record.kind != ANSWER:
            raise NoSuchRecord(source_id)
        before = into.thing
        kept = add and bool(before.text.strip())
        facts = {each.id: each for each in (*(before.facts if kept else ()), *source.thing.facts)}
        text = f"{before.text.rstrip()}\n\n{source.thing.text}" if kept else source.thing.text
        after = replace(
            before,
            text=text,
            facts=tuple(facts.values()),
            reused_from=source_id,
            state=AnswerState.DRAFT,
        )
        return self._records.save(into, after)

    def _all(self) -> list[LibraryAnswer]:
        applications = {each.id: each for each in things(self._records, Application, APPLICATION)}
        with self._records.database.reading() as session:
            bodies = list(group_applications.answers_with_text(session))
        return library_of(
            applications,
            [
                Dated(thing_of(Answer, values, id_), local_day(changed_at))
                for id_, values, changed_at in bodies
            ],
        )
