"""Meetings, as a table: when and where, who was there, what was talked about and decided."""

from datetime import date

from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, TEXT, TIMES, CannotRead, Reading
from vcs_desktop.domain.meeting_kinds import KIND_NAMES, kind_in_words
from vcs_desktop.domain.meetings import MeetingKind

ON, STARTS, NAME, KIND, PLACE = "on", "starts", "name", "kind", "place"
THERE, ONLINE, APOLOGIES, GUESTS = "there", "online", "apologies", "guests"
AGENDA, DECISIONS, AGREED_ON, NOTES = "agenda", "decisions", "agreed_on", "notes"


def _kind(text: str, _today: date) -> MeetingKind:
    found = kind_in_words(text)
    if found is None:
        raise CannotRead
    return found


def _kind_words(kind: MeetingKind) -> str:
    return tr_marked(KIND_NAMES[kind])


_KIND = Reading(
    _kind,
    marked(
        "Row {row}, “{column}”: we do not know “{text}”. "
        "Write committee, general, yearly or another."
    ),
    _kind_words,
)

MEETINGS_IN = TableIn(
    "meetings",
    (
        ColumnIn(
            ON,
            marked("Day"),
            "day, date, when, on, meeting date, date of meeting, day of the meeting, "
            "day of meeting, held on, date held",
            DAY,
            is_needed=True,
            may_be_empty=True,
        ),
        ColumnIn(
            STARTS,
            marked("Starts at"),
            "time, starts, start, start time, starts at, from, begins, at, times",
            TIMES,
        ),
        ColumnIn(
            NAME,
            marked("Name of the meeting"),
            "meeting, meetings, name, title, meeting name, name of meeting, what, event",
        ),
        ColumnIn(
            KIND,
            marked("What kind"),
            "kind, type, sort, meeting type, type of meeting, kind of meeting, what kind",
            _KIND,
        ),
        ColumnIn(PLACE, marked("Place"), "place, where, location, venue, room"),
        ColumnIn(
            THERE,
            marked("Who was there"),
            "who was there, present, attended, attendees, attendance, who came, in attendance, "
            "members present, those present, people, names, attended by",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            ONLINE,
            marked("Who was there online"),
            "online, present online, who was there online, joined online, by zoom, on zoom, "
            "zoom, remote, by phone",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            APOLOGIES,
            marked("Who sent apologies"),
            "apologies, absent, who sent apologies, apologies from, sent apologies, "
            "apologies for absence, not there",
            TEXT,
            is_several=True,
        ),
        ColumnIn(GUESTS, marked("Guests"), "guests, guest, visitors, also there, others", TEXT),
        ColumnIn(
            AGENDA,
            marked("What was talked about"),
            "agenda, what was talked about, items, agenda items, topics, subjects, talked about, "
            "discussed, what was discussed",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            DECISIONS,
            marked("What was decided"),
            "decisions, decision, decided, what was decided, resolutions, resolved, agreed",
            TEXT,
            is_several=True,
        ),
        ColumnIn(
            AGREED_ON,
            marked("Minutes agreed on"),
            "minutes agreed, minutes agreed on, minutes approved, minutes approved on, "
            "minutes signed, approved on",
            DAY,
        ),
        ColumnIn(
            NOTES,
            marked("Notes"),
            "notes, note, comments, comment, remarks, details",
            TEXT,
            is_several=True,
        ),
    ),
    passed_over="actions not done, actions, open actions",
)
