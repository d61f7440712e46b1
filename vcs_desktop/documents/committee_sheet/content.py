"""Puts into words, for one grant or contract, everything the sheet says about it."""

from datetime import date

from vcs_desktop.core.language import tr, tr_count
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
from vcs_desktop.domain.licences import licence_name
from vcs_desktop.domain.tender_words import parts_in_words
from vcs_desktop.domain.tenders import TenderNotice

MOST_WORDS = 100
WORTH = "worth"


def item_of(thing: Opportunity, fit: Fit, today: date) -> SheetItem:
    """Return what the sheet says about a grant or a contract, judged on a day."""
    grant = isinstance(thing, FundingCall)
    return SheetItem(
        id=thing.id,
        title=clean(thing.title) or tr("No title given"),
        sort=tr("Grant") if grant else tr("Contract to bid for"),
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
        (tr("Who"), _who(thing)),
        (tr("How much"), amount_in_words(thing)),
        (tr("Closes"), _closes(thing, today)),
        (tr("They decide"), _decides(thing, today)),
        (tr("Work starts"), _starts(thing)),
        (tr("Parts"), parts_in_words(thing) if isinstance(thing, TenderNotice) else ""),
        (tr("They ask for"), _documents(thing)),
    ]
    return tuple(Fact(label, text) for label, text in facts if text)


def _who(thing: Opportunity) -> str:
    """Return who gives the money, and under which programme if that is not the title."""
    if isinstance(thing, TenderNotice):
        return thing.buyer or tr("The buyer is not named")
    funder = thing.funder or tr("The funder is not named")
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
        return tr("{when}. It has closed.", when=with_time(closes_at))
    if left == 0:
        return tr("{when} (the day this sheet was made)", when=with_time(closes_at))
    if left == 1:
        return tr("{when} (the day after this sheet was made)", when=with_time(closes_at))
    return with_time(closes_at)


def _closes_shortly(thing: Opportunity) -> str:
    """Return the closing day for the list."""
    closes_at = closing_moment(thing)
    return _without_a_day(thing) if closes_at is None else shortly(local_day(closes_at))


def _without_a_day(thing: Opportunity) -> str:
    rolling = isinstance(thing, FundingCall) and thing.rolling
    return tr("Open all year") if rolling else tr("No closing date given")


def _decides(thing: Opportunity, today: date) -> str:
    words = decision_in_words(thing, today)
    if isinstance(thing, TenderNotice):
        return ""
    return words[:1].upper() + words[1:] or tr("They do not say when.")


def _starts(thing: Opportunity) -> str:
    """Return when a contract runs."""
    if isinstance(thing, FundingCall) or thing.starts_on is None:
        return ""
    starts = in_words(thing.starts_on)
    if thing.ends_on is None:
        return starts
    return tr("{starts}, until {ends}", starts=starts, ends=in_words(thing.ends_on))


def _documents(thing: Opportunity) -> str:
    """Return the papers a funder asks for, one a line."""
    if isinstance(thing, TenderNotice):
        return ""
    return "\n".join(map(_document, thing.required_documents))


def _document(document: RequiredDocument) -> str:
    age = document.max_age_months
    if age is None:
        return document.name
    return tr_count(
        "{paper}, from the last month",
        "{paper}, from the last {count} months",
        age,
        paper=document.name,
    )


def _cost(fit: Fit, *, grant: bool) -> str:
    """Return what applying costs against what it may bring."""
    if fit.cost:
        return fit.cost.in_words
    if grant:
        return tr("We do not know how many hours this form takes, so we cannot work out its cost.")
    return tr("We cannot work this out for a contract. Think how many days the bid will take.")


def _in_short(text: str) -> str:
    """Return a description as far as a committee needs it, and say if there is more."""
    words = clean(text).split(" ")
    if len(words) <= MOST_WORDS:
        return " ".join(words)
    short = " ".join(words[:MOST_WORDS]).rstrip(" ,;:")
    more = tr_count(
        "This is the beginning. The whole text has about {count} word.",
        "This is the beginning. The whole text has about {count} words.",
        len(words),
    )
    return f"{short}…\n{more}"


def _source(provenance: Provenance) -> str:
    """Return where we have it from, under which licence, and when it was last checked."""
    said = [tr("Source: {source}.", source=provenance.source or tr("not stated"))]
    if provenance.licence:
        said.append(tr("Licence: {licence}.", licence=licence_name(provenance.licence)))
    checked = provenance.as_of
    said.append(
        tr("Checked on {day}.", day=shortly(checked))
        if checked
        else tr("Nobody has noted when it was checked.")
    )
    return " ".join(said)
