"""Questions and old applications out of files and pasted text: read, confirmed, then kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

from vcs_desktop.core.language import tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.answers import AnswerState
from vcs_desktop.domain.application_whole import STEP
from vcs_desktop.domain.applications import Application, Status
from vcs_desktop.domain.kinds import ANSWER, APPLICATION
from vcs_desktop.domain.old_application import OldAnswer, OldForm
from vcs_desktop.domain.questions_typed import Found, questions_in_text
from vcs_desktop.feeds import questions_in
from vcs_desktop.services.applications.questions import NoQuestions, answer_to
from vcs_desktop.services.applications.reading import ApplicationsReading, plain_name


class OldApplications(ApplicationsReading):
    """Reads forms that come in, and keeps what a person confirmed of them.

    Reading a file may take seconds: ask on the work lane.
    """

    def read_questions(self, path: Path, stop: Event | None = None) -> Found:
        """Return the questions in a file (text, DOCX, PDF, CSV or XLSX), to be confirmed.

        Raises:
            CannotUseInput: it cannot be read; NotShown where that is a PDF.
            TooManyQuestions: there are more than any form has.
            Stopped: ``stop`` was set.
        """
        return questions_in.questions_from(path, stop)

    def read_questions_text(self, text: str) -> Found:
        """Return the questions in a text that was pasted, to be confirmed.

        Raises:
            TooManyQuestions: there are more than any form has.
        """
        return questions_in_text(text)

    def read_old(self, path: Path, stop: Event | None = None) -> OldForm:
        """Return an old application in a file, taken apart, to be confirmed.

        Raises:
            CannotUseInput: it cannot be read; NotShown where that is a PDF.
            TooManyQuestions: there are more than any form has.
            Stopped: ``stop`` was set.
        """
        return questions_in.old_form_from(path, stop)

    def read_old_text(self, text: str) -> OldForm:
        """Return an old application that was pasted, taken apart, to be confirmed.

        Raises:
            TooManyQuestions: there are more than any form has.
        """
        return questions_in.old_form_in_text(text)

    def bring_in_old(
        self,
        answers: Sequence[OldAnswer],
        *,
        name: str = "",
        funder: str = "",
        sent_on: date | None = None,
        status: Status = Status.SENT,
    ) -> str:
        """Keep an old application with the answers that a person confirmed; return its id.

        Those with words count as done, so that the library of answers has them.

        Raises:
            NoQuestions: there are none.
            TooLong: an answer is too long; nothing was kept.
        """
        if not answers:
            raise NoQuestions
        application = Application(
            name=plain_name(name) or tr("Old application"),
            funder=plain_name(funder),
            status=status,
            sent_on=sent_on,
            is_from_before=True,
        )
        application_id = self._records.ids.new()
        with self._records.acting(Verb.BRING_IN_APPLICATION, about=application_id) as act:
            for number, old in enumerate(answers, start=1):
                answer = replace(
                    answer_to(old.question),
                    application=application_id,
                    order=number * STEP,
                    text=old.text,
                    state=AnswerState.DONE if old.text.strip() else AnswerState.DRAFT,
                )
                self._records.new_in(act, ANSWER, answer, self._records.ids.new())
            self._records.new_in(act, APPLICATION, application, application_id)
        return application_id
