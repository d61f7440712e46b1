"""The yearly look at people whom the group may not need to know of any more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.kinds import (
    ATTENDANCE,
    MEETING,
    OUR_RETENTION_RULES,
    PERSON,
    RETENTION_RULES,
    SHIFT,
)
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.retention import Rule, reasons, why
from vcs_desktop.domain.retention_rules import RetentionRules
from vcs_desktop.domain.took_part import last_active
from vcs_desktop.domain.values import changes_of, thing_of
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.records import Held, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who
from vcs_desktop.storage.queries import group_people, group_records


@dataclass(frozen=True, slots=True)
class ToReview:
    """Somebody to look at again.

    ``why`` is a sentence, or several where several parts of the record are named in
    ``rules``. ``since`` is the earliest day that one of them counts from.
    """

    person_id: str
    name: str
    why: str
    since: date
    rules: tuple[Rule, ...]


class RetentionService:
    """Says whom to look at again, and remembers who was kept on purpose."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def due(self, on: date) -> list[ToReview]:
        """Return whom to look at on a day, the longest due first."""
        rules = self.rules()
        with self._records.database.reading() as session:
            told = [
                (person, changed_on)
                for person, changed_on in group_people.people_to_ask_about(session)
                if reasons(person, changed_on, on, rules)
            ]
        # Who still comes has less reasons, never more: without any there is nothing to look for.
        active = self._last_active() if told else {}
        found = []
        for person, changed_on in told:
            if due := reasons(person, changed_on, on, rules, active.get(person.id)):
                said = " ".join(why(each, person.name) for each in due)
                since = min(each.since for each in due)
                which = tuple(each.rule for each in due)
                found.append(ToReview(person.id, person.name, said, since, which))
        return sorted(found, key=lambda each: (each.since, each.name))

    def _last_active(self) -> dict[str, date]:
        """Return when people last came, helped or met, also under a record made one with theirs."""
        found = last_active(
            things(self._records, AttendanceSheet, ATTENDANCE),
            things(self._records, Shift, SHIFT),
            things(self._records, Meeting, MEETING),
        )
        known = who(self._records)
        active: dict[str, date] = {}
        for each, day in found.items():
            now = known.now(each)
            active[now] = max(day, active.get(now, day))
        return active

    def keep(self, person_ids: Sequence[str], on: date) -> int:
        """Keep people for another year, as one act; return how many were still there."""
        with self._records.database.reading() as session:
            found = [group_records.record(session, each) for each in dict.fromkeys(person_ids)]
        here = [each for each in found if each and each.kind == PERSON and not each.binned_at]
        if here:
            with self._records.acting(Verb.KEEP) as act:
                for each in here:
                    before = thing_of(Person, each.values, each.id)
                    changes = changes_of(each.values, before, replace(before, kept_on=on))
                    act.change(PERSON, each.id, changes, seen=each.heads)
        return len(here)

    def rules(self) -> RetentionRules:
        """Return what the group has set for itself; None in it is our rule of thumb."""
        held = self.held_rules()
        return held.thing if held else RetentionRules()

    def held_rules(self) -> Held[RetentionRules] | None:
        """Return the rules with their version, to be changed; None when nothing was set yet."""
        return self._records.held(RetentionRules, OUR_RETENTION_RULES)

    def save_rules(self, before: Held[RetentionRules] | None, after: RetentionRules) -> None:
        """Keep what the group sets for itself."""
        if before is None:
            self._records.add(RETENTION_RULES, after, record_id=OUR_RETENTION_RULES)
        else:
            self._records.save(before, after)
