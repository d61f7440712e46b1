"""What people do with applications: begin, answer, put in order, remove."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.answers import Answer, ListedQuestion
from vcs_desktop.domain.application_whole import STEP, Whole, numbered
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.call_changes import (
    CallChange,
    ChangeKind,
    asked_anew,
    changes_in,
    with_papers,
    with_terms,
)
from vcs_desktop.domain.call_terms import papers_of, questions_of, terms_of
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.kinds import ANSWER, APPLICATION, GRANT
from vcs_desktop.domain.live_conflicts import LiveConflict, conflicts_with
from vcs_desktop.domain.standard_questions import standard_questions
from vcs_desktop.services.applications.old import OldApplications
from vcs_desktop.services.applications.questions import ApplicationQuestions, answer_to
from vcs_desktop.services.applications.reading import OpenApplication, plain_name
from vcs_desktop.services.records import Held
from vcs_desktop.services.same_ids import taken_over_id
from vcs_desktop.services.things import things
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_applications


class NoNameOfApplication(AppError):
    """An application was to be saved without a name."""

    message = marked("This application has no name yet.")
    advice = marked("Type a name, such as “Warm room for winter”.")


class ApplicationsService(ApplicationQuestions, OldApplications):
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

    def start_from_list(self, list_id: str, *, name: str = "") -> str:
        """Begin an application with the questions of a list that the group keeps.

        Without a name it is called as the list is.

        Raises:
            NoSuchRecord: there is no such list.
        """
        kept = self.question_list(list_id).thing
        asked = sorted(kept.questions, key=lambda each: (each.order, each.id))
        return self.start_with(asked, name=name or kept.name)

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

    def remove(self, application_id: str) -> None:
        """Put an application in the bin, with its answers, its budget and its grant: one act.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self.application(application_id)
        with self._records.database.reading() as session:
            parts = group_applications.parts_of(session, [application_id])
        with self._records.acting(Verb.DELETE, about=application_id) as act:
            for part in parts:
                if part.binned_at is None:
                    act.delete(part.kind, part.id)
            act.delete(APPLICATION, application_id)

    def conflicts(self, call: FundingCall, *, but: str = "") -> list[LiveConflict]:
        """Return the applications and grants that rule out applying to a notice.

        ``but`` is the id of the application that is asked about.
        """
        won = things(self._records, Grant, GRANT)
        return conflicts_with(
            call,
            things(self._records, Application, APPLICATION),
            {each.application: each for each in won},
            self._records.clock.today(),
            but=but,
        )

    def changes_in_call(self, whole: Whole, call: FundingCall) -> tuple[CallChange, ...]:
        """Return what the notice says otherwise than the draft, for a person to choose from."""
        return changes_in(whole, call)

    def take_over(self, application_id: str, call: FundingCall, chosen: Collection[str]) -> None:
        """Take over what a notice says now: the changes with these ids, as one act.

        The words of answers stay as they are. What was not chosen stays as it is in the draft,
        and is not offered again until the notice changes once more.

        Raises:
            NoSuchRecord: there is no such application.
            TooLong: the notice says more than a record takes.
        """
        opened = self.opened(application_id)
        every = changes_in(opened.whole(), call)
        if not every:
            return
        taken = [each for each in every if each.id in chosen]
        said, newest = opened.application.thing, terms_of(call, self._records.clock.today())
        # Two computers that take over the same have it once.
        ids = {
            each.id: taken_over_id(self._records, application_id, newest.digest, each.id)
            for each in taken
            if each.kind in (ChangeKind.QUESTION_NEW, ChangeKind.PAPER_NEW)
        }
        new_papers = (ids[each.id] for each in taken if each.kind is ChangeKind.PAPER_NEW)
        after = replace(
            said,
            terms=with_terms(said.terms, newest, taken),
            papers=with_papers(said.papers, taken, new_papers),
        )
        with self._records.acting(Verb.TAKE_OVER, about=application_id) as act:
            self._take_over_questions(act, opened, taken, ids)
            self._records.save_in(act, opened.application, after)

    def _take_over_questions(
        self,
        act: Act,
        opened: OpenApplication,
        taken: Sequence[CallChange],
        new_ids: Mapping[str, str],
    ) -> None:
        now = {each.name: each.now for each in taken if each.kind is ChangeKind.QUESTION_CHANGED}
        gone = {each.name for each in taken if each.kind is ChangeKind.QUESTION_GONE}
        for answer_id in gone:
            act.delete(ANSWER, answer_id)
        held = {each.thing.id: each for each in opened.answers if each.thing.id not in gone}
        after = [
            asked_anew(each.thing, now[id_]) if id_ in now else each.thing
            for id_, each in held.items()
        ]
        new = [each for each in taken if each.kind is ChangeKind.QUESTION_NEW]
        for each in reversed(new):
            ids = [answer.id for answer in after]
            at = ids.index(each.name) + 1 if each.name in ids else 0
            answer = replace(answer_to(each.now), id=new_ids[each.id])
            after.insert(at, replace(answer, application=opened.application.thing.id))
        for answer in numbered(after) if new else after:
            if answer.id in held:
                self._records.save_in(act, held[answer.id], answer)
            else:
                self._records.new_in(act, ANSWER, answer, answer.id)

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
