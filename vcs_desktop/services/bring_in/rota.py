"""Rows of a rota, taken into its shifts: when, what, and who is down."""

from dataclasses import replace
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.tables import rota as table
from vcs_desktop.domain.time_spans import span_words
from vcs_desktop.domain.volunteering import OnShift, Shift, VolunteerRole
from vcs_desktop.services.bring_in.keeping import Keeping, with_note
from vcs_desktop.services.bring_in.named import Named
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, said, stays_out, text_said, times_said


class RotaMaker:
    """Shifts by their day, times and what they are; people are put on them, never made."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Named(keeping)
        self._shifts: dict[tuple[str, date], list[str]] = {}
        self._needs_unsaid: set[str] = set()
        for shift in keeping.all(Shift, SHIFT):
            if shift.on is not None:
                self._shifts.setdefault((key_of(shift.name), shift.on), []).append(shift.id)
        self._roles: dict[str, VolunteerRole] = {}
        for role in keeping.all(VolunteerRole, VOLUNTEER_ROLE):
            self._roles.setdefault(key_of(role.name), role)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        title, on = text_said(row, table.NAME), row.said[table.ON]
        answers = self._answers(row)
        names = list(answers)
        clock = span_words(*times_said(row, table.STARTS, table.ENDS))
        line = " · ".join(filter(None, (shortly(on), clock, ", ".join(names))))
        there = self._alike(row, title, on)
        down = self._with_somebody(there, names)
        chosen = down or (there[0] if there else "")
        if len(there) > 1 and not self._is_exact(row, chosen):
            why = tr(
                "Row {row} stays out: that day has more than one of these shifts. "
                "Write the times too.",
                row=row.number,
            )
            return stays_out(title, why)
        is_new = not chosen
        shift_id = chosen or self._begin(row, title, on)
        before = self._keeping.thing(Shift, shift_id)
        after, problems = self._needed(row, shift_id, before)
        for name, has_agreed in answers.items():
            after, problem = self._with(row, after, there, name, has_agreed)
            problems += [problem] if problem else []
        after = replace(after, notes=with_note(after.notes, text_said(row, table.NOTES)))
        if after != before:
            self._keeping.put(SHIFT, shift_id, after)
        is_in = is_new or after != before
        return Taken(
            title,
            line,
            tuple(problems),
            is_in=is_in or not problems,
            is_new=is_new,
            adds_nothing=not is_in,
        )

    def _alike(self, row: RowIn, title: str, on: date) -> list[str]:
        """Return the shifts that a row may mean: those of its times, or any where it says none."""
        found = self._shifts.get((key_of(title), on), [])
        exact = [each for each in found if self._is_exact(row, each)]
        says_none = times_said(row, table.STARTS, table.ENDS) == ("", "")
        return exact or (list(found) if says_none else [])

    def _is_exact(self, row: RowIn, shift_id: str) -> bool:
        shift = self._keeping.thing(Shift, shift_id)
        return times_said(row, table.STARTS, table.ENDS) == (shift.starts, shift.ends)

    def _begin(self, row: RowIn, title: str, on: date) -> str:
        role = self._roles.get(key_of(title), VolunteerRole())
        needed = said(row, table.NEEDED)
        starts, ends = times_said(row, table.STARTS, table.ENDS)
        shift = Shift(
            name=title,
            role=role.id,
            activity=role.activity,
            on=on,
            starts=starts,
            ends=ends,
            needed=1 if needed is None else needed,
        )
        shift_id = self._keeping.add(SHIFT, shift)
        self._shifts.setdefault((key_of(title), on), []).append(shift_id)
        if needed is None:
            self._needs_unsaid.add(shift_id)
        return shift_id

    def _needed(self, row: RowIn, shift_id: str, shift: Shift) -> tuple[Shift, list[str]]:
        """Return a shift with how many a row says it needs, unless it says otherwise already."""
        needed = said(row, table.NEEDED)
        if needed is None or needed == shift.needed:
            return shift, []
        if shift_id in self._needs_unsaid:
            self._needs_unsaid.discard(shift_id)
            return replace(shift, needed=needed), []
        why = tr(
            "Row {row}: this shift needs {count} already, so the other number stays out.",
            row=row.number,
            count=shift.needed,
        )
        return shift, [why]

    def _answers(self, row: RowIn) -> dict[str, bool | None]:
        """Return the names in a row, each with what they answered, as far as it says so."""
        down = self._people.names_in(text_said(row, table.PERSON))
        coming = self._people.names_in(text_said(row, table.COMING))
        answers: dict[str, bool | None] = dict.fromkeys(coming, True)
        return answers | dict.fromkeys(down, said(row, table.AGREED))

    def _with(
        self, row: RowIn, shift: Shift, there: list[str], name: str, agreed: bool | None
    ) -> tuple[Shift, str]:
        """Return a shift with somebody down for it, and what is the matter, if anything."""
        on_it = next((each for each in shift.people if self._people.is_named(each.id, name)), None)
        if on_it is None:
            if self._with_somebody(there, [name]):
                return shift, ""  # down for another shift that is just like it
            person_id, problem = self._people.find(row, name)
            if problem:
                return shift, problem
            return replace(shift, people=(*shift.people, OnShift(person_id, agreed))), ""
        if agreed is None or on_it.has_agreed is agreed:
            return shift, ""
        if on_it.has_agreed is None:
            others = tuple(
                OnShift(each.id, agreed) if each is on_it else each for each in shift.people
            )
            return replace(shift, people=others), ""
        why = tr("Row {row}: {name} has given another answer already.", row=row.number, name=name)
        return shift, why

    def _with_somebody(self, there: list[str], names: list[str]) -> str:
        """Return the shift that one of these people is down for; empty for none."""
        for each in there:
            people = self._keeping.thing(Shift, each).people
            if any(self._people.is_named(on_it.id, name) for on_it in people for name in names):
                return each
        return ""
