"""Where a record came from and when it holds."""

from datetime import date
from functools import lru_cache

from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record.fields import Data, Unusable, day, lenient_day, lenient_text
from vcs_desktop.domain.library import Provenance
from vcs_desktop.wire.record import Record

_STATED = frozenset({"source", "sourceUrl", "licence", "validFrom", "validTo"})


def provenance_of(record: Record) -> Provenance:
    """Return the provenance that a record states; what cannot be read is not stated."""
    return stated_provenance(record.data)


def stated_provenance(data: Data) -> Provenance:
    """Return the provenance that some data states.

    A release's own day stands for the day on which a notice was checked.
    """
    as_of = lenient_day(data.get("asOf") or data.get("date"))
    if _STATED.isdisjoint(data):  # most notices: told at once, for they come by the ten thousand
        return _of_day(as_of)
    return Provenance(
        source=lenient_text(data.get("source")),
        source_url=lenient_text(data.get("sourceUrl")),
        licence=lenient_text(data.get("licence")),
        as_of=as_of,
        valid_from=lenient_day(data.get("validFrom")),
        valid_to=lenient_day(data.get("validTo")),
    )


@lru_cache(maxsize=4096)
def _of_day(as_of: date | None) -> Provenance:
    """Return the provenance of what states no more than its day, kept: there are few days."""
    return Provenance(as_of=as_of)


def checked_provenance(data: Data) -> Provenance:
    """Return the provenance of one of our own records.

    Raises:
        Unusable: a day is not a day, or the last day is before the first.
    """
    for key in ("asOf", "validFrom", "validTo"):
        day(data, key)
    provenance = stated_provenance(data)
    first, last = provenance.valid_from, provenance.valid_to
    if first and last and last < first:
        raise Unusable(tr("“validTo” is before “validFrom”"))
    return provenance
