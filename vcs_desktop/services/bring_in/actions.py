"""Rows of what is to be done, taken into the meetings that said so."""

from dataclasses import replace
from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.lines_in_cells import plain
from vcs_desktop.domain.meetings import Action, Meeting
from vcs_desktop.domain.tables import actions as table
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.bring_in.named import Named
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, filled, said, stays_out, text_said

if TYPE_CHECKING:
    from datetime import date

_FILLED = (table.DUE_ON, table.DONE_ON)


class ActionsMaker:
    """Actions by their meeting, what is to be done, and who does it.

    A meeting is found by its name and day, and a person by their name; neither is made.
    """

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Named(keeping)
        self._meetings = keeping.all(Meeting, MEETING)
        self._by_name: dict[tuple[str, date | None], list[str]] = {}
        for each in self._meetings:
            self._by_name.setdefault((key_of(each.name), each.on), []).append(each.id)
        self._for_anybody = {
            action.id for each in self._meetings for action in each.actions if not action.owner
        }

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        what = text_said(row, table.WHAT)
        title = plain(what)
        there = self._of(row)
        if len(there) > 1:  # one of them may say so already
            there = [each for each in there if self._alike(each, what)] or there
        if len(there) != 1:
            return stays_out(title, _which_meeting(row, found=len(there)))
        written = " ".join(text_said(row, table.OWNER).split())
        owner, problem = self._people.find(row, written) if written else ("", "")
        line = " · ".join(filter(None, (written, _by_when(row))))
        problems = [problem] if problem else []
        alike = self._alike(there[0], what)
        action = self._meant(alike, written, owner)
        if action is None and len(alike) > 1 and not written:
            why = tr(
                "Row {row} stays out: that meeting has this action for more than one person. "
                "Write who does it.",
                row=row.number,
            )
            return stays_out(title, why)
        is_new = action is None
        before = action or Action(self._keeping.new_id(), what, owner)
        words = {
            each.name: tr_marked(each.words)
            for each in table.ACTIONS_IN.columns
            if each.name in _FILLED
        }
        new, more = filled(row, {each: getattr(before, each) for each in words}, title, words)
        after = replace(before, **new, owner=before.owner or owner)
        if is_new or after != before:
            self._put(there[0], after)
        is_in = is_new or after != before
        return Taken(
            title,
            line,
            (*problems, *more),
            is_in=is_in or not (problems or more),
            is_new=is_new,
            adds_nothing=not is_in,
        )

    def _of(self, row: RowIn) -> list[str]:
        """Return the meetings that a row may mean; one without a name is known by its day."""
        name, on = text_said(row, table.MEETING), said(row, table.ON)
        if not name:
            return [each.id for each in self._meetings if on is not None and each.on == on]
        exact = self._by_name.get((key_of(name), on), [])
        if exact or on is not None:
            return exact
        return [each.id for each in self._meetings if key_of(each.name) == key_of(name)]

    def _alike(self, meeting_id: str, what: str) -> list[Action]:
        """Return the actions of a meeting that say the same is to be done."""
        actions = self._keeping.thing(Meeting, meeting_id).actions
        wanted = plain(what).casefold()
        return [each for each in actions if plain(each.what).casefold() == wanted]

    def _meant(self, alike: list[Action], written: str, owner: str) -> Action | None:
        """Return the one that a row means: that of its person, or one that nobody does yet.

        What was there for nobody may get its person; what a row has made for nobody is
        another action than one that somebody does in the same table.
        """
        for each in alike if written else ():
            if each.owner and self._people.is_named(each.owner, written):
                return each
        unowned = next((each for each in alike if not each.owner), None)
        if owner:
            free = (each for each in alike if each.id in self._for_anybody and not each.owner)
            return next(free, None)
        if unowned is not None:
            self._for_anybody.discard(unowned.id)
            return unowned
        return alike[0] if len(alike) == 1 and not written else None

    def _put(self, meeting_id: str, action: Action) -> None:
        meeting = self._keeping.thing(Meeting, meeting_id)
        if any(each.id == action.id for each in meeting.actions):
            actions = tuple(action if each.id == action.id else each for each in meeting.actions)
        else:
            actions = (*meeting.actions, action)
        self._keeping.put(MEETING, meeting_id, replace(meeting, actions=actions))


def _by_when(row: RowIn) -> str:
    due = said(row, table.DUE_ON)
    return shortly(due) if due else ""


def _which_meeting(row: RowIn, found: int) -> str:
    """Say that the meeting of a row is not there, or that there are several, and what to do."""
    name, on = text_said(row, table.MEETING), said(row, table.ON)
    if found:
        return tr(
            "Row {row} stays out: it may be of more than one meeting. "
            "Write the name and the day of its meeting.",
            row=row.number,
        )
    if not name and on is None:
        return tr(
            "Row {row} stays out: it does not say of which meeting it is. "
            "Write the name and the day of its meeting.",
            row=row.number,
        )
    if not name:
        return tr(
            "Row {row} stays out: there is no meeting on {day}. Bring in your meetings first.",
            row=row.number,
            day=shortly(on),
        )
    if on is None:
        return tr(
            "Row {row} stays out: there is no meeting called “{name}”. "
            "Bring in your meetings first.",
            row=row.number,
            name=name,
        )
    return tr(
        "Row {row} stays out: there is no meeting called “{name}” on {day}. "
        "Bring in your meetings first.",
        row=row.number,
        name=name,
        day=shortly(on),
    )
