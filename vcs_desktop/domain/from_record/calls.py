"""Funding calls out of their records. The format is documented in ``resources/help``."""

from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.from_record.fields import (
    Data,
    Unusable,
    choice,
    day,
    flag,
    lenient_day,
    lenient_part,
    lenient_parts,
    lenient_pence,
    lenient_text,
    moment,
    needed,
    number,
    part,
    parts,
    pence,
    several,
    whole,
    words,
)
from vcs_desktop.domain.from_record.places import areas_in
from vcs_desktop.domain.from_record.provenance import checked_provenance
from vcs_desktop.domain.funding import Conflict, FundingCall, Question, RequiredDocument
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.wire.record import Record

CONFLICT_KINDS = ("one_of", "one_live_grant")
LIMIT_UNITS = ("words", "characters")
STATUSES = ("open", "forthcoming", "paused", "closed", "unknown")


def call_of(record: Record) -> FundingCall:
    """Return the funding call that a record tells of.

    Raises:
        Unusable: a field is wrong; the text names it.
    """
    data = record.data
    funder, programme = part(data, "fundingOrganization"), programme_part(data)
    call = FundingCall(
        id=record.id,
        title=needed(data, "grantName"),
        summary=words(data, "grantShortDescription"),
        funder=words(funder, "name"),
        funder_id=words(funder, "id"),
        programme=words(programme, "title"),
        url=words(data, "url") or words(programme, "url"),
        **_who(data),
        **_money(data),
        **_time(data),
        **_form(data),
        status=choice(data, "status", STATUSES, "open"),
        practice=_practice(data),
        provenance=checked_provenance(data),
    )
    _check_order(call)
    return call


def programme_part(data: Data) -> dict[str, Any]:
    """Return the programme; 360Giving writes a list of one."""
    programmes = parts(data, "grantProgramme")
    return programmes[0] if programmes else {}


def _who(data: Data) -> dict[str, Any]:
    codes, names = areas_in(parts(data, "grantLocation"))
    return {
        "areas": codes,
        "area_text": names,
        "legal_forms": tuple(_legal_form(text) for text in several(data, "legalForms")),
        "income_min_pence": pence(data, "incomeMin"),
        "income_max_pence": pence(data, "incomeMax"),
        "income_max_is_under": flag(data, "incomeMaxIsUnder") or False,
        "themes": several(data, "themes"),
        "beneficiaries": several(data, "beneficiaries"),
        "conflicts": tuple(_conflict(item) for item in parts(data, "conflicts")),
        "signatories_needed": whole(data, "signatoriesNeeded", most=20),
    }


def _money(data: Data) -> dict[str, Any]:
    if words(data, "currency") not in ("", "GBP"):
        raise Unusable(
            tr("“currency” is “{currency}”; only GBP can be used", currency=words(data, "currency"))
        )
    return {
        "award_min_pence": pence(data, "grantMinimumAward"),
        "award_max_pence": pence(data, "grantMaximumAward"),
        "total_pence": pence(data, "grantTotalAwardAmount"),
        "match_percent": whole(data, "matchFundingPercent", most=100),
        "pays_overheads": flag(data, "paysOverheads"),
        "cost_types": several(data, "costTypes"),
        "exclusions": several(data, "exclusions"),
    }


def _time(data: Data) -> dict[str, Any]:
    return {
        "opens_on": day(data, "grantApplicationOpenDate"),
        "closes_at": moment(data, "grantApplicationCloseDate"),
        "rolling": flag(data, "rolling") or False,
        "decision_weeks": whole(data, "decisionWeeks", most=260),
        "max_duration_months": whole(data, "maxDurationMonths", most=600),
    }


def _form(data: Data) -> dict[str, Any]:
    return {
        "required_documents": tuple(
            RequiredDocument(needed(item, "name"), whole(item, "maxAgeMonths", most=600))
            for item in parts(data, "requiredDocuments")
        ),
        "questions": tuple(_question(item) for item in parts(data, "questions")),
        "success_rate": number(data, "successRate", most=1),
        "hours_to_apply": number(data, "hoursToApply", most=10_000),
    }


def _question(item: Data) -> Question:
    return Question(
        ref=words(item, "ref"),
        text=needed(item, "text"),
        limit=whole(item, "limit", least=1),
        unit=choice(item, "unit", LIMIT_UNITS, "words"),
        guidance=words(item, "guidance"),
    )


def _conflict(item: Data) -> Conflict:
    kind = choice(item, "kind", CONFLICT_KINDS)
    if not kind:
        raise Unusable(
            tr("a conflict needs a “kind”: {allowed}", allowed=" or ".join(CONFLICT_KINDS))
        )
    return Conflict(kind, several(item, "ids"), words(item, "text"))


def _legal_form(text: str) -> LegalForm:
    try:
        return LegalForm(text)
    except ValueError:
        raise Unusable(
            tr(
                "“legalForms” says “{text}”; each should be one of: {allowed}",
                text=text,
                allowed=", ".join(LegalForm),
            )
        ) from None


def _practice(data: Data) -> bool:
    """Say whether it is practice material, which alone may close N days after first use."""
    practice = flag(data, "practice") or False
    if whole(data, "closesAfterDays", least=1, most=3660) is not None and not practice:
        raise Unusable(tr("“closesAfterDays” is only for practice material"))
    return practice


def _check_order(call: FundingCall) -> None:
    """Refuse bounds that are the wrong way round."""
    pairs = (
        (call.award_min_pence, call.award_max_pence, "grantMinimumAward", "grantMaximumAward"),
        (call.income_min_pence, call.income_max_pence, "incomeMin", "incomeMax"),
    )
    for least, most, least_name, most_name in pairs:
        if least is not None and most is not None and least > most:
            raise Unusable(tr("“{least}” is more than “{most}”", least=least_name, most=most_name))
    if call.opens_on and call.closes_at and call.opens_on > local_day(call.closes_at):
        raise Unusable(tr("“grantApplicationOpenDate” is after “grantApplicationCloseDate”"))
    if call.rolling and call.closes_at:
        raise Unusable(tr("it is “rolling” and has a “grantApplicationCloseDate”: keep only one"))


def call_line(record: Record) -> RecordLine:
    """Return what a list shows of a call; what cannot be read is left out."""
    data = record.data
    return RecordLine(
        id=record.id,
        kind=record.kind,
        title=lenient_text(data.get("grantName")),
        who=lenient_text(lenient_part(data.get("fundingOrganization")).get("name")),
        summary=lenient_text(data.get("grantShortDescription")),
        opens_on=lenient_day(data.get("grantApplicationOpenDate")),
        closes_on=lenient_day(data.get("grantApplicationCloseDate")),
        rolling=data.get("rolling") is True,
        amount_min_pence=lenient_pence(data.get("grantMinimumAward")),
        amount_max_pence=lenient_pence(data.get("grantMaximumAward")),
        areas=areas_in(lenient_parts(data.get("grantLocation")))[0],
        practice=data.get("practice") is True,
    )
