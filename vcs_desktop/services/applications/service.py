"""What people do with applications: begin, answer, put in order, remove."""

from collections.abc import Iterable
from dataclasses import replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.answers import Answer, ListedQuestion
from vcs_desktop.domain.application_whole import STEP
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.call_terms import papers_of, questions_of, terms_of
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.kinds import ANSWER, APPLICATION
from vcs_desktop.domain.standard_questions import standard_questions
from vcs_desktop.services.applications.reading import ApplicationsReading, plain_name
from vcs_desktop.services.records import Held


class NoNameOfApplication(AppError):
    """An application was to be saved without a name."""

    message = marked("This application has no name yet.")
    advice = marked("Type a name, such as “Warm room for winter”.")


class ApplicationsService(ApplicationsReading):
    """Begins and changes applications, each time as one act that can be undone."""

    def start_from_call(self, call: FundingCall) -> str:
        """Begin an application from a notice of the library, and return its id.

        Its questions, terms and papers come along, and it stays linked to the notice. A
        notice without questions of its own gives the six standard ones.

        Raises:
            TooLong: the notice says more than a record takes.
        """
        ids = self._records.ids
        application = Application(
            name=plain_name(call.title),
            funder=plain_name(call.funder),
            call=call.id,
            terms=terms_of(call, self._records.clock.today()),
            papers=tuple(replace(each, id=ids.new()) for each in papers_of(call)),
        )
        return self._begin(application, questions_of(call) or standard_questions())

    def start_with(
        self, questions: Iterable[ListedQuestion], *, name: str = "", funder: str = ""
    ) -> str:
        """Begin an application with some questions, and return its id.

        Without any it has the six standard ones.

        Raises:
            TooLong: a question is too long.
        """
        application = Application(
            name=plain_name(name) or tr("New application"), funder=plain_name(funder)
        )
        return self._begin(application, tuple(questions) or standard_questions())

    def save(self, before: Held[Application], after: Application) -> Held[Application]:
        """Keep what was changed in an application since it was read (``RecordsService.save``).

        Raises:
            NoNameOfApplication: there is no name left.
            TooLong: a text is too long.
        """
        name = plain_name(after.name)
        if not name:
            raise NoNameOfApplication
        return self._records.save(before, replace(after, name=name))

    def save_answer(self, before: Held[Answer], after: Answer) -> Held[Answer]:
        """Keep what was changed in an answer, or in its question.

        Raises:
            TooLong: a text is too long.
        """
        return self._records.save(before, after)

    def _begin(self, application: Application, questions: Iterable[ListedQuestion]) -> str:
        application_id = self._records.ids.new()
        with self._records.acting(Verb.BEGIN_APPLICATION, about=application_id) as act:
            for number, question in enumerate(questions, start=1):
                answer = replace(answer_to(question), application=application_id)
                answer = replace(answer, order=number * STEP)
                self._records.new_in(act, ANSWER, answer, self._records.ids.new())
            # Last, for the history names an act on several records after the last of them.
            self._records.new_in(act, APPLICATION, application, application_id)
        return application_id


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
