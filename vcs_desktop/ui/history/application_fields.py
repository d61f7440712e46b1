"""What the fields of applications, their answers, budgets and grants are called."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.application_words import (
    ANSWER_STATES,
    BASES,
    CANONICAL,
    CHOICES,
    COST_TYPES,
    EARLY_SPENDING,
    FACT_SOURCES,
    LINE_KINDS,
    PROMISES,
    STATUSES,
    UNITS,
    VAT,
)
from vcs_desktop.domain.file_words import file_in_words
from vcs_desktop.domain.hundredths import typed_hundredths
from vcs_desktop.domain.kinds import (
    ANSWER,
    APPLICATION,
    BUDGET,
    GRANT,
    OUR_WORDS,
    QUESTION_LIST,
)
from vcs_desktop.ui.history.field import Field
from vcs_desktop.ui.history.value_words import (
    day,
    one_of,
    plain,
    pounds,
    several,
    time_of_day,
    unsaid,
)


def _hundredths(value: Any) -> str:
    """Return a number that is kept in hundredths."""
    return typed_hundredths(value) if type(value) is int else plain(value)


def _tenths(value: Any) -> str:
    """Return a number that is kept in tenths."""
    return f"{value / 10:,.1f}".removesuffix(".0") if type(value) is int else plain(value)


def _version(value: Any) -> str:
    """Return that something was checked, of which only the app needs to know what it was."""
    return tr("as it was then") if isinstance(value, str) and value else plain(value)


def _the_word(word: str) -> str:
    """Return what a part of the own word list is called: its id is the word."""
    return tr("The word “{word}”", word=word)


_TERMS = {
    "closes_on": Field(marked("closing day"), day),
    "closes_time": Field(marked("closing time"), time_of_day),
    "award_min_pence": Field(marked("smallest grant"), pounds),
    "award_max_pence": Field(marked("largest grant"), pounds),
    "match_percent": Field(marked("per cent from elsewhere")),
    "pays_overheads": Field(marked("pays running costs")),
    "cost_types": Field(marked("pays for"), several(plain)),
    "exclusions": Field(marked("does not pay for"), several(plain)),
    "decision_weeks": Field(marked("weeks until they decide")),
    "max_duration_months": Field(marked("most months")),
    "signatories_needed": Field(marked("how many sign")),
    "hours_to_apply_tenths": Field(marked("hours it takes to apply"), _tenths),
    "taken_on": Field(marked("day this was taken over"), day),
    "digest": Field(marked("the library's version"), _version),
}
_NEEDED_PAPER = {
    "order": Field(marked("place"), unsaid),
    "name": Field(marked("what they ask for")),
    "max_age_months": Field(marked("most months old")),
    "paper": Field(marked("our paper")),
}
_CHANGE = {
    "order": Field(marked("place"), unsaid),
    "activity": Field(marked("what we do")),
    "change": Field(marked("what changes")),
    "measure": Field(marked("how we will know")),
    "target": Field(marked("how many we hope for")),
    "outcome": Field(marked("row of the library")),
}
_SIGNATURE = {
    "role": Field(marked("as")),
    "on": Field(marked("day they signed"), day),
}
_COPY = {
    "number": Field(marked("number")),
    "on": Field(marked("day it was kept"), day),
    "by": Field(marked("who kept it")),
    "sha256": Field(marked("what it held"), _version),
    "file": Field(marked("file"), file_in_words),
    "note": Field(marked("note")),
}
_APPLICATION = {
    "name": Field(marked("Name")),
    "funder": Field(marked("Funder")),
    "call": Field(marked("Notice in the library")),
    "status": Field(marked("How far it has come"), one_of(STATUSES)),
    "terms": Field(marked("What the funder says"), inner=_TERMS),
    "ask_pence": Field(marked("What we ask for"), pounds),
    "starts_on": Field(marked("First day of the work"), day),
    "ends_on": Field(marked("Last day of the work"), day),
    "early_spending": Field(marked("Pays for what began before"), one_of(EARLY_SPENDING)),
    "is_from_before": Field(marked("An old application")),
    "choice": Field(marked("What the committee decided"), one_of(CHOICES)),
    "decided_on": Field(marked("Day it was decided"), day),
    "decided_by": Field(marked("Who decided")),
    "decided_why": Field(marked("Why"), is_long=True),
    "decided_meeting": Field(marked("Meeting that decided")),
    "papers": Field(marked("Paper to send"), inner=_NEEDED_PAPER, named_by="name"),
    "changes": Field(marked("Planned change"), inner=_CHANGE, named_by="activity"),
    "checked_by": Field(marked("Who checked it")),
    "checked_on": Field(marked("Day it was checked"), day),
    "checked_digest": Field(marked("What was checked"), _version),
    "signatures": Field(marked("Signature"), inner=_SIGNATURE),
    "copies": Field(marked("Kept copy"), inner=_COPY, named_by="number"),
    "sent_on": Field(marked("Day it was sent"), day),
    "reference": Field(marked("Their reference")),
    "answered_on": Field(marked("Day they answered"), day),
    "awarded_pence": Field(marked("What they gave"), pounds),
    "feedback": Field(marked("What they said"), is_long=True),
    "minutes_spent": Field(marked("Minutes spent on it")),
    "notes": Field(marked("Notes"), is_long=True),
}
_QUESTION = {
    "order": Field(marked("place"), unsaid),
    "ref": Field(marked("their number")),
    "guidance": Field(marked("what they add")),
    "limit": Field(marked("limit")),
    "unit": Field(marked("counted in"), one_of(UNITS)),
    "counts_spaces": Field(marked("spaces count")),
    "counts_breaks": Field(marked("ends of lines count")),
    "canonical": Field(marked("what it asks about"), one_of(CANONICAL)),
}
_FACT = {
    "source": Field(marked("from"), one_of(FACT_SOURCES)),
    "key": Field(marked("which figure")),
    "value": Field(marked("figure")),
    "words": Field(marked("words")),
    "as_of": Field(marked("as of")),
    "said_by": Field(marked("source")),
}
_ANSWER = {
    "application": Field(marked("Application")),
    "order": Field(marked("Place"), unsaid),
    "ref": Field(marked("Their number")),
    "question": Field(marked("Question")),
    "guidance": Field(marked("What they add")),
    "limit": Field(marked("Limit")),
    "unit": Field(marked("Counted in"), one_of(UNITS)),
    "counts_spaces": Field(marked("Spaces count")),
    "counts_breaks": Field(marked("Ends of lines count")),
    "canonical": Field(marked("What it asks about"), one_of(CANONICAL)),
    "text": Field(marked("Our answer"), is_long=True),
    "state": Field(marked("How far it has come"), one_of(ANSWER_STATES)),
    "facts": Field(marked("Figure used"), inner=_FACT, named_by="words"),
    "reused_from": Field(marked("Began as the answer")),
    "pasted_on": Field(marked("Day it was put into their form"), day),
}
_QUESTION_LIST = {
    "name": Field(marked("Name")),
    "questions": Field(
        marked("Question"), inner={"text": Field(marked("question")), **_QUESTION}, named_by="text"
    ),
}
_PAID_BY = {
    "funder": Field(marked("funder")),
    "pence": Field(marked("pays"), pounds),
}
_LINE = {
    "order": Field(marked("place"), unsaid),
    "what": Field(marked("what it is")),
    "cost_type": Field(marked("what sort of cost"), one_of(COST_TYPES)),
    "kind": Field(marked("for this work or shared"), one_of(LINE_KINDS)),
    "quantity_hundredths": Field(marked("how many"), _hundredths),
    "unit": Field(marked("counted in")),
    "unit_pence": Field(marked("cost of one"), pounds),
    "year": Field(marked("year")),
    "paid": Field(marked("paid by others"), several(plain)),
    "starts_on": Field(marked("first day"), day),
    "is_time_given": Field(marked("hours that volunteers give")),
}
_RUNNING_COST = {
    "order": Field(marked("place"), unsaid),
    "what": Field(marked("what it is")),
    "pence": Field(marked("a year"), pounds),
}
_OTHER_FUNDER = {
    "order": Field(marked("place"), unsaid),
    "name": Field(marked("name")),
    "pence": Field(marked("how much"), pounds),
    "promise": Field(marked("how sure"), one_of(PROMISES)),
    "is_match": Field(marked("counts as match funding")),
}
_BUDGET = {
    "name": Field(marked("Name")),
    "application": Field(marked("Application")),
    "lines": Field(marked("Cost"), inner=_LINE, named_by="what"),
    "running_costs": Field(marked("Running cost"), inner=_RUNNING_COST, named_by="what"),
    "basis": Field(marked("How the share is worked out"), one_of(BASES)),
    "share_ours": Field(marked("This work's part")),
    "share_whole": Field(marked("The whole group")),
    "months": Field(marked("Months of work")),
    "overheads_paid": Field(marked("Running costs paid by others"), several(plain)),
    "funders": Field(marked("Another funder"), inner=_OTHER_FUNDER, named_by="name"),
    "rate_pence": Field(marked("What an hour given is worth"), pounds),
    "rate_name": Field(marked("Name of that rate")),
    "rate_from": Field(marked("That rate holds from"), day),
    "rate_source": Field(marked("Source of that rate")),
    "inflation_hundredths": Field(marked("Per cent more each year"), _hundredths),
    "vat": Field(marked("VAT"), one_of(VAT)),
    "vat_note": Field(marked("About VAT")),
    "notes": Field(marked("Notes"), is_long=True),
}
_GRANT = {
    "name": Field(marked("Name")),
    "application": Field(marked("Application")),
    "funder": Field(marked("Funder")),
    "reference": Field(marked("Their reference")),
    "awarded_pence": Field(marked("What they gave"), pounds),
    "starts_on": Field(marked("First day"), day),
    "ends_on": Field(marked("Last day"), day),
    "conditions": Field(
        marked("Condition"),
        inner={
            "what": Field(marked("what they want")),
            "due_on": Field(marked("by"), day),
            "met_on": Field(marked("day it was met"), day),
        },
        named_by="what",
    ),
    "payments": Field(
        marked("Payment"),
        inner={
            "what": Field(marked("what it is")),
            "pence": Field(marked("how much"), pounds),
            "due_on": Field(marked("due"), day),
            "received_on": Field(marked("day it came"), day),
        },
        named_by="what",
    ),
    "reports": Field(
        marked("Report"),
        inner={
            "what": Field(marked("what it is")),
            "due_on": Field(marked("due"), day),
            "sent_on": Field(marked("day it was sent"), day),
        },
        named_by="what",
    ),
    "spending": Field(
        marked("Spent"),
        inner={
            "on": Field(marked("day"), day),
            "what": Field(marked("what for")),
            "pence": Field(marked("how much"), pounds),
            "line": Field(marked("line of the budget")),
        },
        named_by="what",
    ),
    "so_far": Field(
        marked("What came of it"),
        inner={
            "count": Field(marked("counted so far")),
            "said": Field(marked("what is said")),
            "on": Field(marked("day"), day),
        },
    ),
    "notes": Field(marked("Notes"), is_long=True),
}
_OUR_WORDS = {
    "name": Field(marked("Name")),
    "words": Field(marked("Word that is right"), inner={}, of_whom=_the_word),
}

FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        APPLICATION: _APPLICATION,
        ANSWER: _ANSWER,
        QUESTION_LIST: _QUESTION_LIST,
        BUDGET: _BUDGET,
        GRANT: _GRANT,
        OUR_WORDS: _OUR_WORDS,
    }
)
