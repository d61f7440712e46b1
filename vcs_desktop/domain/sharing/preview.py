"""What is about to be sent, so that a person can read it: made of the very bytes that go out.

Each field of them becomes a line, also one that we have no words for: nothing goes out that the
preview does not show.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.areas import name_of as area_name
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group import in_words as form_in_words
from vcs_desktop.domain.sharing.shared import Shared, Sort
from vcs_desktop.domain.sharing.told import UNDER_FEW, Source, fields_of
from vcs_desktop.domain.sharing.words import PROFILE, sort_in_words, topic_in_words
from vcs_desktop.wire.submission import Submission, submission_of

_LABELS: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        **PROFILE,
        "topic": marked("What about"),
        "area": marked("Where"),
        "how_many": marked("How many people"),
        "text": marked("What we say"),
        "edition": marked("Which agreement"),
        "decided_on": marked("Decided by our committee on"),
        "signers": marked("Who signs"),
        "principle": marked("Number of the promise in the library"),
        "principle_title": marked("Which promise"),
        "body": marked("What sort of body"),
        "was_kept": marked("Was the agreement kept"),
        "consultation": marked("Number of the consultation in the library"),
        "title": marked("Called"),
        "answers": marked("Our answers"),
        "notice": marked("Number of the contract in the library"),
        "buyer": marked("Who buys"),
        "with_others": marked("Together with other groups"),
        "contact": marked("Who can be reached"),
        "contact_how": marked("How"),
        "keep_until": marked("Please delete it after"),
    }
)
_BANDS: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "under_10000": marked("under £10,000 a year"),
        "10000_to_99999": marked("£10,000 to £99,999 a year"),
        "100000_to_999999": marked("£100,000 to £999,999 a year"),
        "1000000_and_more": marked("£1,000,000 a year or more"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: what it is, and what it says, in one line or several."""

    name: str
    said: tuple[str, ...]


def lines_of(body: bytes) -> tuple[Line, ...]:
    """Return what some bytes tell, line by line.

    Raises:
        ValueError: they are no submission.
    """
    submission = submission_of(body)
    sort = Sort(submission.kind) if submission.kind in set(Sort) else None
    return tuple(_lines(submission, sort))


def profile_said(source: Source) -> dict[str, tuple[str, ...]]:
    """Return what each field of a profile would tell, in words; nothing where it says nothing."""
    told = fields_of(Shared(sort=Sort.PROFILE, ticked=tuple(PROFILE)), source)
    return {name: tuple(_said(name, told[name], Sort.PROFILE)) if name in told else ()
            for name in PROFILE}  # fmt: skip


def _lines(submission: Submission, sort: Sort | None) -> Iterator[Line]:
    yield Line(tr("What it is"), (sort_in_words(sort) if sort else submission.kind,))
    name = submission.group_name or tr("A group that does not give its name")
    yield Line(tr("From"), (name,))
    yield Line(tr("Made on"), (shortly(submission.made_on),))
    order = [*_LABELS, *sorted(submission.fields.keys() - _LABELS.keys())]
    for field in order:
        if field in submission.fields:
            label = _LABELS.get(field)
            said = tuple(_said(field, submission.fields[field], sort))
            yield Line(tr_marked(label) if label else _spelled(field), said)
    yield Line(tr("Its number"), (submission.uuid,))


def _said(field: str, value: Any, sort: Sort | None) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _said(field, each, sort)
    elif isinstance(value, dict):
        yield from _of_several(field, value)
    elif isinstance(value, bool):
        yield tr("yes") if value else tr("no")
    elif isinstance(value, str) and value:
        yield from _words(field, value, sort)
    else:
        yield str(value)


def _of_several(field: str, value: Mapping[str, Any]) -> Iterator[str]:
    if field == "answers":
        yield tr("Question: {question}", question=value.get("question", ""))
        yield from str(value.get("answer", "")).splitlines()
    elif field == "signers" and value.get("role"):
        yield tr("{name}, {role}", name=value.get("name", ""), role=value["role"])
    else:
        yield from (str(each) for each in value.values())


def _words(field: str, value: str, sort: Sort | None) -> Iterator[str]:
    if value == UNDER_FEW:
        yield tr("fewer than 5 (it is never said how few)")
    elif field in ("area", "areas"):
        yield area_name(value)
    elif field in ("topic", "body"):
        yield topic_in_words(sort, value)
    elif field == "legal_form" and value in set(LegalForm):
        yield form_in_words(LegalForm(value))
    elif field == "income_band" and value in _BANDS:
        yield tr_marked(_BANDS[value])
    elif field in ("decided_on", "keep_until"):
        yield _day(value)
    else:
        yield from value.splitlines()


def _day(value: str) -> str:
    try:
        return shortly(date.fromisoformat(value))
    except ValueError:
        return value


def _spelled(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
