"""What changed in a funder's notice, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.answers import ListedQuestion, Unit
from vcs_desktop.domain.applications import NeededPaper
from vcs_desktop.domain.call_changes import CallChange, ChangeKind
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.money import in_pounds

_TENTHS = 10


def _list(values: Any) -> str:
    return ", ".join(values)


def _weeks(count: int) -> str:
    return tr_count("{count} week", "{count} weeks", count)


def _months(count: int) -> str:
    return tr_count("{count} month", "{count} months", count)


def _people(count: int) -> str:
    return tr_count("{count} person", "{count} people", count)


def _hours(tenths: int) -> str:
    return tr("about {hours} hours", hours=f"{tenths / _TENTHS:,.1f}".removesuffix(".0"))


def _yes_or_no(value: Any) -> str:
    return tr("yes") if value else tr("no")


_TERMS: Mapping[str, tuple[Marked, Callable[[Any], str]]] = {
    "closes_on": (marked("Closing day"), in_words),
    "closes_time": (marked("Closing time"), str),
    "award_min_pence": (marked("Smallest grant"), in_pounds),
    "award_max_pence": (marked("Largest grant"), in_pounds),
    "match_percent": (marked("Part that must come from elsewhere"), "{} %".format),
    "pays_overheads": (marked("Pays running costs"), _yes_or_no),
    "cost_types": (marked("What they pay for"), _list),
    "exclusions": (marked("What they do not pay for"), _list),
    "decision_weeks": (marked("Time until they decide"), _weeks),
    "max_duration_months": (marked("Longest time"), _months),
    "signatories_needed": (marked("Who must sign"), _people),
    "hours_to_apply_tenths": (marked("Work to apply"), _hours),
}


def change_name(change: CallChange) -> str:
    """Return what has changed: "Closing day", "Question 2", "Paper: Bank statement"."""
    if change.kind is ChangeKind.TERM:
        known = _TERMS.get(change.name)
        return tr_marked(known[0]) if known else change.name
    said = change.now or change.was
    if isinstance(said, NeededPaper):
        return tr("Paper: {name}", name=said.name)
    if isinstance(said, ListedQuestion) and said.ref:
        return tr("Question {number}", number=said.ref)
    return tr("A question")


def was_in_words(change: CallChange) -> str:
    """Return what the draft says, or that it says nothing."""
    return _said(change, change.was)


def now_in_words(change: CallChange) -> str:
    """Return what the notice says now, or that it says nothing."""
    return _said(change, change.now)


def _said(change: CallChange, value: Any) -> str:
    if isinstance(value, ListedQuestion):
        return question_in_words(value)
    if isinstance(value, NeededPaper):
        return paper_in_words(value)
    if value in (None, "", ()):
        return tr("Not said") if change.kind is ChangeKind.TERM else tr("Not asked for")
    known = _TERMS.get(change.name)
    return known[1](value) if known else str(value)


def question_in_words(question: ListedQuestion) -> str:
    """Return a question with its limit: "What do you do? (Up to 100 words)"."""
    limit = limit_in_words(question.limit, question.unit)
    return tr("{question} ({limit})", question=question.text, limit=limit) if limit else (
        question.text
    )  # fmt: skip


def limit_in_words(limit: int | None, unit: Unit) -> str:
    """Return "Up to 100 words", or nothing where there is no limit."""
    if limit is None:
        return ""
    if unit is Unit.WORDS:
        return tr_count("Up to {count} word", "Up to {count} words", limit)
    return tr_count("Up to {count} character", "Up to {count} characters", limit)


def paper_in_words(paper: NeededPaper) -> str:
    """Return a paper with how old it may be: "Bank statement, at most 3 months old"."""
    if paper.max_age_months is None:
        return paper.name
    return tr_count(
        "{name}, at most {count} month old",
        "{name}, at most {count} months old",
        paper.max_age_months,
        name=paper.name,
    )
