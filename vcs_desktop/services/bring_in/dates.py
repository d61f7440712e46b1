"""Rows of dates, taken into those that the group wrote down itself."""

from dataclasses import replace
from typing import Any

from vcs_desktop.core.language import tr_marked
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import OWN_DATE
from vcs_desktop.domain.tables import dates as table
from vcs_desktop.services.bring_in.keeping import Keeping, with_note
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, filled, text_said


class DatesMaker:
    """Dates by their day and what they are called."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._dates: dict[tuple[str, Any], str] = {}
        for own in keeping.all(OwnDate, OWN_DATE):
            if own.on is not None:
                self._dates.setdefault((key_of(own.name), own.on), own.id)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        name, on = text_said(row, table.NAME), row.said[table.ON]
        line = " · ".join(filter(None, (shortly(on), text_said(row, table.PLACE))))
        found = self._dates.get((key_of(name), on))
        if not found:
            new = OwnDate(
                name=name,
                on=on,
                starts=text_said(row, table.STARTS),
                place=text_said(row, table.PLACE),
                notes=text_said(row, table.NOTES),
            )
            self._dates[key_of(name), on] = self._keeping.add(OWN_DATE, new)
            return Taken(name, line)
        own = self._keeping.thing(OwnDate, found)
        words = {
            each.name: tr_marked(each.words)
            for each in table.DATES_IN.columns
            if each.name in (table.STARTS, table.PLACE)
        }
        new_texts, problems = filled(row, {e: getattr(own, e) for e in words}, name, words)
        after = replace(own, **new_texts, notes=with_note(own.notes, text_said(row, table.NOTES)))
        if after != own:
            self._keeping.put(OWN_DATE, found, after)
        return Taken(
            name,
            line,
            tuple(problems),
            is_in=after != own or not problems,
            is_new=False,
            adds_nothing=after == own,
        )
