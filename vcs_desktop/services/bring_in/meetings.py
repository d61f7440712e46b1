"""Rows of meetings: when and where, who was there, what was talked about and decided."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.day_times import in_words
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.lines_in_cells import texts_of
from vcs_desktop.domain.meeting_kinds import KIND_NAMES, kind_in_words
from vcs_desktop.domain.meetings import Meeting, MeetingKind, Presence, Present
from vcs_desktop.domain.tables import meetings as table
from vcs_desktop.services.bring_in.keeping import Keeping, with_note
from vcs_desktop.services.bring_in.named import Named
from vcs_desktop.services.bring_in.said_at import with_agenda, with_decisions
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, filled, said, stays_out, text_said

_HOW = (
    (table.THERE, Presence.THERE),
    (table.ONLINE, Presence.ONLINE),
    (table.APOLOGIES, Presence.APOLOGIES),
)
_FILLED = (table.KIND, table.PLACE, table.GUESTS, table.AGREED_ON)


class MeetingsMaker:
    """Meetings by what they are called, their day and their time; nobody is made for them."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Named(keeping)
        self._meetings: dict[tuple[str, date | None], list[str]] = {}
        self._without_time: set[str] = set()
        for meeting in keeping.all(Meeting, MEETING):
            self._meetings.setdefault((key_of(meeting.name), meeting.on), []).append(meeting.id)
            if not meeting.starts:
                self._without_time.add(meeting.id)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        name, on = _name(row), said(row, table.ON)
        if not name:
            title = tr("Row {row}", row=row.number)
            why = tr(
                "Row {row} stays out: it has no name and no kind of meeting. Write one of them.",
                row=row.number,
            )
            return stays_out(title, why)
        clock, place = in_words(_starts(row)), text_said(row, table.PLACE)
        line = " · ".join(filter(None, (shortly(on) if on else "", clock, place)))
        there = self._alike(row, name, on)
        if len(there) > 1:
            why = tr(
                "Row {row} stays out: that day has more than one of these meetings. "
                "Write the time too.",
                row=row.number,
            )
            return stays_out(name, why)
        is_new = not there
        meeting_id = there[0] if there else self._begin(row, name, on)
        before = self._keeping.thing(Meeting, meeting_id)
        after, problems = self._filled(row, before, name)
        if after != before:
            self._keeping.put(MEETING, meeting_id, after)
        is_in = is_new or after != before
        return Taken(
            name,
            line,
            tuple(problems),
            is_in=is_in or not problems,
            is_new=is_new,
            adds_nothing=not is_in,
        )

    def _alike(self, row: RowIn, name: str, on: date | None) -> list[str]:
        """Return the meetings that a row may mean: that of its time, or one without a time yet.

        What was there without a time may get the one that a row says; what a row has made
        without a time is another meeting than one with a time in the same table.
        """
        starts = _starts(row)
        found = self._meetings.get((key_of(name), on), [])
        times = {each: self._keeping.thing(Meeting, each).starts for each in found}
        exact = [each for each in found if times[each] == starts]
        if exact:
            if not starts:
                self._without_time.discard(exact[0])
            return exact[:1]
        if not starts:
            return found
        return [each for each in found if each in self._without_time and not times[each]][:1]

    def _begin(self, row: RowIn, name: str, on: date | None) -> str:
        kind = said(row, table.KIND) or kind_in_words(name) or MeetingKind.COMMITTEE
        meeting = Meeting(name=name, kind=kind, on=on, starts=_starts(row))
        meeting_id = self._keeping.add(MEETING, meeting)
        self._meetings.setdefault((key_of(name), on), []).append(meeting_id)
        return meeting_id

    def _filled(self, row: RowIn, meeting: Meeting, name: str) -> tuple[Meeting, list[str]]:
        """Return a meeting with what a row says beyond it, and what it says otherwise."""
        words = {
            each.name: tr_marked(each.words)
            for each in table.MEETINGS_IN.columns
            if each.name in _FILLED
        }
        new, problems = filled(row, {each: getattr(meeting, each) for each in words}, name, words)
        after = replace(
            meeting,
            **new,
            starts=meeting.starts or _starts(row),
            notes=with_note(meeting.notes, text_said(row, table.NOTES)),
        )
        for column, how in _HOW:
            names = self._people.names_in(text_said(row, column))
            after, more = self._with_people(row, after, names, how)
            problems += more
        agenda = texts_of(text_said(row, table.AGENDA))
        after, more = with_agenda(row, after, agenda, self._keeping.new_id)
        decided = texts_of(text_said(row, table.DECISIONS))
        return with_decisions(after, decided, self._keeping.new_id), problems + more

    def _with_people(
        self, row: RowIn, meeting: Meeting, names: Iterable[str], how: Presence
    ) -> tuple[Meeting, list[str]]:
        problems = []
        for name in names:
            known = next(
                (each for each in meeting.present if self._people.is_named(each.id, name)), None
            )
            if known is None:
                person_id, problem = self._people.find(row, name)
                if problem:
                    problems.append(problem)
                else:
                    present = (*meeting.present, Present(person_id, how))
                    meeting = replace(meeting, present=present)
            elif known.how is not how:
                problems.append(
                    tr(
                        "Row {row}: this meeting says something else of {name} already, "
                        "so this stays out.",
                        row=row.number,
                        name=name,
                    )
                )
        return meeting, problems


def _name(row: RowIn) -> str:
    """Return what a meeting is called; what has no name is called by its kind."""
    kind: Any = said(row, table.KIND)
    return text_said(row, table.NAME) or (tr_marked(KIND_NAMES[kind]) if kind else "")


def _starts(row: RowIn) -> str:
    """Return when a meeting starts; when it ends is not kept."""
    starts: str = (said(row, table.STARTS) or ("", ""))[0]
    return starts
