"""What the fields of what is shared with the council are called, and how their values read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.kinds import SHARED
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.domain.sharing.words import PROFILE, SORTS, TOPICS_OF
from vcs_desktop.ui.history.field import Field
from vcs_desktop.ui.history.value_words import day, one_of, place, plain, several, unsaid

_TOPICS: Mapping[str, Marked] = MappingProxyType(
    {name: words for sort in Sort for name, words in TOPICS_OF.get(sort, {}).items()}
)


def _word_for_word(value: Any) -> str:
    """Say that it is there: its words are shown where it is opened."""
    return tr("Kept word for word") if value else ""


def _locked(value: Any) -> str:
    return tr("Closed, so that only the council can open it") if value else ""


def _when(value: Any) -> str:
    """Return the day of a receipt."""
    moment = value.get("received_at") if isinstance(value, dict) else None
    return day(moment[:10]) if isinstance(moment, str) and moment else plain(value)


def _kept(value: Any) -> str:
    if isinstance(value, bool):
        return tr("It was kept") if value else tr("It was not kept")
    return plain(value)


def _profile_field(value: Any) -> str:
    known = PROFILE.get(value) if isinstance(value, str) else None
    return tr_marked(known) if known else plain(value)


_SHARED = {
    "name": Field(marked("Name")),
    "sort": Field(marked("What it is"), one_of(SORTS)),
    "topic": Field(marked("What about"), one_of(_TOPICS)),
    "area": Field(marked("Where"), place),
    "how_many": Field(marked("How many people")),
    "text": Field(marked("What we say"), is_long=True),
    "is_named": Field(marked("Says who we are")),
    "ticked": Field(marked("What we tell of our group"), several(_profile_field)),
    "about": Field(marked("Its number in the library")),
    "about_title": Field(marked("What it is about")),
    "about_whom": Field(marked("Whose it is")),
    "was_kept": Field(marked("Was the agreement kept"), _kept),
    "decided_on": Field(marked("Day the committee decided"), day),
    "signers": Field(
        marked("Who signs"),
        inner={"person": Field(marked("name")), "role": Field(marked("role"))},
        named_by="role",
    ),
    "answers": Field(
        marked("Answer to a question"),
        inner={
            "order": Field(marked("place"), unsaid),
            "question": Field(marked("question")),
            "text": Field(marked("our answer"), is_long=True),
        },
        named_by="question",
    ),
    "with_others": Field(marked("Together with other groups")),
    "contact": Field(marked("Who can be reached")),
    "contact_how": Field(marked("How they can be reached")),
    "keep_until": Field(marked("The council may keep it until"), day),
    "agreed_on": Field(marked("Day it was agreed"), day),
    "body": Field(marked("What is sent"), _word_for_word),
    "is_personal": Field(marked("For the council only")),
    "sealed": Field(marked("What travels"), _locked),
    "sealed_for": Field(marked("The council's key")),
    "is_tried": Field(marked("We tried to send it")),
    "refusals": Field(marked("Times it was refused")),
    "refused_why": Field(marked("Why it was refused")),
    "receipt": Field(marked("Receipt"), _when),
    "is_read": Field(marked("The council has read it")),
    "reply": Field(marked("What the council answered"), is_long=True),
    "council_keeps_until": Field(marked("The council keeps it until"), day),
    "is_over": Field(marked("The council has deleted it")),
    "take_back_asked_on": Field(marked("Day we took it back"), day),
    "taken_back_on": Field(marked("Day the council was asked to delete it"), day),
    "is_gone_there": Field(marked("The council has deleted what we took back")),
}

FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType({SHARED: _SHARED})
