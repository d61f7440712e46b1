"""Who may bid for a contract and under which rules; parts, marks and social value."""

from collections.abc import Iterable
from datetime import date

from vcs_desktop.core.language import marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.fit.contract_size import open_lots, size_of, stated_value
from vcs_desktop.domain.fit.findings import Finding, meets, unknown
from vcs_desktop.domain.fit.phrases import listed, quoted, your_kind
from vcs_desktop.domain.group import GroupProfile, LegalForm, in_words
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import SOCIAL_VALUE_LINE, RuleBook
from vcs_desktop.domain.tenders import TenderNotice

_RESERVED_IN_WORDS = {
    "smeVcse": marked("small firms and voluntary groups"),
    "vcse": marked("voluntary groups"),
    "sme": marked("small and medium firms"),
    "publicServiceMissionOrganization": marked("mutuals that deliver public services"),
    "publicServiceMutual": marked("mutuals that deliver public services"),
    "shelteredWorkshop": marked("employers of disabled or disadvantaged people"),
    "supportedEmployment": marked("employers of disabled or disadvantaged people"),
}
_NOT_A_BODY = (LegalForm.UNINCORPORATED, LegalForm.UNINCORPORATED_WITH_RULES)


def kept_for(codes: Iterable[str]) -> str:
    """Return for whom the buyer keeps a competition, in words."""
    return listed(
        [
            tr_marked(_RESERVED_IN_WORDS[code]) if code in _RESERVED_IN_WORDS else quoted(code)
            for code in codes
        ]
    )


def reserved(notice: TenderNotice, profile: GroupProfile) -> Finding | None:
    """Say whether the competition is kept for some bidders, and the group is one of them.

    Source: OCDS ``otherRequirements.reservedParticipation`` with the United
    Kingdom's codes, as read in real notices.
    """
    if not notice.reserved_for:
        return None
    theirs = tr("The buyer keeps this for {whom}.", whom=kept_for(notice.reserved_for))
    form, yours = profile.legal_form, your_kind(profile)
    may_be_for_profit = form in (None, LegalForm.COMPANY)
    if "smeVcse" in notice.reserved_for or (
        "vcse" in notice.reserved_for and not may_be_for_profit
    ):
        return meets("reserved", tr("Kept for groups like yours"), f"{theirs} {yours}")
    return unknown("reserved", tr("Kept for some bidders only"), f"{theirs} {yours}", 0.2)


def standing(profile: GroupProfile) -> Finding | None:
    """Warn a group that cannot sign a contract in its own name.

    Source: our own reading of what GOV.UK says of unincorporated associations
    (their members answer for debts and contracts), not verified. Never decides.
    """
    form = profile.legal_form
    if form not in _NOT_A_BODY or form is None:
        return None
    because = tr(
        "The buyer needs somebody to sign the contract. "
        "You are {kind}, so your members would sign and answer for it themselves.",
        kind=in_words(form),
    )
    return unknown("standing", tr("Who would sign for you?"), because, 0.5, advises=True)


def is_health_service(notice: TenderNotice) -> bool:
    """Say whether it is let under the Provider Selection Regime.

    Source: legal basis UKSI 2023/1348, the Health Care Services (Provider
    Selection Regime) Regulations 2023.
    """
    return "2023/1348" in notice.legal_basis


def health_rules(notice: TenderNotice) -> Finding | None:
    """Label a health service apart: other rules, and often no open competition."""
    if not is_health_service(notice):
        return None
    because = tr(
        "The buyer uses the rules for health services (SI 2023/1348), and may choose without bids. "
        "You should ask how they will choose."
    )
    return unknown("health_rules", tr("A health service: other rules"), because, advises=True)


def parts(notice: TenderNotice) -> Finding | None:
    """Say that one may bid for a part. Source: OCDS ``tender.lots``."""
    lots = open_lots(notice)
    if len(lots) < 2:  # noqa: PLR2004 - one part is no part
        return None
    smallest = size_of(notice)
    told = (
        tr_count(
            "The contract has {count} part, the smallest worth {worth}.",
            "The contract has {count} parts, the smallest worth {worth}.",
            len(lots),
            worth=in_pounds(smallest.value_pence),
        )
        if smallest
        else tr_count(
            "The contract has {count} part.", "The contract has {count} parts.", len(lots)
        )
    )
    heading = tr_count("In {count} part", "In {count} parts", len(lots))
    return meets("parts", heading, sentences(told, tr("You may bid for one part.")), advises=True)


def buyers_mark(notice: TenderNotice) -> Finding | None:
    """Show the buyer's "suitable for voluntary groups", which decides nothing.

    Source: domain research, finding 3: half of all real notices carry it, a
    surgical framework of £543 million among them.
    """
    mark = notice.suitable_vcse
    if mark is None:
        return None
    if mark:
        because = tr(
            "The buyer ticked “suitable for voluntary groups”. "
            "About half of real contracts have it, so you should look at the size first."
        )
        return meets("buyers_mark", tr("Ticked as suitable for groups"), because, advises=True)
    because = tr("The buyer did not tick “suitable for voluntary groups”. You may still bid.")
    return unknown("buyers_mark", tr("Not ticked as suitable for groups"), because, advises=True)


def social_value(notice: TenderNotice, on: date, rulebook: RuleBook) -> Finding | None:
    """Say on which side of the council's social value line the contract lies.

    Source: the strategy's page 6 ("over £100,000"), a dated row of the library.
    """
    row = rulebook.on(SOCIAL_VALUE_LINE, on)
    if row is None or row.value is None:
        return None
    line, value = round(row.value), stated_value(notice)
    what = {"what": row.applies_to, "line": in_pounds(line)}
    theirs = (
        tr("Social value is scored on {what} over {line}.", **what)
        if row.comparison == "over"
        else tr("Social value is scored on {what} of at least {line}.", **what)
    )
    if value is None:
        because = sentences(theirs, tr("This one gives no value, so you should ask."))
        return unknown("social_value", tr("Ask about social value"), because, advises=True)
    counts = value > line if row.comparison == "over" else value >= line
    worth = in_pounds(value)
    if not counts:
        this = tr(
            "This one is worth {worth}, so your bid would not be scored on it under this policy.",
            worth=worth,
        )
        heading = tr("Social value: not scored")
        return meets("social_value", heading, f"{theirs} {this}", advises=True)
    if _is_that_buyer(notice, row):
        this = tr(
            "This one is worth {worth}, so your bid needs a social value answer.", worth=worth
        )
        heading = tr("Social value will be scored")
        return meets("social_value", heading, f"{theirs} {this}", advises=True)
    this = tr(
        "This one is worth {worth}, so ask this buyer if your bid needs a social value answer.",
        worth=worth,
    )
    return unknown(
        "social_value", tr("Social value may be scored"), f"{theirs} {this}", advises=True
    )


def _is_that_buyer(notice: TenderNotice, row: Rule) -> bool:
    return bool(notice.buyer) and row.applies_to.casefold().endswith(
        f" of {notice.buyer.casefold()}"
    )
