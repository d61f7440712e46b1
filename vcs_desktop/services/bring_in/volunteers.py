"""Rows of volunteers, taken into the people and, where they have a day, into its sheet."""

from dataclasses import dataclass, replace

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.tables import volunteers as table
from vcs_desktop.domain.words_typed import folded
from vcs_desktop.services.bring_in.keeping import Keeping, SeveralOfThem, Somebodies, plain_name
from vcs_desktop.services.bring_in.sheets import Sheets, with_helped
from vcs_desktop.services.bring_in.taken import (
    Taken,
    filled,
    said,
    several_words,
    stays_out,
    text_said,
    total_words,
)


@dataclass(frozen=True, slots=True)
class _Help:
    """What became of the hours of a row."""

    is_in: bool = False
    problems: tuple[str, ...] = ()


class VolunteersMaker:
    """Who helps, what they do, and the hours of a day."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Somebodies(keeping)
        self._sheets = Sheets(keeping, self._people.who)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        written = text_said(row, table.NAME)
        name = plain_name(written)
        if not name:
            return stays_out(written, total_words(row, written))
        email, phone = text_said(row, table.EMAIL), text_said(row, table.PHONE)
        try:
            person_id = self._people.find(name, email, phone)
        except SeveralOfThem:
            return stays_out(name, several_words(row, name))
        on = said(row, table.ON)
        title = text_said(row, table.ROLE)
        line = " · ".join(filter(None, (title, shortly(on) if on else "", phone, email)))
        if not person_id:
            new = Person(name=name, email=email, phone=phone, roles=(self._role(row),))
            helped = self._help(row, self._people.add(new))
            into = tr("{name} is new, and is added to the people.", name=name)
            return Taken(name, line, helped.problems, into=into)
        changed, problems = self._change(row, person_id, name)
        helped = self._help(row, person_id)
        is_in = changed or helped.is_in
        return Taken(
            name,
            line,
            (*problems, *helped.problems),
            is_in=is_in or not (problems or helped.problems),
            is_new=False,
            adds_nothing=not is_in,
        )

    def _change(self, row: RowIn, person_id: str, name: str) -> tuple[bool, list[str]]:
        """Have somebody volunteer, and be reached, as a row says it; say whether that is new."""
        person = self._keeping.thing(Person, person_id)
        words = {table.EMAIL: tr("Email"), table.PHONE: tr("Phone")}
        there = {table.EMAIL: person.email, table.PHONE: person.phone}
        new, problems = filled(row, there, name, words)
        after = replace(person, **new)
        if not self._has_role(row, person):
            after = replace(after, roles=(*after.roles, self._role(row)))
        if after != person:
            self._keeping.put(PERSON, person_id, after)
        return after != person, problems

    def _role(self, row: RowIn) -> Role:
        since = said(row, table.SINCE)
        return Role(self._keeping.new_id(), Tie.VOLUNTEER, text_said(row, table.ROLE), since)

    def _has_role(self, row: RowIn, person: Person) -> bool:
        title = folded(text_said(row, table.ROLE))
        helps = [role for role in person.roles if role.tie is Tie.VOLUNTEER]
        return any(not title or folded(role.title) == title for role in helps)

    def _help(self, row: RowIn, person_id: str) -> _Help:
        """Write hours down on the sheet of their day."""
        on, minutes = said(row, table.ON), said(row, table.HELPED)
        if on is None:
            if minutes is None:
                return _Help()
            why = tr(
                "Row {row}: these hours have no day, so they stay out. Write the day too.",
                row=row.number,
            )
            return _Help(problems=(why,))
        name = text_said(row, table.ACTIVITY) or tr("Volunteering")
        sheet = self._sheets.find(name, on)
        there = self._sheets.helped(sheet, person_id) if sheet else None
        if there is not None and there.minutes not in (None, minutes) and minutes is not None:
            why = tr(
                "Row {row}: that day has other hours for this person already, so these stay out.",
                row=row.number,
            )
            return _Help(problems=(why,))
        if there is not None and (there.minutes == minutes or minutes is None):
            return _Help()
        person = there.id if there else person_id
        self._sheets.put(with_helped(sheet or self._sheets.begin(name, on), person, minutes))
        return _Help(is_in=True)
