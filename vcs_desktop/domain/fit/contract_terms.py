"""Who may bid for a contract and under which rules; parts, marks and social value."""

from datetime import date

from vcs_desktop.domain.fit.contract_size import open_lots, size_of, stated_value
from vcs_desktop.domain.fit.findings import Finding, meets, unknown
from vcs_desktop.domain.fit.phrases import listed, quoted
from vcs_desktop.domain.group import IN_WORDS, GroupProfile, LegalForm
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import SOCIAL_VALUE_LINE, RuleBook
from vcs_desktop.domain.tenders import TenderNotice

RESERVED_IN_WORDS = {
    "smeVcse": "small firms and voluntary groups",
    "vcse": "voluntary groups",
    "sme": "small and medium firms",
    "publicServiceMissionOrganization": "mutuals that deliver public services",
    "publicServiceMutual": "mutuals that deliver public services",
    "shelteredWorkshop": "employers of disabled or disadvantaged people",
    "supportedEmployment": "employers of disabled or disadvantaged people",
}
_NOT_A_BODY = (LegalForm.UNINCORPORATED, LegalForm.UNINCORPORATED_WITH_RULES)


def reserved(notice: TenderNotice, profile: GroupProfile) -> Finding | None:
    """Say whether the competition is kept for some bidders, and the group is one of them.

    Source: OCDS ``otherRequirements.reservedParticipation`` with the United
    Kingdom's codes, as read in real notices.
    """
    if not notice.reserved_for:
        return None
    whom = listed([RESERVED_IN_WORDS.get(code, quoted(code)) for code in notice.reserved_for])
    theirs = f"The buyer keeps this for {whom}."
    form = profile.legal_form
    yours = f"You are {IN_WORDS[form]}." if form else "You have not told us what kind you are."
    may_be_for_profit = form in (None, LegalForm.COMPANY)
    if "smeVcse" in notice.reserved_for or (
        "vcse" in notice.reserved_for and not may_be_for_profit
    ):
        return meets("reserved", "Kept for groups like yours", f"{theirs} {yours}")
    return unknown("reserved", "Kept for some bidders only", f"{theirs} {yours}", 0.2)


def standing(profile: GroupProfile) -> Finding | None:
    """Warn a group that cannot sign a contract in its own name.

    Source: our own reading of what GOV.UK says of unincorporated associations
    (their members answer for debts and contracts), not verified. Never decides.
    """
    form = profile.legal_form
    if form not in _NOT_A_BODY or form is None:
        return None
    because = (
        "The buyer needs somebody to sign the contract. "
        f"You are {IN_WORDS[form]}, so your members would sign and answer for it themselves."
    )
    return unknown("standing", "Who would sign for you?", because, 0.5, advises=True)


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
    because = (
        "The buyer uses the rules for health services (SI 2023/1348), and may choose without bids. "
        "You should ask how they will choose."
    )
    return unknown("health_rules", "A health service: other rules", because, advises=True)


def parts(notice: TenderNotice) -> Finding | None:
    """Say that one may bid for a part. Source: OCDS ``tender.lots``."""
    lots = open_lots(notice)
    if len(lots) < 2:  # noqa: PLR2004 - one part is no part
        return None
    smallest = size_of(notice)
    told = f", the smallest worth {in_pounds(smallest.value_pence)}" if smallest else ""
    because = f"The contract has {len(lots)} parts{told}. You may bid for one part."
    return meets("parts", f"In {len(lots)} parts", because, advises=True)


def buyers_mark(notice: TenderNotice) -> Finding | None:
    """Show the buyer's "suitable for voluntary groups", which decides nothing.

    Source: domain research, finding 3: half of all real notices carry it, a
    surgical framework of £543 million among them.
    """
    mark = notice.suitable_vcse
    if mark is None:
        return None
    if mark:
        because = (
            "The buyer ticked “suitable for voluntary groups”. "
            "About half of real contracts have it, so you should look at the size first."
        )
        return meets("buyers_mark", "Ticked as suitable for groups", because, advises=True)
    because = "The buyer did not tick “suitable for voluntary groups”. You may still bid."
    return unknown("buyers_mark", "Not ticked as suitable for groups", because, advises=True)


def social_value(notice: TenderNotice, on: date, rulebook: RuleBook) -> Finding | None:
    """Say on which side of the council's social value line the contract lies.

    Source: the strategy's page 6 ("over £100,000"), a dated row of the library.
    """
    row = rulebook.on(SOCIAL_VALUE_LINE, on)
    if row is None or row.value is None:
        return None
    line, value = round(row.value), stated_value(notice)
    joint = "over" if row.comparison == "over" else "of at least"
    theirs = f"Social value is scored on {row.applies_to} {joint} {in_pounds(line)}."
    if value is None:
        because = f"{theirs} This one gives no value, so you should ask."
        return unknown("social_value", "Ask about social value", because, advises=True)
    counts = value > line if row.comparison == "over" else value >= line
    this = f"This one is worth {in_pounds(value)}"
    if not counts:
        because = f"{theirs} {this}, so your bid would not be scored on it under this policy."
        return meets("social_value", "Social value: not scored", because, advises=True)
    if _is_that_buyer(notice, row):
        because = f"{theirs} {this}, so your bid needs a social value answer."
        return meets("social_value", "Social value will be scored", because, advises=True)
    because = f"{theirs} {this}, so ask this buyer if your bid needs a social value answer."
    return unknown("social_value", "Social value may be scored", because, advises=True)


def _is_that_buyer(notice: TenderNotice, row: Rule) -> bool:
    return bool(notice.buyer) and row.applies_to.casefold().endswith(
        f" of {notice.buyer.casefold()}"
    )
