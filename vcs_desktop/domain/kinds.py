"""The kinds of record that a group keeps, and what the log must know of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from vcs_desktop.domain.answers import Answer, QuestionList
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.attendance import Activity, AttendanceSheet
from vcs_desktop.domain.budgets import Budget
from vcs_desktop.domain.due import DateDone, OwnDate
from vcs_desktop.domain.expenses import ExpenseClaim
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.laptops import Laptop
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.our_words import OurWords
from vcs_desktop.domain.papers import Paper, english_name
from vcs_desktop.domain.people import Opener, Person
from vcs_desktop.domain.retention_rules import RetentionRules
from vcs_desktop.domain.safeguarding import Safeguarding
from vcs_desktop.domain.sharing.shared import Shared
from vcs_desktop.domain.thanks import Thanks
from vcs_desktop.domain.values import PART
from vcs_desktop.domain.volunteering import Shift, Stopping, VolunteerRole

PROFILE, PERSON, OPENER = "group_profile", "person", "opener"
RETENTION_RULES, SAFEGUARDING = "retention_rules", "safeguarding"
ACTIVITY, ATTENDANCE = "activity", "attendance"
VOLUNTEER_ROLE, SHIFT, STOPPING, EXPENSES = "volunteer_role", "shift", "stopping", "expenses"
THANKS = "thanks"
DOCUMENT, MEETING, OWN_DATE, DATE_DONE = "document", "meeting", "own_date", "date_done"
APPLICATION, ANSWER, QUESTION_LIST = "application", "answer", "question_list"
BUDGET, GRANT = "budget", "grant"
OUR_WORDS = "our_words"
DEVICE = "device"
SHARED = "shared"

OUR_GROUP = "our-group"
"""The id of the one record about the group itself, the same on every computer of the group."""

OUR_RETENTION_RULES = "retention-rules"
"""The id of the one record of how long the group keeps what."""

OUR_WORD_LIST = "our-words"
"""The id of the one record of the words that the group says are right."""

OUR_SAFEGUARDING = "safeguarding"
"""The id of the one record of what the group does when somebody is worried about a person."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record.

    ``title`` is the field that names a record in lists. ``long_texts`` are the
    fields whose two versions may be merged line by line; no other field ever is:
    money, days and consents are chosen by a person. ``has_given_id`` is of records whose id
    is known before they are: to undo the first change of one empties it. In the bin it could
    be deleted for good, and under its id nothing could ever be kept again. ``unnamed`` names a
    record whose title says nothing.

    ``unasked`` are fields, and values inside fields ("terms.digest"), of which the newest stands:
    nobody could choose between them. ``apart`` are fields in which each value inside stands by
    itself, as a field does.

    ``fixed_by`` is the field that a record has once somebody has agreed to it: from then on undo
    takes nothing back that was done to it before. Empty where there is no such field.
    """

    name: str
    shape: type[Any]
    title: str = "name"
    long_texts: frozenset[str] = frozenset()
    has_given_id: bool = False
    unnamed: Callable[[Mapping[str, Any]], str] | None = None
    unasked: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    fixed_by: str = ""


KINDS: Mapping[str, RecordKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            RecordKind(PROFILE, OurGroup, long_texts=frozenset({"what_we_do"}), has_given_id=True),
            RecordKind(PERSON, Person, long_texts=frozenset({"notes"})),
            RecordKind(OPENER, Opener, has_given_id=True),
            RecordKind(RETENTION_RULES, RetentionRules, has_given_id=True),
            RecordKind(
                SAFEGUARDING,
                Safeguarding,
                title="lead_name",
                long_texts=frozenset({"steps"}),
                has_given_id=True,
            ),
            RecordKind(ACTIVITY, Activity, long_texts=frozenset({"notes"})),
            RecordKind(ATTENDANCE, AttendanceSheet, long_texts=frozenset({"notes"})),
            RecordKind(VOLUNTEER_ROLE, VolunteerRole, long_texts=frozenset({"what", "needs"})),
            RecordKind(SHIFT, Shift, long_texts=frozenset({"notes"})),
            RecordKind(STOPPING, Stopping),
            RecordKind(EXPENSES, ExpenseClaim, long_texts=frozenset({"notes"})),
            RecordKind(THANKS, Thanks),
            RecordKind(DOCUMENT, Paper, long_texts=frozenset({"note"}), unnamed=english_name),
            RecordKind(
                MEETING,
                Meeting,
                long_texts=frozenset({"notes"}),
                unasked=frozenset({"agenda.order"}),
            ),
            RecordKind(OWN_DATE, OwnDate, long_texts=frozenset({"notes"})),
            RecordKind(DATE_DONE, DateDone, has_given_id=True),
            RecordKind(
                APPLICATION,
                Application,
                long_texts=frozenset({"decided_why", "feedback", "notes"}),
                unasked=frozenset(
                    {"terms.taken_on", "terms.digest", "papers.order", "changes.order"}
                ),
                apart=frozenset({"terms", "papers"}),
            ),
            RecordKind(
                ANSWER,
                Answer,
                title="question",
                long_texts=frozenset({"text"}),
                unasked=frozenset({"order"}),
            ),
            RecordKind(QUESTION_LIST, QuestionList, unasked=frozenset({"questions.order"})),
            RecordKind(
                BUDGET,
                Budget,
                long_texts=frozenset({"notes"}),
                has_given_id=True,
                unasked=frozenset({"lines.order", "running_costs.order", "funders.order"}),
            ),
            RecordKind(OUR_WORDS, OurWords, has_given_id=True),
            RecordKind(DEVICE, Laptop, has_given_id=True, unasked=frozenset({"name"})),
            RecordKind(GRANT, Grant, long_texts=frozenset({"notes"}), has_given_id=True),
            RecordKind(
                SHARED,
                Shared,
                long_texts=frozenset({"text"}),
                fixed_by="body",
                unasked=frozenset(
                    {
                        "answers.order",
                        "sealed",
                        "sealed_for",
                        "is_tried",
                        "refusals",
                        "refused_why",
                        "receipt",
                        "is_read",
                        "reply",
                        "council_keeps_until",
                        "is_over",
                        "take_back_asked_on",
                        "taken_back_on",
                        "is_gone_there",
                    }
                ),
            ),
        )
    }
)


def fixed_by(kind: str) -> str:
    """Return the field that fixes a record of a kind once it is there; empty is none."""
    known = KINDS.get(kind)
    return known.fixed_by if known is not None else ""


def has_given_id(kind: str) -> bool:
    """Say whether the id of such a record is known before the record is."""
    return kind in KINDS and KINDS[kind].has_given_id


def is_long_text(kind: str, name: str) -> bool:
    """Say whether two versions of a field may be merged line by line."""
    known = KINDS.get(kind)
    return known is not None and name.partition(PART)[0] in known.long_texts


def title_of(kind: str, values: Mapping[str, Any]) -> str:
    """Return what a record is called in lists; nothing when it has no name."""
    known = KINDS.get(kind)
    title = values.get(known.title) if known else None
    if known and known.unnamed and not title:
        return known.unnamed(values)
    return title if isinstance(title, str) else ""
