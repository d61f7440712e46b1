"""Awards out of their records, and the contract awards inside a process."""

from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.awards import Award
from vcs_desktop.domain.from_record.fields import (
    Data,
    Unusable,
    lenient_day,
    lenient_part,
    lenient_parts,
    lenient_pence,
    lenient_text,
)
from vcs_desktop.domain.from_record.places import areas_in
from vcs_desktop.domain.from_record.provenance import stated_provenance
from vcs_desktop.domain.from_record.tenders import areas_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.wire.record import Record

GRANT = "grant"
CONTRACT = "contract"
_NOT_GIVEN = ("cancelled", "unsuccessful", "pending")


def award_of(record: Record) -> Award:
    """Return the award that a record tells of.

    Raises:
        Unusable: it is neither a grant nor a contract.
    """
    form = record.data.get("form")
    if form == GRANT:
        return _grant(record)
    if form == CONTRACT:
        return _contract(record)
    raise Unusable(tr("“form” should be grant or contract"))


def awards_of(record: Record) -> list[Record]:
    """Return the contract awards inside a process, each as a record of its own.

    Cancelled and pending ones are left out; an award without an id takes its place in the list.
    """
    data = record.data
    found: dict[str, Record] = {}
    for place, award in enumerate(lenient_parts(data.get("awards")), 1):
        if award.get("status") in _NOT_GIVEN:
            continue
        award_id = f"{record.id}/award/{lenient_text(award.get('id')) or place}"
        if award_id in found:
            award_id = f"{award_id}-{place}"
        found[award_id] = Record(
            Kind.AWARD, award_id, _award_data(data, record.id, award), record.modified
        )
    return list(found.values())


def _award_data(process: Data, ocid: str, award: dict[str, Any]) -> dict[str, Any]:
    named = {lenient_text(one.get("id")) for one in lenient_parts(award.get("suppliers"))} - {""}
    suppliers = [
        party
        for party in lenient_parts(process.get("parties"))
        if lenient_text(party.get("id")) in named
    ]
    tender = lenient_part(process.get("tender"))
    kept = {key: process[key] for key in ("source", "sourceUrl", "licence") if key in process}
    return {
        "form": CONTRACT,
        "ocid": ocid,
        "title": lenient_text(award.get("title")) or lenient_text(tender.get("title")),
        "award": award,
        "buyer": lenient_part(process.get("buyer")),
        "parties": suppliers,
        "areas": list(areas_of(tender)),
        **kept,
    }


def _grant(record: Record) -> Award:
    data = record.data
    recipient, funder = first_part(data, "recipientOrganization"), _funder(data)
    planned = first_part(data, "plannedDates") or first_part(data, "actualDates")
    areas, area_text = areas_in(lenient_parts(data.get("beneficiaryLocation")))
    open_call = lenient_text(data.get("fromOpenCall")).lower()
    in_pounds = lenient_text(data.get("currency")).upper() in ("", "GBP")
    return Award(
        id=record.id,
        title=lenient_text(data.get("title")),
        form=GRANT,
        description=lenient_text(data.get("description")),
        funder=lenient_text(funder.get("name")),
        funder_id=lenient_text(funder.get("id")),
        recipient=lenient_text(recipient.get("name")) or _person(data),
        recipient_id=lenient_text(recipient.get("id")),
        amount_pence=lenient_pence(data.get("amountAwarded")) if in_pounds else None,
        applied_for_pence=lenient_pence(data.get("amountAppliedFor")) if in_pounds else None,
        currency=lenient_text(data.get("currency")).upper() or "GBP",
        awarded_on=lenient_day(data.get("awardDate")),
        starts_on=lenient_day(planned.get("startDate")),
        ends_on=lenient_day(planned.get("endDate")),
        programme=lenient_text(first_part(data, "grantProgramme").get("title")),
        areas=areas,
        area_text=area_text,
        from_open_call={"yes": True, "no": False}.get(open_call),
        url=lenient_text(data.get("url")),
        assumptions=_texts(data.get("assumptions")),
        provenance=stated_provenance(data),
    )


def _contract(record: Record) -> Award:
    data = record.data
    award, buyer = lenient_part(data.get("award")), _funder(data)
    value, period = lenient_part(award.get("value")), lenient_part(award.get("contractPeriod"))
    suppliers = lenient_parts(award.get("suppliers"))
    currency = lenient_text(value.get("currency")).upper() or "GBP"
    return Award(
        id=record.id,
        title=lenient_text(data.get("title")),
        form=CONTRACT,
        description=lenient_text(award.get("description")),
        funder=lenient_text(buyer.get("name")),
        funder_id=lenient_text(buyer.get("id")),
        recipient=", ".join(filter(None, (lenient_text(one.get("name")) for one in suppliers))),
        recipient_id=lenient_text(suppliers[0].get("id")) if suppliers else "",
        amount_pence=lenient_pence(value.get("amount")) if currency == "GBP" else None,
        currency=currency,
        awarded_on=lenient_day(award.get("date")),
        starts_on=lenient_day(period.get("startDate")),
        ends_on=lenient_day(period.get("endDate")),
        areas=_texts(data.get("areas")),
        process_id=lenient_text(data.get("ocid")),
        provenance=stated_provenance(data),
    )


def award_line(record: Record) -> RecordLine:
    """Return what a list shows of an award; what cannot be read is left out."""
    data = record.data
    if data.get("form") == CONTRACT:
        award = lenient_part(data.get("award"))
        value = lenient_part(award.get("value"))
        amount, currency = value.get("amount"), value.get("currency")
        suppliers = lenient_parts(award.get("suppliers"))
        summary = ", ".join(filter(None, (lenient_text(one.get("name")) for one in suppliers)))
        areas = _texts(data.get("areas"))
    else:
        amount, currency = data.get("amountAwarded"), data.get("currency")
        recipient = first_part(data, "recipientOrganization")
        summary = lenient_text(recipient.get("name")) or _person(data)
        areas = areas_in(lenient_parts(data.get("beneficiaryLocation")))[0]
    in_pounds = lenient_text(currency).upper() in ("", "GBP")
    pence = lenient_pence(amount) if in_pounds else None
    return RecordLine(
        id=record.id,
        kind=record.kind,
        title=lenient_text(data.get("title")),
        who=lenient_text(_funder(data).get("name")),
        summary=summary,
        amount_min_pence=pence,
        amount_max_pence=pence,
        areas=areas,
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(lenient_text, value))) if isinstance(value, list) else ()


def first_part(data: Data, key: str) -> dict[str, Any]:
    """Return the first object of a list, an object alone, or an empty one."""
    value = data.get(key)
    if isinstance(value, dict):
        return value
    found = lenient_parts(value)
    return found[0] if found else {}


def _funder(data: Data) -> dict[str, Any]:
    return lenient_part(data.get("buyer")) or first_part(data, "fundingOrganization")


def _person(data: Data) -> str:
    """Name no person: a grant to an individual says just that."""
    return "A person" if data.get("recipientIndividual") else ""
