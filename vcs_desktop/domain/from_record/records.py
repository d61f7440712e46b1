"""Any record: its thing, its line in a list, its words for the search."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from vcs_desktop.core.language import tr
from vcs_desktop.domain.awards import Award
from vcs_desktop.domain.from_record.awards import award_line, award_of
from vcs_desktop.domain.from_record.calls import call_line, call_of
from vcs_desktop.domain.from_record.fields import Data, Unusable, lenient_day, lenient_text
from vcs_desktop.domain.from_record.reference import READERS
from vcs_desktop.domain.from_record.tenders import notice_of, tender_line
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.reference import (
    CommunityFact,
    CompactPrinciple,
    Consultation,
    Event,
    Place,
    Rule,
    StrategyItem,
    Term,
    TrainingResource,
)
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.wire.record import Record

Thing = (
    FundingCall
    | TenderNotice
    | Award
    | StrategyItem
    | CompactPrinciple
    | CommunityFact
    | Rule
    | Place
    | Event
    | Term
    | TrainingResource
    | Consultation
)
Wanted = TypeVar("Wanted", bound=Thing)

_READERS: dict[str, Callable[[Record], Any]] = {
    Kind.FUNDING_CALL: call_of,
    Kind.TENDER: notice_of,
    Kind.AWARD: award_of,
    **READERS,
}
_LINES: dict[str, Callable[[Record], RecordLine]] = {
    Kind.FUNDING_CALL: call_line,
    Kind.TENDER: tender_line,
    Kind.AWARD: award_line,
}

_NOT_WORDS = frozenset(
    {
        "address", "asOf", "currency", "date", "dateModified", "datePublished", "endDate",
        "extensions", "format", "geoCode", "geoCodeType", "href", "id", "identifier",
        "initiationType", "language", "licence", "ocid", "postalCode", "region", "roles", "scheme",
        "source", "sourceUrl", "startDate", "status", "tag", "telephone", "uri", "url", "validFrom",
        "validTo"
    }
)  # fmt: skip
"""Fields that hold codes, dates and addresses rather than words worth finding."""


def thing_of(record: Record) -> Thing:
    """Return what a record tells of.

    Raises:
        Unusable: it cannot be used; the text says in words what is wrong.
    """
    reader = _READERS.get(record.kind)
    if reader is None:
        raise Unusable(tr("this version knows no kind called “{kind}”", kind=record.kind))
    thing: Thing = reader(record)
    return thing


def usable(record: Record) -> Thing | None:
    """Return what a record tells of, or None where it says something that cannot be used."""
    try:
        return thing_of(record)
    except Unusable:
        return None


def every_usable(records: Iterable[Record], wanted: type[Wanted]) -> Iterator[Wanted]:
    """Yield what some records tell of; one that cannot be used never takes the others with it."""
    for record in records:
        thing = usable(record)
        if isinstance(thing, wanted):
            yield thing


def line_of(record: Record) -> RecordLine:
    """Return what a list shows of a record, of any kind; what cannot be read is left out."""
    reader = _LINES.get(record.kind)
    if reader is not None:
        return reader(record)
    data = record.data
    return RecordLine(
        id=record.id,
        kind=record.kind,
        title=lenient_text(data.get("title")) or record.id,
        who=_who(data),
        summary=lenient_text(data.get("summary")) or lenient_text(data.get("text")),
        opens_on=lenient_day(data.get("startsAt")),
        areas=tuple(filter(None, (lenient_text(data.get("area") or data.get("code")),))),
    )


def search_text_of(record: Record) -> str:
    """Return all the words of a record that are worth finding, one after the other."""
    found: dict[str, None] = {}
    _gather(record.data, found)
    return "\n".join(found)


def _gather(value: Any, found: dict[str, None]) -> None:
    if isinstance(value, str):
        if value:
            found[value] = None
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_WORDS:
                _gather(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, found)


def _who(data: Data) -> str:
    for key in ("organiser", "edition", "source"):
        text = lenient_text(data.get(key))
        if text:
            return text
    return ""
