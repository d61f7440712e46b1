"""What the fields of the weekly records are called: who came, the rota, papers, meetings, dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.days import WEEKDAYS
from vcs_desktop.domain.file_words import file_in_words
from vcs_desktop.domain.group_documents import NAMES as DOCUMENTS
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    ATTENDANCE,
    DATE_DONE,
    DOCUMENT,
    EXPENSES,
    MEETING,
    OWN_DATE,
    SAFEGUARDING,
    SHIFT,
    STOPPING,
    THANKS,
    VOLUNTEER_ROLE,
)
from vcs_desktop.domain.meetings import MeetingKind, Outcome, Presence
from vcs_desktop.domain.miles_typed import typed_miles
from vcs_desktop.domain.thanks import Reason
from vcs_desktop.domain.volunteering import Barrier, WorksWith
from vcs_desktop.ui.history.field import Field
from vcs_desktop.ui.history.value_words import (
    day,
    month,
    one_of,
    plain,
    pounds,
    several,
    time_of_day,
    unsaid,
)

MEETINGS: Mapping[str, Marked] = {
    MeetingKind.COMMITTEE: marked("Committee meeting"),
    MeetingKind.GENERAL: marked("General meeting"),
    MeetingKind.YEARLY: marked("Yearly meeting (AGM)"),
    MeetingKind.OTHER: marked("Another meeting"),
}
PRESENCES: Mapping[str, Marked] = {
    Presence.THERE: marked("There"),
    Presence.ONLINE: marked("There, online"),
    Presence.APOLOGIES: marked("Sent apologies"),
}
OUTCOMES: Mapping[str, Marked] = {
    Outcome.DONE: marked("Done"),
    Outcome.CARRIED_ON: marked("Carried on"),
}
BARRIERS: Mapping[str, Marked] = {
    Barrier.TRANSPORT: marked("Transport"),
    Barrier.COST: marked("Cost"),
    Barrier.DIGITAL: marked("Computers and phones"),
    Barrier.CONFIDENCE: marked("Confidence"),
    Barrier.ACCESS: marked("Access"),
    Barrier.TIME: marked("Time"),
    Barrier.BENEFITS: marked("Worry about benefits"),
}
WORKS_WITH: Mapping[str, Marked] = {
    WorksWith.NOBODY: marked("Nobody who needs extra care"),
    WorksWith.CHILDREN: marked("Children or young people"),
    WorksWith.ADULTS_WITH_NEEDS: marked("Adults who need care or support"),
    WorksWith.BOTH: marked("Children, and adults who need care"),
}
REASONS: Mapping[str, Marked] = {
    Reason.HOURS: marked("Hours of help"),
    Reason.YEARS: marked("Years with us"),
    Reason.JUST_SO: marked("All that they do"),
}


def _weekday(value: Any) -> str:
    """Return the name of a day of the week by its number."""
    known = type(value) is int and 0 <= value < len(WEEKDAYS)
    return tr_marked(WEEKDAYS[value]) if known else plain(value)


def _miles(value: Any) -> str:
    """Return miles, which are kept in tenths."""
    return typed_miles(value) if type(value) is int and value > 0 else plain(value)


_TIME_OF = {
    "starts": Field(marked("Starts at"), time_of_day),
    "ends": Field(marked("Ends at"), time_of_day),
}
_ACTIVITY = {
    "name": Field(marked("Name")),
    "place": Field(marked("Where")),
    "weekday": Field(marked("Day of the week"), _weekday),
    **_TIME_OF,
    "notes": Field(marked("Notes"), is_long=True),
    "ended_on": Field(marked("Last day"), day),
}
_CAME = {"is_first_time": Field(marked("for the first time"))}
_HELPED = {
    "minutes": Field(marked("minutes")),
    "employer": Field(marked("sent by")),
}
_ATTENDANCE = {
    "name": Field(marked("What it was")),
    "activity": Field(marked("Activity")),
    "on": Field(marked("Day"), day),
    "came": Field(marked("Somebody came"), inner=_CAME),
    "others": Field(marked("Others who came")),
    "others_first_time": Field(marked("Others who came for the first time")),
    "helped": Field(marked("Somebody helped"), inner=_HELPED),
    "notes": Field(marked("Notes"), is_long=True),
}
_VOLUNTEER_ROLE = {
    "name": Field(marked("Name")),
    "what": Field(marked("What they do"), is_long=True),
    "when": Field(marked("When")),
    "where": Field(marked("Where")),
    "needs": Field(marked("What it takes"), is_long=True),
    "contact": Field(marked("Who to ask")),
    "is_wanted": Field(marked("We are looking for people")),
    "works_with": Field(marked("Whom they work with"), one_of(WORKS_WITH)),
    "is_close_work": Field(marked("Teaches, cares or looks after people")),
    "is_watched_over": Field(marked("Somebody who is checked watches over it")),
    "is_often": Field(marked("Often")),
    "is_overnight": Field(marked("Overnight")),
    "activity": Field(marked("Activity")),
    "weekday": Field(marked("Day of the week"), _weekday),
    **_TIME_OF,
    "people_needed": Field(marked("How many it needs")),
    "ended_on": Field(marked("Last day"), day),
}
_ON_SHIFT = {"has_agreed": Field(marked("has said yes"))}
_SHIFT = {
    "name": Field(marked("What it is")),
    "role": Field(marked("Role")),
    "activity": Field(marked("Activity")),
    "on": Field(marked("Day"), day),
    **_TIME_OF,
    "needed": Field(marked("How many it needs")),
    "people": Field(marked("Somebody is down for it"), inner=_ON_SHIFT),
    "notes": Field(marked("Notes"), is_long=True),
}
_STOPPING = {
    "name": Field(marked("What happened")),
    "in_month": Field(marked("Month"), month),
    "barriers": Field(marked("What stood in the way"), several(one_of(BARRIERS))),
}
_EXPENSE_LINE = {
    "what": Field(marked("what it was")),
    "on": Field(marked("day"), day),
    "miles_tenths": Field(marked("miles"), _miles),
    "pence": Field(marked("what was paid"), pounds),
    "has_receipt": Field(marked("there is a receipt")),
}
_EXPENSES = {
    "name": Field(marked("Name")),
    "person": Field(marked("Who asks")),
    "lines": Field(marked("Line"), inner=_EXPENSE_LINE, named_by="what"),
    "most_for_a_mile_pence": Field(marked("Most that a mile is paid with"), pounds),
    "agreed_by": Field(marked("Who agreed")),
    "agreed_on": Field(marked("Day it was agreed"), day),
    "paid_on": Field(marked("Day it was paid"), day),
    "notes": Field(marked("Notes"), is_long=True),
}
_THANKS = {
    "name": Field(marked("Name")),
    "person": Field(marked("Who was thanked")),
    "reason": Field(marked("What for"), one_of(REASONS)),
    "count": Field(marked("How many")),
    "on": Field(marked("Day"), day),
}
_VERSION = {
    "label": Field(marked("what it is called")),
    "file": Field(marked("file"), file_in_words),
    "added_on": Field(marked("day it was added"), day),
}
_DOCUMENT = {
    "name": Field(marked("Name")),
    "kind": Field(marked("What kind"), one_of(DOCUMENTS)),
    "agreed_on": Field(marked("Day it was agreed"), day),
    "review_on": Field(marked("Day to look again"), day),
    "expires_on": Field(marked("Last day it holds"), day),
    "note": Field(marked("Notes"), is_long=True),
    "versions": Field(marked("Version"), inner=_VERSION, named_by="label"),
}
_AGENDA = {
    "order": Field(marked("place"), unsaid),
    "title": Field(marked("what it is")),
    "said": Field(marked("what was said"), is_long=True),
}
_CONFLICT = {
    "person": Field(marked("who")),
    "what": Field(marked("what it is")),
    "what_was_done": Field(marked("what was done")),
}
_LOOKED_BACK = {
    "outcome": Field(marked("what became of it"), one_of(OUTCOMES)),
    "due_on": Field(marked("now by"), day),
}
_DECISION = {
    "what": Field(marked("what was decided")),
    "votes_for": Field(marked("votes for")),
    "votes_against": Field(marked("votes against")),
    "abstained": Field(marked("did not vote")),
    "tied_kind": Field(marked("kind of what it is about")),
    "tied_to": Field(marked("record it is about")),
    "tied_name": Field(marked("what it is about")),
}
_ACTION = {
    "what": Field(marked("what to do")),
    "owner": Field(marked("who")),
    "due_on": Field(marked("by"), day),
    "done_on": Field(marked("day it was done"), day),
}
_MEETING = {
    "name": Field(marked("Name")),
    "kind": Field(marked("What kind"), one_of(MEETINGS)),
    "on": Field(marked("Day"), day),
    "starts": Field(marked("Starts at"), time_of_day),
    "place": Field(marked("Where")),
    "notice_on": Field(marked("Day people were told"), day),
    "quorum": Field(marked("How many have to be there")),
    "agenda": Field(marked("On the agenda"), inner=_AGENDA, named_by="title"),
    "present": Field(
        marked("Somebody's part"), inner={"how": Field(marked("how"), one_of(PRESENCES))}
    ),
    "guests": Field(marked("Others who were there")),
    "looked_back": Field(marked("Action of an earlier meeting"), inner=_LOOKED_BACK),
    "conflicts": Field(marked("Interest declared"), inner=_CONFLICT, named_by="what"),
    "decisions": Field(marked("Decision"), inner=_DECISION, named_by="what"),
    "actions": Field(marked("Action"), inner=_ACTION, named_by="what"),
    "agreed_on": Field(marked("Day the minutes were agreed"), day),
    "notes": Field(marked("Notes"), is_long=True),
}
_OWN_DATE = {
    "name": Field(marked("What it is")),
    "on": Field(marked("Day"), day),
    "starts": Field(marked("Starts at"), time_of_day),
    "place": Field(marked("Where")),
    "notes": Field(marked("Notes"), is_long=True),
    "repeats_months": Field(marked("Comes again after months")),
}
_DATE_DONE = {
    "name": Field(marked("What it is")),
    "due_on": Field(marked("Day it was due"), day),
    "done_on": Field(marked("Day it was done"), day),
    "is_not_needed": Field(marked("Was not needed")),
}
_SAFEGUARDING = {
    "lead_name": Field(marked("Who leads")),
    "lead_phone": Field(marked("Phone number of who leads")),
    "lead_email": Field(marked("Email of who leads")),
    "deputy_name": Field(marked("Who stands in")),
    "deputy_phone": Field(marked("Phone number of who stands in")),
    "steps": Field(marked("What we do"), is_long=True),
    "agreed_on": Field(marked("Day it was agreed"), day),
}

FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        ACTIVITY: _ACTIVITY,
        ATTENDANCE: _ATTENDANCE,
        VOLUNTEER_ROLE: _VOLUNTEER_ROLE,
        SHIFT: _SHIFT,
        STOPPING: _STOPPING,
        EXPENSES: _EXPENSES,
        THANKS: _THANKS,
        DOCUMENT: _DOCUMENT,
        MEETING: _MEETING,
        OWN_DATE: _OWN_DATE,
        DATE_DONE: _DATE_DONE,
        SAFEGUARDING: _SAFEGUARDING,
    }
)
