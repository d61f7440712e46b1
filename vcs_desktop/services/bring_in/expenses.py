"""Rows of what volunteers paid, taken into a claim for each person and month."""

from collections import Counter
from dataclasses import replace
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import month_in_words, shortly
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine
from vcs_desktop.domain.kinds import EXPENSES
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.tables import expenses as table
from vcs_desktop.services.bring_in.keeping import Keeping, SeveralOfThem, Somebodies, plain_name
from vcs_desktop.services.bring_in.taken import (
    Taken,
    said,
    several_words,
    stays_out,
    text_said,
    total_words,
)

_Key = tuple[Any, ...]
_TENTHS = 10


class ExpensesMaker:
    """Things that were paid for, each as often as it stands in the table and no more."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Somebodies(keeping)
        self._there: Counter[_Key] = Counter()
        self._open: dict[tuple[str, str], str] = {}
        for claim in keeping.all(ExpenseClaim, EXPENSES):
            person = self._people.who.now(claim.person)
            self._there.update(_key(person, line) for line in claim.lines)
            if not claim.agreed_by and claim.agreed_on is None and claim.paid_on is None:
                self._open.setdefault((person, claim.name), claim.id)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        written = text_said(row, table.NAME)
        name = plain_name(written)
        if not name:
            return stays_out(written, total_words(row, written))
        miles, pence = said(row, table.MILES_DRIVEN), said(row, table.AMOUNT)
        if not miles and not pence:
            why = tr(
                "Row {row} stays out: it has no amount and no miles. Write one of them.",
                row=row.number,
            )
            return stays_out(name, why)
        try:
            person_id = self._people.find(name)
        except SeveralOfThem:
            return stays_out(name, several_words(row, name))
        into = "" if person_id else tr("{name} is new, and is added to the people.", name=name)
        line = ExpenseLine(
            self._keeping.new_id(),
            row.said[table.ON],
            text_said(row, table.WHAT),
            miles or None,
            pence or None,
            said(row, table.RECEIPT),
        )
        shown = _shown(line)
        if person_id and self._there[_key(person_id, line)] > 0:
            self._there[_key(person_id, line)] -= 1
            return Taken(name, shown, adds_nothing=True, is_new=False)
        is_new = self._put(person_id or self._people.add(Person(name=name)), line)
        return Taken(name, shown, is_new=is_new, into=into)

    def _put(self, person_id: str, line: ExpenseLine) -> bool:
        """Put a line on the open claim of its month; say whether that was begun for it."""
        month = month_in_words(line.on) if line.on else ""
        title = tr("Expenses, {month}", month=month)
        found = self._open.get((person_id, title))
        if found:
            claim = self._keeping.thing(ExpenseClaim, found)
            self._keeping.put(EXPENSES, found, replace(claim, lines=(*claim.lines, line)))
            return False
        new = ExpenseClaim(name=title, person=person_id, lines=(line,))
        self._open[person_id, title] = self._keeping.add(EXPENSES, new)
        return True


def _key(person_id: str, line: ExpenseLine) -> _Key:
    what = " ".join(line.what.casefold().split())
    return person_id, line.on, what, line.miles_tenths or 0, line.pence or 0


def _shown(line: ExpenseLine) -> str:
    miles = line.miles_tenths
    return " · ".join(
        filter(
            None,
            (
                line.what,
                shortly(line.on) if line.on else "",
                tr("{miles} miles", miles=f"{miles / _TENTHS:g}") if miles else "",
                in_pounds(line.pence) if line.pence else "",
            ),
        )
    )
