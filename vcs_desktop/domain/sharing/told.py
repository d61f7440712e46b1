"""What goes out of a group's records when it shares something: as little as serves its purpose.

Names of people go out only where somebody signs or wants to be reached. A number of people
under five is never told: "under 5" stands in its place before anybody sees the preview.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.our_group import OurGroup, last_year
from vcs_desktop.domain.sharing.looks_personal import Finding, findings
from vcs_desktop.domain.sharing.shared import Shared, Sort
from vcs_desktop.wire.submission import Submission, submission_bytes

UNDER_FEW: Final = f"under {FEW}"
"""What is told of a few people."""

ALWAYS_PERSONAL: Final = frozenset({Sort.PLEDGE, Sort.INTEREST, Sort.HELP})
"""Somebody signs these, or wants to be reached: only the council may read them."""

NAMED: Final = frozenset(Sort) - {Sort.NEED, Sort.THEME}
"""What means nothing without the name of the group. Of the others the group decides."""

KEEP_MONTHS: Final[Mapping[Sort, int]] = MappingProxyType(
    {
        Sort.PROFILE: 24,
        Sort.NEED: 24,
        Sort.PLEDGE: 72,
        Sort.THEME: 24,
        Sort.CONSULTATION: 24,
        Sort.INTEREST: 12,
        Sort.HELP: 12,
    }
)
"""How long the council is asked to keep it, where the group says nothing else. A pledge holds
until the Compact is written anew. Source: Compact Voice, Local Compacts User Guide: at least
every six years."""

LONGEST_MONTHS: Final = 120

_BANDS: Final = ((10_000_00, "under_10000"), (100_000_00, "10000_to_99999"))
_TOP_BAND: Final = (1_000_000_00, "100000_to_999999")
_OVER: Final = "1000000_and_more"


@dataclass(frozen=True, slots=True)
class Source:
    """What the records of a group say. ``names`` are those of people by id.

    ``volunteers`` are people who help now, ``visits`` how many came in the last twelve months.
    """

    group_name: str
    today: date
    ours: OurGroup = field(default_factory=OurGroup)
    volunteers: int = 0
    visits: int = 0
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """What of the library something is about: its id, what it is called, and whose it is.

    ``questions`` are those of a consultation, each with its id.
    """

    id: str
    title: str
    whom: str = ""
    questions: tuple[tuple[str, str], ...] = ()


def counted(count: int) -> int | str:
    """Return a number of people as it may be told."""
    return UNDER_FEW if 0 < count < FEW else max(count, 0)


def income_band(ours: OurGroup, today: date) -> str:
    """Return between which amounts the income of the last year lies; empty where it is not known.

    Source: the bands of the NCVO Almanac: micro, small, medium, larger.
    """
    year = last_year(ours, today)
    if year is None or year.income_pence is None:
        return ""
    for limit, band in (*_BANDS, _TOP_BAND):
        if year.income_pence < limit:
            return band
    return _OVER


PROFILE_FIELDS: Final[Mapping[str, Callable[[Source], Any]]] = MappingProxyType(
    {
        "legal_form": lambda source: source.ours.legal_form or "",
        "charity_number": lambda source: source.ours.charity_number,
        "company_number": lambda source: source.ours.company_number,
        "society_number": lambda source: source.ours.society_number,
        "areas": lambda source: sorted(source.ours.areas),
        "what_we_do": lambda source: source.ours.what_we_do,
        "activities": lambda source: list(source.ours.activities),
        "beneficiaries": lambda source: list(source.ours.beneficiaries),
        "income_band": lambda source: income_band(source.ours, source.today),
        "volunteers": lambda source: counted(source.volunteers) or "",
        "visits": lambda source: counted(source.visits) or "",
    }
)
"""What a group can tell of itself, each ticked one by one, and where it comes from."""


def fields_of(shared: Shared, source: Source) -> dict[str, Any]:
    """Return what goes out; what says nothing is left out."""
    told = _TOLD[shared.sort](shared, source) if shared.sort else {}
    if shared.keep_until:
        told["keep_until"] = shared.keep_until.isoformat()
    return {name: value for name, value in told.items() if value not in ("", None, [], {})}


def body_of(shared: Shared, source: Source, submission_id: str) -> bytes:
    """Return the very bytes that go out, before they are sealed.

    Raises:
        ValueError: they are too many.
    """
    named = shared.sort in NAMED or shared.is_named
    return submission_bytes(
        Submission(
            kind=str(shared.sort),
            uuid=submission_id,
            made_on=source.today,
            fields=fields_of(shared, source),
            group_name=source.group_name if named else "",
        )
    )


def is_personal(shared: Shared, source: Source) -> bool:
    """Say whether only the council may read it: somebody may be known by what is in it."""
    return shared.sort in ALWAYS_PERSONAL or bool(personal_in(shared, source))


def personal_in(shared: Shared, source: Source) -> tuple[Finding, ...]:
    """Return what looks personal in the texts that go out."""
    told = fields_of(shared, source)
    texts = [told.get("text", ""), told.get("what_we_do", "")]
    texts += [each["answer"] for each in told.get("answers", ())]
    found = {each for text in texts for each in findings(text, source.names.values())}
    return tuple(each for each in Finding if each in found)


def keep_until_of(sort: Sort, today: date) -> date:
    """Return until when the council is asked to keep something that is shared today."""
    return months_on(today, KEEP_MONTHS[sort])


def _clean(text: str) -> str:
    """Return a text without spaces at the ends of its lines and of itself."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _profile(shared: Shared, source: Source) -> dict[str, Any]:
    return {
        name: _clean(value) if isinstance(value, str) else value
        for name, read in PROFILE_FIELDS.items()
        if name in shared.ticked and (value := read(source))
    }


def _need(shared: Shared, _source: Source) -> dict[str, Any]:
    count = shared.how_many
    return {
        "topic": shared.topic,
        "area": shared.area,
        "how_many": None if count is None else counted(count),
        "text": _clean(shared.text),
    }


def _pledge(shared: Shared, source: Source) -> dict[str, Any]:
    return {
        "edition": shared.about_title,
        "decided_on": _day(shared.decided_on),
        "signers": [
            {"name": name, "role": each.role.strip()}
            for each in shared.signers
            if (name := name_of(each.person, source))
        ],
    }


def _theme(shared: Shared, _source: Source) -> dict[str, Any]:
    return {
        "principle": shared.about,
        "principle_title": shared.about_title,
        "body": shared.topic,
        "was_kept": shared.was_kept,
        "text": _clean(shared.text),
    }


def _consultation(shared: Shared, _source: Source) -> dict[str, Any]:
    return {
        "consultation": shared.about,
        "title": shared.about_title,
        "decided_on": _day(shared.decided_on),
        "answers": [
            {"id": each.id, "question": each.question, "answer": _clean(each.text)}
            for each in in_order(shared)
            if each.text.strip()
        ],
    }


def _interest(shared: Shared, source: Source) -> dict[str, Any]:
    return {
        "notice": shared.about,
        "title": shared.about_title,
        "buyer": shared.about_whom,
        "with_others": shared.with_others,
        "text": _clean(shared.text),
        **_contact(shared, source),
    }


def _help(shared: Shared, source: Source) -> dict[str, Any]:
    return {"topic": shared.topic, "text": _clean(shared.text), **_contact(shared, source)}


def _contact(shared: Shared, source: Source) -> dict[str, Any]:
    return {
        "contact": name_of(shared.contact, source),
        "contact_how": shared.contact_how.strip(),
    }


def name_of(person: str, source: Source) -> str:
    """Return the name of somebody who is given by an id, or by a name that was typed."""
    return source.names.get(person, person).strip()


def in_order(shared: Shared) -> list[Any]:
    """Return the answers to a consultation as its questions follow one another."""
    return sorted(shared.answers, key=lambda each: (each.order, each.id))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


_TOLD: Final[Mapping[Sort, Callable[[Shared, Source], dict[str, Any]]]] = MappingProxyType(
    {
        Sort.PROFILE: _profile,
        Sort.NEED: _need,
        Sort.PLEDGE: _pledge,
        Sort.THEME: _theme,
        Sort.CONSULTATION: _consultation,
        Sort.INTEREST: _interest,
        Sort.HELP: _help,
    }
)
