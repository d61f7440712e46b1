"""The papers of a meeting: notice, minutes, the list of actions; and the lists as tables."""

from collections.abc import Iterable
from pathlib import Path

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.documents import minutes as papers
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.documents.meeting_notice import notice_sheet
from vcs_desktop.documents.minutes import Minutes, actions_sheet, minutes_sheet
from vcs_desktop.documents.text_sheet import TextSheet, write_text_sheet
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.meeting_kinds import KIND_NAMES
from vcs_desktop.domain.meeting_rules import quorum_of
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.meetings import MeetingLine, MeetingsService
from vcs_desktop.services.records import RecordsService

NOTICE, MINUTES, ACTIONS = "notice", "minutes", "actions"


class MeetingPapersService:
    """Writes the papers. They are not encrypted, and no other account can read them."""

    def __init__(
        self, group: HasNameAndPlace, records: RecordsService, meetings: MeetingsService
    ) -> None:
        self._group = group
        self._records = records
        self._meetings = meetings

    def sheet(self, paper: str, meeting_id: str) -> TextSheet:
        """Return what a paper of a meeting says: NOTICE, MINUTES, or the ACTIONS of all meetings.

        Raises:
            NoSuchRecord: there is no such meeting.
        """
        if paper == ACTIONS:
            lines = [
                papers.ActionLine(each.meeting, each.action, each.owner)
                for each in self._meetings.open_actions()
            ]
            return actions_sheet(self._group.name, lines, self._records.clock.today())
        told = self._minutes(meeting_id)
        return notice_sheet(told) if paper == NOTICE else minutes_sheet(told)

    def make(self, paper: str, meeting_id: str, out: Path | None) -> Path:
        """Write a paper to ``out``, whose name says whether as PDF, web page or Word file.

        ``out`` None is a place to print it from, where it is thrown away when the group is
        locked. Returns where it is.

        Raises:
            NoSuchRecord: there is no such meeting.
            CannotUseInput: the name is that of no such file.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        sheet = self.sheet(paper, meeting_id)
        path = out or self._to_print(sheet)
        write_text_sheet(path, sheet)
        return path

    def _to_print(self, sheet: TextSheet) -> Path:
        pages = self._group.files().pages
        return pages / f"{file_word(sheet.title, 'meeting')}.pdf"

    def _minutes(self, meeting_id: str) -> Minutes:
        meeting = self._meetings.meeting(meeting_id).thing
        around = self._meetings.around(meeting)
        ids = [
            *(each.id for each in meeting.present),
            *(each.person for each in meeting.conflicts),
            *(each.tied_to for each in meeting.decisions if each.tied_kind == PERSON),
            *(each.owner for each in meeting.actions),
            *(each.action.owner for each in around.back),
        ]
        return Minutes(
            group=self._group.name,
            meeting=meeting,
            names={each: around.who.name(each) for each in ids if each},
            quorum=quorum_of(meeting, around.voter_ids(), around.who.now),
            back=around.back,
            day=self._records.clock.today(),
        )

    def actions_table(self) -> TableOut:
        """Return what is still to be done of all meetings, as a table."""
        today = self._records.clock.today()
        return TableOut(
            title=tr("Actions"),
            about=(tr("Not done yet on {day}.", day=in_words(today)),),
            columns=(
                Column(tr("What to do")),
                Column(tr("Who")),
                Column(tr("By"), CellKind.DAY),
                Column(tr("Meeting")),
                Column(tr("Day of the meeting"), CellKind.DAY),
            ),
            rows=tuple(
                (
                    each.action.what,
                    each.owner,
                    each.action.due_on,
                    each.meeting.name,
                    each.meeting.on,
                )
                for each in self._meetings.open_actions()
            ),
        )


def meetings_table(lines: Iterable[MeetingLine]) -> TableOut:
    """Return meetings as a table, in the order given."""
    return TableOut(
        title=tr("Meetings"),
        columns=(
            Column(tr("Name")),
            Column(tr("What kind")),
            Column(tr("Day"), CellKind.DAY),
            Column(tr("Starts at")),
            Column(tr("Where")),
            Column(tr("Minutes agreed"), CellKind.DAY),
            Column(tr("Actions not done"), CellKind.NUMBER),
        ),
        rows=tuple(
            (
                each.name,
                tr_marked(KIND_NAMES[each.kind]),
                each.on,
                time_in_words(each.starts),
                each.place,
                each.agreed_on,
                each.open_actions,
            )
            for each in lines
        ),
    )


def proposed_name(sheet_name: str, ending: str) -> str:
    """Return a file name to propose, such as "minutes-committee-meeting.pdf"."""
    return file_word(sheet_name, "meeting") + ending
