"""What the fields of a person are called, and how their values read, on the page about them."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.file_words import file_in_words
from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    APPLICATION,
    ATTENDANCE,
    DATE_DONE,
    DEVICE,
    DOCUMENT,
    EXPENSES,
    MEETING,
    OPENER,
    OWN_DATE,
    PERSON,
    PROFILE,
    SAFEGUARDING,
    SHARED,
    SHIFT,
    THANKS,
    VOLUNTEER_ROLE,
)
from vcs_desktop.domain.people import Basis, Channel, DbsLevel, Purpose, Tie, Way
from vcs_desktop.domain.stored_file import is_stored_file
from vcs_desktop.domain.values import PART

_FIELDS: Mapping[str, Marked] = MappingProxyType(
    {
        "name": marked("Name"),
        "email": marked("Email"),
        "phone": marked("Phone"),
        "address": marked("Address"),
        "roles": marked("Role"),
        "skills": marked("Skills"),
        "interests": marked("Declared interest"),
        "consents": marked("Consent"),
        "emergency": marked("Emergency contact"),
        "dbs": marked("DBS check"),
        "access_needs": marked("Access needs"),
        "notes": marked("Notes"),
        "not_same_as": marked("Not the same person as"),
        "merged_from": marked("Made one with another record"),
        "kept_on": marked("Day on which the group decided to keep this"),
    }
)
_PARTS: Mapping[str, Marked] = MappingProxyType(
    {
        "tie": marked("what kind"),
        "title": marked("title"),
        "since": marked("first day"),
        "until": marked("last day"),
        "what": marked("what it is"),
        "declared_on": marked("declared on"),
        "ended_on": marked("ended on"),
        "wording": marked("in these words"),
        "given_on": marked("given on"),
        "channel": marked("how"),
        "withdrawn_on": marked("taken back on"),
        "purposes": marked("what for"),
        "ways": marked("how to reach them"),
        "basis": marked("what they said"),
        "name": marked("name"),
        "phone": marked("phone"),
        "relation": marked("who they are"),
        "level": marked("level"),
        "seen_on": marked("certificate seen on"),
        "recheck_on": marked("to look again on"),
        "said_on": marked("said on"),
        "merged_on": marked("on"),
    }
)
_CHOICES: Mapping[str, Mapping[str, Marked]] = MappingProxyType(
    {
        "tie": {
            Tie.MEMBER: marked("member"),
            Tie.COMMITTEE: marked("committee"),
            Tie.VOLUNTEER: marked("volunteer"),
            Tie.CONTACT: marked("contact"),
        },
        "channel": {
            Channel.PAPER: marked("on paper"),
            Channel.EMAIL: marked("by email"),
            Channel.SPOKEN: marked("spoken"),
            Channel.ONLINE_FORM: marked("on a web page"),
        },
        "purposes": {
            Purpose.TAKING_PART: marked("about something they take part in"),
            Purpose.NEWS: marked("news from the group"),
            Purpose.ASKING: marked("asking for money or support"),
        },
        "ways": {
            Way.EMAIL: marked("by email"),
            Way.PHONE: marked("by telephone"),
            Way.POST: marked("by post"),
        },
        "basis": {
            Basis.YES: marked("they said yes"),
            Basis.SOFT_OPT_IN: marked("they were offered to say no, and did not"),
        },
        "level": {
            DbsLevel.BASIC: marked("basic"),
            DbsLevel.STANDARD: marked("standard"),
            DbsLevel.ENHANCED: marked("enhanced"),
            DbsLevel.ENHANCED_WITH_BARRED_LISTS: marked("enhanced with barred lists"),
        },
    }
)
_DEEDS: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("{who} added this person"),
        Verb.ADD_PEOPLE: marked("{who} added this person out of a file"),
        Verb.BRING_IN: marked("{who} brought this in out of a file"),
        Verb.CHANGE: marked("{who} changed this"),
        Verb.DELETE: marked("{who} put this in the bin"),
        Verb.RESTORE: marked("{who} took this out of the bin"),
        Verb.CHOOSE: marked("{who} chose between two versions"),
        Verb.MERGE: marked("{who} made one record of two"),
        Verb.TELL_APART: marked("{who} said that this is not somebody else"),
        Verb.KEEP: marked("{who} decided to keep this for another year"),
        Verb.TICK: marked("{who} ticked this off"),
        Verb.CAME_NEW: marked("{who} added this person on a sheet of who came"),
        Verb.BRING_IN_SHEETS: marked("{who} added this person out of a file"),
        Verb.BRING_IN_LIST: marked("{who} brought this in out of a file"),
        Verb.UNDO: marked("{who} took a change back"),
        Verb.REDO: marked("{who} made a change again"),
    }
)
_KINDS: Mapping[str, Marked] = MappingProxyType(
    {
        PERSON: marked("Another person"),
        PROFILE: marked("About our group"),
        OPENER: marked("Somebody who can open the group"),
        DEVICE: marked("Laptop of the group"),
        SAFEGUARDING: marked("What we do when worried about someone"),
        ACTIVITY: marked("Activity"),
        ATTENDANCE: marked("Who came"),
        VOLUNTEER_ROLE: marked("Volunteer role"),
        SHIFT: marked("Rota"),
        EXPENSES: marked("Expenses claim"),
        DOCUMENT: marked("Paper"),
        MEETING: marked("Meeting"),
        OWN_DATE: marked("Date"),
        DATE_DONE: marked("Date that is done"),
        THANKS: marked("Thanks"),
        APPLICATION: marked("Application"),
        SHARED: marked("Shared with the council"),
    }
)


def field_words(name: str) -> str:
    """Return what a field is called; one that we do not know, as it is written."""
    known = _FIELDS.get(name.partition(PART)[0])
    return tr_marked(known) if known else _spelled(name.partition(PART)[0])


def value_lines(name: str, value: Any) -> list[str]:
    """Return a value in lines to read; nothing for one that says nothing."""
    if is_stored_file(value):
        return [file_in_words(value)]
    if isinstance(value, dict):
        return [
            tr("{part}: {value}", part=_part_words(part), value=" ".join(lines))
            for part in _in_order(value)
            if (lines := value_lines(part, value[part]))
        ]
    if isinstance(value, list):
        return [line for each in value for line in value_lines(name, each)]
    if value is None:
        return []
    if isinstance(value, bool):
        return [tr("yes") if value else tr("no")]
    return _text_lines(name, str(value))


def deed_words(entry: Entry) -> str:
    """Return who did what to the record."""
    words = _DEEDS.get(entry.verb, _DEEDS[Verb.CHANGE])
    return tr_marked(words, who=entry.who or tr("Somebody"))


def kind_words(kind: str) -> str:
    """Return what kind of record another one is."""
    known = _KINDS.get(kind)
    return tr_marked(known) if known else _spelled(kind)


def _text_lines(name: str, text: str) -> list[str]:
    chosen = _CHOICES.get(name, {}).get(text)
    if chosen:
        return [tr_marked(chosen)]
    if name in ("since", "until") or name.endswith("_on"):
        try:
            return [shortly(date.fromisoformat(text))]
        except ValueError:
            return [text]
    return [line for line in text.splitlines() if line.strip()]


def _part_words(name: str) -> str:
    known = _PARTS.get(name)
    return tr_marked(known) if known else _spelled(name)


def _in_order(parts: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in _PARTS if name in parts)
    yield from (name for name in parts if name not in _PARTS)


def _spelled(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
