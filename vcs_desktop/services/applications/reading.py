"""Reads applications: as lines of a list, or one with all that belongs to it."""

from dataclasses import dataclass
from typing import TypeVar

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import Answer, QuestionList
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budgets import Budget, budget_id
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.kinds import ANSWER, APPLICATION, BUDGET, GRANT, QUESTION_LIST
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.applications.lines import ApplicationLine, lines_of
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.storage.queries import group_applications, group_records

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """One application with the versions that its records were read from, to change them.

    ``answers`` stand in their order. ``budget`` is None while there is none.
    """

    application: Held[Application]
    answers: tuple[Held[Answer], ...]
    budget: Held[Budget] | None = None

    def whole(self) -> Whole:
        """Return what the records say."""
        return Whole(
            self.application.thing,
            tuple(each.thing for each in self.answers),
            self.budget.thing if self.budget else None,
        )


class ApplicationsReading:
    """Reads the applications of an open group."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def lines(self) -> list[ApplicationLine]:
        """Return every application that is not in the bin, by the next day that matters."""
        applications = things(self._records, Application, APPLICATION)
        grants = things(self._records, Grant, GRANT)
        with self._records.database.reading() as session:
            answers = list(group_applications.answer_briefs(session))
            undecided = {owner for _, owner in group_applications.undecided(session)}
        today = self._records.clock.today()
        return lines_of(applications, answers, grants, today, undecided)

    def undecided(self, application_id: str) -> frozenset[str]:
        """Return the ids of what has two versions for a person to choose from.

        That is the application itself, or what belongs to it.
        """
        with self._records.database.reading() as session:
            found = group_applications.undecided(session)
        return frozenset(id_ for id_, owner in found if owner == application_id)

    def whole(self, application_id: str) -> Whole:
        """Return what one application says: itself, its answers in order, and its budget.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        return self.opened(application_id).whole()

    def opened(self, application_id: str) -> OpenApplication:
        """Return one application, in the bin or not, with its records as they can be changed.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        with self._records.database.reading() as session:
            found = group_records.record(session, application_id)
            if found is None or found.kind != APPLICATION:
                raise NoSuchRecord(application_id)
            answers = group_applications.answers_of(session, application_id)
            budget = group_records.record(session, budget_id(application_id))
        held = [Held(thing_of(Answer, each.values, each.id), each) for each in answers]
        is_there = budget is not None and budget.kind == BUDGET and budget.binned_at is None
        return OpenApplication(
            Held(thing_of(Application, found.values, found.id), found),
            tuple(sorted(held, key=lambda each: (each.thing.order, each.thing.id))),
            Held(thing_of(Budget, budget.values, budget.id), budget)
            if budget and is_there
            else None,
        )

    def application(self, application_id: str) -> Held[Application]:
        """Return one application without its answers.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        return self._held(Application, APPLICATION, application_id)

    def of_part(self, record_id: str) -> str:
        """Return the id of the application that an answer, a budget or a grant belongs to.

        It is empty for what belongs to none.
        """
        with self._records.database.reading() as session:
            found = group_records.record(session, record_id)
        return str(found.values.get("application", "")) if found else ""

    def answer(self, answer_id: str) -> Held[Answer]:
        """Return one answer with its question.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        return self._held(Answer, ANSWER, answer_id)

    def question_lists(self) -> list[QuestionList]:
        """Return the lists of questions that the group keeps, by name."""
        found = things(self._records, QuestionList, QUESTION_LIST)
        return sorted(found, key=lambda each: (each.name.casefold(), each.id))

    def _held(self, shape: type[Thing], kind: str, record_id: str) -> Held[Thing]:
        found = self._records.held(shape, record_id)
        if found is None or found.record.kind != kind:
            raise NoSuchRecord(record_id)
        return found


def plain_name(name: str) -> str:
    """Return a name on one line, without anything that nobody sees."""
    return " ".join(without_hidden(name).split())
