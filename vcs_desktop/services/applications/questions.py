"""The questions of an application: added, moved, removed, and kept as lists to begin with."""

from collections.abc import Sequence
from dataclasses import replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.answers import Answer, Canonical, ListedQuestion, QuestionList
from vcs_desktop.domain.application_whole import numbered, place_between
from vcs_desktop.domain.call_changes import as_listed
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.kinds import ANSWER, QUESTION_LIST
from vcs_desktop.services.applications.reading import ApplicationsReading, plain_name
from vcs_desktop.services.records import Held, NoSuchRecord


class NoNameOfList(AppError):
    """A list of questions was to be kept without a name."""

    message = marked("This list of questions has no name yet.")
    advice = marked("Type a name, such as “County fund, small grants”.")


class NoQuestions(AppError):
    """A list of questions was to be kept that has none."""

    message = marked("There are no questions to keep.")
    advice = marked("Add a question first.")


class ApplicationQuestions(ApplicationsReading):
    """Changes which questions an application has, and in which order."""

    def add_question(
        self, application_id: str, question: ListedQuestion, *, at: int | None = None
    ) -> str:
        """Add a question and return the id of its answer.

        ``at`` is its place, counted from 0; None is after the last.

        Raises:
            NoSuchRecord: there is no such application.
            TooLong: it is too long.
        """
        answers = self.opened(application_id).answers
        at = len(answers) if at is None else max(0, min(at, len(answers)))
        answer = replace(answer_to(question), application=application_id)
        if answer.canonical is Canonical.NONE:
            answer = replace(answer, canonical=canonical_of(answer.question, answer.guidance))
        answer_id = self._records.ids.new()
        with self._records.acting(Verb.ADD, about=answer_id) as act:
            order = _room(answers, at)
            if order is None:
                said = [each.thing for each in answers]
                places = numbered([*said[:at], answer, *said[at:]])
                order = places[at].order
                for held, place in zip(answers, (*places[:at], *places[at + 1 :]), strict=True):
                    self._records.save_in(act, held, place)
            self._records.new_in(act, ANSWER, replace(answer, order=order), answer_id)
        return answer_id

    def move_question(self, answer_id: str, to: int) -> None:
        """Move a question with its answer to another place, counted from 0.

        Raises:
            NoSuchRecord: there is no such answer, or it is in the bin.
        """
        mine = self.answer(answer_id)
        answers = self.opened(mine.thing.application).answers
        ids = [each.thing.id for each in answers]
        if answer_id not in ids:
            raise NoSuchRecord(answer_id)
        others = [each for each in answers if each.thing.id != answer_id]
        to = max(0, min(to, len(others)))
        if ids.index(answer_id) == to:
            return
        with self._records.acting(Verb.MOVE_QUESTION, about=answer_id) as act:
            order = _room(others, to)
            if order is None:
                among = [*others[:to], mine, *others[to:]]
                places = numbered([each.thing for each in among])
                order = places[to].order
                for held, place in zip(among, places, strict=True):
                    if held.thing.id != answer_id:
                        self._records.save_in(act, held, place)
            self._records.save_in(act, mine, replace(mine.thing, order=order))

    def remove_question(self, answer_id: str) -> None:
        """Put a question with its answer in the bin.

        Raises:
            NoSuchRecord: there is no such answer.
        """
        self.answer(answer_id)
        self._records.put_in_bin(answer_id)

    def keep_as_list(self, application_id: str, name: str) -> str:
        """Keep the questions of an application as a list to begin others with; return its id.

        Raises:
            NoSuchRecord: there is no such application.
            NoNameOfList: there is no name.
            NoQuestions: it has no questions.
        """
        whole = self.whole(application_id)
        return self.add_list(name, [as_listed(each) for each in whole.answers])

    def add_list(self, name: str, questions: Sequence[ListedQuestion]) -> str:
        """Keep questions as a list to begin applications with, and return its id.

        Raises:
            NoNameOfList: there is no name.
            NoQuestions: there are none.
            TooLong: a question is too long.
        """
        if not plain_name(name):
            raise NoNameOfList
        if not questions:
            raise NoQuestions
        kept = tuple(
            replace(each, id=self._records.ids.new(), order=number)
            for number, each in enumerate(questions, start=1)
        )
        return self._records.add(QUESTION_LIST, QuestionList(name=plain_name(name), questions=kept))

    def question_list(self, list_id: str) -> Held[QuestionList]:
        """Return one list of questions.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        return self._held(QuestionList, QUESTION_LIST, list_id)

    def remove_list(self, list_id: str) -> None:
        """Put a list of questions in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self.question_list(list_id)
        self._records.put_in_bin(list_id)


def answer_to(question: ListedQuestion) -> Answer:
    """Return an answer to a question, which says nothing yet."""
    return Answer(
        ref=question.ref,
        question=question.text,
        guidance=question.guidance,
        limit=question.limit,
        unit=question.unit,
        counts_spaces=question.counts_spaces,
        counts_breaks=question.counts_breaks,
        canonical=question.canonical,
    )


def _room(answers: Sequence[Held[Answer]], at: int) -> int | None:
    """Return a place before the one that stands at a number; None where there is no room."""
    before = answers[at - 1].thing.order if at else None
    after = answers[at].thing.order if at < len(answers) else None
    return place_between(before, after)
