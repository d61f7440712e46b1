"""The budget of an application: read to be changed, and made by its first change."""

from dataclasses import replace

from vcs_desktop.domain.budgets import Budget, budget_id
from vcs_desktop.domain.kinds import BUDGET
from vcs_desktop.services.records import Held, RecordsService, unwritten


class BudgetsService:
    """An application has one budget, under an id made of its own."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def of(self, application_id: str) -> Held[Budget]:
        """Return the budget of an application; without one, an empty one to be changed."""
        record_id = budget_id(application_id)
        found = self._records.held(Budget, record_id)
        return found or unwritten(BUDGET, Budget(id=record_id), record_id)

    def save(self, before: Held[Budget], after: Budget) -> Held[Budget]:
        """Keep what was changed in a budget.

        Raises:
            TooLong: a text is too long.
        """
        application_id = before.record.id.removesuffix(budget_id(""))
        return self._records.save(before, replace(after, application=application_id))
