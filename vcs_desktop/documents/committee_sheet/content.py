"""Puts into words, for one grant or contract, everything the sheet says about it."""

from datetime import date

from vcs_desktop.documents.committee_sheet.data import Fact, SheetItem
from vcs_desktop.documents.committee_sheet.questions import questions_about
from vcs_desktop.documents.printable import clean
from vcs_desktop.documents.wording import (
    Opportunity,
    amount_in_words,
    closing_moment,
    decision_in_words,
)
from vcs_desktop.domain.days import days_left, in_words, local_day, shortly, with_time
from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.funding import FundingCall, RequiredDocument
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.tender_words import parts_in_words
from vcs_desktop.domain.tenders import TenderNotice

MOST_WORDS = 100
WORTH = "worth"
LICENCES = {
    "nationalarchives.gov.uk/doc/open-government-licence/version/3": "Open Government Licence v3.0",
    "creativecommons.org/licenses/by/4.0": "Creative Commons Attribution 4.0",
    "creativecommons.org/publicdomain/zero/1.0": "CC0, free of rights",
}
"""What licences are called whose publishers give only their address."""


def item_of(thing: Opportunity, fit: Fit, today: date) -> SheetItem:
    """Return what the sheet says about a grant or a contract, judged on a day."""
    grant = isinstance(thing, FundingCall)
    return SheetItem(
        id=thing.id,
        title=clean(thing.title) or "No title given",
        sort="Grant" if grant else "Contract to bid for",
        who=_who(thing),
        what=_in_short(thing.summary if isinstance(thing, FundingCall) else thing.description),
        amount=amount_in_words(thing),
        closes=_closes_shortly(thing),
        verdict=fit.verdict,
        facts=_facts(thing, today),
        reasons=tuple(reason for reason in fit.reasons if reason.rule != WORTH),
        worth=next((reason for reason in fit.reasons if reason.rule == WORTH), None),
        cost=_cost(fit, grant=grant),
        questions=questions_about(thing, fit.reasons),
        source=_source(thing.provenance),
        address=(thing.url or thing.provenance.source_url).strip(),
        practice=thing.practice,
    )


def _facts(thing: Opportunity, today: date) -> tuple[Fact, ...]:
    """Return the facts in the order in which a committee asks for them."""
    facts = [
        ("Who", _who(thing)),
        ("How much", amount_in_words(thing)),
        ("Closes", _closes(thing, today)),
        ("They decide", _decides(thing, today)),
        ("Work starts", _starts(thing)),
        ("Parts", parts_in_words(thing) if isinstance(thing, TenderNotice) else ""),
        ("They ask for", _documents(thing)),
    ]
    return tuple(Fact(label, text) for label, text in facts if text)


def _who(thing: Opportunity) -> str:
    """Return who gives the money, and under which programme if that is not the title."""
    if isinstance(thing, TenderNotice):
        return thing.buyer or "The buyer is not named"
    funder = thing.funder or "The funder is not named"
    programme = thing.programme
    return f"{funder}, {programme}" if programme and programme != thing.title else funder


def _closes(thing: Opportunity, today: date) -> str:
    """Return the closing day in full, and if there is hardly any time left.

    How many days there are is said with the reasons.
    """
    closes_at = closing_moment(thing)
    if closes_at is None:
        return _without_a_day(thing)
    left = days_left(local_day(closes_at), today)
    if left < 0:
        return f"{with_time(closes_at)}. It has closed."
    hurry = {0: " (the day this sheet was made)", 1: " (the day after this sheet was made)"}
    return with_time(closes_at) + hurry.get(left, "")


def _closes_shortly(thing: Opportunity) -> str:
    """Return the closing day for the list."""
    closes_at = closing_moment(thing)
    return _without_a_day(thing) if closes_at is None else shortly(local_day(closes_at))


def _without_a_day(thing: Opportunity) -> str:
    rolling = isinstance(thing, FundingCall) and thing.rolling
    return "Open all year" if rolling else "No closing date given"


def _decides(thing: Opportunity, today: date) -> str:
    words = decision_in_words(thing, today)
    if isinstance(thing, TenderNotice):
        return ""
    return words[:1].upper() + words[1:] or "They do not say when."


def _starts(thing: Opportunity) -> str:
    """Return when a contract runs."""
    if isinstance(thing, FundingCall) or thing.starts_on is None:
        return ""
    ends = f", until {in_words(thing.ends_on)}" if thing.ends_on else ""
    return f"{in_words(thing.starts_on)}{ends}"


def _documents(thing: Opportunity) -> str:
    """Return the papers a funder asks for, one a line."""
    if isinstance(thing, TenderNotice):
        return ""
    return "\n".join(map(_document, thing.required_documents))


def _document(document: RequiredDocument) -> str:
    age = document.max_age_months
    if age is None:
        return document.name
    return f"{document.name}, from the last {'month' if age == 1 else f'{age} months'}"


def _cost(fit: Fit, *, grant: bool) -> str:
    """Return what applying costs against what it may bring."""
    if fit.cost:
        return fit.cost.in_words
    if grant:
        return "We do not know how many hours this form takes, so we cannot work out its cost."
    return "We cannot work this out for a contract. Think how many days the bid will take."


def _in_short(text: str) -> str:
    """Return a description as far as a committee needs it, and say if there is more."""
    words = clean(text).split(" ")
    if len(words) <= MOST_WORDS:
        return " ".join(words)
    short = " ".join(words[:MOST_WORDS]).rstrip(" ,;:")
    return f"{short}…\nThis is the beginning. The whole text has about {len(words):,} words."


def _source(provenance: Provenance) -> str:
    """Return where we have it from, under which licence, and when it was last checked."""
    source = provenance.source or "not stated"
    licence = f" Licence: {_licence(provenance.licence)}." if provenance.licence else ""
    checked = provenance.as_of
    when = (
        f" Checked on {shortly(checked)}." if checked else " Nobody has noted when it was checked."
    )
    return f"Source: {source}.{licence}{when}"


def _licence(given: str) -> str:
    address = given.strip().removeprefix("https://").removeprefix("http://")
    return LICENCES.get(address.removeprefix("www.").rstrip("/"), given)
