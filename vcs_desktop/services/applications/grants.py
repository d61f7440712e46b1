"""Grants that were won: read to be changed, and made by their first change."""

from dataclasses import replace

from vcs_desktop.domain.application_sums import Results, results_of
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budget_sums import BudgetSums, sums_of
from vcs_desktop.domain.budgets import Budget, budget_id
from vcs_desktop.domain.grants import Grant, grant_id
from vcs_desktop.domain.kinds import APPLICATION, GRANT
from vcs_desktop.services.records import Held, RecordsService, unwritten
from vcs_desktop.services.things import things


class GrantsService:
    """An application that is won has one grant, under an id made of its own."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def of(self, application: Application) -> Held[Grant]:
        """Return the grant of an application; before there is one, what would begin it."""
        record_id = grant_id(application.id)
        found = self._records.held(Grant, record_id)
        return found or unwritten(GRANT, Grant(id=record_id), record_id)

    def save(self, before: Held[Grant], after: Grant) -> Held[Grant]:
        """Keep what was changed in a grant. Its first change takes over what is known of it.

        Raises:
            TooLong: a text is too long.
        """
        application_id = before.record.id.removesuffix(grant_id(""))
        if not before.record.values:
            after = self._begun(application_id, after)
        return self._records.save(before, replace(after, application=application_id))

    def planned(self, application_id: str) -> BudgetSums | None:
        """Return what the budget of an application adds up to, None where there is none."""
        held = self._records.held(Budget, budget_id(application_id))
        return sums_of(held.thing) if held is not None else None

    def results(self) -> Results:
        """Return what came of all applications, funder by funder."""
        return results_of(things(self._records, Application, APPLICATION))

    def _begun(self, application_id: str, grant: Grant) -> Grant:
        held = self._records.held(Application, application_id)
        if held is None:
            return grant
        said = held.thing
        return replace(
            grant,
            name=grant.name or said.name,
            funder=grant.funder or said.funder,
            reference=grant.reference or said.reference,
            awarded_pence=said.awarded_pence
            if grant.awarded_pence is None
            else grant.awarded_pence,
            starts_on=grant.starts_on or said.starts_on,
            ends_on=grant.ends_on or said.ends_on,
        )
