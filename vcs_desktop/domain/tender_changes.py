"""What changed between the releases of a process, in plain words.

Source: OCDS 1.1, releases and merging: by date; what a release leaves out stays
as it was, and what it sets to null is removed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain.days import shortly, with_time
from vcs_desktop.domain.from_record.fields import (
    lenient_day,
    lenient_moment,
    lenient_part,
    lenient_parts,
    lenient_pence,
    lenient_text,
)
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.tenders import Change

Data = Mapping[str, Any]

LONGEST = 240
_STATUS_IN_WORDS = {
    "planning": marked("being planned"),
    "planned": marked("being planned"),
    "active": marked("open"),
    "cancelled": marked("stopped by the buyer"),
    "unsuccessful": marked("ended with no bid chosen"),
    "complete": marked("finished: a bid was chosen"),
    "withdrawn": marked("withdrawn by the buyer"),
}
_MARKS = {True: marked("ticked"), False: marked("not ticked")}


def changes_between(releases: Sequence[Data]) -> tuple[Change, ...]:
    """Return what each release changed, the newest first. The first release changes nothing."""
    changes: list[Change] = []
    known: dict[str, str] = {}
    ordered = sorted(releases, key=lambda release: lenient_text(release.get("date")))
    for place, release in enumerate(ordered):
        told = _told(release)
        released_at = lenient_moment(release.get("date"))
        if place:
            changes += _changed(known, told, released_at)
        known.update({key: words for key, (_, words) in told.items()})
    return tuple(reversed(changes))


def _changed(
    known: Mapping[str, str], told: Mapping[str, tuple[str, str]], released_at: datetime | None
) -> list[Change]:
    return [
        Change(released_at, what, known.get(key, ""), words)
        for key, (what, words) in reversed(list(told.items()))
        if words != known.get(key, "")
    ]


def _told(release: Data) -> dict[str, tuple[str, str]]:
    """Return what a release says: by a key that stays the same, what it is and its words."""
    tender = lenient_part(release.get("tender"))
    period = lenient_part(tender.get("contractPeriod"))
    bids = lenient_part(tender.get("tenderPeriod"))
    told: dict[str, tuple[str, str]] = {}
    for data, key, what, words in (
        (tender, "status", tr("Where it stands"), _status),
        (bids, "endDate", tr("Closing date"), _moment),
        (tender, "value", tr("Value"), _money),
        (tender, "minValue", tr("Least value"), _money),
        (tender, "title", tr("Title"), _text),
        (tender, "description", tr("Description"), _text),
        (period, "startDate", tr("Start of the work"), _day),
        (period, "endDate", tr("End of the work"), _day),
        (tender, "procurementMethodDetails", tr("How it is let"), _text),
        (tender, "classification", tr("Kind of work"), _described),
        (tender, "suitability", tr("“Suitable for voluntary groups”"), _mark),
        (release, "buyer", tr("Buyer"), _named),
    ):
        if key in data:
            told[what] = (what, words(data[key]))
    told.update(_parts_told(tender))
    told.update(_papers_told(tender))
    told.update(_awards_told(release))
    return told


def _parts_told(tender: Data) -> dict[str, tuple[str, str]]:
    told = {}
    for lot in lenient_parts(tender.get("lots")):
        name = lenient_text(lot.get("title")) or lenient_text(lot.get("id"))
        for key, words in (("status", _status), ("value", _money)):
            if key in lot and name:
                what = (
                    tr("Part “{name}”: value", name=name)
                    if key == "value"
                    else tr("Part “{name}”", name=name)
                )
                told[f"lot/{lot.get('id')}/{key}"] = (what, words(lot[key]))
    return told


def _papers_told(tender: Data) -> dict[str, tuple[str, str]]:
    told = {}
    for paper in lenient_parts(tender.get("documents")):
        title = lenient_text(paper.get("title")) or lenient_text(paper.get("description"))
        key = lenient_text(paper.get("id")) or lenient_text(paper.get("url")) or title
        is_the_notice = lenient_text(paper.get("documentType")).endswith("Notice")
        if title and key and not is_the_notice:
            told[f"paper/{key}"] = (tr("Document"), _text(title))
    return told


def _awards_told(release: Data) -> dict[str, tuple[str, str]]:
    told = {}
    for award in lenient_parts(release.get("awards")):
        names = [_named(each) for each in lenient_parts(award.get("suppliers"))]
        worth = _money(award.get("value"))
        whom = ", ".join(filter(None, names)) or tr("a bidder who is not named")
        words = tr("{whom}, for {worth}", whom=whom, worth=worth) if worth else whom
        told[f"award/{award.get('id')}"] = (tr("Given to"), words)
    return told


def _text(value: Any) -> str:
    line = " ".join(lenient_text(value).split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"


def _status(value: Any) -> str:
    status = lenient_text(value)
    return tr_marked(_STATUS_IN_WORDS[status]) if status in _STATUS_IN_WORDS else status


def _moment(value: Any) -> str:
    moment = lenient_moment(value)
    return with_time(moment) if moment else ""


def _day(value: Any) -> str:
    day = lenient_day(value)
    return shortly(day) if day else ""


def _money(value: Any) -> str:
    part = lenient_part(value)
    pence = lenient_pence(part.get("amount"))
    if pence is None:
        return ""
    currency = lenient_text(part.get("currency"))
    return in_pounds(pence) if currency in ("", "GBP") else f"{pence / 100:,.0f} {currency}"


def _described(value: Any) -> str:
    return _text(lenient_part(value).get("description"))


def _named(value: Any) -> str:
    return _text(lenient_part(value).get("name"))


def _mark(value: Any) -> str:
    mark = lenient_part(value).get("vcse")
    return tr_marked(_MARKS[mark]) if isinstance(mark, bool) else ""
