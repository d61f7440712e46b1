"""What another computer added to an application that was deleted for good meanwhile.

The application cannot come back, and what was typed must not go unseen: it waits in the bin, and
who takes it out finds it in an application of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budgets import budget_id
from vcs_desktop.domain.grants import grant_id
from vcs_desktop.domain.kinds import ANSWER, APPLICATION, BUDGET, KINDS
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.same_ids import brought_together_id
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_applications, group_records
from vcs_desktop.storage.queries.group_applications import Part
from vcs_desktop.wire.operation import Change


class LeftBehind:
    """Finds it, puts it in the bin, and brings it together again."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def put_away(self) -> bool:
        """Put all of it in the bin that is not there; return whether there was any."""
        found = [each for each in self._all() if each.binned_at is None]
        if found:
            with self._records.acting(Verb.DELETE, undoable=False) as act:
                for each in found:
                    act.delete(each.kind, each.id)
        return bool(found)

    def among(self, record_ids: Iterable[str]) -> Mapping[str, Part]:
        """Return those of some records that were left behind, by their ids."""
        found = {each.id: each for each in self._all()}
        return {each: found[each] for each in record_ids if each in found}

    def bring_together(self, act: Act, parts: Collection[Part]) -> None:
        """Take them out of the bin, into an application for all that was left behind by one.

        An answer goes there. A budget and a grant have ids made of that of their application,
        so they are copied; the old ones stay in the bin unseen, and go when that one goes.
        """
        for owner in dict.fromkeys(each.application for each in parts):
            together = brought_together_id(self._records, owner)
            for each in parts:
                if each.application == owner:
                    self._bring(act, each, together)
            # Last, for the history names an act on several records after the last of them.
            held = self._records.held(Application, together)
            if held is None:
                made = Application(name=tr("From an application that was deleted"))
                self._records.new_in(act, APPLICATION, made, together)
            elif held.record.binned_at is not None:
                act.restore(APPLICATION, together)

    def copied(self) -> set[str]:
        """Return the ids of what was copied to such an application, which is not shown."""
        return set(self._copies())

    def copied_to(self, application_ids: Collection[str]) -> list[str]:
        """Return the ids of what was copied to some applications and goes with them."""
        wanted = set(application_ids)
        return [each for each, together in self._copies().items() if together in wanted]

    def _copies(self) -> dict[str, str]:
        found = {}
        for each in self._all():
            if each.kind != ANSWER:
                together = brought_together_id(self._records, each.application)
                with self._records.database.reading() as session:
                    if group_records.record(session, _given_id(each.kind, together)):
                        found[each.id] = together
        return found

    def _bring(self, act: Act, part: Part, together: str) -> None:
        if part.kind == ANSWER:
            act.restore(ANSWER, part.id)
            act.change(ANSWER, part.id, {"application": Change(part.application, together)})
            return
        shape: type[Any] = KINDS[part.kind].shape
        before, new_id = self._records.held(shape, part.id), _given_id(part.kind, together)
        if before is not None and self._records.held(shape, new_id) is None:
            after = replace(before.thing, id=new_id, application=together)
            self._records.new_in(act, part.kind, after, new_id)

    def _all(self) -> list[Part]:
        with self._records.database.reading() as session:
            return group_applications.left_behind(session)


def _given_id(kind: str, application_id: str) -> str:
    return budget_id(application_id) if kind == BUDGET else grant_id(application_id)
