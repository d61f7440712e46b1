"""Tender notices out of compiled OCDS releases, written by thousands of different hands.

Nothing is demanded of a buyer: what cannot be read is not stated.
Source: OCDS 1.1 release schema and the United Kingdom's extensions; 1.0 is read too.
"""

from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.areas import UNITED_KINGDOM
from vcs_desktop.domain.from_record.fields import (
    Data,
    lenient_day,
    lenient_moment,
    lenient_part,
    lenient_parts,
    lenient_pence,
    lenient_text,
)
from vcs_desktop.domain.from_record.places import area_of, area_of_postcode
from vcs_desktop.domain.from_record.provenance import stated_provenance
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.tenders import Classification, Delivery, Lot, Paper, TenderNotice
from vcs_desktop.wire.record import Record

SUMMARY_LENGTH = 240
_PLANNED = ("planning", "planned")


def notice_of(record: Record) -> TenderNotice:
    """Return the notice that a compiled release tells of."""
    data = record.data
    tender = lenient_part(data.get("tender"))
    return TenderNotice(
        id=record.id,
        title=_title(data, tender),
        description=_description(data, tender),
        buyer=buyer_name(data, tender),
        buyer_id=lenient_text(_buyer(data, tender).get("id")),
        stage=stage_of(data),
        **_what(tender),
        **_value(tender),
        **_when(tender),
        **_who(tender),
        deliveries=_deliveries(tender),
        lots=tuple(_lot(lot, place) for place, lot in enumerate(_lots(tender), 1)),
        criteria=tuple(_criteria(tender)),
        notice_type=_notice_type(tender),
        papers=tuple(_papers(tender)),
        released_at=lenient_moment(data.get("date")),
        url=_url(data, tender),
        practice=data.get("practice") is True,
        provenance=stated_provenance(data),
    )


def tender_line(record: Record) -> RecordLine:
    """Return what a list shows of a notice. Lean: it runs once for every process of a file.

    A contract with one value is worth that value: it is the least and the most.
    """
    data = record.data
    tender = lenient_part(data.get("tender"))
    period = lenient_part(tender.get("tenderPeriod"))
    most_pence = _pounds(tender.get("value"))
    return RecordLine(
        id=record.id,
        kind=record.kind,
        title=_title(data, tender),
        who=buyer_name(data, tender),
        summary=_description(data, tender)[:SUMMARY_LENGTH],
        opens_on=lenient_day(period.get("startDate")),
        closes_on=lenient_day(period.get("endDate")),
        amount_min_pence=_pounds(tender.get("minValue")) or most_pence,
        amount_max_pence=most_pence,
        areas=areas_of(tender),
        practice=data.get("practice") is True,
    )


def stage_of(data: Data) -> str:
    """Return how far a process has come, by what it holds; merging drops the tags."""
    if contracts := lenient_parts(data.get("contracts")):
        is_run = any(contract.get("implementation") for contract in contracts)
        return "implementation" if is_run else "contract"
    if lenient_parts(data.get("awards")):
        return "award"
    tender = lenient_part(data.get("tender"))
    return "planning" if not tender or tender.get("status") in _PLANNED else "tender"


def areas_of(tender: Data) -> tuple[str, ...]:
    """Return the GSS codes of the places where the work is done, as far as they are certain.

    Buyers tick a list of countries beside the real place: a country counts
    only where nothing nearer is told.
    """
    near: dict[str, None] = {}
    countries: dict[str, None] = {}
    has_near = False
    for item in lenient_parts(tender.get("items")):
        for address in _addresses(item):
            region, postcode = address.get("region"), address.get("postalCode")
            if region or postcode:
                has_near = True
                code = area_of(region) if isinstance(region, str) else ""
                if not code and isinstance(postcode, str):
                    code = area_of_postcode(postcode)
                near[code] = None
            elif isinstance(country := address.get("countryName"), str):
                countries[area_of(country)] = None
    return tuple(filter(None, near if has_near else countries))


def _addresses(item: Data) -> list[dict[str, Any]]:
    found = lenient_parts(item.get("deliveryAddresses"))
    if isinstance(single := item.get("deliveryAddress"), dict):
        found.append(single)
    return found


def buyer_name(data: Data, tender: Data) -> str:
    """Return who buys."""
    return lenient_text(_buyer(data, tender).get("name"))


def _buyer(data: Data, tender: Data) -> dict[str, Any]:
    """Return the buyer; 1.0 and some notices name only the procuring entity."""
    return lenient_part(data.get("buyer")) or lenient_part(tender.get("procuringEntity"))


def _title(data: Data, tender: Data) -> str:
    if title := lenient_text(tender.get("title")) or lenient_text(data.get("title")):
        return title
    buyer = buyer_name(data, tender)
    return (
        tr("A contract of {buyer} without a title", buyer=buyer)
        if buyer
        else tr("A contract without a title")
    )


def _description(data: Data, tender: Data) -> str:
    return (
        lenient_text(tender.get("description"))
        or lenient_text(data.get("description"))
        or lenient_text(lenient_part(data.get("planning")).get("rationale"))
    )


def _pounds(value: Any) -> int | None:
    """Return a value in pence; None in another currency."""
    if not isinstance(value, dict) or value.get("currency") not in ("GBP", None):
        return None
    amount = value.get("amount")
    return lenient_pence(value.get("amountGross") if amount is None else amount)


def _what(tender: Data) -> dict[str, Any]:
    basis = lenient_part(tender.get("legalBasis"))
    regime = tender.get("specialRegime")
    above = tender.get("aboveThreshold")
    return {
        "status": lenient_text(tender.get("status")),
        "category": lenient_text(tender.get("mainProcurementCategory")),
        "method": lenient_text(tender.get("procurementMethod")),
        "method_details": lenient_text(tender.get("procurementMethodDetails")),
        "classifications": tuple(_classifications(tender)),
        "legal_basis": "/".join(
            filter(None, (lenient_text(basis.get("scheme")), lenient_text(basis.get("id"))))
        ),
        "special_regime": _texts(regime),
        "above_threshold": above if isinstance(above, bool) else None,
    }


def _classifications(tender: Data) -> list[Classification]:
    """Return every CPV code of the tender, its lots' items too, each once."""
    places = [tender, *lenient_parts(tender.get("items"))]
    found: dict[str, Classification] = {}
    for place in places:
        entries = [lenient_part(place.get("classification"))]
        entries += lenient_parts(place.get("additionalClassifications"))
        for entry in entries:
            code = lenient_text(entry.get("id"))
            if code and entry.get("scheme") in ("CPV", None) and code not in found:
                found[code] = Classification(code, lenient_text(entry.get("description")))
    return list(found.values())


def _value(tender: Data) -> dict[str, Any]:
    value = lenient_part(tender.get("value"))
    return {
        "value_pence": _pounds(value),
        "value_min_pence": _pounds(tender.get("minValue")),
        "currency": lenient_text(value.get("currency")) or "GBP",
    }


def _when(tender: Data) -> dict[str, Any]:
    period = lenient_part(tender.get("contractPeriod"))
    return {
        "deadline_at": lenient_moment(lenient_part(tender.get("tenderPeriod")).get("endDate")),
        "starts_on": lenient_day(period.get("startDate")),
        "ends_on": lenient_day(period.get("endDate")),
        "duration_days": _days(period),
    }


def _days(period: Data) -> int | None:
    """Return how many days a contract runs; None when it is not stated as such."""
    days = period.get("durationInDays")
    return days if isinstance(days, int) and days > 0 else None


def _who(tender: Data) -> dict[str, Any]:
    suitability = lenient_part(tender.get("suitability"))
    reserved = _texts(lenient_part(tender.get("otherRequirements")).get("reservedParticipation"))
    for lot in _lots(tender):
        needs = lenient_part(lot.get("otherRequirements"))
        reserved += _texts(needs.get("reservedParticipation"))
        suitability = suitability or lenient_part(lot.get("suitability"))
    sme, vcse = suitability.get("sme"), suitability.get("vcse")
    return {
        "suitable_sme": sme if isinstance(sme, bool) else None,
        "suitable_vcse": vcse if isinstance(vcse, bool) else None,
        "reserved_for": tuple(dict.fromkeys(reserved)),
    }


def _deliveries(tender: Data) -> tuple[Delivery, ...]:
    found: dict[Delivery, None] = {}
    for item in lenient_parts(tender.get("items")):
        for address in _addresses(item):
            region = lenient_text(address.get("region")) or lenient_text(address.get("locality"))
            delivery = Delivery(region, lenient_text(address.get("postalCode")))
            if delivery.region or delivery.postcode:
                found[delivery] = None
    if not found and UNITED_KINGDOM in areas_of(tender):
        return (Delivery("United Kingdom"),)
    return tuple(found)


def _lots(tender: Data) -> list[dict[str, Any]]:
    return lenient_parts(tender.get("lots"))


def _lot(lot: Data, place: int) -> Lot:
    period = lenient_part(lot.get("contractPeriod"))
    return Lot(
        id=lenient_text(lot.get("id")) or str(place),
        title=lenient_text(lot.get("title")),
        description=lenient_text(lot.get("description")),
        status=lenient_text(lot.get("status")),
        value_pence=_pounds(lot.get("value")),
        starts_on=lenient_day(period.get("startDate")),
        ends_on=lenient_day(period.get("endDate")),
        duration_days=_days(period),
    )


def _criteria(tender: Data) -> list[str]:
    """Return how bids are judged, one short phrase each: "quality: Method (weight 40)"."""
    places = [tender, *_lots(tender)]
    found: dict[str, None] = {}
    for place in places:
        for one in lenient_parts(lenient_part(place.get("awardCriteria")).get("criteria")):
            kind, name = lenient_text(one.get("type")), lenient_text(one.get("name"))
            phrase = ": ".join(filter(None, (kind, name or lenient_text(one.get("description")))))
            weights = [
                str(number["number"])
                for number in lenient_parts(one.get("numbers"))
                if isinstance(number.get("number"), int | float)
            ]
            if phrase:
                found[f"{phrase} (weight {', '.join(weights)})" if weights else phrase] = None
    return list(found)


def _notice_type(tender: Data) -> str:
    """Return the newest notice type (UK1 to UK17) that a document carries."""
    types = [
        lenient_text(paper.get("noticeType")) for paper in lenient_parts(tender.get("documents"))
    ]
    return next((kind for kind in reversed(types) if kind), "")


def _papers(tender: Data) -> list[Paper]:
    found: dict[Paper, None] = {}
    for paper in lenient_parts(tender.get("documents")):
        title = lenient_text(paper.get("title")) or lenient_text(paper.get("description"))
        url, kind = lenient_text(paper.get("url")), lenient_text(paper.get("documentType"))
        if url or title:
            found[Paper(title or kind, url, kind)] = None
    return list(found)


def _url(data: Data, tender: Data) -> str:
    """Return the page of the notice itself, if a document says which one it is."""
    places = [tender, lenient_part(data.get("planning"))]
    places += lenient_parts(data.get("awards"))
    for place in places:
        for paper in lenient_parts(place.get("documents")):
            if lenient_text(paper.get("documentType")).endswith("Notice") and paper.get("url"):
                return lenient_text(paper.get("url"))
    return lenient_text(data.get("sourceUrl"))


def _texts(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(text for item in items if (text := lenient_text(item)))
